/* A table of words that only grows: of a lexicon, or of one article. Private to src/mentions.
 *
 * Equal texts are one word, so words are compared by address, and what is known of a word is found with one look-up where it is
 * read. */
#pragma once

#include "mentions/lexicon.h"

/* All zero is an empty vocabulary. It borrows its words. */
typedef struct
{
  BlWord **slots; /* open addressing, never more than half full */
  guint32 mask;
  guint32 n_words;
} BlVocabulary;

guint32 bl_vocabulary_hash (const char *text, gsize length);

/* NULL for a word that is not in it. */
BlWord *bl_vocabulary_get (const BlVocabulary *vocabulary, const char *text, gsize length, guint32 hash);

/* A new word; text is copied to the arena. */
BlWord *bl_vocabulary_add (BlVocabulary *vocabulary, BlArena *arena, const char *text, gsize length, guint32 hash);
void bl_vocabulary_clear (BlVocabulary *vocabulary);

/* One letter more, for hashing while reading; a hash starts as BL_VOCABULARY_SEED. */
#define BL_VOCABULARY_SEED 2166136261u

static inline guint32
bl_vocabulary_hash_letter (guint32 hash, char letter)
{
  return (hash ^ (guint8) letter) * 16777619u;
}
