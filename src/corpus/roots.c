#include "corpus/roots.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/corpus.h"

BlRoot *
bl_root_new (const char *folder, const char *shown)
{
  BlRoot *root = g_new0 (BlRoot, 1);
  root->folder = g_strdup (folder);
  root->shown = g_strdup (shown);
  root->files = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_input_free);
  return root;
}

void
bl_root_free (gpointer data)
{
  BlRoot *root = data;
  if (root == NULL)
    return;
  g_free (root->folder);
  g_free (root->shown);
  bl_config_free (root->config);
  g_ptr_array_unref (root->files);
  g_free (root->prefix);
  g_free (root);
}

char *
bl_root_resolve_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);
  free (real);
  return copy;
}

static gboolean
has_config (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "corpus.json", NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR);
}

char *
bl_corpus_find_upward (const char *path)
{
  g_autofree char *folder = bl_root_resolve_path (path);
  if (folder == NULL)
    return NULL;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      char *parent = g_path_get_dirname (folder);
      g_free (folder);
      folder = parent;
    }
  for (;;)
    {
      if (has_config (folder))
        return g_build_filename (folder, "corpus.json", NULL);
      g_autofree char *parent = g_path_get_dirname (folder);
      if (strcmp (parent, folder) == 0)
        return NULL;
      g_free (folder);
      folder = g_steal_pointer (&parent);
    }
}

/* The root of that folder, made and its corpus.json read when it is new. */
static BlRoot *
find_root (GPtrArray *roots, const char *folder, const char *shown, BlProblems *problems, GError **error)
{
  for (guint i = 0; i < roots->len; i++)
    {
      BlRoot *root = roots->pdata[i];
      if (strcmp (root->folder, folder) == 0)
        return root;
    }
  BlRoot *root = bl_root_new (folder, shown);
  g_ptr_array_add (roots, root);
  if (has_config (folder))
    {
      g_autofree char *name = bl_shown_path (shown, "corpus.json");
      root->config = bl_config_load (folder, name, problems, error);
      if (root->config == NULL)
        return NULL;
    }
  return root;
}

/* How the user would write folder, which lies levels above the file that they wrote. */
static char *
shown_above (const char *file, guint levels)
{
  g_autofree char *shown = g_strdup (file);
  for (guint i = 0; i < levels; i++)
    {
      char *parent = g_path_get_dirname (shown);
      /* "x/.." and "." have no name to take away. */
      g_autofree char *last = g_path_get_basename (shown);
      if (strcmp (last, "..") == 0 || strcmp (last, ".") == 0)
        {
          g_free (parent);
          return NULL;
        }
      g_free (shown);
      shown = parent;
    }
  return g_steal_pointer (&shown);
}

/* A single file: it belongs to the corpus.json above it, or else to its own folder. */
static gboolean
add_file (GPtrArray *roots, const char *path, const char *real, BlProblems *problems, GError **error)
{
  g_autofree char *config = bl_corpus_find_upward (real);
  g_autofree char *folder = g_path_get_dirname (config != NULL ? config : real);
  const char *below = real + strlen (folder) + (g_str_has_suffix (folder, "/") ? 0 : 1);
  guint levels = 1;
  for (const char *p = below; *p != '\0'; p++)
    levels += *p == '/' ? 1 : 0;

  g_autofree char *shown = shown_above (path, levels);
  BlRoot *root = find_root (roots, folder, shown != NULL ? shown : folder, problems, error);
  if (root == NULL)
    return FALSE;
  BlFormat format = bl_format_of (real);
  const char *name = strrchr (real, '/') + 1;
  if (format == BL_FORMAT_UNKNOWN && strchr (name, '.') != NULL)
    {
      g_autofree char *display = g_filename_display_name (path);
      bl_problems_add (problems, BL_PROBLEM_PARTIAL, display, 0, 0, "not of a known kind; " BL_FORMAT_NAMES);
      return TRUE;
    }
  g_ptr_array_add (root->files, bl_input_new (below, real, path, bl_config_entry (root->config, below)));
  return TRUE;
}

static gboolean
add_path (GPtrArray *roots, const char *path, BlProblems *problems, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *real = bl_root_resolve_path (path);
  if (real == NULL)
    {
      g_set_error (error, BL_CORPUS_ERROR, BL_CORPUS_ERROR_PATH, "“%s”: %s; give a folder of articles or an article", display,
                   g_strerror (errno));
      return FALSE;
    }

  g_autofree char *name = g_path_get_basename (real);
  gboolean config = strcmp (name, "corpus.json") == 0;
  if (!config && !g_file_test (real, G_FILE_TEST_IS_DIR))
    return add_file (roots, path, real, problems, error);

  g_autofree char *folder = config ? g_path_get_dirname (real) : g_strdup (real);
  g_autofree char *shown = config ? g_path_get_dirname (path) : g_strdup (path);
  BlRoot *root = find_root (roots, folder, shown, problems, error);
  if (root != NULL)
    root->whole = TRUE;
  return root != NULL;
}

static int
compare_roots (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlRoot *const *) a)->folder, (*(BlRoot *const *) b)->folder);
}

/* Length of the folder above all roots, with its closing slash. */
static gsize
common_folder (const GPtrArray *roots)
{
  const char *first = ((const BlRoot *) roots->pdata[0])->folder;
  gsize common = strlen (first);
  for (guint i = 1; i < roots->len; i++)
    {
      const char *other = ((const BlRoot *) roots->pdata[i])->folder;
      gsize same = 0;
      while (same < common && first[same] == other[same])
        same++;
      if (same < common || (other[same] != '\0' && other[same] != '/'))
        while (same > 0 && first[same - 1] != '/')
          same--;
      common = same;
    }
  return common;
}

/* Ids must differ between roots, and those of a corpus must not change because a draft from elsewhere is checked with it: so
 * a single configured root goes without prefix, the others carry the way from the folder above them all. */
static void
set_prefixes (GPtrArray *roots)
{
  guint configured = 0;
  for (guint i = 0; i < roots->len; i++)
    configured += ((const BlRoot *) roots->pdata[i])->config != NULL ? 1 : 0;
  gsize common = roots->len > 0 ? common_folder (roots) : 0;
  for (guint i = 0; i < roots->len; i++)
    {
      BlRoot *root = roots->pdata[i];
      const char *below = root->folder + MIN (common, strlen (root->folder));
      if (*below == '/')
        below++;
      gboolean bare = roots->len == 1 || (configured == 1 && root->config != NULL) || *below == '\0';
      root->prefix = bare ? g_strdup ("") : g_strconcat (below, "/", NULL);
    }
}

GPtrArray *
bl_roots_resolve (const char *const *paths, BlProblems *problems, GError **error)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (bl_root_free);
  for (; *paths != NULL; paths++)
    if (!add_path (roots, *paths, problems, error))
      return NULL;
  g_ptr_array_sort (roots, compare_roots);
  set_prefixes (roots);
  return g_steal_pointer (&roots);
}
