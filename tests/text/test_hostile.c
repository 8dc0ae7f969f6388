/* Input that nobody writes: a megabyte of one thing. Work must stay linear, so that each of these takes well under a second where a
 * quadratic step would take minutes; the limit leaves room for slow machines and sanitizers. */
#include <string.h>

#include "text/text.h"

#define SIZE 1000000
#define SECONDS 20

static BlTextLexicon *lexicon;

static const char *const units[] = {
  "\"",
  "'",
  "“",
  "‘",
  "“a ",
  "\"a ",
  "'a ",
  "a' ",
  "s' a ",
  "‘a s’ ",
  "«",
  "”",
  "\n",
  "\r",
  "\r\n",
  "\n\n",
  " ",
  "\u00A0",
  "\u200B",
  ".",
  ". ",
  "...",
  "…",
  ". …",
  "?",
  "?\" ",
  "!”",
  "! A",
  ".A",
  "a.",
  "a.B",
  "A. ",
  "A.",
  "Mr. ",
  "U.S. ",
  "U.S.",
  "p.m. A",
  "[1] ",
  "[",
  "]",
  "(",
  ". (",
  ").",
  "- ",
  "•",
  " • ",
  "a • b ",
  "a",
  "A",
  "Aa ",
  "a b. ",
  "A b. A",
  "| ",
  " | ",
  "1",
  "1.",
  "1. ",
  "1:04 ",
  "\xCC\x81",
  "e\xCC\x81",
  "é",
  "—",
  "By A\n",
  "Read also:\n",
  "Read also:\n- a\n",
  "Latest\n",
  "- a\n",
  "a\n",
  "Same line\n",
  "A line...\nA line...\n",
  "Ab c\nAb c d.\n",
  "http://a/",
  "A/",
  "said ",
  "?” Aa said ",
  "Aa? Aa Aa Aa Aa ",
  "aaaaaaa aaaaaaaaaaa aaaaaaaaaaaaa aaaaaaaaaaaaaa aaaaaaaaaa aaaaaaaa\n",
  "©",
  "```",
  "``a''",
  "\\",
  "\x01",
  "0\n",
  "…\n",
  "[1] a [2] a ",
};

static void
test_unit (gconstpointer data)
{
  const char *unit = data;
  g_autoptr (GString) text = g_string_new ("A headline of the article\n");
  while (text->len < SIZE)
    g_string_append (text, unit);
  gint64 start = g_get_monotonic_time ();
  BlFolded folded;
  bl_folded_init (&folded);
  bl_fold_typography (&folded, text->str, text->len, 0);
  bl_folded_clear (&folded);
  g_free (bl_fold_letters (text->str, -1));
  bl_document_free (bl_document_new (lexicon, g_strdup (text->str), text->len, NULL, 0, NULL, NULL, 0));
  BlBlockHint hint = { bl_span (0, text->len), BL_BLOCK_PARAGRAPH };
  g_autoptr (BlDocument) block = bl_document_new (lexicon, g_strdup (text->str), text->len, NULL, 0, NULL, &hint, 1);
  for (gsize at = 0; at < text->len; at += 997)
    {
      bl_document_locate (block, bl_span (at, at + 1));
      bl_document_quote_at (block, at);
      bl_document_sentence_at (block, at);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, SECONDS * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *name = g_strescape (units[i], NULL);
      g_strdelimit (name, "/", '|');
      g_autofree char *path = g_strdup_printf ("/text/hostile/%02u %s", i, name);
      g_test_add_data_func (path, units[i], test_unit);
    }
  int result = g_test_run ();
  bl_text_lexicon_free (lexicon);
  return result;
}
