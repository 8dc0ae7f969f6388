#include "pipeline/git_tree.h"

#include "base/base.h"
#include "pipeline/git.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct BlGitTree
{
  char *top;    /* of the working tree, links resolved */
  char *commit; /* full hash */
};

void
bl_git_tree_free (BlGitTree *tree)
{
  if (tree == NULL)
    return;
  g_free (tree->top);
  g_free (tree->commit);
  g_free (tree);
}

const char *
bl_git_tree_top (const BlGitTree *tree)
{
  return tree->top;
}

/* --- opening ------------------------------------------------------------------------------------------------------- */

BlGitTree *
bl_git_tree_open (const char *path, const char *revision, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (BlGitTree) tree = g_new0 (BlGitTree, 1);
  tree->top = bl_git_top (path, &failed);
  if (tree->top == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "“%s” is no folder or file with packs, and no revision for %s: %s",
                   revision, path, failed->message);
      return NULL;
    }
  tree->commit = bl_git_commit (tree->top, revision);
  if (tree->commit == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   "“%s” is no folder or file with packs, and no revision of the repository %s", revision, tree->top);
      return NULL;
    }
  return g_steal_pointer (&tree);
}

char *
bl_git_tree_inside (const BlGitTree *tree, const char *path)
{
  char *real = realpath (path, NULL);
  if (real == NULL)
    return NULL;
  const gsize length = strlen (tree->top);
  char *inside = NULL;
  if (strcmp (real, tree->top) == 0)
    inside = g_strdup ("");
  else if (strncmp (real, tree->top, length) == 0 && real[length] == G_DIR_SEPARATOR)
    inside = g_strdup (real + length + 1);
  free (real);
  return inside;
}

/* --- files --------------------------------------------------------------------------------------------------------- */

/* "100644 blob 5f0c…    1234\trules/packs/terms.json" */
typedef struct
{
  char *hash;
  char *path;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;
  g_free (entry->hash);
  g_free (entry->path);
}

/* FALSE for what is no regular file: a folder, a link, a submodule. */
static gboolean
parse_entry (const char *line, Entry *entry, guint64 *size)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *head = tab != NULL && g_str_has_prefix (line, "100") ? g_strndup (line, (gsize) (tab - line)) : NULL;
  char hash[65];
  unsigned long long bytes;
  if (head == NULL || sscanf (head, "%*6s blob %64[0-9a-f] %llu", hash, &bytes) != 2)
    return FALSE;
  *size = bytes;
  *entry = (Entry){ .hash = g_strdup (hash), .path = g_strdup (tab + 1) };
  return TRUE;
}

/* What the loaders would read in the folder inside, or the file itself. */
static gboolean
is_wanted (const char *path, const char *inside)
{
  if (strcmp (path, inside) == 0)
    return TRUE;
  const gsize length = strlen (inside);
  const char *name = length == 0 ? path : path + length + 1;
  return (length == 0 || (g_str_has_prefix (path, inside) && path[length] == '/')) && strchr (name, '/') == NULL
         && name[0] != '.' && g_str_has_suffix (name, ".json");
}

static GArray *
list_files (const BlGitTree *tree, const char *inside, GError **error)
{
  g_autofree char *folder = g_strconcat (inside, "/", NULL);
  const char *const argv[]
      = { "git",  "-C", tree->top, "ls-tree", "-l", "-z", "--full-tree", tree->commit, "--", *inside != '\0' ? inside : NULL,
          folder, NULL };
  g_autoptr (GBytes) out = bl_git_ask (argv, NULL, error);
  if (out == NULL)
    return NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (entries, entry_clear);
  gsize length = 0;
  const char *at = g_bytes_get_data (out, &length);
  if (length == 0)
    return g_steal_pointer (&entries);
  for (const char *end = at + length; at < end; at += strlen (at) + 1) /* each ends with NUL */
    {
      Entry entry;
      guint64 size = 0;
      if (!parse_entry (at, &entry, &size))
        continue;
      if (!is_wanted (entry.path, inside))
        entry_clear (&entry);
      else
        g_array_append_val (entries, entry);
      if (size > BL_LIMIT_JSON_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: larger than %u bytes", inside, BL_LIMIT_JSON_BYTES);
          return NULL;
        }
    }
  return g_steal_pointer (&entries);
}

static gboolean
write_file (const char *below, const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *file = g_build_filename (below, path, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: cannot be made", folder);
      return FALSE;
    }
  return g_file_set_contents (file, data, (gssize) length, error);
}

/* git answers each hash with "HASH blob SIZE\n", the bytes and "\n". */
static gboolean
write_answers (const GArray *entries, GBytes *answers, const char *below, GError **error)
{
  gsize left = 0;
  const char *at = g_bytes_get_data (answers, &left);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      const char *line_end = left > 0 ? memchr (at, '\n', left) : NULL;
      g_autofree char *head = line_end != NULL ? g_strndup (at, (gsize) (line_end - at)) : g_strdup ("");
      unsigned long long size;
      if (sscanf (head, "%*64[0-9a-f] blob %llu", &size) != 1 || size >= left - strlen (head) - 1)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "git: cannot read %s", entry->path);
          return FALSE;
        }
      if (!write_file (below, entry->path, line_end + 1, (gsize) size, error))
        return FALSE;
      const gsize used = strlen (head) + 1 + (gsize) size + 1;
      at += used;
      left -= used;
    }
  return TRUE;
}

gboolean
bl_git_tree_write (const BlGitTree *tree, const char *inside, const char *below, guint *n, GError **error)
{
  g_autoptr (GArray) entries = list_files (tree, inside, error);
  if (entries == NULL)
    return FALSE;
  *n = entries->len;
  if (entries->len == 0)
    return TRUE;
  g_autoptr (GString) wanted = g_string_new (NULL);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (wanted, "%s\n", g_array_index (entries, Entry, i).hash);
  g_autoptr (GBytes) input = g_bytes_new (wanted->str, wanted->len);
  const char *const argv[] = { "git", "-C", tree->top, "cat-file", "--batch", NULL };
  g_autoptr (GBytes) answers = bl_git_ask (argv, input, error);
  return answers != NULL && write_answers (entries, answers, below, error);
}
