#include "rules/char_pairs.h"

#include <string.h>

/* BlCharClass of ASCII; a table, as every byte of every sentence is looked up. */
/* clang-format off */
static const guint8 ascii[128] = {
  7, 7, 7, 7, 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 7, 7,
  7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
  1, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
  4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 23, 24, 25, 26, 27, 28,
  29, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
  3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 30, 31, 32, 33, 34,
  35, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 36, 37, 38, 39, 7,
};
/* clang-format on */

/* U+F0000, where mentions begin, in UTF-8. */
enum
{
  MENTION_BYTE_0 = 0xF3,
  MENTION_BYTE_1 = 0xB0,
};

BlCharClass
bl_char_class (gunichar c)
{
  if (c < 0x80)
    return (BlCharClass) ascii[c];
  if (c >= 0xF0000 || (c >= 0xE000 && c <= 0xF8FF))
    return BL_CHAR_MENTION;
  if (g_unichar_isspace (c))
    return BL_CHAR_SPACE;
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? BL_CHAR_LETTER : BL_CHAR_OTHER;
}

/* The class of a character of several bytes at *at, which moves behind it. Mentions come as often as all others together. */
static guint
class_of_wide (const guchar **at)
{
  const guchar *first = *at;
  *at = (const guchar *) g_utf8_next_char ((const char *) first);
  if (first[0] > MENTION_BYTE_0 || (first[0] == MENTION_BYTE_0 && first[1] >= MENTION_BYTE_1))
    return BL_CHAR_MENTION;
  return bl_char_class (g_utf8_get_char ((const char *) first));
}

void
bl_char_pairs_read (const char *text, gsize length, BlCharPairs *pairs)
{
  memset (pairs, 0, sizeof *pairs);
  const guchar *at = (const guchar *) text;
  const guchar *end = at + length;
  guint left = BL_CHAR_EDGE;
  while (at < end)
    {
      guint class = *at < 0x80 ? ascii[*at++] : class_of_wide (&at);
      pairs->right[left] |= BL_CHAR_BIT (class);
      left = class;
    }
  pairs->right[left] |= BL_CHAR_BIT (BL_CHAR_EDGE);
}

/* --- for people -------------------------------------------------------------------------------------------------- */
static void
append_class (guint64 bits, GString *out)
{
  static const char *const names[BL_CHAR_SIGNS] = { "edge", "␣", "a", "A", "0", "⟨⟩", "é", "…" };
  g_string_append_c (out, '[');
  if (bits == BL_CHAR_BIT (BL_N_CHAR_CLASSES) - 1)
    g_string_append (out, "any");
  else
    for (guint i = 0; i < BL_CHAR_SIGNS; i++)
      if (bits & BL_CHAR_BIT (i))
        g_string_append (out, names[i]);
  for (guint c = 0; c < 0x80 && bits != BL_CHAR_BIT (BL_N_CHAR_CLASSES) - 1; c++)
    if (ascii[c] >= BL_CHAR_SIGNS && (bits & BL_CHAR_BIT (ascii[c])))
      g_string_append_c (out, (char) c);
  g_string_append_c (out, ']');
}

void
bl_char_pairs_append (const BlCharPairs *pairs, GString *out)
{
  guint64 done = 0;
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    {
      if (pairs->right[i] == 0 || (done & BL_CHAR_BIT (i)))
        continue;
      guint64 left = 0;
      for (guint k = i; k < BL_N_CHAR_CLASSES; k++)
        if (pairs->right[k] == pairs->right[i])
          left |= BL_CHAR_BIT (k);
      if (done != 0)
        g_string_append_c (out, ' ');
      append_class (left, out);
      append_class (pairs->right[i], out);
      done |= left;
    }
}
