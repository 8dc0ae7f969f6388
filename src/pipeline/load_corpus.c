/* From the paths that the user wrote to the articles that are in question, and their claims. */
#include "pipeline/article_cache.h"
#include "pipeline/decisions.h"
#include "pipeline/focus.h"

#include <string.h>

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
  if (bl_corpus_n_articles (pipeline->corpus) == 0 && bl_problems_list (pipeline->problems)->len == 0)
    bl_problems_add (pipeline->problems, BL_PROBLEM_NOTE, pipeline->root, 0, 0,
                     "there is no article; files of text, Markdown, HTML and JSON Lines are read");
  pipeline->n_bytes = text_bytes (pipeline->corpus, places_only);
  return TRUE;
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
