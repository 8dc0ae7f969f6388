#include "text/lines.h"

#include <string.h>

#include "text/chars.h"

#define SAMPLE 1024

static void
find_starts (GArray *starts, const char *text, gsize length)
{
  gsize start = length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  g_array_append_val (starts, start);
  gboolean returns = length > 0 && memchr (text, '\r', length) != NULL;
  gsize at = start;
  while (at < length)
    {
      if (returns)
        {
          while (at < length && text[at] != '\n' && text[at] != '\r')
            at++;
          if (at + 1 < length && text[at] == '\r' && text[at + 1] == '\n')
            at++;
        }
      else
        {
          const char *stop = memchr (text + at, '\n', length - at);
          at = stop != NULL ? (gsize) (stop - text) : length;
        }
      if (at >= length)
        break;
      at++;
      g_array_append_val (starts, at);
    }
}

static gsize
count_points (const char *text, gsize start, gsize end)
{
  gsize n = 0;
  for (gsize i = start; i < end; i++)
    n += !bl_is_continuation (text[i]);
  return n;
}

void
bl_lines_init (BlLines *lines, const char *text, gsize length)
{
  lines->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  find_starts (lines->starts, text, length);
  gsize points = 0;
  lines->samples = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize at = 0; at < length; at += SAMPLE)
    {
      g_array_append_val (lines->samples, points);
      points += count_points (text, at, MIN (at + SAMPLE, length));
    }
  g_array_append_val (lines->samples, points);
  if (points == length)
    g_clear_pointer (&lines->samples, g_array_unref);
}

void
bl_lines_clear (BlLines *lines)
{
  g_clear_pointer (&lines->starts, g_array_unref);
  g_clear_pointer (&lines->samples, g_array_unref);
}

static gsize
points_before (const BlLines *lines, const char *text, gsize offset)
{
  if (lines->samples == NULL)
    return offset;
  gsize sample = MIN (offset / SAMPLE, lines->samples->len - 1);
  return g_array_index (lines->samples, gsize, sample) + count_points (text, sample * SAMPLE, offset);
}

void
bl_lines_position (const BlLines *lines, const char *text, gsize offset, guint *line, guint *column)
{
  guint low = 1; /* starts[0 .. low) begin at or before offset */
  guint high = lines->starts->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (lines->starts, gsize, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  gsize start = g_array_index (lines->starts, gsize, low - 1);
  *line = low;
  *column = offset <= start ? 1 : (guint) (points_before (lines, text, offset) - points_before (lines, text, start)) + 1;
}
