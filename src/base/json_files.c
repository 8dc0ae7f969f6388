#include "base/json_files.h"

#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/parallel.h"

static void
file_free (gpointer data)
{
  BlJsonFile *file = data;
  g_free (file->path);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_pointer (&file->json, bl_json_free);
  g_clear_error (&file->error);
  g_free (file);
}

GPtrArray *
bl_json_files_new (void)
{
  return g_ptr_array_new_with_free_func (file_free);
}

static BlJsonFile *
add_file (GPtrArray *files, char *path, guint layer, gboolean beside)
{
  BlJsonFile *file = g_new0 (BlJsonFile, 1);
  *file = (BlJsonFile){ .path = path, .layer = layer, .beside = beside };
  g_ptr_array_add (files, file);
  return file;
}

gboolean
bl_json_files_add_one (GPtrArray *files, const char *path, guint layer, gboolean beside)
{
  const gboolean there = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  if (there)
    add_file (files, g_strdup (path), layer, beside);
  return there;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_beside (GPtrArray *files, const char *folder, guint layer, const char *const *beside)
{
  g_autofree char *inside = g_build_filename (folder, "x", NULL); /* whether folder ends with a slash or not */
  g_autofree char *bare = g_path_get_dirname (inside);
  g_autofree char *parent = g_path_get_dirname (bare);
  for (; *beside != NULL; beside++)
    {
      g_autofree char *lexicon = g_build_filename (parent, "lexicon", *beside, NULL);
      bl_json_files_add_one (files, lexicon, layer, TRUE);
    }
}

/* Why path is neither a file nor a folder that can be read. */
static GError *
why_not (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "there is no file or folder “%s”", path);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_error_new (G_FILE_ERROR, G_FILE_ERROR_INVAL, "“%s” is neither a file nor a folder", path);
  return g_error_new (G_FILE_ERROR, G_FILE_ERROR_ACCES, "the folder “%s” cannot be opened", path);
}

/* The files of a folder with this ending, by name. */
static void
add_names (GPtrArray *files, const char *path, guint layer, GDir *dir, const char *ending)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ending) && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_file (files, g_build_filename (path, g_ptr_array_index (names, i), NULL), layer, FALSE);
}

void
bl_json_files_add (GPtrArray *files, const char *path, guint layer, const char *const *beside)
{
  if (bl_json_files_add_one (files, path, layer, FALSE))
    return;
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    {
      add_file (files, g_strdup (path), layer, FALSE)->error = why_not (path);
      return;
    }
  add_beside (files, path, layer, beside);
  add_names (files, path, layer, dir, ".json");
}

void
bl_json_files_add_tables (GPtrArray *files, const char *path, guint layer)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  if (dir != NULL)
    add_names (files, path, layer, dir, ".csv");
}

void
bl_json_files_drop_repeated (GPtrArray *files)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < files->len;)
    {
      const BlJsonFile *file = g_ptr_array_index (files, i);
      if (g_hash_table_add (seen, g_canonicalize_filename (file->path, NULL)))
        i++;
      else
        g_ptr_array_remove_index (files, i);
    }
}

static void
read_bytes (BlJsonFile *file)
{
  gsize length = 0;
  if (file->json != NULL || file->bytes != NULL || file->error != NULL)
    return;
  char *text = bl_file_read (file->path, BL_LIMIT_JSON_BYTES, &length, &file->error);
  if (text != NULL)
    file->bytes = g_bytes_new_take (text, length);
}

static void
parse (BlJsonFile *file)
{
  if (file->json == NULL && file->bytes != NULL && file->error == NULL)
    file->json = bl_json_parse_bytes (file->bytes, file->path, &file->error);
}

static void
parse_one (guint index, gpointer files)
{
  parse (g_ptr_array_index ((GPtrArray *) files, index));
}

static void
read_one (guint index, gpointer files)
{
  BlJsonFile *file = g_ptr_array_index ((GPtrArray *) files, index);
  if (file->json != NULL || file->bytes != NULL)
    return;
  read_bytes (file);
  parse (file);
}

void
bl_json_files_read_bytes (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    read_bytes (g_ptr_array_index (files, i));
}

/* Parsing is most of the work of loading, and the files do not depend on each other. */
void
bl_json_files_parse (GPtrArray *files)
{
  bl_parallel_for (files->len, g_get_num_processors (), parse_one, files);
}

void
bl_json_files_read (GPtrArray *files)
{
  bl_parallel_for (files->len, g_get_num_processors (), read_one, files);
}

const char *
bl_path_shorten (const char *path)
{
  guint slashes = 0;
  for (const char *at = path + strlen (path); at > path; at--)
    if (at[-1] == G_DIR_SEPARATOR && ++slashes == 3)
      return at;
  return path;
}
