/* belie rules profile PATH…: what each rule costs. One thread, so that rules do not disturb each other's clocks. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "cli/rules_verbs.h"

#include "report/json_writer.h"

typedef struct
{
  const BlRule *rule;
  BlRuleCost cost;
  guint64 claims; /* and reports */
} Row;

static guint64
mean_ns (const Row *row)
{
  return row->cost.asked > 0 ? row->cost.ns / row->cost.asked : 0;
}

/* The dearest first; what costs the same by id, so that rules nobody asked have a fixed order. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  if (x->cost.ns != y->cost.ns)
    return x->cost.ns > y->cost.ns ? -1 : 1;
  return g_strcmp0 (x->rule->id, y->rule->id);
}

/* rule → its number of claims, as a pointer. */
static void
count_claims (GHashTable *counts, const BlArticleClaims *claims)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      if (claim->rule != NULL)
        g_hash_table_insert (counts, (gpointer) claim->rule,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, claim->rule)) + 1));
    }
}

/* Reads the articles as `belie check` does, one after another. counts may be NULL. */
static void
read_articles (const BlPipeline *pipeline, BlScanner *scanner, GHashTable *counts)
{
  const BlClaimContext context = bl_pipeline_claim_context (pipeline);
  for (guint i = 0; i < bl_corpus_n_articles (pipeline->corpus); i++)
    {
      g_autoptr (BlArticleClaims) claims = bl_claims_extract (&context, scanner, bl_corpus_article (pipeline->corpus, i));
      if (counts != NULL)
        count_claims (counts, claims);
    }
}

/* Patterns are compiled when they are first asked, which costs a thousand times a question: a first reading pays for that, and
 * the second is measured. Row's, owned by the caller. */
static GArray *
measure (const BlPipeline *pipeline)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (BlScanner) scanner = bl_scanner_new (pipeline->rules);
  read_articles (pipeline, scanner, NULL);
  bl_scanner_measure (scanner);
  read_articles (pipeline, scanner, counts);

  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (pipeline->rules, i);
      const Row row = { .rule = rule,
                        .cost = bl_scanner_cost (scanner, rule),
                        .claims = GPOINTER_TO_UINT (g_hash_table_lookup (counts, rule)) };
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
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

static void
write_text (const BlPipeline *pipeline, const GArray *rows, GString *out)
{
  guint64 asked = 0, ns = 0;
  g_string_append_printf (out, "%-36s %9s %9s %9s %10s %8s\n", "rule", "asked", "matched", "mean ns", "total µs", "claims");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_string_append_printf (out,
                              "%-36s %9" G_GUINT64_FORMAT " %9" G_GUINT64_FORMAT " %9" G_GUINT64_FORMAT " %9" G_GUINT64_FORMAT
                              " %8" G_GUINT64_FORMAT "\n",
                              row->rule->id, row->cost.asked, row->cost.matched, mean_ns (row), row->cost.ns / 1000,
                              row->claims);
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
      bl_json_writer_string (&writer, "rule", row->rule->id);
      bl_json_writer_uint (&writer, "asked", row->cost.asked);
      bl_json_writer_uint (&writer, "matched", row->cost.matched);
      bl_json_writer_uint (&writer, "mean_ns", mean_ns (row));
      bl_json_writer_uint (&writer, "total_ns", row->cost.ns);
      bl_json_writer_uint (&writer, "claims", row->claims);
      bl_json_writer_end (&writer, '}');
      g_string_append_c (out, '\n');
    }
}

int
bl_rules_profile (const BlRulesRequest *request)
{
  const BlOptions *options = request->options;
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load (pipeline, request->words, &options->pipeline, &error))
    return bl_outputs_failure ("rules profile", pipeline->problems, error);
  g_autoptr (GArray) rows = measure (pipeline);
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
