#include "pipeline/pipeline.h"

#include "compare/gate_log.h"
#include "pipeline/data.h"
#include "pipeline/decisions.h"
#include "pipeline/focus.h"

#include <stdio.h>
#include <string.h>

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

static gboolean
need_data_dir (BlPipeline *pipeline, GError **error)
{
  if (pipeline->data_dir == NULL)
    pipeline->data_dir = bl_data_dir (error);
  return pipeline->data_dir != NULL;
}

/* The shipped folder first, then what corpus.json names, then the command line: nearest wins. */
static GPtrArray *
search_path (const char *shipped, const char *const *of_corpus, const char *const *of_user)
{
  GPtrArray *paths = g_ptr_array_new ();
  if (shipped != NULL)
    g_ptr_array_add (paths, (gpointer) shipped);
  for (guint i = 0; of_corpus != NULL && of_corpus[i] != NULL; i++)
    g_ptr_array_add (paths, (gpointer) of_corpus[i]);
  for (guint i = 0; of_user != NULL && of_user[i] != NULL; i++)
    g_ptr_array_add (paths, (gpointer) of_user[i]);
  g_ptr_array_add (paths, NULL);
  return paths;
}

gboolean
bl_pipeline_open_knowledge (BlPipeline *pipeline, const char *const *paths, const BlPipelineOptions *options, GError **error)
{
  g_autofree char *cache = options->no_cache ? NULL : bl_cache_dir (options->cache_dir);
  g_autofree char *remark = NULL;
  if (cache == NULL && !options->no_cache)
    {
      g_autofree char *wanted = bl_cache_dir_name (options->cache_dir);
      remark = g_strdup_printf ("%s cannot be made; nothing compiled is read or kept", wanted);
    }
  pipeline->kb = bl_knowledge_open (paths, cache, pipeline->problems, cache != NULL ? &remark : NULL, error);
  if (options->cache_remarks && remark != NULL)
    fprintf (stderr, "cache: %s\n", remark);
  return pipeline->kb != NULL;
}

gboolean
bl_pipeline_load_knowledge (BlPipeline *pipeline, const BlPipelineOptions *options, GError **error)
{
  if (!need_data_dir (pipeline, error))
    return FALSE;
  g_autofree char *shipped = g_build_filename (pipeline->data_dir, "knowledge", NULL);
  const char *const *of_corpus = pipeline->corpus != NULL ? bl_corpus_knowledge (pipeline->corpus) : NULL;
  g_autoptr (GPtrArray) paths = search_path (shipped, of_corpus, (const char *const *) options->knowledge);
  return bl_pipeline_open_knowledge (pipeline, (const char *const *) paths->pdata, options, error);
}

/* The packs and the cues do not need the base, so they are read beside it. */
typedef struct
{
  const char *data_dir;
  GPtrArray *paths;
  BlProblems *problems;
  const char *lexicon;
  BlRuleSet *rules;
  BlCues *cues;
  BlWordKinds *kinds;
  GError *error;
} PackLoad;

static gpointer
load_packs (gpointer data)
{
  PackLoad *load = data;
  load->rules = bl_rule_set_load_with (load->data_dir, (const char *const *) load->paths->pdata, load->problems, &load->error);
  if (load->rules != NULL)
    load->cues = bl_cues_load (load->lexicon, &load->error);
  if (load->cues != NULL)
    load->kinds = bl_word_kinds_load (load->lexicon, &load->error);
  return NULL;
}

static gboolean
load_base (BlPipeline *pipeline, const BlPipelineOptions *options, const char *lexicon, GError **error)
{
  if (pipeline->kb == NULL && !bl_pipeline_load_knowledge (pipeline, options, error))
    return FALSE;
  pipeline->finder = bl_mention_finder_new (pipeline->kb, lexicon, error);
  return pipeline->finder != NULL;
}

static gboolean
check_rules (BlPipeline *pipeline, GError **error)
{
  const guint n = bl_findings_check_rules (pipeline->rules, pipeline->problems);
  if (n > 0)
    g_set_error (error, BL_RULES_ERROR, BL_RULES_ERROR_SCHEMA, "%u rule%s that cannot be used", n, n == 1 ? "" : "s");
  return n == 0;
}

