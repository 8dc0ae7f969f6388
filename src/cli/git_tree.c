#include "cli/git_tree.h"

#include "base/base.h"

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

/* --- asking git ---------------------------------------------------------------------------------------------------- */

/* A hook of git runs with variables that point to its own repository; ours may be another. */
static GSubprocessLauncher *
launcher_new (GSubprocessFlags input)
{
  static const char *const of_a_hook[]
      = { "GIT_DIR",       "GIT_WORK_TREE",        "GIT_INDEX_FILE",     "GIT_PREFIX",
          "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",     "GIT_LITERAL_PATHSPECS",
          "GIT_TRACE",     "GIT_GLOB_PATHSPECS",   "GIT_ICASE_PATHSPECS" };
  GSubprocessLauncher *launcher
      = g_subprocess_launcher_new (input | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  for (guint i = 0; i < G_N_ELEMENTS (of_a_hook); i++)
    g_subprocess_launcher_unsetenv (launcher, of_a_hook[i]);
  g_subprocess_launcher_setenv (launcher, "GIT_LITERAL_PATHSPECS", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_OPTIONAL_LOCKS", "0", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_NO_LAZY_FETCH", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_TERMINAL_PROMPT", "0", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  return launcher;
}

/* What git says for itself, on one line. Owned by the caller. */
static char *
first_line (GBytes *bytes)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *line = g_strndup (text != NULL ? text : "", length);
  line[strcspn (line, "\n")] = '\0';
  return g_utf8_make_valid (g_str_has_prefix (line, "fatal: ") ? line + strlen ("fatal: ") : line, -1);
}

/* What git wrote; NULL and an error when it could not be started, or failed. argv ends with NULL; input may be NULL. */
static GBytes *
ask (const char *const *argv, GBytes *input, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
      = launcher_new (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) failed = NULL;
  g_autoptr (GSubprocess) git = g_subprocess_launcher_spawnv (launcher, argv, &failed);
  if (git == NULL)
    {
      const gboolean missing = g_error_matches (failed, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", missing ? "there is no program git" : failed->message);
      return NULL;
    }
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  if (!g_subprocess_communicate (git, input, NULL, &out, &err, error))
    return NULL;
  if (g_subprocess_get_successful (git))
    return g_steal_pointer (&out);
  g_autofree char *why = first_line (err);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "git: %s", *why != '\0' ? why : "failed");
  return NULL;
}

/* The first line that git wrote. Owned by the caller. */
static char *
ask_line (const char *const *argv, GError **error)
{
  g_autoptr (GBytes) out = ask (argv, NULL, error);
  if (out == NULL)
    return NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (out, &length);
  char *line = g_strndup (text != NULL ? text : "", length);
  line[strcspn (line, "\n")] = '\0';
  return line;
}

/* --- opening ------------------------------------------------------------------------------------------------------- */

static char *
folder_of (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);
}

/* A revision goes to git as one word that cannot be an option. "^{commit}" makes a file or a tree no revision. */
static char *
resolve (const char *top, const char *revision)
{
  if (revision[0] == '-' || revision[0] == '\0')
    return NULL;
  g_autofree char *commit = g_strdup_printf ("%s^{commit}", revision);
  const char *const argv[] = { "git", "-C", top, "rev-parse", "--verify", "--quiet", commit, NULL };
  g_autofree char *hash = ask_line (argv, NULL);
  const gsize length = hash != NULL ? strlen (hash) : 0;
  return length >= 40 && strspn (hash, "0123456789abcdef") == length ? g_steal_pointer (&hash) : NULL;
}

BlGitTree *
bl_git_tree_open (const char *path, const char *revision, GError **error)
{
  g_autofree char *folder = folder_of (path);
  const char *const argv[] = { "git", "-C", folder, "rev-parse", "--show-toplevel", NULL };
  g_autoptr (GError) failed = NULL;
  g_autoptr (BlGitTree) tree = g_new0 (BlGitTree, 1);
  tree->top = ask_line (argv, &failed);
  if (tree->top == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "“%s” is no folder or file with packs, and no revision for %s: %s",
                   revision, path, failed->message);
      return NULL;
    }
  tree->commit = resolve (tree->top, revision);
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
  g_autoptr (GBytes) out = ask (argv, NULL, error);
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
  g_autoptr (GBytes) answers = ask (argv, input, error);
  return answers != NULL && write_answers (entries, answers, below, error);
}
