#include "pipeline/pipeline.h"

#include "judge/gate_log.h"
#include "pipeline/decisions.h"
#include "readers/extract.h"

BlPipeline *
bl_pipeline_new (void)
{
  BlPipeline *pipeline = g_new0 (BlPipeline, 1);
  pipeline->problems = bl_problems_new ();
  pipeline->stems = bl_stems_new ();
  return pipeline;
}

void
bl_pipeline_free (BlPipeline *pipeline)
{
  if (pipeline == NULL)
    return;
  g_clear_pointer (&pipeline->profiles, g_ptr_array_unref);
  g_clear_pointer (&pipeline->review, bl_review_free);
  g_clear_pointer (&pipeline->decisions, g_ptr_array_unref);
  g_free (pipeline->focus);
  g_clear_pointer (&pipeline->findings, bl_findings_free);
  g_clear_pointer (&pipeline->comparisons, bl_comparisons_free);
  g_clear_pointer (&pipeline->origins, bl_origins_free);
  g_clear_pointer (&pipeline->log, bl_gate_log_free);
  g_clear_pointer (&pipeline->article_claims, g_ptr_array_unref);
  g_clear_pointer (&pipeline->neighbourhood, bl_neighbourhood_free);
  g_clear_pointer (&pipeline->corpus, bl_corpus_free);
  g_clear_pointer (&pipeline->stems, bl_stems_free);
  g_clear_pointer (&pipeline->syntax, bl_syntax_free);
  g_clear_pointer (&pipeline->cues, bl_cues_free);
  g_clear_pointer (&pipeline->kinds, bl_word_kinds_free);
  g_clear_pointer (&pipeline->rules, bl_rule_set_free);
  g_clear_pointer (&pipeline->finder, bl_mention_finder_free);
  g_clear_pointer (&pipeline->kb, bl_knowledge_free);
  g_clear_pointer (&pipeline->text_lexicon, bl_text_lexicon_free);
  g_clear_pointer (&pipeline->problems, bl_problems_free);
  g_clear_pointer (&pipeline->progress, bl_progress_free);
  g_free (pipeline->data_dir);
  g_free (pipeline->root);
  g_free (pipeline);
}

/* One scanner a thread: a worker takes the next article until none is left, and writes only its own slots. */
typedef struct
{
  const BlClaimContext *context;
  const BlCorpus *corpus;
  BlProgress *progress;
  gpointer *slots;
  gint next;
} Extraction;

static gpointer
extract_worker (gpointer data)
{
  Extraction *extraction = data;
  g_autoptr (BlScanner) scanner = bl_scanner_new (extraction->context->rules);
  const gint n = (gint) bl_corpus_n_articles (extraction->corpus);
  for (;;)
    {
      const gint i = g_atomic_int_add (&extraction->next, 1);
      if (i >= n)
        return NULL;
      extraction->slots[i]
          = bl_claims_extract (extraction->context, scanner, bl_corpus_article (extraction->corpus, (guint) i));
      bl_progress_step (extraction->progress);
    }
}

BlClaimContext
bl_pipeline_claim_context (const BlPipeline *pipeline)
{
  return (BlClaimContext){ .kb = pipeline->kb,
                           .finder = pipeline->finder,
                           .rules = pipeline->rules,
                           .cues = pipeline->cues,
                           .problems = pipeline->problems,
                           .stems = pipeline->stems };
}

guint
bl_pipeline_jobs (const BlPipelineOptions *options)
{
  return options->jobs > 0 ? (guint) options->jobs : g_get_num_processors ();
}

