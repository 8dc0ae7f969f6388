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

/* --- reading ----------------------------------------------------------------------------------------------------- */
enum
{
  UNDERSCORE = 34,
};

/* Letters, digits and "_", as classes of ASCII. */
#define WORD_CLASSES                                                                                                           \
  (BL_CHAR_BIT (BL_CHAR_SMALL) | BL_CHAR_BIT (BL_CHAR_CAPITAL) | BL_CHAR_BIT (BL_CHAR_DIGIT) | BL_CHAR_BIT (UNDERSCORE))

/* The word under way and the one before it. A word is the sum of its bytes, each at its place in eight, so equal words have equal sums
 * in however many pieces they are read. */
typedef struct
{
  guint64 sum;
  guint length;
  guint64 sum_before;
  guint length_before; /* G_MAXUINT: none, or not by one blank */
  gboolean again;
} Words;

static inline void
add_to_word (Words *words, guint64 bytes, guint n)
{
  guint shift = words->length % 8 * 8;
  words->sum += bytes << shift | (shift > 0 ? bytes >> (64 - shift) : 0);
  words->length += n;
}

static inline void
end_word (Words *words, gboolean blank)
{
  words->again |= words->length == words->length_before && words->sum == words->sum_before;
  words->sum_before = words->sum;
  words->length_before = blank && words->length > 0 ? words->length : G_MAXUINT;
  words->sum = 0;
  words->length = 0;
}

/* How many of the eight bytes, from the first on, are small letters. */
static inline guint
count_small (guint64 bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 high = ones * 0x80;
  guint64 low = bytes & ~high;
  guint64 small = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x7F - 'z')) & ~bytes & high;
  return small == high ? 8 : (guint) __builtin_ctzll (small ^ high) / 8;
}

/* Words are runs of small letters nearly always, and most are short. */
static inline guint
add_small (const guchar *at, Words *words)
{
  guint64 bytes;
  memcpy (&bytes, at, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes);
  guint n = count_small (bytes);
  add_to_word (words, n == 8 ? bytes : bytes & ((G_GUINT64_CONSTANT (1) << 8 * n) - 1), n);
  return n;
}

void
bl_char_pairs_read (const char *text, gsize length, BlCharPairs *pairs)
{
  memset (pairs, 0, sizeof *pairs);
  const guchar *at = (const guchar *) text;
  const guchar *end = at + length;
  Words words = { .length_before = G_MAXUINT };
  guint left = BL_CHAR_EDGE;
  while (at < end)
    {
      guchar byte = *at;
      guint class = byte < 0x80 ? ascii[byte] : 0;
      if (class == BL_CHAR_SMALL && end - at >= 8)
        {
          pairs->right[left] |= BL_CHAR_BIT (BL_CHAR_SMALL);
          guint n = add_small (at, &words);
          pairs->right[BL_CHAR_SMALL] |= (guint64) (n > 1) << BL_CHAR_SMALL;
          left = BL_CHAR_SMALL;
          at += n;
          continue;
        }
      if (byte >= 0x80)
        class = class_of_wide (&at);
      else
        at++;
      pairs->right[left] |= BL_CHAR_BIT (class);
      left = class;
      if (WORD_CLASSES >> class & 1)
        add_to_word (&words, byte | 0x20, 1);
      else
        end_word (&words, class == BL_CHAR_SPACE);
    }
  pairs->right[left] |= BL_CHAR_BIT (BL_CHAR_EDGE);
  end_word (&words, FALSE);
  if (words.again || pairs->right[BL_CHAR_LETTER] != 0 || pairs->right[BL_CHAR_OTHER] != 0)
    pairs->right[BL_CHAR_AGAIN] = BL_CHAR_BIT (BL_CHAR_AGAIN);
}

/* --- for people -------------------------------------------------------------------------------------------------- */
static void
append_class (guint64 bits, GString *out)
{
  const gboolean any = bits == BL_CHAR_BIT (BL_CHAR_AGAIN) - 1;
  static const char *const names[BL_CHAR_SIGNS] = { "edge", "␣", "a", "A", "0", "⟨⟩", "é", "…" };
  g_string_append_c (out, '[');
  if (any)
    g_string_append (out, "any");
  if (bits & BL_CHAR_BIT (BL_CHAR_AGAIN))
    g_string_append (out, "again");
  if (!any)
    for (guint i = 0; i < BL_CHAR_SIGNS; i++)
      if (bits & BL_CHAR_BIT (i))
        g_string_append (out, names[i]);
  for (guint c = 0; c < 0x80 && !any; c++)
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
