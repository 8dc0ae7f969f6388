#include "findings/policy.h"

#include "corpus/glob.h"
#include "findings/findings.h"

#include <string.h>

struct BlPolicy
{
  GPtrArray *entries; /* BlPolicyEntry *, owned */
};

BlPolicyEntry *
bl_policy_entry_new (const char *id, guint block)
{
  BlPolicyEntry *entry = g_new0 (BlPolicyEntry, 1);
  entry->id = g_strdup (id);
  entry->block = block;
  entry->min_confidence = -1;
  return entry;
}

void
bl_policy_entry_free (gpointer data)
{
  BlPolicyEntry *entry = data;
  g_free (entry->id);
  g_free (entry->folder);
  g_strfreev (entry->paths);
  g_free (entry->file);
  g_free (entry);
}

BlPolicy *
bl_policy_new (void)
{
  BlPolicy *policy = g_new0 (BlPolicy, 1);
  policy->entries = g_ptr_array_new_with_free_func (bl_policy_entry_free);
  return policy;
}

void
bl_policy_free (BlPolicy *policy)
{
  if (policy == NULL)
    return;
  g_ptr_array_unref (policy->entries);
  g_free (policy);
}

void
bl_policy_take (BlPolicy *policy, BlPolicyEntry *entry)
{
  g_ptr_array_add (policy->entries, entry);
}

const GPtrArray *
bl_policy_entries (const BlPolicy *policy)
{
  return policy->entries;
}

void
bl_policy_drop_confidences (BlPolicy *policy)
{
  for (guint i = 0; i < policy->entries->len; i++)
    ((BlPolicyEntry *) policy->entries->pdata[i])->min_confidence = -1;
}

/* How narrowly a name means an id: 2 it is the id, 1 its group, 0 neither. */
static guint
narrowness (const char *name, const char *id)
{
  const gsize length = strlen (name);
  if (strncmp (id, name, length) != 0)
    return 0;
  return id[length] == '\0' ? 2 : id[length] == '/' ? 1 : 0;
}

/* The same of a rule, by its id or one that it had. */
static guint
narrowness_of_rule (const char *name, const BlRule *rule)
{
  guint best = narrowness (name, rule->id);
  for (guint i = 0; best < 2 && rule->renamed_from != NULL && rule->renamed_from[i] != NULL; i++)
    best = MAX (best, narrowness (name, rule->renamed_from[i]));
  return best;
}

/* 0: the entry does not speak of it; the greater, the sooner it is asked. */
static guint
rank (const BlPolicyEntry *entry, const char *id, const BlRule *rule)
{
  const guint of_rule = rule != NULL ? narrowness_of_rule (entry->id, rule) : 0;
  const guint of_finding = narrowness (entry->id, id);
  const guint narrow = of_rule > 0 ? 2 + of_rule : of_finding;
  return narrow > 0 ? entry->block * 8 + narrow : 0;
}

static gboolean
is_there (const BlPolicyEntry *entry, const char *file)
{
  if (entry->paths == NULL || file == NULL)
    return entry->paths == NULL;
  g_autofree char *absolute = g_canonicalize_filename (file, NULL);
  const gsize length = strlen (entry->folder);
  if (strncmp (absolute, entry->folder, length) != 0)
    return FALSE;
  const char *below = absolute + length;
  while (*below == '/')
    below++;
  return (*below != '\0' && (below > absolute + length || g_str_has_suffix (entry->folder, "/")))
         && bl_glob_any_covers ((const char *const *) entry->paths, below);
}

BlPolicyWord
bl_policy_ask (const BlPolicy *policy, const char *id, const BlRule *rule, const char *file)
{
  BlPolicyWord word = { .state = BL_POLICY_UNSAID, .min_confidence = -1 };
  guint rank_of_state = 0, rank_of_confidence = 0;
  for (guint i = 0; policy != NULL && i < policy->entries->len; i++)
    {
      const BlPolicyEntry *entry = policy->entries->pdata[i];
      const guint at = rank (entry, id, rule);
      if (at == 0 || !is_there (entry, file))
        continue;
      if (entry->state != BL_POLICY_UNSAID && at >= rank_of_state)
        {
          rank_of_state = at;
          word.state = entry->state;
          word.severity = entry->severity;
        }
      if (entry->min_confidence >= 0 && at >= rank_of_confidence)
        {
          rank_of_confidence = at;
          word.min_confidence = entry->min_confidence;
        }
    }
  return word;
}

static gboolean
is_known (const char *name, const BlRuleSet *rules)
{
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    if (narrowness (name, kind->id) > 0)
      return TRUE;
  for (guint i = 0; i < bl_rule_set_n_rules (rules); i++)
    if (narrowness_of_rule (name, bl_rule_set_rule (rules, i)) > 0)
      return TRUE;
  return FALSE;
}

/* The nearest id that there is. Borrowed from the catalogue or the rules. */
static const char *
nearest (const char *name, const BlRuleSet *rules)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    g_ptr_array_add (ids, (gpointer) kind->id);
  for (guint i = 0; i < bl_rule_set_n_rules (rules); i++)
    g_ptr_array_add (ids, (gpointer) bl_rule_set_rule (rules, i)->id);
  g_ptr_array_add (ids, NULL);
  return bl_nearest_word (name, (const char *const *) ids->pdata);
}

guint
bl_policy_check (const BlPolicy *policy, const BlRuleSet *rules, BlProblems *problems)
{
  guint n = 0;
  for (guint i = 0; i < policy->entries->len; i++)
    {
      const BlPolicyEntry *entry = policy->entries->pdata[i];
      if (is_known (entry->id, rules))
        continue;
      const char *near = nearest (entry->id, rules);
      bl_problems_add (problems, BL_PROBLEM_PARTIAL, entry->file, entry->line, entry->column,
                       "there is no finding or rule “%s”%s%s%s", entry->id, near != NULL ? "; did you mean “" : "",
                       near != NULL ? near : "", near != NULL ? "”?" : "; `belie rules list` names the rules");
      n++;
    }
  return n;
}
