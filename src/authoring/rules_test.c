/* belie rules test: prints how the tests that rules carry went. */
#include "authoring/rule_tests.h"
#include "authoring/rules_select.h"
#include "authoring/rules_verbs.h"
#include "command/command.h"
#include "command/outputs.h"

#include "report/json_writer.h"

#include <string.h>

typedef struct
{
  GString *out;
  guint n;
} Printer;

/* "harbour/closes-port: yes “Norway will …”" */
static void
append_name (GString *out, const BlTestOutcome *outcome)
{
  if (outcome->rule != NULL)
    g_string_append (out, outcome->rule->id);
  if (outcome->kind != NULL)
    g_string_append_printf (out, ": %s “%s”", outcome->kind, outcome->text[0]);
  if (outcome->text[1] != NULL)
    g_string_append_printf (out, " and “%s”", outcome->text[1]);
}

static void
append_detail (GString *out, const char *detail, const char *indent)
{
  g_auto (GStrv) lines = g_strsplit (detail != NULL ? detail : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (out, "%s%s\n", indent, lines[i]);
}

static void
print_text (const BlTestOutcome *outcome, gpointer user_data)
{
  GString *out = ((Printer *) user_data)->out;
  if (outcome->result == BL_TEST_PASSED)
    return;
  g_string_append_printf (out, "%s:%u: %s: ", outcome->file, outcome->line, bl_test_result_name (outcome->result));
  append_name (out, outcome);
  if (outcome->what != NULL)
    g_string_append_printf (out, "%s%s", outcome->rule != NULL ? ": " : "", outcome->what);
  g_string_append_c (out, '\n');
  append_detail (out, outcome->detail, "    ");
}

static void
print_json (const BlTestOutcome *outcome, gpointer user_data)
{
  GString *out = ((Printer *) user_data)->out;
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", 1);
  bl_json_writer_string (&writer, "rule", outcome->rule != NULL ? outcome->rule->id : NULL);
  bl_json_writer_string (&writer, "test", outcome->kind);
  bl_json_writer_string (&writer, "result", bl_test_result_name (outcome->result));
  bl_json_writer_string (&writer, "file", outcome->file);
  bl_json_writer_uint (&writer, "line", outcome->line);
  bl_json_writer_string (&writer, "text", outcome->text[0]);
  bl_json_writer_string (&writer, "other", outcome->text[1]);
  bl_json_writer_string (&writer, "what", outcome->what);
  bl_json_writer_string (&writer, "detail", outcome->detail);
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

/* Test Anything Protocol: a "#" in a name would begin a directive. */
static void
print_tap (const BlTestOutcome *outcome, gpointer user_data)
{
  Printer *printer = user_data;
  g_autoptr (GString) name = g_string_new (NULL);
  append_name (name, outcome);
  if (outcome->rule == NULL)
    g_string_append (name, outcome->what);
  g_string_replace (name, "#", "\\#", 0);
  g_string_append_printf (printer->out, "%s %u - %s%s\n", outcome->result == BL_TEST_PASSED ? "ok" : "not ok", ++printer->n,
                          name->str, outcome->result == BL_TEST_OPEN ? " # TODO" : "");
  if (outcome->result != BL_TEST_FAILED)
    return;
  g_string_append_printf (printer->out, "# %s:%u: %s\n", outcome->file, outcome->line, outcome->what);
  append_detail (printer->out, outcome->detail, "#   ");
}

static void
print_nothing (const BlTestOutcome *outcome, gpointer user_data)
{
  (void) outcome;
  (void) user_data;
}

static void
append_count (const char *format, const BlRuleTestCount *count, Printer *printer)
{
  if (strcmp (format, "tap") == 0)
    g_string_append_printf (printer->out, "1..%u\n", printer->n);
  else if (strcmp (format, "json") == 0)
    g_string_append_printf (printer->out,
                            "{\"version\":1,\"summary\":{\"passed\":%u,\"failed\":%u,\"todo\":%u,\"examples\":%u}}\n",
                            count->n_passed, count->n_failed, count->n_todo, count->n_examples);
  else
    {
      g_string_append_printf (printer->out, "%u passed, %u failed, %u todo", count->n_passed, count->n_failed, count->n_todo);
      if (count->n_examples > 0)
        g_string_append_printf (printer->out, "; %u examples of fragments", count->n_examples);
      g_string_append_c (printer->out, '\n');
    }
}

int
bl_rules_test (const BlRulesRequest *request)
{
  const char *format = request->options->format != NULL ? request->options->format : "text";
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_rules_load_with (pipeline, &request->options->pipeline, request->words, &error)
      || !bl_pipeline_load_text_lexicon (pipeline, &error))
    return bl_outputs_failure ("rules test", pipeline->problems, error);
  g_autoptr (GHashTable) selection = NULL;
  if (!bl_rules_select ("rules test", pipeline, request->words, &selection))
    return BL_EXIT_USAGE;
  g_autoptr (GString) out = g_string_new (NULL);
  Printer printer = { .out = out };
  const BlTestFunc print = strcmp (format, "json") == 0  ? print_json
                           : strcmp (format, "tap") == 0 ? print_tap
                           : request->options->quiet     ? print_nothing
                                                         : print_text;
  const BlRuleTestCount count = bl_rule_tests_run (pipeline, selection, print, &printer);
  append_count (format, &count, &printer);
  bl_outputs_problems (pipeline->problems, request->options->quiet);
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  return count.n_failed > 0 ? BL_EXIT_FINDINGS : bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}
