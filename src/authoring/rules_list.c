/* belie rules list, check and explain: what can be said of rules without an article. */
#include "authoring/rules_select.h"
#include "authoring/rules_verbs.h"
#include "command/command.h"
#include "command/outputs.h"

#include "report/json_writer.h"

#include <string.h>

static gboolean
is_json (const BlRulesRequest *request)
{
  return g_strcmp0 (request->options->format, "json") == 0;
}

/* --- list ---------------------------------------------------------------------------------------------------------- */

static const char *
subject_of (const BlRule *rule)
{
  return rule->kind == BL_RULE_CLAIM ? rule->predicate : rule->finding;
}

static void
write_rule (const BlRule *rule, GString *out)
{
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", 1);
  bl_json_writer_string (&writer, "id", rule->id);
  bl_json_writer_string (&writer, rule->kind == BL_RULE_CLAIM ? "predicate" : "finding", subject_of (rule));
  bl_json_writer_string (&writer, "severity", bl_severity_name (rule->severity));
  bl_json_writer_string (&writer, "status", rule->status == BL_STATUS_EXPERIMENTAL ? "experimental" : "stable");
  bl_json_writer_string (&writer, "title", rule->title);
  bl_json_writer_string (&writer, "file", rule->file);
  bl_json_writer_uint (&writer, "line", rule->line);
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

int
bl_rules_list (const BlRulesRequest *request)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_rules_load_with (pipeline, &request->options->pipeline, request->words, &error))
    return bl_outputs_failure ("rules list", pipeline->problems, error);
  g_autoptr (GHashTable) selection = NULL;
  if (!bl_rules_select ("rules list", pipeline, request->words, &selection))
    return BL_EXIT_USAGE;
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (pipeline->rules, i);
      if (!bl_rules_selected (selection, rule))
        continue;
      if (is_json (request))
        write_rule (rule, out);
      else
        g_string_append_printf (out, "%-36s %-12s %-8s %s\n", rule->id, subject_of (rule), bl_severity_name (rule->severity),
                                rule->title);
    }
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

/* --- check --------------------------------------------------------------------------------------------------------- */

static void
write_remarks (const GPtrArray *remarks, guint n_rules, guint n, GString *out)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const BlProblem *remark = remarks->pdata[i];
      BlJsonWriter writer = bl_json_writer (out);
      bl_json_writer_begin (&writer, NULL, '{');
      bl_json_writer_uint (&writer, "version", 1);
      bl_json_writer_string (&writer, "file", remark->file);
      bl_json_writer_uint (&writer, "line", remark->line);
      bl_json_writer_uint (&writer, "column", remark->column);
      bl_json_writer_string (&writer, "what", remark->what);
      bl_json_writer_end (&writer, '}');
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "{\"version\":1,\"summary\":{\"rules\":%u,\"remarks\":%u}}\n", n_rules, n);
}

int
bl_rules_check (const BlRulesRequest *request)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_rules (pipeline, &request->options->pipeline, &error))
    return bl_outputs_failure ("rules check", pipeline->problems, error);
  const guint n = bl_rule_set_check (pipeline->rules, pipeline->problems);
  const guint n_rules = bl_rule_set_n_rules (pipeline->rules);
  g_autoptr (GString) out = g_string_new (NULL);
  if (is_json (request))
    write_remarks (bl_problems_list (pipeline->problems), n_rules, n, out);
  else
    {
      bl_outputs_problems (pipeline->problems, FALSE);
      g_string_append_printf (out, "%u rules, %u remark%s\n", n_rules, n, n == 1 ? "" : "s");
    }
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  return n > 0 ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}

/* --- explain ------------------------------------------------------------------------------------------------------- */

/* Expressions have no spaces to break at: after an alternative or a group, else where the line is full. */
static const char *
break_at (const char *line, glong width)
{
  const char *full = g_utf8_offset_to_pointer (line, width);
  for (const char *at = full; at > line + width / 2; at--)
    if (at[-1] == '|' || at[-1] == ')' || at[-1] == ' ')
      return at;
  return full;
}

/* Long lines are cut, and what follows is moved in. */
static void
append_wrapped (GString *out, const char *line, glong width)
{
  static const char indent[] = "        ";
  gboolean first = TRUE;
  while (g_utf8_strlen (line, -1) > width - (first ? 0 : (glong) strlen (indent)))
    {
      const char *end = break_at (line, width - (first ? 0 : (glong) strlen (indent)));
      g_string_append_printf (out, "%s%.*s\n", first ? "" : indent, (int) (end - line), line);
      line = end;
      first = FALSE;
    }
  g_string_append_printf (out, "%s%s\n", first ? "" : indent, line);
}

int
bl_rules_explain (const BlRulesRequest *request)
{
  if (request->trace != NULL)
    return bl_rules_trace (request);
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_rules (pipeline, &request->options->pipeline, &error))
    return bl_outputs_failure ("rules explain", pipeline->problems, error);
  const BlRule *rule = bl_rules_find (pipeline, request->words[0]);
  if (rule == NULL)
    return BL_EXIT_USAGE;
  g_autofree char *text = bl_rule_explain (pipeline->rules, rule);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    append_wrapped (out, lines[i], 120);
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}
