/* belie rules profile PATH…: what each rule costs. One thread, so that rules do not disturb each other's clocks. */
#include "authoring/rules_verbs.h"
#include "command/command.h"
#include "command/outputs.h"
#include "readers/extract.h"

#include "report/json_writer.h"

#include <string.h>

typedef struct
{
  const BlRule *rule;
  BlRuleCost cost;
  guint64 claims;   /* and reports */
  guint64 findings; /* whose claim is one of these */
} Row;

static guint64
mean (guint64 ns, guint64 n)
{
  return n > 0 ? ns / n : 0;
}

static guint64
mean_matched (const Row *row)
{
  return mean (row->cost.matched_ns, row->cost.matched);
}

static guint64
mean_unmatched (const Row *row)
{
  return mean (row->cost.ns - row->cost.matched_ns, row->cost.asked - row->cost.matched);
}

/* --- order --------------------------------------------------------------------------------------------------------- */

static guint64
total_of (const Row *row)
{
  return row->cost.ns;
}

static guint64
asked_of (const Row *row)
{
  return row->cost.asked;
}

static guint64
matched_of (const Row *row)
{
  return row->cost.matched;
}

static guint64
claims_of (const Row *row)
{
  return row->claims;
}

static guint64
findings_of (const Row *row)
{
  return row->findings;
}

/* All alike: then only the id decides. */
static guint64
nothing_of (const Row *row)
{
  (void) row;
  return 0;
}

typedef guint64 (*ColumnFunc) (const Row *row);

static const struct
{
  const char *name;
  ColumnFunc value;
} columns[] = {
  { "total", total_of },   { "asked", asked_of },       { "matched", matched_of },
  { "claims", claims_of }, { "findings", findings_of }, { "id", nothing_of },
};

/* --sort; NULL for a word that is none. */
static ColumnFunc
column_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (name == NULL || strcmp (columns[i].name, name) == 0)
      return columns[i].value;
  return NULL;
}

/* The largest first; equal rows by id, so that rules nobody asked have a fixed order. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Row *x = a, *y = b;
  const ColumnFunc value = *(const ColumnFunc *) user_data;
  if (value (x) != value (y))
    return value (x) > value (y) ? -1 : 1;
  return g_strcmp0 (x->rule->id, y->rule->id);
}

/* --- measuring ----------------------------------------------------------------------------------------------------- */

static void
count_one (GHashTable *counts, const BlRule *rule)
{
  if (rule != NULL)
    g_hash_table_insert (counts, (gpointer) rule, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, rule)) + 1));
}

static guint
count_of (GHashTable *counts, const BlRule *rule)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, rule));
}

/* Reads the articles as `belie check` does, one after another. */
static GPtrArray *
read_articles (const BlPipeline *pipeline, BlScanner *scanner)
{
  const BlClaimContext context = bl_pipeline_claim_context (pipeline);
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  for (guint i = 0; i < bl_corpus_n_articles (pipeline->corpus); i++)
    g_ptr_array_add (claims, bl_claims_extract (&context, scanner, bl_corpus_article (pipeline->corpus, i)));
  return claims;
}

static void
count_claims (GHashTable *counts, const GPtrArray *article_claims)
{
  for (guint i = 0; i < article_claims->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (article_claims->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        count_one (counts, ((const BlClaim *) list->pdata[k])->rule);
    }
}

static void
count_findings (GHashTable *counts, const BlFindings *findings)
{
  const GPtrArray *list = bl_findings_list (findings);
  for (guint i = 0; i < list->len; i++)
    count_one (counts, ((const BlFinding *) list->pdata[i])->claim->rule);
}

/* Patterns are compiled when they are first asked, which costs a thousand times a question: a first reading pays for that, and
 * the second is measured. Row's, owned by the caller. */
static GArray *
measure (BlPipeline *pipeline, const BlPipelineOptions *options, ColumnFunc column)
{
  g_autoptr (GHashTable) claims = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) findings = g_hash_table_new (NULL, NULL);
  g_autoptr (BlScanner) scanner = bl_scanner_new (pipeline->rules);
  g_ptr_array_unref (read_articles (pipeline, scanner));
  bl_scanner_measure (scanner);
  pipeline->article_claims = read_articles (pipeline, scanner);
  bl_pipeline_compare (pipeline, options);
  count_claims (claims, pipeline->article_claims);
  count_findings (findings, pipeline->findings);

  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (pipeline->rules, i);
      const Row row = { .rule = rule,
                        .cost = bl_scanner_cost (scanner, rule),
                        .claims = count_of (claims, rule),
                        .findings = count_of (findings, rule) };
      g_array_append_val (rows, row);
    }
  g_array_sort_with_data (rows, compare_rows, &column);
  return rows;
}

