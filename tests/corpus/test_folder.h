/* A temporary folder that a test fills and that is gone afterwards. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static inline char *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("belie-corpus-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

/* Writes length bytes (-1: a string) to FOLDER/NAME; folders on the way are made. */
static inline void
test_folder_write (const char *folder, const char *name, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static inline void
test_folder_link (const char *folder, const char *name, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_file_make_symbolic_link (file, target, NULL, &error);
  g_assert_no_error (error);
}

static inline void
test_folder_remove (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_chmod (path, 0700);
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      for (const char *name = NULL; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          test_folder_remove (child);
        }
    }
  g_remove (path);
}
