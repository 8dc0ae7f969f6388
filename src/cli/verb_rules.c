/* belie rules: dispatches; list, check, test and explain are here. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "cli/rule_tests.h"
#include "cli/rules_verbs.h"

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

const BlRule *
bl_rules_find (const BlPipeline *pipeline, const char *id)
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
  const BlRule *rule = id != NULL ? bl_rules_find (pipeline, id) : NULL;
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
  const BlRule *rule = bl_rules_find (pipeline, id);
  if (rule == NULL)
    return BL_EXIT_USAGE;
  g_autofree char *text = bl_rule_explain (pipeline->rules, rule);
  return bl_print (text, strlen (text)) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

/* What stands after `rules`. */
typedef struct
{
  const char *name;
  const char *wants; /* what its arguments are, for messages */
  guint least, most;
} Action;

static const Action actions[] = {
  { "list", "no more words", 0, 0 },    { "check", "no more words", 0, 0 },
  { "test", "at most one id", 0, 1 },   { "explain", "the id of one rule; `belie rules list` names all", 1, 1 },
  { "profile", "paths", 0, G_MAXUINT }, { "new", "one id, for example: belie rules new harbour/closes-port", 1, 1 },
};

/* The action that was asked for, with as many arguments as it takes; NULL after a usage error. */
static const Action *
find_action (char **words)
{
  const char *wanted = words != NULL ? words[0] : NULL;
  const char *names[G_N_ELEMENTS (actions) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      names[i] = actions[i].name;
      if (g_strcmp0 (wanted, names[i]) != 0)
        continue;
      const guint n = g_strv_length (words + 1);
      if (n >= actions[i].least && n <= actions[i].most)
        return &actions[i];
      g_autofree char *verb = g_strdup_printf ("rules %s", names[i]);
      bl_usage_error (verb, "takes %s", actions[i].wants);
      return NULL;
    }
  const char *near = wanted != NULL ? bl_nearest_word (wanted, names) : NULL;
  g_autofree char *hint = near != NULL ? g_strdup_printf ("; did you mean “%s”?", near) : g_strdup ("");
  bl_usage_error ("rules", "takes list, check, test [ID], explain ID, profile PATH… or new ID%s%s%s",
                  wanted != NULL ? ", not " : "", wanted != NULL ? wanted : "", hint);
  return NULL;
}

static gboolean
options_fit (const BlOptions *options, const char *action, const char *trace)
{
  if (trace != NULL && strcmp (action, "explain") != 0)
    bl_usage_error ("rules", "--trace belongs to `belie rules explain ID`");
  else if (options->format != NULL && strcmp (action, "profile") != 0)
    bl_usage_error ("rules", "--format belongs to `belie rules profile`");
  else if (options->format != NULL && strcmp (options->format, "text") != 0 && strcmp (options->format, "json") != 0)
    bl_usage_error ("rules profile", "--format is text or json, not “%s”", options->format);
  else
    return TRUE;
  return FALSE;
}

/* The actions that need rules but no articles. */
static int
run_on_rules (const BlOptions *options, const char *action, const char *id)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_rules (pipeline, &options->pipeline, &error))
    return bl_outputs_failure ("rules", pipeline->problems, error);
  if (strcmp (action, "list") == 0)
    return list (pipeline);
  if (strcmp (action, "check") == 0)
    return check (pipeline);
  if (strcmp (action, "explain") == 0)
    return explain (pipeline, id);
  if (strcmp (action, "new") == 0)
    return bl_rules_new (pipeline, id);
  return test (pipeline, id, &error);
}

int
bl_verb_rules (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  g_autofree char *trace = NULL;
  const GOptionEntry own[] = {
    { "trace", 0, 0, G_OPTION_ARG_FILENAME, &trace, "explain: how far the rule gets in the sentences that begin there",
      "FILE:LINE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, "profile: text or json, one rule a line (default: text)",
      "FORMAT" },
    { 0 },
  };
  if (!bl_options_parse (&options, argc, argv,
                         "list            all rules\n"
                         "check           remarks on style: unused fragments, captures, missing tests\n"
                         "test [ID]       the tests that rules carry\n"
                         "explain ID      what a rule became: patterns, literals, cost; with --trace, where it stops\n"
                         "profile PATH…   what each rule costs on a corpus, the dearest first: how often its patterns were\n"
                         "                asked about a sentence, how many matched, mean and total time, claims made\n"
                         "new ID          a pack to begin with, with comments and tests, on standard output",
                         own))
    return BL_EXIT_USAGE;
  const Action *action = find_action (options.paths);
  if (action == NULL || !options_fit (&options, action->name, trace))
    return BL_EXIT_USAGE;
  if (strcmp (action->name, "profile") == 0)
    return bl_rules_profile (&options, options.paths + 1);
  if (trace != NULL)
    return bl_rules_trace (&options, options.paths[1], trace);
  return run_on_rules (&options, action->name, options.paths[1]);
}
