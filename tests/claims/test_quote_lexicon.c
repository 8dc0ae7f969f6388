/* The words that a quotation's words are told apart by: each is found, and none beside them. */
#include <string.h>

#include "claims/quote_lexicon.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char *word;
    BlQuoteLexemeKind kind;
    int value;
  } cases[] = {
    { "a", BL_QUOTE_LEXEME_FUNCTION, 0 },        { "yourself", BL_QUOTE_LEXEME_NONE, 0 },
    { "yours", BL_QUOTE_LEXEME_FUNCTION, 0 },    { "not", BL_QUOTE_LEXEME_NEGATION, 0 },
    { "nobody", BL_QUOTE_LEXEME_NEGATION, 0 },   { "zero", BL_QUOTE_LEXEME_NUMBER, 0 },
    { "one", BL_QUOTE_LEXEME_FUNCTION, 0 },      { "two", BL_QUOTE_LEXEME_NUMBER, 2 },
    { "nineteen", BL_QUOTE_LEXEME_NUMBER, 19 },  { "ninety", BL_QUOTE_LEXEME_NUMBER, 90 },
    { "first", BL_QUOTE_LEXEME_ORDINAL, 1 },     { "twelfth", BL_QUOTE_LEXEME_ORDINAL, 12 },
    { "million", BL_QUOTE_LEXEME_MAGNITUDE, 0 }, { "wo", BL_QUOTE_LEXEME_SPOKEN, 0 },
    { "em", BL_QUOTE_LEXEME_SPOKEN, 0 },         { "", BL_QUOTE_LEXEME_NONE, 0 },
    { "bridge", BL_QUOTE_LEXEME_NONE, 0 },       { "zz", BL_QUOTE_LEXEME_NONE, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlQuoteLexeme *lexeme = bl_quote_lexeme (cases[i].word);
      g_assert_cmpint (lexeme != NULL ? lexeme->kind : BL_QUOTE_LEXEME_NONE, ==, cases[i].kind);
      g_assert_cmpint (lexeme != NULL ? lexeme->value : 0, ==, cases[i].value);
    }
  g_assert_cmpstr (bl_quote_lexeme ("gonna")->first, ==, "going");
  g_assert_cmpstr (bl_quote_lexeme ("gonna")->second, ==, "to");
}

/* The table is sorted: from the first word on, each is found at its own place. */
static void
test_sorted (void)
{
  const BlQuoteLexeme *last = bl_quote_lexeme ("yours");
  guint n = 0;
  for (const BlQuoteLexeme *lexeme = bl_quote_lexeme ("a"); lexeme != last; lexeme++, n++)
    {
      g_assert_true (bl_quote_lexeme (lexeme->word) == lexeme);
      g_assert_cmpint (strcmp (lexeme[0].word, lexeme[1].word), <, 0);
    }
  g_assert_cmpuint (n, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quote-lexicon/kinds", test_kinds);
  g_test_add_func ("/quote-lexicon/sorted", test_sorted);
  return g_test_run ();
}
