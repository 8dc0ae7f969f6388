/* belie rules diff PATH… --against REV: what a change of rules does to a corpus. */
#include "authoring/rules_before.h"
#include "authoring/rules_match.h"
#include "authoring/rules_verbs.h"
#include "command/command.h"
#include "command/outputs.h"

#include "report/json_writer.h"

#include <string.h>
#include <unistd.h>

typedef struct
{
  const BlRulesRequest *request;
  const BlPipeline *now;
  BlChanges *findings;
  BlChanges *claims;
  BlTextOptions text;
  GString *out;
} Diff;

/* --- text ---------------------------------------------------------------------------------------------------------- */

static void
put_head (const Diff *diff, const BlChange *change, const char *noun)
{
  static const char *const colours[] = { "\033[1;32m", "\033[1;31m", "\033[1;33m" };
  static const char signs[] = { '+', '-', '~' };
  g_string_append_printf (diff->out, "%s%c %s%s%s, by %s", diff->text.colour ? colours[change->kind] : "", signs[change->kind],
                          noun, bl_change_name (change->kind), diff->text.colour ? "\033[0m" : "", change->maker);
  /* A rule that is gone stands where it stood. */
  const BlClaim *claim = change->finding != NULL ? change->finding->claim : change->claim;
  if (claim->rule != NULL)
    g_string_append_printf (diff->out, " (%s:%u)", claim->rule->file, claim->rule->line);
  for (guint i = 0; change->what != NULL && i < change->what->len; i++)
    g_string_append_printf (diff->out, "%s%s", i == 0 ? ": " : ", ", (const char *) change->what->pdata[i]);
  g_string_append_c (diff->out, '\n');
}

/* One line of an article, without what a terminal would obey. */
static void
put_line (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      g_string_append_unichar (out, g_unichar_isprint (c) ? c : ' ');
    }
  g_string_append_c (out, '\n');
}

static void
put_finding (const Diff *diff, const BlChange *change)
{
  put_head (diff, change, "");
  bl_report_text_finding (change->finding, &diff->text, diff->out);
  const BlFinding *was = change->finding_was;
  if (was == NULL || strcmp (was->message, change->finding->message) == 0)
    return;
  g_string_truncate (diff->out, diff->out->len - 1); /* the empty line goes last */
  g_string_append (diff->out, "  was: ");
  put_line (diff->out, was->message);
  g_string_append_c (diff->out, '\n');
}

static void
put_claim (const Diff *diff, const BlChange *change)
{
  static const char *const polarities[] = { "-", "?", "+" };
  const BlClaim *claim = change->claim;
  put_head (diff, change, "claim ");
  g_autofree char *key = bl_claim_key_string (claim);
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "%s:%u:%u: %s %s", claim->at.article->id, claim->at.location.line, claim->at.location.column,
                          key, polarities[claim->polarity + 1]);
  if (claim->value.kind != BL_VALUE_POLARITY && claim->value.text != NULL)
    g_string_append_printf (line, " = %s", claim->value.text);
  put_line (diff->out, line->str);
  g_string_append (diff->out, "    | ");
  put_line (diff->out, claim->at.sentence != NULL ? claim->at.sentence : claim->at.text);
  g_string_append_c (diff->out, '\n');
}

