#include "pipeline/standard_input.h"

#include <errno.h>
#include <gio/gio.h>
#include <unistd.h>

char *
bl_standard_input (gsize limit, gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 part[65536];
  for (;;)
    {
      const ssize_t n = read (STDIN_FILENO, part, sizeof part);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "standard input: %s", g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        break;
      if (bytes->len + (gsize) n > limit)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "standard input: longer than %" G_GSIZE_FORMAT " bytes", limit);
          return NULL;
        }
      g_byte_array_append (bytes, part, (guint) n);
    }
  if (length != NULL)
    *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