/* Which rules there are is known only with the corpus, which may name more, and not when some are left out. */
static gboolean
check_policy (const BlPipeline *pipeline, const BlPipelineOptions *options, GError **error)
{
  if (options->policy == NULL || options->no_default_rules || pipeline->corpus == NULL)
    return TRUE;
  const guint n = bl_policy_check (options->policy, pipeline->rules, pipeline->problems);
  if (n > 0)
    g_set_error (error, BL_RULES_ERROR, BL_RULES_ERROR_SCHEMA, "%u setting%s of what there is not", n, n == 1 ? "" : "s");
  return n == 0;
}

static gboolean
use_prefilter (BlPipeline *pipeline, const char *wanted, GError **error)
{
  if (wanted == NULL || strcmp (wanted, "auto") == 0)
    wanted = bl_rule_set_advise_prefilter (pipeline->rules, pipeline->n_bytes);
  return bl_rule_set_use_prefilter (pipeline->rules, wanted, error);
}

gboolean
bl_pipeline_load_rules (BlPipeline *pipeline, const BlPipelineOptions *options, GError **error)
{
  if (!need_data_dir (pipeline, error))
    return FALSE;
  g_autofree char *lexicon = g_build_filename (pipeline->data_dir, "lexicon", NULL);
  g_autofree char *shipped = g_build_filename (pipeline->data_dir, "packs", NULL);
  const char *const *of_corpus = pipeline->corpus != NULL ? bl_corpus_rules (pipeline->corpus) : NULL;
  g_autoptr (GPtrArray) paths
      = search_path (options->no_default_rules ? NULL : shipped, of_corpus, (const char *const *) options->rules);
  PackLoad load = { .data_dir = pipeline->data_dir, .lexicon = lexicon, .paths = paths, .problems = pipeline->problems };
  GThread *thread = g_thread_new ("packs", load_packs, &load);
  const gboolean loaded = load_base (pipeline, options, lexicon, error);
  g_thread_join (thread);
  pipeline->rules = load.rules;
  pipeline->cues = load.cues;
  pipeline->kinds = load.kinds;
  pipeline->syntax = bl_syntax_new (lexicon, load.kinds);
  if (!loaded)
    {
      g_clear_error (&load.error);
      return FALSE;
    }
  if (load.error != NULL)
    {
      g_propagate_error (error, load.error);
      return FALSE;
    }
  return check_rules (pipeline, error) && check_policy (pipeline, options, error)
         && use_prefilter (pipeline, options->prefilter, error);
}

gboolean
bl_pipeline_load_text_lexicon (BlPipeline *pipeline, GError **error)
{
  if (!need_data_dir (pipeline, error))
    return FALSE;
  g_autofree char *path = g_build_filename (pipeline->data_dir, "lexicon", "text.json", NULL);
  pipeline->text_lexicon = bl_text_lexicon_load (path, error);
  return pipeline->text_lexicon != NULL;
}

static guint64
text_bytes (const BlCorpus *corpus, gboolean places_only)
{
  guint64 sum = 0;
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      gsize length = 0;
      if (places_only)
        length = bl_corpus_article_size (corpus, i);
      else
        bl_document_text (bl_corpus_article (corpus, i)->document, &length);
      sum += length;
    }
  return sum;
}

static gboolean
load_decisions (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error)
{
  if (!options->reviews)
    return TRUE;
  const char *const against[] = { options->against, NULL };
  const char *const *of = options->against != NULL ? against : (const char *const *) paths;
  g_autofree char *home = bl_decisions_home (of);
  pipeline->whole = options->against == NULL && bl_decisions_cover (of, home);
  pipeline->decisions = bl_decisions_read (home, options, pipeline->problems, error);
  return pipeline->decisions != NULL;
}

/* The drafts that are still to be read: not "-", nor one that is in memory already. Owned by the caller. */
static GStrv
draft_files (char **paths, const BlCorpusDraft *draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    if (strcmp (paths[i], "-") != 0 && g_strcmp0 (paths[i], draft->name) != 0)
      g_strv_builder_add (builder, paths[i]);
  return g_strv_builder_end (builder);
}

static gboolean
is_focused (const BlPipelineOptions *options)
{
  return options->against != NULL || bl_change_source_is_set (&options->changes);
}

