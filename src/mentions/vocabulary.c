#include "mentions/vocabulary.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 256 /* an article has about a hundred words that the lexicon does not have */
};

guint32
bl_vocabulary_hash (const char *text, gsize length)
{
  guint32 hash = BL_VOCABULARY_SEED;
  for (gsize i = 0; i < length; i++)
    hash = bl_vocabulary_hash_letter (hash, text[i]);
  return hash;
}

BlWord *
bl_vocabulary_get (const BlVocabulary *vocabulary, const char *text, gsize length, guint32 hash)
{
  if (vocabulary->slots == NULL)
    return NULL;
  for (guint32 at = hash & vocabulary->mask;; at = (at + 1) & vocabulary->mask)
    {
      BlWord *word = vocabulary->slots[at];
      if (word == NULL)
        return NULL;
      if (word->hash == hash && word->length == length && memcmp (word->text, text, length) == 0)
        return word;
    }
}

static void
enter (BlVocabulary *vocabulary, BlWord *word)
{
  guint32 at = word->hash & vocabulary->mask;
  while (vocabulary->slots[at] != NULL)
    at = (at + 1) & vocabulary->mask;
  vocabulary->slots[at] = word;
}

static void
grow (BlVocabulary *vocabulary)
{
  g_autofree BlWord **old = vocabulary->slots;
  guint32 n_old = old == NULL ? 0 : vocabulary->mask + 1;
  guint32 size = old == NULL ? FIRST_SLOTS : n_old * 2;
  vocabulary->slots = g_new0 (BlWord *, size);
  vocabulary->mask = size - 1;
  for (guint32 i = 0; i < n_old; i++)
    if (old[i] != NULL)
      enter (vocabulary, old[i]);
}

BlWord *
bl_vocabulary_add (BlVocabulary *vocabulary, BlArena *arena, const char *text, gsize length, guint32 hash)
{
  if (vocabulary->slots == NULL || vocabulary->n_words * 2 > vocabulary->mask)
    grow (vocabulary);
  BlWord *word = bl_arena_new0 (arena, BlWord);
  word->text = bl_arena_strndup (arena, text, length);
  word->length = (guint32) length;
  word->hash = hash;
  word->id = vocabulary->n_words++;
  enter (vocabulary, word);
  return word;
}

void
bl_vocabulary_clear (BlVocabulary *vocabulary)
{
  g_free (vocabulary->slots);
  *vocabulary = (BlVocabulary){ 0 };
}
