/* The tagger: words as the treebank cuts them, and right tags for nineteen words of twenty in sentences that were tagged by hand. */
#include <glib/gstdio.h>
#include <string.h>

#include "text/tagger.h"

static BlTagger *
shipped (void)
{
  g_autoptr (GError) error = NULL;
  BlTagger *tagger = bl_tagger_load (BL_RULES_DIR "/lexicon/tags.json", &error);
  g_assert_no_error (error);
  g_assert_nonnull (tagger);
  return tagger;
}

/* "the/DT bridge/NN"; owned by the caller. */
static char *
tagged (const BlTagger *tagger, const char *text)
{
  BlArena *arena = bl_arena_new ();
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BlTaggedWord));
  GString *out = g_string_new (NULL);
  bl_tagger_read (tagger, text, bl_span (0, strlen (text)), arena, words);
  for (guint i = 0; i < words->len; i++)
    {
      const BlTaggedWord *word = &g_array_index (words, BlTaggedWord, i);
      g_string_append_printf (out, "%s%.*s/%s", i > 0 ? " " : "", (int) bl_span_length (word->span), text + word->span.start,
                              bl_tag_name ((BlTag) word->tag));
    }
  bl_arena_free (arena);
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  static const char *const cases[][2] = {
    { "They don't.", "They/PRP do/VBP n't/RB ./." },
    { "He can’t, she cannot.", "He/PRP ca/MD n’t/RB ,/, she/PRP can/MD not/RB ./." },
    { "It did n't rain .", "It/PRP did/VBD n't/RB rain/VB ./." },
    { "Cruz 's car", "Cruz/NNP 's/POS car/NN" },
    { "workers' rights", "workers/NNS '/POS rights/NNS" },
    { "Mr. Hale left the U.S. Senate", "Mr./NNP Hale/NNP left/VBD the/DT U.S./NNP Senate/NNP" },
    { "a 12-year-old boy paid $1,200.50", "a/DT 12-year-old/JJ boy/NN paid/VBD $/SYM 1,200.50/CD" },
    { "Ruiz ( born 1971 -RRB- won", "Ruiz/NNP (/( born/VBN 1971/CD -RRB-/) won/VBD" },
    { "", "" },
    { "…—", "…/. —/:" },
  };
  g_autoptr (BlTagger) tagger = shipped ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = tagged (tagger, cases[i][0]);
      g_assert_cmpstr (got, ==, cases[i][1]);
    }
}

/* Contextual rules work on blocks of places: where in a long sentence words stand makes no difference to them. */
static void
test_long (void)
{
  static const char part[] = "the union plans to close the road that they will not close again , ";
  enum
  {
    N_PARTS = 24
  };
  g_autoptr (BlTagger) tagger = shipped ();
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BlTaggedWord));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BlArena) arena = bl_arena_new ();
  for (guint i = 0; i < N_PARTS; i++)
    g_string_append (text, part);
  bl_tagger_read (tagger, text->str, bl_span (0, text->len), arena, words);
  const guint n = words->len / N_PARTS;
  g_assert_cmpuint (words->len, ==, 14 * N_PARTS);
  for (guint i = 2 * n; i + n < words->len; i++)
    g_assert_cmpuint (g_array_index (words, BlTaggedWord, i).tag, ==, g_array_index (words, BlTaggedWord, i - n).tag);
  const BlTag first = (BlTag) g_array_index (words, BlTaggedWord, 4).tag;
  g_assert_cmpuint (first, ==, BL_TAG_VERB);
}

/* What the forms of verbs depend on. */
static void
test_verbs (void)
{
  static const char *const cases[] = {
    "The/DT men/NNS arrested/VBN on/IN Monday/NNP were/VBD released/VBN ./.",
    "Police/NN arrested/VBD the/DT men/NNS on/IN Monday/NNP ./.",
    "The/DT court/NN did/VBD not/RB convict/VB him/PRP ./.",
    "The/DT bill/NN ,/, which/WDT passed/VBD the/DT House/NNP ,/, was/VBD rejected/VBN ./.",
    "Arsenal/NN beat/VBD Chelsea/NNP 2-1/CD on/IN Saturday/NNP ./.",
  };
  g_autoptr (BlTagger) tagger = shipped ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) pairs = g_strsplit (cases[i], " ", -1);
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint k = 0; pairs[k] != NULL; k++)
        g_string_append_printf (text, "%s%.*s", k > 0 ? " " : "", (int) (strrchr (pairs[k], '/') - pairs[k]), pairs[k]);
      g_autofree char *got = tagged (tagger, text->str);
      g_assert_cmpstr (got, ==, cases[i]);
    }
}

/* The sentences of fixtures/tags.txt, a line each, word/TAG with blanks between. */
static void
test_accuracy (void)
{
  g_autofree char *fixture = NULL;
  g_assert_true (g_file_get_contents (BL_TESTS_DIR "/text/fixtures/tags.txt", &fixture, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (g_strstrip (fixture), "\n", -1);
  g_autoptr (BlTagger) tagger = shipped ();
  guint n = 0, n_right = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) want = g_strsplit (lines[i], " ", -1);
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint k = 0; want[k] != NULL; k++)
        g_string_append_printf (text, "%s%.*s", k > 0 ? " " : "", (int) (strrchr (want[k], '/') - want[k]), want[k]);
      g_autofree char *line = tagged (tagger, text->str);
      g_auto (GStrv) got = g_strsplit (line, " ", -1);
      g_assert_cmpuint (g_strv_length (got), ==, g_strv_length (want));
      for (guint k = 0; want[k] != NULL; k++, n++)
        n_right += strcmp (want[k], got[k]) == 0 ? 1 : 0;
    }
  g_test_message ("%u of %u words", n_right, n);
  g_assert_cmpuint (n, >, 2000);
  g_assert_cmpfloat ((double) n_right, >=, 0.95 * (double) n);
}

static void
test_wrong_files (void)
{
  static const char *const cases[] = { "{", "{\"format\":2,\"words\":{},\"endings\":{},\"contexts\":[]}",
                                       "{\"format\":1,\"words\":{\"XX\":\"a\"},\"endings\":{},\"contexts\":[]}",
                                       "{\"format\":1,\"words\":{},\"endings\":{},\"contexts\":[\"NN VB WHERE DT\"]}" };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      const int file = g_file_open_tmp ("tags-XXXXXX.json", &path, NULL);
      g_assert_cmpint (file, >=, 0);
      g_assert_true (g_close (file, NULL));
      g_assert_true (g_file_set_contents (path, cases[i], -1, NULL));
      g_assert_null (bl_tagger_load (path, &error));
      g_assert_nonnull (error);
      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/tagger/long", test_long);
  g_test_add_func ("/text/tagger/words", test_words);
  g_test_add_func ("/text/tagger/verbs", test_verbs);
  g_test_add_func ("/text/tagger/accuracy", test_accuracy);
  g_test_add_func ("/text/tagger/wrong-files", test_wrong_files);
  return g_test_run ();
}
