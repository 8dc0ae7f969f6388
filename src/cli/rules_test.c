/* belie rules test: runs and prints the tests that rules carry. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "cli/rule_tests.h"
#include "cli/rules_select.h"
#include "cli/rules_verbs.h"

int
bl_rules_test (const BlRulesRequest *request)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_rules_load_with (pipeline, &request->options->pipeline, request->words, &error)
      || !bl_pipeline_load_text_lexicon (pipeline, &error))
    return bl_outputs_failure ("rules test", pipeline->problems, error);
  g_autoptr (GHashTable) selection = NULL;
  if (!bl_rules_select ("rules test", pipeline, request->words, &selection))
    return BL_EXIT_USAGE;
  g_autoptr (GString) out = g_string_new (NULL);
  const BlRuleTestCount count = bl_rule_tests_run (pipeline, selection, out);
  g_string_append_printf (out, "%u passed, %u failed, %u todo\n", count.n_passed, count.n_failed, count.n_todo);
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  return count.n_failed > 0 ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}
