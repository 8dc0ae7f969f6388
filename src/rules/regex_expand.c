#include "rules/regex_expand.h"

#include <string.h>

static void
add_piece (GArray *pieces, const BlExpansion *expansion, guint column, gboolean is_slot)
{
  const BlRegexPiece piece = { .start = expansion->source->len, .column = column, .is_slot = is_slot };
  if (pieces != NULL)
    g_array_append_val (pieces, piece);
}

gboolean
bl_regex_expand (const BlPhraseContext *context, const char *text, BlExpansion *expansion, GArray *pieces, BlPhraseFault *fault)
{
  for (const char *at = text;;)
    {
      add_piece (pieces, expansion, (guint) g_utf8_strlen (text, at - text), FALSE);
      const char *open = strstr (at, "%{");
      if (open == NULL)
        {
          g_string_append (expansion->source, at);
          return TRUE;
        }
      const guint column = (guint) g_utf8_strlen (text, open - text);
      const char *close = strchr (open, '}');
      *fault = (BlPhraseFault){ .column = column, .width = 2 };
      if (close == NULL)
        {
          fault->what = g_strdup ("this “%{” has no “}”");
          return FALSE;
        }
      BlSlot slot;
      if (!bl_slot_parse (context, open + 2, (gsize) (close - open - 2), column + 2, &slot, fault))
        return FALSE;
      g_string_append_len (expansion->source, at, open - at);
      add_piece (pieces, expansion, column, TRUE);
      bl_expand_slot (expansion, &slot);
      at = close + 1;
    }
}
