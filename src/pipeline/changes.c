#include "pipeline/changes.h"

#include "pipeline/git.h"
#include "pipeline/standard_input.h"

#include <stdlib.h>
#include <string.h>

gboolean
bl_change_source_is_set (const BlChangeSource *source)
{
  return source->since != NULL || source->staged || source->files_from != NULL;
}

/* Links resolved, where the file is there. Owned. */
static char *
real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);
  free (real);
  return copy;
}

/* Adds names that end with NUL, below top. */
static void
add_names (GHashTable *paths, const char *top, GBytes *names)
{
  gsize length = 0;
  const char *at = g_bytes_get_data (names, &length);
  if (length == 0)
    return;
  for (const char *end = at + length; at < end; at += strlen (at) + 1)
    {
      g_autofree char *path = g_build_filename (top, at, NULL);
      g_hash_table_add (paths, real_path (path));
    }
}

static gboolean
ask_names (GHashTable *paths, const char *top, const char *const *argv, const char *index, GError **error)
{
  g_autoptr (GBytes) names = bl_git_ask_index (argv, index, error);
  if (names == NULL)
    return FALSE;
  add_names (paths, top, names);
  return TRUE;
}

/* What changed on the other branch since the two parted is not of this change. */
static char *
parting (const char *top, const char *commit)
{
  const char *const argv[] = { "git", "-C", top, "merge-base", commit, "HEAD", NULL };
  char *base = bl_git_ask_line (argv, NULL);
  if (base != NULL && base[0] != '\0')
    return base;
  g_free (base);
  return g_strdup (commit);
}

static gboolean
add_since (GHashTable *paths, const char *top, const char *since, GError **error)
{
  g_autofree char *commit = bl_git_commit (top, since);
  if (commit == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "--changed-since: “%s” is no revision of the repository %s", since,
                   top);
      return FALSE;
    }
  g_autofree char *base = parting (top, commit);
  const char *const changed[] = { "git", "-C", top, "diff", "--name-only", "-z", "--no-ext-diff", base, "--", NULL };
  const char *const fresh[] = { "git", "-C", top, "ls-files", "--others", "--exclude-standard", "-z", NULL };
  return ask_names (paths, top, changed, NULL, error) && ask_names (paths, top, fresh, NULL, error);
}

/* `git commit FILE` and `git commit -a` prepare an index of their own and tell their hooks; it counts when it is of this repository. */
static char *
index_of_hook (const char *top)
{
  const char *index = g_getenv ("GIT_INDEX_FILE");
  const char *const argv[] = { "git", "-C", top, "rev-parse", "--absolute-git-dir", NULL };
  g_autofree char *folder = index != NULL ? bl_git_ask_line (argv, NULL) : NULL;
  if (folder == NULL)
    return NULL;
  g_autofree char *path = g_canonicalize_filename (index, top);
  return bl_file_is_inside (path, folder) ? g_steal_pointer (&path) : NULL;
}

static gboolean
add_staged (GHashTable *paths, const char *top, GError **error)
{
  g_autofree char *index = index_of_hook (top);
  const char *const argv[] = { "git", "-C", top, "diff", "--cached", "--name-only", "-z", "--no-ext-diff", "--", NULL };
  return ask_names (paths, top, argv, index, error);
}

static gboolean
add_listed (GHashTable *paths, const char *file, GError **error)
{
  g_autofree char *text = strcmp (file, "-") == 0 ? bl_standard_input (BL_LIMIT_JSON_BYTES, NULL, error)
                                                  : bl_file_read (file, BL_LIMIT_JSON_BYTES, NULL, error);
  if (text == NULL)
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strchomp (lines[i])[0] != '\0')
      g_hash_table_add (paths, real_path (lines[i]));
  return TRUE;
}

/* A file that changed is path, or lies below it. */
static gboolean
touches (GHashTable *paths, const char *path)
{
  GHashTableIter iter;
  gpointer changed;
  g_autofree char *real = real_path (path);
  const gsize length = strlen (real);
  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &changed, NULL))
    if (strncmp (changed, real, length) == 0 && (((char *) changed)[length] == '\0' || ((char *) changed)[length] == '/'))
      return TRUE;
  return FALSE;
}

static gboolean
touches_all (GHashTable *paths, const BlCorpus *corpus, const char *near)
{
  g_autofree char *config = bl_corpus_find_upward (near);
  if (config != NULL && touches (paths, config))
    return TRUE;
  const char *const *const lists[] = { bl_corpus_rules (corpus), bl_corpus_knowledge (corpus) };
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] != NULL && lists[l][i] != NULL; i++)
      if (touches (paths, lists[l][i]))
        return TRUE;
  return FALSE;
}

static gboolean
has_path (GHashTable *paths, const char *file)
{
  g_autofree char *path = real_path (file);
  return g_hash_table_contains (paths, path);
}

gboolean *
bl_changes_find (const BlChangeSource *source, const BlCorpus *corpus, const char *near, guint *n, GError **error)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *top = NULL;
  if (source->since != NULL || source->staged)
    {
      top = bl_git_top (near, error);
      if (top == NULL)
        return NULL;
    }
  if ((source->since != NULL && !add_since (paths, top, source->since, error))
      || (source->staged && !add_staged (paths, top, error))
      || (source->files_from != NULL && !add_listed (paths, source->files_from, error)))
    return NULL;
  const guint n_articles = bl_corpus_n_articles (corpus);
  const gboolean all = touches_all (paths, corpus, near);
  gboolean *changed = g_new0 (gboolean, MAX (n_articles, 1));
  *n = 0;
  const char *last = NULL; /* many articles may be of one file */
  for (guint i = 0; i < n_articles; i++)
    {
      const char *file = bl_corpus_article_file (corpus, i);
      const gboolean same = last != NULL && strcmp (file, last) == 0;
      changed[i] = all || (same ? changed[i - 1] : has_path (paths, file));
      *n += changed[i];
      last = file;
    }
  return changed;
}
