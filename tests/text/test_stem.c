/* English stems: forms of a word meet, different words do not. */
#include <string.h>

#include "text/stem.h"

static void
test_stems (void)
{
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  static const char *const same[][2] = {
    { "troops", "troop" }, { "sending", "sends" }, { "guarantees", "guaranteed" }, { "negotiations", "negotiation" },
    { "talks", "talk" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *first = g_strdup (bl_stemmer_stem (stemmer, same[i][0], strlen (same[i][0])));
      g_assert_cmpstr (first, ==, bl_stemmer_stem (stemmer, same[i][1], strlen (same[i][1])));
    }
  g_autofree char *war = g_strdup (bl_stemmer_stem (stemmer, "war", 3));
  g_assert_cmpstr (war, !=, bl_stemmer_stem (stemmer, "peace", 5));
  g_assert_cmpstr (bl_stemmer_stem (stemmer, "", 0), ==, "");
  g_assert_cmpstr (bl_stemmer_stem (stemmer, "warship", 3), ==, "war");
}

/* More words than are remembered, from several threads: whoever was first, the stems are those of a stemmer of its own. */
#define N_WORDS 60000

static gpointer
stem_words (gpointer data)
{
  g_autoptr (BlStemmer) plain = bl_stemmer_new ();
  g_autoptr (BlStemmer) sharing = bl_stemmer_new_sharing (data);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < N_WORDS; i++)
      {
        char word[80];
        g_snprintf (word, sizeof word, "%s%c%c%c%s",
                    i % 1000 == 0 ? "anextraordinarilylongwordthatisnotkeptbecauseitistoolong" : "", 'a' + (char) (i % 26),
                    'a' + (char) (i / 26 % 26), 'a' + (char) (i / 676 % 26), i % 2 == 0 ? "ings" : "ation");
        const gsize length = strlen (word);
        g_assert_cmpstr (bl_stemmer_stem (sharing, word, length), ==, bl_stemmer_stem (plain, word, length));
      }
  return NULL;
}

static void
test_sharing (void)
{
  g_autoptr (BlStems) stems = bl_stems_new ();
  GThread *threads[3];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("stems", stem_words, stems);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_autoptr (BlStemmer) none = bl_stemmer_new_sharing (NULL);
  g_assert_cmpstr (bl_stemmer_stem (none, "talks", 5), ==, "talk");
  bl_stems_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/stem/stems", test_stems);
  g_test_add_func ("/text/stem/sharing", test_sharing);
  return g_test_run ();
}
