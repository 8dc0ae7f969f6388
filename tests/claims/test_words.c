#include "claims/words.h"

#include <string.h>

static BlTextLexicon *
load_lexicon (void)
{
  g_autoptr (GError) error = NULL;
  BlTextLexicon *lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  return lexicon;
}

/* The words of a text joined by blanks, with a comma or a stroke before a word that follows a break. */
static char *
words_of (const char *text)
{
  g_autoptr (BlTextLexicon) lexicon = load_lexicon ();
  g_autoptr (BlDocument) document = bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  BlWords words;
  bl_words_init (&words);
  bl_words_read (&words, document, bl_span (0, strlen (text)));
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < words.words->len; i++)
    {
      const BlWord *word = bl_words_get (&words, i);
      g_string_append_printf (out, "%s%s%s%s", i > 0 ? " " : "", word->breaks & BL_BREAK_STRONG ? "|" : "",
                              word->breaks & BL_BREAK_COMMA ? "," : "", word->text);
    }
  bl_words_clear (&words);
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text, *words;
  } cases[] = {
    { "Poland won't send troops.", "poland will not send troops" },
    { "They can’t, he said; they didn’t.", "they can not ,he said |they did not" },
    { "Ukraine's army – and the U.S. one", "ukraine army |and the us one" },
    { "A no-fly zone", "a no fly zone" },
    { "To end the war.Several sources", "to end the war |several sources" },
    { "“Yes,” said Żółw.", "yes ,said zolw" },
    { "", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = words_of (cases[i].text);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_places (void)
{
  g_autoptr (BlTextLexicon) lexicon = load_lexicon ();
  const char *text = "Łódź won’t pay.";
  g_autoptr (BlDocument) document = bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  BlWords words;
  bl_words_init (&words);
  bl_words_read (&words, document, bl_span (0, strlen (text)));
  g_assert_cmpuint (words.words->len, ==, 4);
  for (guint i = 1; i < words.words->len; i++)
    g_assert_cmpuint (bl_words_get (&words, i - 1)->span.start, <=, bl_words_get (&words, i)->span.start);
  g_assert_cmpuint (bl_words_at (&words, 0), ==, 0);
  g_assert_cmpuint (bl_words_at (&words, strlen (text)), ==, 4);
  g_assert_cmpuint (bl_words_at (&words, bl_words_get (&words, 3)->span.start), ==, 3);
  /* The end of a stretch that ends in a full stop, or past the text, is the end of its words. */
  g_assert_cmpuint (bl_words_end (&words, strlen (text)), ==, 4);
  g_assert_cmpuint (bl_words_end (&words, strlen (text) + 10), ==, 4);
  g_assert_cmpuint (bl_words_end (&words, 0), ==, 0);
  g_assert_cmpuint (bl_words_end (&words, 2), ==, 1);
  bl_words_clear (&words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/words", test_words);
  g_test_add_func ("/claims/words/places", test_places);
  return g_test_run ();
}
