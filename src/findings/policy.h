/* What a repository wants of single findings: none, or with another severity or from another confidence on; everywhere, or in the articles
 * under some paths.
 *
 * An entry names a finding ("number/conflict"), a rule ("lights/lighthouses"), or a group of either ("number", "lights"). Entries stand in
 * blocks: a later block is asked first, and in a block the narrower name: rule, pack of rules, finding, group of findings. Severity and
 * confidence are looked for one by one, so an entry may leave either to the others. */
#pragma once

#include "rules/rules.h"

typedef enum
{
  BL_POLICY_UNSAID,
  BL_POLICY_OFF,      /* left out */
  BL_POLICY_ON,       /* with the severity that it has by itself */
  BL_POLICY_SEVERITY, /* with that of the entry */
} BlPolicyState;

typedef struct
{
  char *id;
  BlPolicyState state;
  BlSeverity severity;
  double min_confidence; /* below 0: unsaid */
  guint block;
  char *folder; /* with paths: absolute, what they are relative to */
  GStrv paths;  /* patterns of corpus/glob.h; NULL: everywhere */
  char *file;   /* where it is written, as the user knows it; or NULL */
  guint line, column;
} BlPolicyEntry;

/* A copy of nothing: the entry is the caller's until it is added. */
BlPolicyEntry *bl_policy_entry_new (const char *id, guint block);
void bl_policy_entry_free (gpointer entry);

typedef struct BlPolicy BlPolicy;

BlPolicy *bl_policy_new (void);
void bl_policy_free (BlPolicy *policy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPolicy, bl_policy_free)

void bl_policy_take (BlPolicy *policy, BlPolicyEntry *entry);

/* BlPolicyEntry *, in the order in which they were taken. Borrowed. */
const GPtrArray *bl_policy_entries (const BlPolicy *policy);

/* Least confidences no longer count: somebody has asked for one for all. */
void bl_policy_drop_confidences (BlPolicy *policy);

typedef struct
{
  BlPolicyState state;
  BlSeverity severity;
  double min_confidence; /* below 0: unsaid */
} BlPolicyWord;

/* What is said of a finding of this id, of this rule (NULL: of none), in the article that is kept in file (NULL: in none).
 * A NULL policy says nothing. */
BlPolicyWord bl_policy_ask (const BlPolicy *policy, const char *id, const BlRule *rule, const char *file);

/* Adds a problem for each entry that names neither a finding nor a rule. Returns their number. */
guint bl_policy_check (const BlPolicy *policy, const BlRuleSet *rules, BlProblems *problems);
