#include "text/fold.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

/* Length of the ASCII run without NUL at the start of text. Eight bytes at a time: news is ASCII for pages. */
static gsize
plain_run (const char *text, gsize length)
{
  gsize i = 0;
  for (; i + 8 <= length; i += 8)
    {
      guint64 word;
      memcpy (&word, text + i, sizeof word);
      /* A byte over 0x7F has its high bit in word; a byte 0 borrows one in the subtraction. */
      if (((word | (word - G_GUINT64_CONSTANT (0x0101010101010101))) & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (i < length && text[i] > 0)
    i++;
  return i;
}

/* Reads one sequence that begins with a byte over 0x7F or a NUL, by table 3-7 of the Unicode Standard. *valid says whether it is
 * well formed; the length of a broken one is its maximal subpart, so that one damaged character is one U+FFFD. */
static gsize
sequence (const guchar *text, gsize length, gboolean *valid)
{
  guchar lead = text[0];
  guchar low = 0x80;
  guchar high = 0xBF;
  gsize need;
  *valid = FALSE;
  if (lead >= 0xC2 && lead <= 0xDF)
    need = 2;
  else if (lead >= 0xE0 && lead <= 0xEF)
    {
      need = 3;
      low = lead == 0xE0 ? 0xA0 : 0x80;
      high = lead == 0xED ? 0x9F : 0xBF;
    }
  else if (lead >= 0xF0 && lead <= 0xF4)
    {
      need = 4;
      low = lead == 0xF0 ? 0x90 : 0x80;
      high = lead == 0xF4 ? 0x8F : 0xBF;
    }
  else
    return 1;
  gsize got = 1;
  while (got < need && got < length && text[got] >= low && text[got] <= high)
    {
      low = 0x80;
      high = 0xBF;
      got++;
    }
  *valid = got == need;
  return got;
}

gboolean
bl_utf8_is_valid (const char *text, gsize length)
{
  gsize i = plain_run (text, length);
  while (i < length)
    {
      gboolean valid;
      i += sequence ((const guchar *) text + i, length - i, &valid);
      if (!valid)
        return FALSE;
      if (i < length && text[i] > 0)
        i += plain_run (text + i, length - i);
    }
  return TRUE;
}

guint
bl_utf8_repair (char **text, gsize *length, gsize *first)
{
  return bl_utf8_repair_mapped (text, length, first, NULL);
}

/* Adds the copy of old bytes [from, to) and, if size is not 0, the replacement of the size bytes behind it. */
static void
map_repair (BlSourceMap *map, gsize text_start, gsize from, gsize to, gsize size)
{
  if (map == NULL)
    return;
  bl_source_map_add (map, text_start, to - from, from, to - from);
  if (size > 0)
    bl_source_map_add (map, text_start + (to - from), strlen (REPLACEMENT), to, size);
}

guint
bl_utf8_repair_mapped (char **text, gsize *length, gsize *first, BlSourceMap **map)
{
  BlSourceMap *pieces = NULL;
  const char *old = *text;
  gsize old_length = *length;
  GString *repaired = NULL; /* only when something is broken */
  gsize copied = 0;         /* old bytes that are in repaired */
  guint broken = 0;
  gsize i = plain_run (old, old_length);
  while (i < old_length)
    {
      gboolean valid;
      gsize size = sequence ((const guchar *) old + i, old_length - i, &valid);
      if (!valid)
        {
          if (repaired == NULL)
            {
              repaired = g_string_sized_new (old_length + 16);
              pieces = map != NULL ? bl_source_map_new () : NULL;
              if (first != NULL)
                *first = i;
            }
          map_repair (pieces, repaired->len, copied, i, size);
          g_string_append_len (repaired, old + copied, (gssize) (i - copied));
          g_string_append (repaired, REPLACEMENT);
          copied = i + size;
          broken++;
        }
      i += size;
      if (i < old_length && old[i] > 0)
        i += plain_run (old + i, old_length - i);
    }
  if (map != NULL)
    *map = pieces;
  if (repaired == NULL)
    return 0;
  map_repair (pieces, repaired->len, copied, old_length, 0);
  g_string_append_len (repaired, old + copied, (gssize) (old_length - copied));
  *length = repaired->len;
  g_free (*text);
  *text = g_string_free (repaired, FALSE);
  return broken;
}