/* --- by rule ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *maker;
  guint n[3];
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Row *) a)->maker, ((const Row *) b)->maker);
}

static GArray *
count_by_rule (const BlChanges *changes)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < changes->list->len; i++)
    {
      const BlChange *change = &g_array_index (changes->list, BlChange, i);
      gpointer at = NULL;
      if (!g_hash_table_lookup_extended (index, change->maker, NULL, &at))
        {
          const Row row = { .maker = change->maker };
          at = GUINT_TO_POINTER (rows->len);
          g_array_append_val (rows, row);
          g_hash_table_insert (index, (gpointer) change->maker, at);
        }
      g_array_index (rows, Row, GPOINTER_TO_UINT (at)).n[change->kind]++;
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

/* "3 gained, 1 lost, 12 unchanged; by rule: security/troop-deployment +3 -1" */
static void
put_counts (const Diff *diff, const BlChanges *changes, const char *noun)
{
  static const char signs[] = { '+', '-', '~' };
  g_string_append_printf (diff->out, "%s%u gained, %u lost, %u changed, %u unchanged", noun, changes->n[BL_CHANGE_GAINED],
                          changes->n[BL_CHANGE_LOST], changes->n[BL_CHANGE_CHANGED], changes->n_unchanged);
  g_autoptr (GArray) rows = count_by_rule (changes);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_string_append_printf (diff->out, "%s%s", i == 0 ? "; by rule: " : ", ", row->maker);
      for (guint k = 0; k < G_N_ELEMENTS (row->n); k++)
        if (row->n[k] > 0)
          g_string_append_printf (diff->out, " %c%u", signs[k], row->n[k]);
    }
  g_string_append_c (diff->out, '\n');
}

static guint
n_changes (const BlChanges *changes)
{
  return changes->list->len;
}

static void
write_text (const Diff *diff)
{
  const gboolean quiet = diff->request->options->quiet;
  for (guint i = 0; i < diff->findings->list->len && !quiet; i++)
    put_finding (diff, &g_array_index (diff->findings->list, BlChange, i));
  for (guint i = 0; i < diff->claims->list->len && !quiet && diff->request->claims; i++)
    put_claim (diff, &g_array_index (diff->claims->list, BlChange, i));
  put_counts (diff, diff->findings, "findings: ");
  if (diff->request->claims)
    put_counts (diff, diff->claims, "claims: ");
  else if (n_changes (diff->claims) > 0)
    g_string_append_printf (diff->out, "%u claim%s differ%s; --claims shows them\n", n_changes (diff->claims),
                            n_changes (diff->claims) == 1 ? "" : "s", n_changes (diff->claims) == 1 ? "s" : "");
}

/* --- JSON Lines ---------------------------------------------------------------------------------------------------- */

static void
append_thing (GString *out, const char *name, const BlFinding *finding, const BlClaim *claim)
{
  if (finding == NULL && claim == NULL)
    return;
  g_string_append_printf (out, ",\"%s\":", name);
  if (finding != NULL)
    bl_report_json_finding (finding, NULL, out);
  else
    bl_claim_write_json (claim, out);
}

/* {"version":1,"change":"gained","rule":"…","finding":{…}}; of a changed one also what it was. */
static void
write_change (const BlChange *change, GString *out)
{
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", 1);
  bl_json_writer_string (&writer, "change", bl_change_name (change->kind));
  bl_json_writer_string (&writer, "rule", change->maker);
  if (change->what != NULL)
    {
      bl_json_writer_begin (&writer, "what", '[');
      for (guint i = 0; i < change->what->len; i++)
        bl_json_writer_string (&writer, NULL, change->what->pdata[i]);
      bl_json_writer_end (&writer, ']');
    }
  append_thing (out, change->finding != NULL ? "finding" : "claim", change->finding, change->claim);
  append_thing (out, "was", change->finding_was, change->claim_was);
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

static void
write_counts (BlJsonWriter *writer, const char *name, const BlChanges *changes)
{
  bl_json_writer_begin (writer, name, '{');
  for (int kind = BL_CHANGE_GAINED; kind <= BL_CHANGE_CHANGED; kind++)
    bl_json_writer_uint (writer, bl_change_name ((BlChangeKind) kind), changes->n[kind]);
  bl_json_writer_uint (writer, "unchanged", changes->n_unchanged);
  bl_json_writer_begin (writer, "rules", '{');
  g_autoptr (GArray) rows = count_by_rule (changes);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      bl_json_writer_begin (writer, row->maker, '{');
      for (int kind = BL_CHANGE_GAINED; kind <= BL_CHANGE_CHANGED; kind++)
        bl_json_writer_uint (writer, bl_change_name ((BlChangeKind) kind), row->n[kind]);
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, '}');
}