void
bl_pipeline_extract_loaded (BlPipeline *pipeline, const BlPipelineOptions *options)
{
  const guint jobs = bl_pipeline_jobs (options);
  const guint n = bl_corpus_n_articles (pipeline->corpus);
  pipeline->article_claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  g_ptr_array_set_size (pipeline->article_claims, (gint) n);

  const BlClaimContext context = bl_pipeline_claim_context (pipeline);
  Extraction extraction = {
    .context = &context, .corpus = pipeline->corpus, .progress = pipeline->progress, .slots = pipeline->article_claims->pdata
  };
  bl_progress_stage (pipeline->progress, "claims", n);

  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  for (guint i = 1; i < MIN (jobs, n); i++)
    g_ptr_array_add (threads, g_thread_new ("extract", extract_worker, &extraction));
  extract_worker (&extraction);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (threads->pdata[i]);
}

BlFindingFilter
bl_pipeline_filter (const BlPipelineOptions *options)
{
  return (BlFindingFilter){ .only = (const char *const *) options->only,
                            .skip = (const char *const *) options->skip,
                            .policy = options->policy,
                            .asked_for = options->only_is_asked ? (const char *const *) options->only : NULL,
                            .min_severity = options->min_severity,
                            .min_confidence = options->min_confidence };
}

BlCompareInput
bl_pipeline_compare_input (const BlPipeline *pipeline)
{
  return (BlCompareInput){
    .kb = pipeline->kb, .cues = pipeline->cues, .kinds = pipeline->kinds, .syntax = pipeline->syntax, .stems = pipeline->stems
  };
}

/* What was not read may still hold what a decision is about. */
static void
review (BlPipeline *pipeline, const BlFindingFilter *filter)
{
  const BlReviewInput input = { .corpus = pipeline->corpus,
                                .decisions = pipeline->decisions,
                                .today = bl_decisions_today (),
                                .whole = pipeline->whole && !bl_problems_any_partial (pipeline->problems),
                                .filter = filter };
  pipeline->review = bl_review_new (&input, pipeline->findings);
}

void
bl_pipeline_compare (BlPipeline *pipeline, const BlPipelineOptions *options)
{
  bl_progress_stage (pipeline->progress, "comparing", 0);
  pipeline->origins = bl_origins_find_on (pipeline->article_claims, bl_pipeline_jobs (options));
  BlCompareInput input = bl_pipeline_compare_input (pipeline);
  input.article_claims = pipeline->article_claims;
  input.origins = pipeline->origins;
  input.keep_related = pipeline->log != NULL;
  input.log = pipeline->log;
  input.jobs = bl_pipeline_jobs (options);
  BlWider wider = { 0 };
  if (pipeline->neighbourhood != NULL)
    {
      wider = (BlWider){ .counts = pipeline->neighbourhood->counts, .ties = pipeline->neighbourhood->ties };
      input.wider = &wider;
    }
  pipeline->comparisons = bl_compare (&input);
  BlFindingFilter filter = bl_pipeline_filter (options);
  filter.focus = pipeline->focus;
  pipeline->findings = bl_findings_new (pipeline->comparisons, &filter);
  if (options->reviews)
    review (pipeline, &filter);
  const BlProfileInput profile_input = { .corpus = pipeline->corpus,
                                         .article_claims = pipeline->article_claims,
                                         .origins = pipeline->origins,
                                         .comparisons = pipeline->comparisons,
                                         .findings = pipeline->findings };
  pipeline->profiles = bl_source_profiles (&profile_input);
  g_clear_pointer (&pipeline->progress, bl_progress_free);
}

gint64
bl_pipeline_when (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = -1;
  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &seconds, NULL))
    return seconds;
  return -1;
}

BlRun
bl_pipeline_run (const BlPipeline *pipeline)
{
  return (BlRun){ .corpus = pipeline->corpus,
                  .kb = pipeline->kb,
                  .rules = pipeline->rules,
                  .article_claims = pipeline->article_claims,
                  .origins = pipeline->origins,
                  .comparisons = pipeline->comparisons,
                  .findings = pipeline->findings,
                  .review = pipeline->review,
                  .profiles = pipeline->profiles,
                  .problems = pipeline->problems,
                  .focus = pipeline->focus,
                  .n_focus = pipeline->n_focus,
                  .root = pipeline->root,
                  .when = bl_pipeline_when () };
}
