#include "text/lines.h"

#include <string.h>

#include "text/chars.h"

#define SAMPLE 128

static void
add_start (GArray *starts, gsize at)
{
  const BlLineStart start = { .offset = (guint32) at };
  g_array_append_val (starts, start);
}

static void
find_starts (GArray *starts, const char *text, gsize length)
{
  gsize start = length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  add_start (starts, start);
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
      add_start (starts, at);
    }
}

static gsize
points_before (const BlLines *lines, const char *text, gsize offset)
{
  if (lines->samples == NULL)
    return offset;
  const gsize sample = MIN (offset / SAMPLE, lines->n_samples - 1);
  return lines->samples[sample] + bl_count_points (text, sample * SAMPLE, offset);
}

/* The samples go when every byte is a code point. */
static void
take_samples (BlLines *lines, const char *text, gsize length)
{
  gsize points = 0;
  lines->n_samples = (guint32) (length / SAMPLE + 1);
  lines->samples = g_new (guint32, lines->n_samples);
  for (guint32 i = 0; i < lines->n_samples; i++)
    {
      lines->samples[i] = (guint32) points;
      points += bl_count_points (text, (gsize) i * SAMPLE, MIN ((gsize) (i + 1) * SAMPLE, length));
    }
  if (points == length)
    g_clear_pointer (&lines->samples, g_free);
}

void
bl_lines_init (BlLines *lines, const char *text, gsize length)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (BlLineStart));
  find_starts (starts, text, length);
  take_samples (lines, text, length);
  lines->n_starts = starts->len;
  lines->starts = g_memdup2 (starts->data, starts->len * sizeof (BlLineStart));
  g_array_unref (starts);
  for (guint32 i = 0; i < lines->n_starts; i++)
    lines->starts[i].points = (guint32) points_before (lines, text, lines->starts[i].offset);
}

void
bl_lines_clear (BlLines *lines)
{
  g_clear_pointer (&lines->starts, g_free);
  g_clear_pointer (&lines->samples, g_free);
}

void
bl_lines_position (const BlLines *lines, const char *text, gsize offset, guint *line, guint *column)
{
  guint low = 1; /* starts[0 .. low) begin at or before offset */
  guint high = lines->n_starts;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (lines->starts[middle].offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  const BlLineStart *start = &lines->starts[low - 1];
  *line = low;
  *column = offset <= start->offset ? 1 : (guint) (points_before (lines, text, offset) - start->points) + 1;
}