static guint
count_sentences (const BlCorpus *corpus)
{
  guint sum = 0;
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      guint n = 0;
      bl_document_sentences (bl_corpus_article (corpus, i)->document, &n);
      sum += n;
    }
  return sum;
}

#define COUNT "%9" G_GUINT64_FORMAT

static void
write_text (const BlPipeline *pipeline, const GArray *rows, GString *out)
{
  guint64 asked = 0, ns = 0;
  g_string_append_printf (out, "%-36s %9s %9s %11s %11s %9s %7s %8s\n", "rule", "asked", "matched", "ns matched", "ns if not",
                          "total µs", "claims", "findings");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_string_append_printf (out,
                              "%-36s " COUNT " " COUNT "   " COUNT "   " COUNT " %8" G_GUINT64_FORMAT " %7" G_GUINT64_FORMAT
                              " %8" G_GUINT64_FORMAT "\n",
                              row->rule->id, row->cost.asked, row->cost.matched, mean_matched (row), mean_unmatched (row),
                              row->cost.ns / 1000, row->claims, row->findings);
      asked += row->cost.asked;
      ns += row->cost.ns;
    }
  g_string_append_printf (
      out, "%u rules, %u articles, %u sentences: patterns were asked %" G_GUINT64_FORMAT " times in %" G_GUINT64_FORMAT " µs\n",
      rows->len, bl_corpus_n_articles (pipeline->corpus), count_sentences (pipeline->corpus), asked, ns / 1000);
}

/* One rule a line. */
static void
write_json (const GArray *rows, GString *out)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      BlJsonWriter writer = bl_json_writer (out);
      bl_json_writer_begin (&writer, NULL, '{');
      bl_json_writer_uint (&writer, "version", 1);
      bl_json_writer_string (&writer, "rule", row->rule->id);
      bl_json_writer_uint (&writer, "asked", row->cost.asked);
      bl_json_writer_uint (&writer, "matched", row->cost.matched);
      bl_json_writer_uint (&writer, "mean_ns_matched", mean_matched (row));
      bl_json_writer_uint (&writer, "mean_ns_unmatched", mean_unmatched (row));
      bl_json_writer_uint (&writer, "total_ns", row->cost.ns);
      bl_json_writer_uint (&writer, "claims", row->claims);
      bl_json_writer_uint (&writer, "findings", row->findings);
      bl_json_writer_end (&writer, '}');
      g_string_append_c (out, '\n');
    }
}

int
bl_rules_profile (const BlRulesRequest *request)
{
  const BlOptions *options = request->options;
  const ColumnFunc column = column_named (request->sort);
  if (column == NULL)
    return bl_usage_error ("rules profile", "--sort is total, asked, matched, claims, findings or id, not “%s”", request->sort);
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load (pipeline, request->words, &options->pipeline, &error))
    return bl_outputs_failure ("rules profile", pipeline->problems, error);
  g_autoptr (GArray) rows = measure (pipeline, &options->pipeline, column);
  bl_outputs_problems (pipeline->problems, options->quiet);

  g_autoptr (GString) out = g_string_new (NULL);
  if (g_strcmp0 (options->format, "json") == 0)
    write_json (rows, out);
  else
    write_text (pipeline, rows, out);
  if (!bl_print (out->str, out->len) || bl_problems_any_partial (pipeline->problems))
    return BL_EXIT_PARTIAL;
  return BL_EXIT_CLEAN;
}
