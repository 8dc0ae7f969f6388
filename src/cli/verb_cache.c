/* belie cache: what is kept between runs. */
#include "cli/verbs.h"
#include "command/option_list.h"
#include "command/options.h"
#include "pipeline/data.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define BL_ARTICLE_CACHE_NAME "articles.sqlite"

static const char *const KINDS[] = { "articles", "compiled knowledge", "compiled rules" };

/* What is compiled is called by so many hexadecimal digits. */
#define COMPILED_DIGITS 24

static gboolean
is_compiled (const char *name, const char *ending)
{
  gsize digits = 0;
  while (g_ascii_isxdigit (name[digits]))
    digits++;
  const char *rest
      = digits == COMPILED_DIGITS && g_str_has_prefix (name + digits, ending) ? name + digits + strlen (ending) : NULL;
  return rest != NULL && (*rest == '\0' || *rest == '.');
}

/* What a file of the cache holds, by its name; NULL: it is not ours and is left alone. */
static const char *
kind_of (const char *name)
{
  const gsize length = strlen (BL_ARTICLE_CACHE_NAME);
  if (strncmp (name, BL_ARTICLE_CACHE_NAME, length) == 0 && (name[length] == '\0' || name[length] == '-'))
    return KINDS[0];
  return is_compiled (name, ".kb") ? KINDS[1] : is_compiled (name, ".rules") ? KINDS[2] : NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Paths of the files of the cache, sorted. */
static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (kind_of (name) != NULL)
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_paths);
  return files;
}

static int
show_stats (const char *folder)
{
  g_autoptr (GPtrArray) files = list_files (folder);
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "%s\n", folder);
  for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++)
    {
      guint n = 0;
      guint64 bytes = 0;
      for (guint i = 0; i < files->len; i++)
        {
          GStatBuf status;
          g_autofree char *name = g_path_get_basename (files->pdata[i]);
          if (kind_of (name) != KINDS[k] || g_stat (files->pdata[i], &status) != 0)
            continue;
          n++;
          bytes += (guint64) status.st_size;
        }
      g_string_append_printf (out, "%-20s %6u file%s %12" G_GUINT64_FORMAT " bytes\n", KINDS[k], n, n == 1 ? " " : "s", bytes);
    }
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

static int
clear (const char *folder)
{
  g_autoptr (GPtrArray) files = list_files (folder);
  int code = BL_EXIT_CLEAN;
  for (guint i = 0; i < files->len; i++)
    if (g_unlink (files->pdata[i]) != 0 && errno != ENOENT)
      {
        fprintf (stderr, "belie cache: %s: %s\n", (const char *) files->pdata[i], g_strerror (errno));
        code = BL_EXIT_PARTIAL;
      }
  return code;
}

int
bl_verb_cache (int argc, char **argv)
{
  static const char *const actions[] = { "stats", "clear", NULL };
  g_auto (BlOptions) options = { 0 };
  const GOptionEntry own[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, "stats|clear" },
    { 0 },
  };
  bl_option_list_words (argc, argv, actions);
  if (!bl_options_parse (&options, argc, argv,
                         "belie cache stats    how much is kept\nbelie cache clear    removes it; the next runs make it again",
                         own))
    return BL_EXIT_USAGE;
  const char *what = options.paths != NULL ? options.paths[0] : NULL;
  if (what == NULL || !g_strv_contains (actions, what))
    return bl_action_error ("cache", "say stats or clear", what, actions);
  if (options.paths[1] != NULL)
    return bl_usage_error ("cache", "%s takes no more words, “%s” is one", what, options.paths[1]);
  g_autofree char *folder = bl_cache_dir_name (options.pipeline.cache_dir);
  return strcmp (what, "stats") == 0 ? show_stats (folder) : clear (folder);
}
