#include "rules/word_table.h"

void
bl_letters_init (BlLetters *letters)
{
  memset (letters, 0, sizeof *letters);
  for (gunichar c = 0; c < G_N_ELEMENTS (letters->fold); c++)
    {
      letters->fold[c] = (guint16) bl_literal_fold (c);
      letters->is_word[c] = bl_literal_is_word (c) ? 1 : 0;
    }
  for (gunichar c = 0; c < G_N_ELEMENTS (letters->is_sign); c++)
    letters->is_sign[c] = bl_literal_is_sign (c) ? 1 : 0;
}

/* --- folding ----------------------------------------------------------------------------------------------------- */

/* ASCII with its capitals made small; other bytes stay. */
static inline guint64
lower_word (guint64 bytes)
{
  const guint64 capitals = bl_bytes_between (bytes & ~BL_HIGHS, 'A', 'Z') & ~bytes;
  return bytes | capitals >> 2; /* 0x80 >> 2 is what tells "a" from "A" */
}

/* Writes one character that is not ASCII, folded; *text and *out go behind it. */
static inline void
fold_character (const BlLetters *letters, const char **text, char **out)
{
  const guchar lead = (guchar) * *text;
  gsize size = (gsize) (g_utf8_next_char (*text) - *text);
  if (lead >= 0xF3) /* mentions and other private use, and nothing that has case */
    {
      memcpy (*out, *text, 4);
      *out += 4;
    }
  else
    {
      const gunichar c = g_utf8_get_char (*text);
      *out += g_unichar_to_utf8 (c < G_N_ELEMENTS (letters->fold) ? letters->fold[c] : bl_literal_fold (c), *out);
    }
  *text += size;
}

/* A character may get longer by half: U+023A (two bytes) becomes U+2C65 (three). Eight bytes are written at a time, of which those
 * behind the last or before a character that is not ASCII are written again. */
void
bl_letters_fold (const BlLetters *letters, const char *text, gsize length, GString *folded)
{
  gsize start = folded->len;
  g_string_set_size (folded, start + length + length / 2 + 16);
  char *out = folded->str + start;
  const char *end = text + length;
  while (text < end)
    {
      const gsize left = (gsize) (end - text);
      guint64 bytes = 0;
      memcpy (&bytes, text, left < 8 ? left : 8);
      bytes = GUINT64_FROM_LE (bytes);
      const guint64 lower = GUINT64_TO_LE (lower_word (bytes));
      memcpy (out, &lower, sizeof lower);
      const guint64 high = bytes & BL_HIGHS;
      const gsize ascii = high != 0 ? (gsize) __builtin_ctzll (high) / 8 : MIN (left, 8);
      text += ascii;
      out += ascii;
      if (high != 0)
        fold_character (letters, &text, &out);
    }
  g_string_truncate (folded, (gsize) (out - folded->str));
}

/* --- words ------------------------------------------------------------------------------------------------------- */
guint64
bl_words_beyond_ascii (const BlLetters *letters, const char *chunk, guint64 high)
{
  guint64 words = 0;
  while (high != 0)
    {
      const guint first = (guint) __builtin_ctzll (high);
      const char *at = chunk + first;
      while (((guchar) *at & 0xC0) == 0x80) /* the character began in the chunk before */
        at--;
      const gsize size = (gsize) (g_utf8_next_char (at) - (chunk + first));
      const guint64 bits = ((G_GUINT64_CONSTANT (1) << size) - 1) << first;
      high &= ~bits;
      if ((guchar) *at < 0xF3 && bl_letters_is_word (letters, g_utf8_get_char (at)))
        words |= bits;
    }
  return words;
}

/* --- sets of words ------------------------------------------------------------------------------------------------ */
void
bl_word_table_init (BlWordTable *table, const char *const *words, guint n)
{
  guint32 size = 64;
  while (size < 2 * n)
    size *= 2;
  *table = (BlWordTable){ .mask = size - 1, .filter_mask = 8 * size - 1, .words = words };
  table->slots = g_new0 (BlWordSlot, size);
  table->filter = g_new0 (guint64, 8 * size / 64);
  gsize longest = 0;
  for (guint32 i = 0; i < n; i++)
    longest = MAX (longest, strlen (words[i]));
  g_autofree char *word = g_malloc0 (longest + 8); /* with the bytes behind it that hashing reads */
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 length = (guint32) strlen (words[i]);
      table->any_signs = table->any_signs || bl_literal_is_sign ((guchar) words[i][0]);
      memcpy (word, words[i], length);
      const guint32 hash = bl_word_hash (word, length);
      guint32 at = hash & table->mask;
      while (table->slots[at].word != 0)
        at = (at + 1) & table->mask;
      table->slots[at] = (BlWordSlot){ .head = bl_word_head (word, length), .length = length, .word = i + 1 };
      const guint32 bit = hash & table->filter_mask;
      table->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
    }
}

void
bl_word_table_clear (BlWordTable *table)
{
  g_clear_pointer (&table->slots, g_free);
  g_clear_pointer (&table->filter, g_free);
}
