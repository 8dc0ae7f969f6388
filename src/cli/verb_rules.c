/* belie rules: list, check, test, explain. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "cli/rule_tests.h"

#include <stdio.h>
#include <string.h>

static int
list (const BlPipeline *pipeline)
{
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (pipeline->rules, i);
      printf ("%-36s %-12s %-8s %s\n", rule->id, rule->kind == BL_RULE_CLAIM ? rule->predicate : rule->finding,
              bl_severity_name (rule->severity), rule->title);
    }
  return BL_EXIT_CLEAN;
}

static int
check (const BlPipeline *pipeline)
{
  const guint n = bl_rule_set_check (pipeline->rules, pipeline->problems);
  bl_outputs_problems (pipeline->problems, FALSE);
  printf ("%u rules, %u remarks\n", bl_rule_set_n_rules (pipeline->rules), n);
  return n > 0 ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}

/* The rule of this id; a usage error names the nearest one. */
static const BlRule *
find_rule (const BlPipeline *pipeline, const char *id)
{
  const BlRule *rule = bl_rule_set_find (pipeline->rules, id);
  if (rule != NULL)
    return rule;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    g_ptr_array_add (ids, (gpointer) bl_rule_set_rule (pipeline->rules, i)->id);
  g_ptr_array_add (ids, NULL);
  const char *near = bl_nearest_word (id, (const char *const *) ids->pdata);
  if (near != NULL)
    bl_usage_error ("rules", "there is no rule “%s”; did you mean “%s”?", id, near);
  else
    bl_usage_error ("rules", "there is no rule “%s”; `belie rules list` names all", id);
  return NULL;
}

static int
test (BlPipeline *pipeline, const char *id, GError **error)
{
  const BlRule *rule = id != NULL ? find_rule (pipeline, id) : NULL;
  if (id != NULL && rule == NULL)
    return BL_EXIT_USAGE;
  if (!bl_pipeline_load_text_lexicon (pipeline, error))
    return bl_outputs_failure ("rules", pipeline->problems, *error);
  g_autoptr (GString) out = g_string_new (NULL);
  const BlRuleTestCount count = bl_rule_tests_run (pipeline, rule, out);
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  printf ("%u passed, %u failed, %u todo\n", count.n_passed, count.n_failed, count.n_todo);
  return count.n_failed > 0 ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}

static int
explain (const BlPipeline *pipeline, const char *id)
{
  const BlRule *rule = find_rule (pipeline, id);
  if (rule == NULL)
    return BL_EXIT_USAGE;
  g_autofree char *text = bl_rule_explain (pipeline->rules, rule);
  return bl_print (text, strlen (text)) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

int
bl_verb_rules (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  if (!bl_options_parse (&options, argc, argv,
                         "list           all rules\n"
                         "check          remarks on style: unused fragments, captures, missing tests\n"
                         "test [ID]      the tests that rules carry\n"
                         "explain ID     what a rule became: patterns, literals, cost",
                         NULL))
    return BL_EXIT_USAGE;
  const char *action = options.paths != NULL ? options.paths[0] : NULL;
  const char *id = action != NULL ? options.paths[1] : NULL;
  static const char *const actions[] = { "list", "check", "test", "explain", NULL };
  if (action == NULL || !g_strv_contains (actions, action))
    return bl_usage_error ("rules", "takes list, check, test [ID] or explain ID%s%s", action != NULL ? ", not " : "",
                           action != NULL ? action : "");
  if (strcmp (action, "explain") == 0 && id == NULL)
    return bl_usage_error ("rules explain", "takes the id of a rule; `belie rules list` names all");

  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_rules (pipeline, &options.pipeline, &error))
    return bl_outputs_failure ("rules", pipeline->problems, error);
  if (strcmp (action, "list") == 0)
    return list (pipeline);
  if (strcmp (action, "check") == 0)
    return check (pipeline);
  if (strcmp (action, "explain") == 0)
    return explain (pipeline, id);
  return test (pipeline, id, &error);
}
