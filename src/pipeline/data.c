#include "pipeline/data.h"

#include <gio/gio.h>
#include <unistd.h>

/* Where packages of distributions put them. */
#define BL_PACKAGED_RULES "/usr/share/belie/rules"

static gboolean
is_data_dir (const char *path)
{
  g_autofree char *knowledge = g_build_filename (path, "knowledge", NULL);
  g_autofree char *lexicon = g_build_filename (path, "lexicon", NULL);
  return g_file_test (knowledge, G_FILE_TEST_IS_DIR) && g_file_test (lexicon, G_FILE_TEST_IS_DIR);
}

/* The folder of the running program, or NULL where /proc is not mounted. */
static char *
program_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  return program != NULL ? g_path_get_dirname (program) : NULL;
}

char *
bl_data_dir (GError **error)
{
  const char *asked = g_getenv ("BELIE_DATA");
  if (asked != NULL && *asked != '\0')
    {
      if (is_data_dir (asked))
        return g_strdup (asked);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "BELIE_DATA is “%s”, which has no folders knowledge/ and lexicon/",
                   asked);
      return NULL;
    }

  /* Beside the program; else for one that was built and not installed its sources. Where nobody can say which program runs, what is installed
   * counts first. */
  g_autofree char *folder = program_folder ();
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "..", "share", "belie", "rules", NULL) : NULL;
  const char *const known[] = { beside, BL_SOURCE_RULES, BL_INSTALLED_RULES, BL_PACKAGED_RULES, NULL };
  const char *const unknown[] = { BL_INSTALLED_RULES, BL_PACKAGED_RULES, BL_SOURCE_RULES, NULL };
  const char *const *places = beside != NULL ? known : unknown;
  for (guint i = 0; places[i] != NULL; i++)
    if (is_data_dir (places[i]))
      return g_strdup (places[i]);

  g_autofree char *tried = g_strjoinv (", ", (char **) places);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               "the rules that belong to this program are at none of %s; BELIE_DATA can name their folder", tried);
  return NULL;
}

char *
bl_cache_dir_name (const char *asked)
{
  return asked != NULL ? g_strdup (asked) : g_build_filename (g_get_user_cache_dir (), "belie", NULL);
}

char *
bl_cache_dir (const char *asked)
{
  g_autofree char *path = bl_cache_dir_name (asked);
  return g_mkdir_with_parents (path, 0700) == 0 ? g_steal_pointer (&path) : NULL;
}
