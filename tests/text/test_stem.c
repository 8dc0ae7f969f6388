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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/stem/stems", test_stems);
  return g_test_run ();
}
