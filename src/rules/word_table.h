/* Private to src/rules: texts folded for looking up words, and sets of words to look up.
 *
 * A text is folded once (bl_literal_fold on every character), so that reading its words compares bytes. Words are what
 * bl_literal_words() makes of a text: runs of letters, digits and "_", and each ASCII sign by itself. */
#pragma once

#include <string.h>

#include "rules/facts.h"

/* Characters of one and two bytes, which nearly all are, as tables. */
typedef struct
{
  guint16 fold[0x800];
  guint8 is_word[0x800];
  guint8 is_sign[0x80];
} BlLetters;

void bl_letters_init (BlLetters *letters);

/* Appends text (valid UTF-8), folded. */
void bl_letters_fold (const BlLetters *letters, const char *text, gsize length, GString *folded);

static inline gboolean
bl_letters_is_word (const BlLetters *letters, gunichar c)
{
  return c < G_N_ELEMENTS (letters->is_word) ? letters->is_word[c] : bl_literal_is_word (c);
}

/* --- eight bytes at a time ---------------------------------------------------------------------------------------- */
#define BL_ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define BL_HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

/* The first byte is the lowest. */
static inline guint64
bl_load8 (const char *bytes)
{
  guint64 word;
  memcpy (&word, bytes, sizeof word);
  return GUINT64_FROM_LE (word);
}

/* High bit of each byte of ascii (none over 0x7F) that lies in [low, high]. */
static inline guint64
bl_bytes_between (guint64 ascii, guchar low, guchar high)
{
  return (ascii + BL_ONES * (0x80u - low)) & ~(ascii + BL_ONES * (0x7Fu - high)) & BL_HIGHS;
}

/* --- words of a folded text ---------------------------------------------------------------------------------------
 * Read 64 bytes at a time as bits: which bytes are of words, which are signs. So a word costs a few steps, not a few for each of its
 * bytes, and a text that is nearly all ASCII is read at about a gigabyte a second. */

/* A cursor reads this far past the end of its text; what stands there does not matter. */
#define BL_WORD_SLACK 64

typedef struct
{
  const BlLetters *letters;
  gboolean with_signs;
  const char *chunk; /* 64 bytes of the text … */
  const char *end;
  guint64 words, signs; /* … and which of them are still to be read, the lowest bit the first */
  const char *word;
  gsize length;
  guint32 hash;
} BlWordCursor;

/* Which bytes of a chunk begin or go on a character that is not ASCII and is a letter or digit; high: those that are not ASCII. */
guint64 bl_words_beyond_ascii (const BlLetters *letters, const char *chunk, guint64 high);

static inline void
bl_word_cursor_read (BlWordCursor *cursor)
{
  guint64 high = 0;
  cursor->words = 0;
  cursor->signs = 0;
  for (guint i = 0; i < 64; i += 8)
    {
      const guint64 bytes = bl_load8 (cursor->chunk + i);
      const guint64 ascii = bytes & ~BL_HIGHS;
      const guint64 words
          = (bl_bytes_between (ascii, 'a', 'z') | bl_bytes_between (ascii, '0', '9') | bl_bytes_between (ascii, '_', '_'))
            & ~bytes;
      const guint64 signs = bl_bytes_between (ascii, '!', '~') & ~words & ~bytes;
      /* gathers the high bits: that of byte n at bit n */
      const guint64 gather = G_GUINT64_CONSTANT (0x0102040810204080);
      cursor->words |= ((words >> 7) * gather >> 56) << i;
      cursor->signs |= ((signs >> 7) * gather >> 56) << i;
      high |= (((bytes & BL_HIGHS) >> 7) * gather >> 56) << i;
    }
  if (high != 0)
    cursor->words |= bl_words_beyond_ascii (cursor->letters, cursor->chunk, high);
  const gsize left = (gsize) (cursor->end - cursor->chunk);
  const guint64 inside = left < 64 ? (G_GUINT64_CONSTANT (1) << left) - 1 : G_MAXUINT64;
  cursor->words &= inside;
  cursor->signs &= cursor->with_signs ? inside : 0;
}

