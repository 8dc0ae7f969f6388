#include "cli/report_files.h"

#include "html/validate.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

gboolean
bl_report_files_write (const char *folder, const GPtrArray *files, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      const int code = errno;
      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", folder, g_strerror (code));
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    {
      const BlHtmlFile *file = files->pdata[i];
      g_autofree char *path = g_build_filename (folder, file->name, NULL);
      if (!bl_file_write (path, file->text->str, file->text->len, error))
        return FALSE;
    }
  return TRUE;
}

/* index.html before the parts of it. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const char *x = (*(BlHtmlFile *const *) a)->name, *y = (*(BlHtmlFile *const *) b)->name;
  const gboolean x_begins = strcmp (x, "index.html") == 0, y_begins = strcmp (y, "index.html") == 0;
  return x_begins != y_begins ? (x_begins ? -1 : 1) : strcmp (x, y);
}

static GPtrArray *
read_files (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_html_file_free);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!bl_html_is_file_name (name))
        continue;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gsize length = 0;
      g_autofree char *text = bl_file_read (path, G_MAXSIZE / 2, &length, error);
      if (text == NULL)
        return NULL;
      BlHtmlFile *file = g_new0 (BlHtmlFile, 1);
      file->name = g_strdup (name);
      file->text = g_string_new_len (text, (gssize) length);
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

gboolean
bl_report_files_validate (const char *folder, guint *n_complaints, GError **error)
{
  g_autoptr (GPtrArray) files = read_files (folder, error);
  if (files == NULL)
    return FALSE;
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  *n_complaints = bl_html_validate (files, complaints);
  for (guint i = 0; i < complaints->len; i++)
    fprintf (stderr, "belie report: %s\n", (const char *) complaints->pdata[i]);
  return TRUE;
}
