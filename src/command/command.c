#include "command/command.h"

#include "base/base.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int
bl_usage_error (const char *verb, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "belie %s: %s\n", verb, message);
  return BL_EXIT_USAGE;
}

int
bl_action_error (const char *verb, const char *wanted, const char *word, const char *const *actions)
{
  if (word == NULL || *word == '\0')
    return bl_usage_error (verb, "%s", wanted);
  const char *near = bl_nearest_word (word, actions);
  return bl_usage_error (verb, "%s, not “%s”%s%s%s", wanted, word, near != NULL ? "; did you mean “" : "",
                         near != NULL ? near : "", near != NULL ? "”?" : "");
}

void
bl_say_waiting (const char *verb, const char *what)
{
  if (isatty (STDIN_FILENO) == 1)
    fprintf (stderr, "belie %s: waits for %s from the terminal; Ctrl-D ends it\n", verb, what);
}

gboolean
bl_print (const char *text, gsize length)
{
  while (length > 0)
    {
      const ssize_t written = write (STDOUT_FILENO, text, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && errno == EPIPE)
        return TRUE;
      if (written < 0)
        {
          fprintf (stderr, "belie: standard output: %s\n", g_strerror (errno));
          return FALSE;
        }
      text += written;
      length -= (gsize) written;
    }
  return TRUE;
}
