#include "mentions/vocabulary.h"

#include <string.h>

/* Every word is found again under its own number, however often the table grew. */
static void
test_grows (void)
{
  enum
  {
    N_WORDS = 5000
  };
  BlArena *arena = bl_arena_new ();
  BlVocabulary vocabulary = { 0 };
  g_assert_null (bl_vocabulary_get (&vocabulary, "", 0, bl_vocabulary_hash ("", 0)));
  for (guint i = 0; i < N_WORDS; i++)
    {
      char text[16];
      gsize length = (gsize) g_snprintf (text, sizeof text, "word%u", i);
      guint32 hash = bl_vocabulary_hash (text, length);
      g_assert_null (bl_vocabulary_get (&vocabulary, text, length, hash));
      BlWord *word = bl_vocabulary_add (&vocabulary, arena, text, length, hash);
      g_assert_cmpuint (word->id, ==, i);
    }
  g_assert_cmpuint (vocabulary.n_words, ==, N_WORDS);
  for (guint i = 0; i < N_WORDS; i++)
    {
      char text[16];
      gsize length = (gsize) g_snprintf (text, sizeof text, "word%u", i);
      const BlWord *word = bl_vocabulary_get (&vocabulary, text, length, bl_vocabulary_hash (text, length));
      g_assert_nonnull (word);
      g_assert_cmpstr (word->text, ==, text);
      g_assert_cmpuint (word->id, ==, i);
    }
  bl_vocabulary_clear (&vocabulary);
  bl_arena_free (arena);
}

static void
test_hash_letter_by_letter (void)
{
  static const char text[] = "mariupol";
  guint32 hash = BL_VOCABULARY_SEED;
  for (gsize i = 0; i < strlen (text); i++)
    hash = bl_vocabulary_hash_letter (hash, text[i]);
  g_assert_cmpuint (hash, ==, bl_vocabulary_hash (text, strlen (text)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/vocabulary/grows", test_grows);
  g_test_add_func ("/mentions/vocabulary/hash_letter_by_letter", test_hash_letter_by_letter);
  return g_test_run ();
}