/* A cursor before text, folded and followed by BL_WORD_SLACK more bytes. */
static inline BlWordCursor
bl_word_cursor (const BlLetters *letters, gboolean with_signs, const char *text, gsize length)
{
  BlWordCursor cursor = { .letters = letters, .with_signs = with_signs, .chunk = text, .end = text + length };
  if (length > 0)
    bl_word_cursor_read (&cursor);
  return cursor;
}

/* FALSE at the end. */
static inline gboolean
bl_word_cursor_next_chunk (BlWordCursor *cursor)
{
  cursor->words = cursor->signs = 0;
  if (cursor->end - cursor->chunk <= 64)
    return FALSE;
  cursor->chunk += 64;
  bl_word_cursor_read (cursor);
  return TRUE;
}

/* The first eight bytes of a word, or all of it and zeros; word is followed by 7 more bytes. */
static inline guint64
bl_word_head (const char *word, gsize length)
{
  return bl_load8 (word) & G_MAXUINT64 >> (64 - 8 * MIN (length, 8));
}

/* Of the bytes alone; word is followed by 7 more bytes. */
static inline guint32
bl_word_hash (const char *word, gsize length)
{
  const guint64 prime = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 hash = length;
  for (; length > 8; length -= 8, word += 8)
    hash = (hash ^ bl_load8 (word)) * prime;
  hash = (hash ^ bl_word_head (word, length)) * prime;
  return (guint32) (hash >> 32 ^ hash >> 48);
}

/* The next word; FALSE at the end. */
static inline gboolean
bl_word_next (BlWordCursor *cursor)
{
  while ((cursor->words | cursor->signs) == 0)
    if (!bl_word_cursor_next_chunk (cursor))
      return FALSE;
  const guint first = (guint) __builtin_ctzll (cursor->words | cursor->signs);
  cursor->word = cursor->chunk + first;
  cursor->length = 1;
  if (cursor->signs >> first & 1)
    cursor->signs &= cursor->signs - 1;
  else
    {
      const guint64 rest = ~(cursor->words >> first);
      cursor->length = rest != 0 ? (guint) __builtin_ctzll (rest) : 64;
      gsize end = first + cursor->length;
      /* into the next chunks */
      while (end == 64 && bl_word_cursor_next_chunk (cursor))
        {
          end = ~cursor->words != 0 ? (guint) __builtin_ctzll (~cursor->words) : 64;
          cursor->length += end;
        }
      cursor->words = end < 64 ? cursor->words >> end << end : 0;
    }
  cursor->hash = bl_word_hash (cursor->word, cursor->length);
  return TRUE;
}

/* --- sets of words ------------------------------------------------------------------------------------------------ */
typedef struct
{
  guint64 head; /* the first eight bytes, which is all of most words */
  guint32 length;
  guint32 word; /* number + 1; 0: empty */
} BlWordSlot;

/* An open table, at most half full, behind one bit for each of eight times as many hashes: most words of a text are in no table, and
 * the bits fit a processor's nearest cache. */
typedef struct
{
  guint32 mask;
  guint32 filter_mask;
  BlWordSlot *slots;
  guint64 *filter;
  const char *const *words; /* borrowed */
  gboolean any_signs;       /* a word is a sign */
} BlWordTable;

void bl_word_table_init (BlWordTable *table, const char *const *words, guint n);
void bl_word_table_clear (BlWordTable *table);

#define BL_NO_WORD G_MAXUINT32

/* The number of the word at the cursor, or BL_NO_WORD. */
static inline guint32
bl_word_table_find (const BlWordTable *table, const BlWordCursor *cursor)
{
  guint32 bit = cursor->hash & table->filter_mask;
  if ((table->filter[bit / 64] >> bit % 64 & 1) == 0)
    return BL_NO_WORD;
  const guint64 head = bl_word_head (cursor->word, cursor->length);
  for (guint32 at = cursor->hash & table->mask; table->slots[at].word != 0; at = (at + 1) & table->mask)
    {
      const BlWordSlot *slot = &table->slots[at];
      if (slot->head == head && slot->length == cursor->length
          && (slot->length <= 8 || memcmp (table->words[slot->word - 1], cursor->word, cursor->length) == 0))
        return slot->word - 1;
    }
  return BL_NO_WORD;
}