/* Which articles are in question. */
static gboolean
find_focus (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error)
{
  if (options->against != NULL)
    {
      const guint n = bl_corpus_n_articles (pipeline->corpus);
      pipeline->focus = g_new0 (gboolean, MAX (n, 1));
      for (guint i = 0; i < n; i++)
        {
          pipeline->focus[i] = bl_corpus_article_is_draft (pipeline->corpus, i);
          pipeline->n_focus += pipeline->focus[i];
        }
      return TRUE;
    }
  const char *near = paths != NULL && paths[0] != NULL ? paths[0] : ".";
  pipeline->focus = bl_changes_find (&options->changes, pipeline->corpus, near, &pipeline->n_focus, error);
  return pipeline->focus != NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The paths in one order, whatever the user's: no output depends on it. Owned. */
static char *
name_paths (const char *const *paths)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (; *paths != NULL; paths++)
    g_ptr_array_add (sorted, (gpointer) *paths);
  g_ptr_array_sort (sorted, compare_paths);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (char **) sorted->pdata);
}

static gboolean
load_corpus (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, gboolean places_only, BlArticleCache **cache,
             GError **error)
{
  if (!bl_pipeline_load_text_lexicon (pipeline, error))
    return FALSE;
  g_autofree char *upward = NULL;
  const char *found[] = { NULL, NULL };
  const char *const *wanted = (const char *const *) paths;
  g_auto (GStrv) drafts = NULL;
  if (options->against != NULL)
    {
      found[0] = options->against;
      wanted = found;
      drafts = draft_files (paths, &options->draft);
    }
  else if (paths == NULL || paths[0] == NULL)
    {
      upward = bl_corpus_find_upward (".");
      if (upward != NULL)
        upward = bl_file_take_near (g_steal_pointer (&upward));
      found[0] = upward != NULL ? upward : ".";
      wanted = found;
    }
  if (cache != NULL)
    *cache = bl_article_cache_open (wanted, options);
  const BlCorpusOptions corpus_options = { .heads = cache != NULL && *cache != NULL ? bl_article_cache_heads (*cache) : NULL,
                                           .lexicon = pipeline->text_lexicon,
                                           .problems = pipeline->problems,
                                           .jobs = bl_pipeline_jobs (options),
                                           .drafts = (const char *const *) drafts,
                                           .draft = options->draft.text != NULL ? &options->draft : NULL,
                                           .places_only = places_only };
  pipeline->root = name_paths (wanted);
  pipeline->corpus = bl_corpus_load (wanted, &corpus_options, error);
  if (pipeline->corpus == NULL)
    return FALSE;
  pipeline->n_bytes = text_bytes (pipeline->corpus, places_only);
  return TRUE;
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

gboolean
bl_pipeline_load (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error)
{
  return load_decisions (pipeline, paths, options, error) && load_corpus (pipeline, paths, options, FALSE, NULL, error)
         && bl_pipeline_load_rules (pipeline, options, error);
}

gboolean
bl_pipeline_open (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error)
{
  return load_corpus (pipeline, paths, options, TRUE, NULL, error) && bl_pipeline_load_rules (pipeline, options, error);
}

static gboolean
load_focus (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error)
{
  g_autoptr (BlArticleCache) cache = NULL;
  if (!load_decisions (pipeline, paths, options, error) || !load_corpus (pipeline, paths, options, TRUE, &cache, error)
      || !find_focus (pipeline, paths, options, error) || !bl_pipeline_load_rules (pipeline, options, error))
    return FALSE;
  bl_focus_narrow (pipeline, options, cache);
  return TRUE;
}

gboolean
bl_pipeline_extract (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error)
{
  if (options->shows_progress)
    pipeline->progress = bl_progress_new (options->progress_at_once);
  bl_progress_stage (pipeline->progress, "reading", 0);
  if (!(is_focused (options) ? load_focus (pipeline, paths, options, error)
                             : bl_pipeline_load (pipeline, paths, options, error)))
    {
      g_clear_pointer (&pipeline->progress, bl_progress_free);
      return FALSE;
    }
  bl_pipeline_extract_loaded (pipeline, options);
  return TRUE;
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
