#include "pipeline/focus.h"

#include "events/events.h"
#include "index/neighbourhood.h"
#include "readers/extract.h"

/* Where one article of so many is in question, the neighbourhood would be most of the corpus. */
#define FEW 4

typedef struct
{
  const BlPipeline *pipeline;
  BlClaimContext context;
  GBytes **rows; /* by article; NULL: none yet */
  gint next;
} Indexing;

static void
index_article (Indexing *indexing, BlScanner *scanner, guint i)
{
  g_autoptr (BlArticle) article = bl_corpus_read_article (indexing->pipeline->corpus, i);
  if (article == NULL)
    return;
  g_autoptr (BlArticleClaims) claims = bl_claims_extract (&indexing->context, scanner, article);
  indexing->rows[i] = bl_index_row_new (indexing->pipeline->kb, claims);
}

static void
index_articles (G_GNUC_UNUSED guint thread, gpointer data)
{
  Indexing *indexing = data;
  g_autoptr (BlScanner) scanner = bl_scanner_new (indexing->context.rules);
  const gint n = (gint) bl_corpus_n_articles (indexing->pipeline->corpus);
  for (;;)
    {
      const gint i = g_atomic_int_add (&indexing->next, 1);
      if (i >= n)
        return;
      if (indexing->rows[i] == NULL)
        index_article (indexing, scanner, (guint) i);
    }
}

/* The claims of the articles in question, and those articles in articles; what there is to say of them is said when they are read to stay. */
static GPtrArray *
extract_focus (const BlPipeline *pipeline, const BlClaimContext *context, GPtrArray *articles)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  g_autoptr (BlScanner) scanner = bl_scanner_new (context->rules);
  for (guint i = 0; i < bl_corpus_n_articles (pipeline->corpus); i++)
    {
      BlArticle *article = pipeline->focus[i] ? bl_corpus_read_article (pipeline->corpus, i) : NULL;
      if (article == NULL)
        continue;
      g_ptr_array_add (articles, article);
      g_ptr_array_add (list, bl_claims_extract (context, scanner, article));
    }
  return list;
}

static BlNeighbourhood *
find_neighbourhood (BlPipeline *pipeline, const BlPipelineOptions *options, BlArticleCache *cache)
{
  static const BlIndexHead nothing = { .first = 1, .n_text = 1 };
  const guint n = bl_corpus_n_articles (pipeline->corpus);
  g_autoptr (BlProblems) unsaid = bl_problems_new ();
  g_autofree GBytes **bytes = g_new0 (GBytes *, MAX (n, 1));
  g_autofree BlIndexRow *rows = g_new0 (BlIndexRow, MAX (n, 1));
  Indexing indexing = { .pipeline = pipeline, .context = bl_pipeline_claim_context (pipeline), .rows = bytes };
  indexing.context.problems = unsaid;
  const guint jobs = bl_pipeline_jobs (options);
  if (cache != NULL)
    bl_article_cache_rows (cache, pipeline, options, bytes);
  bl_parallel_for (jobs, jobs, index_articles, &indexing);
  if (cache != NULL)
    bl_article_cache_keep (cache, pipeline, bytes);
  for (guint i = 0; i < n; i++)
    {
      gsize length = 0;
      const void *data = bytes[i] != NULL ? g_bytes_get_data (bytes[i], &length) : NULL;
      if (data == NULL || !bl_index_row_open (&rows[i], data, length))
        rows[i] = (BlIndexRow){ .head = &nothing, .text = "" };
    }
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_free);
  g_autoptr (GPtrArray) focus_claims = extract_focus (pipeline, &indexing.context, articles);
  const BlNeighbourhoodInput input
      = { .kb = pipeline->kb, .rows = rows, .n = n, .focus = pipeline->focus, .focus_claims = focus_claims };
  BlNeighbourhood *neighbourhood = bl_neighbourhood_find (&input);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&bytes[i], g_bytes_unref);
  return neighbourhood;
}

/* Indices of articles that were read for those of articles that were found. */
static void
renumber (BlPipeline *pipeline, BlNeighbourhood *neighbourhood, const guint *read, guint n)
{
  gboolean *focus = g_new0 (gboolean, MAX (bl_corpus_n_articles (pipeline->corpus), 1));
  pipeline->n_focus = 0;
  for (guint i = 0; i < n; i++)
    if (read[i] != G_MAXUINT && pipeline->focus[i])
      {
        focus[read[i]] = TRUE;
        pipeline->n_focus++;
      }
  g_free (pipeline->focus);
  pipeline->focus = focus;
  if (neighbourhood == NULL)
    return;
  guint kept = 0;
  for (guint i = 0; i < neighbourhood->ties->len; i++)
    {
      BlEventTie tie = g_array_index (neighbourhood->ties, BlEventTie, i);
      tie.a = read[tie.a];
      tie.b = read[tie.b];
      if (tie.a != G_MAXUINT && tie.b != G_MAXUINT)
        g_array_index (neighbourhood->ties, BlEventTie, kept++) = tie;
    }
  g_array_set_size (neighbourhood->ties, kept);
}

void
bl_focus_narrow (BlPipeline *pipeline, const BlPipelineOptions *options, BlArticleCache *cache)
{
  const guint n = bl_corpus_n_articles (pipeline->corpus);
  g_autofree guint *read = g_new0 (guint, MAX (n, 1));
  g_autofree gboolean *all = NULL;
  if (!options->compare_all && (guint64) pipeline->n_focus * FEW <= n)
    pipeline->neighbourhood = find_neighbourhood (pipeline, options, cache);
  else
    {
      all = g_new (gboolean, MAX (n, 1));
      for (guint i = 0; i < n; i++)
        all[i] = TRUE;
    }
  const gboolean *wanted = pipeline->neighbourhood != NULL ? pipeline->neighbourhood->wanted : all;
  bl_corpus_narrow (pipeline->corpus, wanted, bl_pipeline_jobs (options), read);
  renumber (pipeline, pipeline->neighbourhood, read, n);
}
