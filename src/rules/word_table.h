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

/* --- words of a folded text --------------------------------------------------------------------------------------- */
#define BL_WORD_HASH_START 2166136261u
#define BL_WORD_HASH_PRIME 16777619u

/* FNV-1a by byte; the multiplication leaves the low bits weak, so they get the high ones. */
static inline guint32
bl_word_hash_end (guint32 hash)
{
  return hash ^ hash >> 15;
}

typedef struct
{
  const BlLetters *letters;
  const char *at, *end;
  const char *word;
  gsize length;
  guint32 hash;
} BlWordCursor;

/* The next word; FALSE at the end. */
static inline gboolean
bl_word_next (BlWordCursor *cursor)
{
  const BlLetters *letters = cursor->letters;
  const char *at = cursor->at;
  const char *end = cursor->end;
  const char *word = NULL;
  guint32 hash = BL_WORD_HASH_START;
  while (at < end)
    {
      gunichar c = (guchar) *at;
      const char *next = at + 1;
      if (c >= 0x80)
        {
          next = g_utf8_next_char (at);
          c = g_utf8_get_char (at);
        }
      if (bl_letters_is_word (letters, c))
        {
          word = word != NULL ? word : at;
          for (; at < next; at++)
            hash = (hash ^ (guchar) *at) * BL_WORD_HASH_PRIME;
          continue;
        }
      if (word != NULL)
        break;
      at = next;
      if (c < 0x80 && letters->is_sign[c])
        {
          word = at - 1;
          hash = (hash ^ c) * BL_WORD_HASH_PRIME;
          break;
        }
    }
  cursor->at = at;
  cursor->word = word;
  cursor->length = word != NULL ? (gsize) (at - word) : 0;
  cursor->hash = bl_word_hash_end (hash);
  return word != NULL;
}

/* --- sets of words ------------------------------------------------------------------------------------------------ */
typedef struct
{
  guint32 hash;
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
  guint8 *lengths;          /* of words, at most 255 */
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
  for (guint32 at = cursor->hash & table->mask; table->slots[at].word != 0; at = (at + 1) & table->mask)
    {
      guint32 number = table->slots[at].word - 1;
      if (table->slots[at].hash == cursor->hash && table->lengths[number] == MIN (cursor->length, 0xFF)
          && strncmp (table->words[number], cursor->word, cursor->length) == 0 && table->words[number][cursor->length] == '\0')
        return number;
    }
  return BL_NO_WORD;
}