static void
write_json (const Diff *diff)
{
  for (guint i = 0; i < diff->findings->list->len; i++)
    write_change (&g_array_index (diff->findings->list, BlChange, i), diff->out);
  for (guint i = 0; i < diff->claims->list->len && diff->request->claims; i++)
    write_change (&g_array_index (diff->claims->list, BlChange, i), diff->out);
  BlJsonWriter writer = bl_json_writer (diff->out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", 1);
  bl_json_writer_begin (&writer, "summary", '{');
  bl_json_writer_string (&writer, "against", diff->request->against);
  bl_json_writer_uint (&writer, "articles", bl_corpus_n_articles (diff->now->corpus));
  write_counts (&writer, "findings", diff->findings);
  write_counts (&writer, "claims", diff->claims);
  bl_json_writer_end (&writer, '}');
  bl_json_writer_end (&writer, '}');
  g_string_append_c (diff->out, '\n');
}

/* --- the verb ------------------------------------------------------------------------------------------------------ */

static int
print_diff (const Diff *diff)
{
  if (g_strcmp0 (diff->request->options->format, "json") == 0)
    write_json (diff);
  else
    write_text (diff);
  if (!bl_print (diff->out->str, diff->out->len) || bl_problems_any_partial (diff->now->problems))
    return BL_EXIT_PARTIAL;
  const guint n = n_changes (diff->findings) + (diff->request->claims ? n_changes (diff->claims) : 0);
  return n > 0 ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}

/* What is wrong with an article is said once, not once a side. */
static void
join_problems (BlProblems *problems, BlProblems *more)
{
  const GPtrArray *list = bl_problems_list (more);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      bl_problems_add (problems, problem->level, problem->file, problem->line, problem->column, "%s", problem->what);
    }
}

static int
compare (const BlRulesRequest *request, BlPipeline *now, BlPipeline *before)
{
  const BlOptions *options = request->options;
  bl_pipeline_extract_loaded (now, &options->pipeline);
  bl_pipeline_compare (now, &options->pipeline);
  bl_pipeline_extract_loaded (before, &options->pipeline);
  bl_pipeline_compare (before, &options->pipeline);
  join_problems (now->problems, before->problems);
  bl_outputs_problems (now->problems, options->quiet);
  g_autoptr (BlChanges) findings = bl_changes_of_findings (now, before);
  g_autoptr (BlChanges) claims = bl_changes_of_claims (now, before);
  g_autoptr (GString) out = g_string_new (NULL);
  const Diff diff = { .request = request,
                      .now = now,
                      .findings = findings,
                      .claims = claims,
                      .text = { .colour = bl_options_colour (options, STDOUT_FILENO),
                                .links = bl_options_hyperlink (options, STDOUT_FILENO),
                                .verbose = options->verbose },
                      .out = out };
  return print_diff (&diff);
}

int
bl_rules_diff (const BlRulesRequest *request)
{
  if (request->against == NULL || *request->against == '\0')
    return bl_usage_error ("rules diff", "wants --against REV: a git revision, or a folder or file with packs");
  g_autoptr (BlPipeline) now = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load (now, request->words, &request->options->pipeline, &error))
    return bl_outputs_failure ("rules diff", now->problems, error);

  BlPipeline *before = bl_pipeline_new ();
  const BlRulesBefore asked = {
    .options = &request->options->pipeline, .against = request->against, .all_data = request->all_data, .paths = request->words
  };
  const int code = bl_rules_before_load (before, now, &asked, &error)
                       ? compare (request, now, before)
                       : bl_outputs_failure ("rules diff", before->problems, error);
  bl_rules_before_free (before, now);
  return code;
}
