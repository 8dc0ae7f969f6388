/* Private to src/rules: what a rule set holds, and reading packs into it. */
#pragma once

#include "rules/compile.h"
#include "rules/fragments.h"
#include "rules/inflect.h"
#include "rules/phrase.h"
#include "rules/prefilter.h"
#include "rules/rules.h"

/* A file, and the pack in it. */
typedef struct
{
  BlJson *json;
  char *path;        /* as given */
  const char *shown; /* the end of path: "rules/packs/security.json" */
  guint layer;       /* which of the paths of the loader it came from */
  const char *pack;  /* its name; NULL when the file is no pack */
  const cJSON *fragments_item;
  const cJSON *rules_item;
  BlFragmentScope scope;
  GPtrArray *fragments; /* BlFragment as they appear, in the arena */
} BlRuleFile;

typedef struct
{
  BlRule public;
  const BlRuleFile *file;
  const cJSON *item; /* where it stands */
  gboolean cased;
  gboolean broken; /* a phrase is wrong, so slots may be missing; by reading only */
  const BlPhrase *const *phrases;
  guint n_phrases;
  const BlPhrase *const *unless;
  guint n_unless;
  guint number;       /* in set->rules */
  guint first_phrase; /* number of its first phrase in set->phrases */
} BlRuleEntry;

struct BlRuleSet
{
  BlArena *arena;
  GPtrArray *files;   /* BlRuleFile */
  GPtrArray *rules;   /* BlRuleEntry by id, in the arena */
  GPtrArray *phrases; /* BlPhrase of all rules, in their order; in the arena */
  GArray *rule_of;    /* guint32 beside phrases: number of the rule */
  GPtrArray *made;    /* every BlPhrase that was made, also of "unless" and of replaced rules: their patterns are to be freed */
  GArray *tests;      /* BlRuleTest, by rule */
  BlInflections *inflections;
  BlPrefilter *prefilter;
  GPtrArray *bytes; /* GBytes of each file, for the hash */
  gsize hashed;     /* for g_once_init_enter */
  char *hash;
};

/* An empty one. */
BlRuleSet *bl_rule_set_new (void);

/* Numbers the rules and their phrases as they stand in set->rules, and makes the prefilter. */
void bl_rule_set_index (BlRuleSet *set);

static inline const BlRuleEntry *
bl_rule_entry (const BlRule *rule)
{
  return (const BlRuleEntry *) rule; /* the first member */
}

/* Reading: every complaint is collected with its place, none ends the reading. */
typedef struct
{
  BlRuleSet *set;
  BlRuleFile *file;     /* the one being read */
  BlProblems *problems; /* or NULL */
  GError *first;        /* the first complaint */
  guint n_errors;
  gboolean tangled; /* fragments use themselves: nothing can be expanded */
} BlRuleReader;

void bl_rules_fail (BlRuleReader *reader, BlRulesErrorCode code, const cJSON *item, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The same for a fault inside of a string. */
void bl_rules_fail_inside (BlRuleReader *reader, BlRulesErrorCode code, const cJSON *string, const BlPhraseFault *fault);

/* Takes a complaint of base, "FILE:LINE:COLUMN: …". */
void bl_rules_take_error (BlRuleReader *reader, const char *path, GError *error);

/* Looks up the members of a closed object in one walk: fields[i] becomes the member known[i], or NULL. FALSE when item is no
 * object. An unknown key is a complaint, except "x-…" and "$…". known ends with NULL and fields has its length. */
gboolean bl_rules_fields (BlRuleReader *reader, const cJSON *item, const char *const *known, const cJSON **fields);

/* Values of members; NULL or the empty vector when item is NULL or (with a complaint) of another type. */
const char *bl_rules_text (BlRuleReader *reader, const cJSON *item);
const char *bl_rules_need_text (BlRuleReader *reader, const cJSON *object, const cJSON *item, const char *key);
gboolean bl_rules_truth (BlRuleReader *reader, const cJSON *item);
double bl_rules_unit_number (BlRuleReader *reader, const cJSON *item, double otherwise); /* 0..1 */

/* The strings of an array, or a single string, as items; NULL-terminated, in the arena. */
const cJSON *const *bl_rules_strings (BlRuleReader *reader, const cJSON *item);
/* The same as texts. */
const char *const *bl_rules_texts (BlRuleReader *reader, const cJSON *item);

/* Index of the word in known, or -1 with a complaint that names the nearest. */
int bl_rules_word (BlRuleReader *reader, const cJSON *item, const char *const *known);

/* pack_read.c: the parts of a pack, in this order for all packs: names of packs and fragments, phrases of fragments, rules.
 * Rules are appended to rules (of BlRuleEntry). */
void bl_rules_read_pack (BlRuleReader *reader);
void bl_rules_read_fragments (BlRuleReader *reader);
void bl_rules_read_rules (BlRuleReader *reader, GPtrArray *rules);

/* rule_read.c. NULL when the entry has no id. */
BlRuleEntry *bl_rules_read_rule (BlRuleReader *reader, const cJSON *item);

/* phrases_read.c: phrases, regex and unless of a rule. */
void bl_rules_read_phrases (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list);
void bl_rules_read_regex (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *lines);
void bl_rules_read_unless (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list);

/* test_read.c: appends to set->tests. */
void bl_rules_read_tests (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *list);
