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
#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

/* Eight bytes of ASCII with their capitals made small. */
static inline guint64
lower_word (guint64 word)
{
  guint64 from_a = word + ONES * (0x80 - 'A');     /* high bit: "A" or behind */
  guint64 past_z = word + ONES * (0x80 - 'Z' - 1); /* high bit: behind "Z" */
  return word | ((from_a & ~past_z & HIGHS) >> 2); /* 0x80 >> 2 is what tells "a" from "A" */
}

/* Copies ASCII up to the first other byte; returns how many bytes. */
static inline gsize
fold_ascii (const char *text, gsize length, char *out)
{
  gsize i = 0;
  for (; i + 8 <= length; i += 8)
    {
      guint64 word;
      memcpy (&word, text + i, sizeof word);
      if (word & HIGHS)
        break;
      word = lower_word (word);
      memcpy (out + i, &word, sizeof word);
    }
  for (; i < length && (guchar) text[i] < 0x80; i++)
    out[i] = (char) bl_literal_fold ((guchar) text[i]);
  return i;
}

/* A character may get longer by half: U+023A (two bytes) becomes U+2C65 (three). */
void
bl_letters_fold (const BlLetters *letters, const char *text, gsize length, GString *folded)
{
  gsize start = folded->len;
  g_string_set_size (folded, start + length + length / 2 + 8);
  char *out = folded->str + start;
  const char *end = text + length;
  while (text < end)
    {
      gsize ascii = fold_ascii (text, (gsize) (end - text), out);
      text += ascii;
      out += ascii;
      if (text == end)
        break;
      if ((guchar) *text >= 0xF3) /* mentions and other private use, and nothing that has case */
        {
          memcpy (out, text, 4);
          out += 4;
          text += 4;
          continue;
        }
      gunichar c = g_utf8_get_char (text);
      out += g_unichar_to_utf8 (c < G_N_ELEMENTS (letters->fold) ? letters->fold[c] : bl_literal_fold (c), out);
      text = g_utf8_next_char (text);
    }
  g_string_truncate (folded, (gsize) (out - folded->str));
}

/* --- sets of words ------------------------------------------------------------------------------------------------ */
static guint32
hash_of (const char *word)
{
  guint32 hash = BL_WORD_HASH_START;
  for (; *word != '\0'; word++)
    hash = (hash ^ (guchar) *word) * BL_WORD_HASH_PRIME;
  return bl_word_hash_end (hash);
}

void
bl_word_table_init (BlWordTable *table, const char *const *words, guint n)
{
  guint32 size = 64;
  while (size < 2 * n)
    size *= 2;
  *table = (BlWordTable){ .mask = size - 1, .filter_mask = 8 * size - 1, .words = words };
  table->slots = g_new0 (BlWordSlot, size);
  table->filter = g_new0 (guint64, 8 * size / 64);
  table->lengths = g_new (guint8, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 hash = hash_of (words[i]);
      guint32 at = hash & table->mask;
      while (table->slots[at].word != 0)
        at = (at + 1) & table->mask;
      table->slots[at] = (BlWordSlot){ .hash = hash, .word = i + 1 };
      table->lengths[i] = (guint8) MIN (strlen (words[i]), 0xFF);
      guint32 bit = hash & table->filter_mask;
      table->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
    }
}

void
bl_word_table_clear (BlWordTable *table)
{
  g_clear_pointer (&table->slots, g_free);
  g_clear_pointer (&table->filter, g_free);
  g_clear_pointer (&table->lengths, g_free);
}
