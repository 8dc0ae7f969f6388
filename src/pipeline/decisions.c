#include "pipeline/decisions.h"

#include "review/review.h"

#include <string.h>

char *
bl_decisions_home (const char *const *paths)
{
  const char *first = paths != NULL && paths[0] != NULL ? paths[0] : ".";
  g_autofree char *config = bl_corpus_find_upward (first);
  if (config != NULL)
    {
      config = bl_file_take_near (g_steal_pointer (&config));
      return g_path_get_dirname (config);
    }
  return g_file_test (first, G_FILE_TEST_IS_DIR) ? g_strdup (first) : g_path_get_dirname (first);
}

static gboolean
is_same_folder (const char *path, const char *home)
{
  return bl_file_is_inside (path, home) && bl_file_is_inside (home, path);
}

gboolean
bl_decisions_cover (const char *const *paths, const char *home)
{
  if (paths == NULL || paths[0] == NULL)
    return TRUE;
  if (paths[1] != NULL)
    return FALSE;
  g_autofree char *name = g_path_get_basename (paths[0]);
  g_autofree char *folder = strcmp (name, "corpus.json") == 0 ? g_path_get_dirname (paths[0]) : g_strdup (paths[0]);
  return is_same_folder (folder, home);
}

char *
bl_decisions_file (const char *home, const char *wanted, const char *name)
{
  if (wanted != NULL)
    return g_strdup (wanted);
  return strcmp (home, ".") == 0 ? g_strdup (name) : g_build_filename (home, name, NULL);
}

/* Adds what the file holds; one that nobody named need not be there. */
static gboolean
read_file (GPtrArray *list, const char *path, gboolean named, BlProblems *problems, GError **error)
{
  if (!named && !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr (GPtrArray) more = bl_decisions_load (path, problems, error);
  if (more == NULL)
    return FALSE;
  bl_decisions_merge (list, more);
  return TRUE;
}

GPtrArray *
bl_decisions_read (const char *home, const BlPipelineOptions *options, BlProblems *problems, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_decision_free);
  if (options->no_baseline)
    return g_steal_pointer (&list);
  g_autofree char *baseline = bl_decisions_file (home, options->baseline, BL_BASELINE_NAME);
  g_autofree char *verdicts = bl_decisions_file (home, options->verdicts, BL_VERDICTS_NAME);
  if (!read_file (list, baseline, options->baseline != NULL, problems, error)
      || !read_file (list, verdicts, options->verdicts != NULL, problems, error))
    return NULL;
  return g_steal_pointer (&list);
}

gint32
bl_decisions_today (void)
{
  const gint64 given = bl_pipeline_when ();
  const gint64 seconds = given >= 0 ? given : g_get_real_time () / G_USEC_PER_SEC;
  return bl_date_first_day (bl_date_ymd (1970, 1, 1)) + (gint32) (seconds / 86400);
}
