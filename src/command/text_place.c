#include "command/text_place.h"

#include <string.h>

/* "a/b.txt:12" → 12, and *rest is cut to "a/b.txt"; 0 and no change when it does not end in a number. */
static guint
cut_number (char *rest)
{
  char *colon = strrchr (rest, ':');
  guint64 number = 0;
  if (colon == NULL || colon == rest || !g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXUINT, &number, NULL))
    return 0;
  *colon = '\0';
  return (guint) number;
}

gboolean
bl_text_place_parse (BlTextPlace *place, const char *text)
{
  *place = (BlTextPlace){ .file = g_strdup (text) };
  place->line = cut_number (place->file);
  const guint before = place->line != 0 ? cut_number (place->file) : 0;
  if (before != 0)
    {
      place->column = place->line;
      place->line = before;
    }
  return place->line != 0;
}

void
bl_text_place_clear (BlTextPlace *place)
{
  g_clear_pointer (&place->file, g_free);
}

gboolean
bl_text_place_is_in (const BlTextPlace *place, const BlLocation *at)
{
  if (place->line < at->line || place->line > at->end_line)
    return FALSE;
  if (place->column == 0)
    return TRUE;
  return (place->line > at->line || place->column >= at->column)
         && (place->line < at->end_line || place->column <= at->end_column);
}
