/* Rules, knowledge and lexicons of a run. */
#include "pipeline/data.h"
#include "pipeline/pipeline.h"

#include <stdio.h>
#include <string.h>

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
  const char *cache; /* or NULL */
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
  load->rules
      = bl_rule_set_open (load->data_dir, (const char *const *) load->paths->pdata, load->cache, load->problems, &load->error);
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
  g_autofree char *cache = options->no_cache ? NULL : bl_cache_dir (options->cache_dir);
  PackLoad load
      = { .data_dir = pipeline->data_dir, .cache = cache, .lexicon = lexicon, .paths = paths, .problems = pipeline->problems };
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
