/* Private to src/rules: what a rule set holds, and reading packs into it. */
#pragma once

#include "rules/compile.h"
#include "rules/fragments.h"
#include "rules/phrase.h"
#include "rules/prefilter.h"
#include "rules/rules.h"

/* A file, and the pack in it. */
typedef struct
{
  BlJson *json;
  char *path;              /* as given */
  const char *shown;       /* the end of path: "rules/packs/security.json" */
  guint layer;             /* which of the paths of the loader it came from */
  const char *pack;        /* its name; NULL when the file is no pack */
  const char *language;    /* of the texts it is for; NULL: of any */
  const cJSON *rules_item; /* until the rules are read; then the file is folded */
  BlFragmentScope scope;
  BlPhraseContext context;        /* of phrases of rules … */
  BlPhraseContext unless_context; /* … and of “unless” */
  GPtrArray *fragments;           /* BlFragment as they appear, in the arena */
} BlRuleFile;

typedef struct
{
  BlRule public;
  const BlRuleFile *file;
  guint item; /* where it stands: bl_json_item() of the file */
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
  BlWordForms *forms;
  BlPrefilter *prefilter;
  GPtrArray *bytes; /* GBytes of each file, for the hash */
  gsize hashed;     /* for g_once_init_enter */
  char *hash;
  gconstpointer kept; /* the file it was taken from, mapped; NULL: none (rules/keep.h) */
  gsize kept_length;
};

/* An empty one. */
BlRuleSet *bl_rule_set_new (void);

/* Adds a file; takes json. */
BlRuleFile *bl_rule_set_add_file (BlRuleSet *set, const BlJsonFile *found, BlJson *json);

/* When all files are added: a pack sees what is common to its own layer and those before, so a user's pack does not change what ships. */
void bl_rule_set_share_fragments (BlRuleSet *set);

/* Numbers the rules and their phrases as they stand in set->rules, and makes the prefilter unless there is one. */
void bl_rule_set_index (BlRuleSet *set);

static inline const BlRuleEntry *
bl_rule_entry (const BlRule *rule)
{
  return (const BlRuleEntry *) rule; /* the first member */
}
