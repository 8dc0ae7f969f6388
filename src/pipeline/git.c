#include "pipeline/git.h"

#include <string.h>

/* A hook of git runs with variables that point to its own repository; ours may be another. */
static GSubprocessLauncher *
launcher_new (GSubprocessFlags input, const char *index)
{
  static const char *const of_a_hook[]
      = { "GIT_DIR",       "GIT_WORK_TREE",        "GIT_INDEX_FILE",     "GIT_PREFIX",
          "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",     "GIT_LITERAL_PATHSPECS",
          "GIT_TRACE",     "GIT_GLOB_PATHSPECS",   "GIT_ICASE_PATHSPECS" };
  GSubprocessLauncher *launcher
      = g_subprocess_launcher_new (input | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  for (guint i = 0; i < G_N_ELEMENTS (of_a_hook); i++)
    g_subprocess_launcher_unsetenv (launcher, of_a_hook[i]);
  if (index != NULL)
    g_subprocess_launcher_setenv (launcher, "GIT_INDEX_FILE", index, TRUE);
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

static GBytes *
ask (const char *const *argv, GBytes *input, const char *index, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
      = launcher_new (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE, index);
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

GBytes *
bl_git_ask (const char *const *argv, GBytes *input, GError **error)
{
  return ask (argv, input, NULL, error);
}

GBytes *
bl_git_ask_index (const char *const *argv, const char *index, GError **error)
{
  return ask (argv, NULL, index, error);
}

char *
bl_git_ask_line (const char *const *argv, GError **error)
{
  g_autoptr (GBytes) out = ask (argv, NULL, NULL, error);
  if (out == NULL)
    return NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (out, &length);
  char *line = g_strndup (text != NULL ? text : "", length);
  line[strcspn (line, "\n")] = '\0';
  return line;
}

static char *
folder_of (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);
}

char *
bl_git_top (const char *path, GError **error)
{
  g_autofree char *folder = folder_of (path);
  const char *const argv[] = { "git", "-C", folder, "rev-parse", "--show-toplevel", NULL };
  return bl_git_ask_line (argv, error);
}

/* A revision goes to git as one word that cannot be an option. "^{commit}" makes a file or a tree no revision. */
char *
bl_git_commit (const char *top, const char *revision)
{
  if (revision[0] == '-' || revision[0] == '\0')
    return NULL;
  g_autofree char *commit = g_strdup_printf ("%s^{commit}", revision);
  const char *const argv[] = { "git", "-C", top, "rev-parse", "--verify", "--quiet", commit, NULL };
  g_autofree char *hash = bl_git_ask_line (argv, NULL);
  const gsize length = hash != NULL ? strlen (hash) : 0;
  return length >= 40 && strspn (hash, "0123456789abcdef") == length ? g_steal_pointer (&hash) : NULL;
}
