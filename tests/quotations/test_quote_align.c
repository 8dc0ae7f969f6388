/* Aligning two quotations, and judging what differs. */
#include "quotations/quote_judge.h"

#include <string.h>

typedef struct
{
  const char *a, *b;
  BlAltered worst;
} Example;

static const Example examples[] = {
  /* The same, however it is printed. */
  { "We’re not going to close the harbour – it’s our home.", "we are not going to close the harbour, it is our home",
    BL_ALTERED_SLIGHTLY },
  { "one two three four five six seven eight nine ten", "one 2 three 4 five 6 seven 8 nine 10", BL_ALTERED_NOT },
  { "there were twenty-five ships and 40 boats in the bay that morning",
    "there were 25 ships and forty boats in the bay that morning", BL_ALTERED_NOT },
  { "the F.B.I. has read the letters that the captain wrote to us", "the FBI has read the letters that the captain wrote to us",
    BL_ALTERED_NOT },
  { "[W]e have read all the letters that the captain wrote to us", "we have read all the letters that the captain wrote to us",
    BL_ALTERED_NOT },
  /* Cut at either end, and in the middle where it says so. */
  { "well, the ships that lie in the bay have waited for nine days", "the ships that lie in the bay have waited",
    BL_ALTERED_NOT },
  { "nobody asked. the ships that lie in the bay have waited", "the ships that lie in the bay have waited for nine days. why?",
    BL_ALTERED_NOT },
  { "the ships that lie in the bay since the spring have waited for nine days with their crews",
    "the ships … have waited for nine days with their crews", BL_ALTERED_NOT },
  { "the ships that lie in the bay have waited for nine days", "[they] have waited for nine days", BL_ALTERED_OTHER },
  /* What counts. */
  { "the ships that lie in the bay have waited for nine days", "the ships that lie in the bay have waited for six days",
    BL_ALTERED_NUMBER },
  { "the ships that lie in the bay have waited for nine days", "the ships that lie in the bay have not waited for nine days",
    BL_ALTERED_NEGATION },
  { "I told the people of this town that Helen Marlowe had left", "I told the people of this town that Helen Dunstan had left",
    BL_ALTERED_NAME },
  { "the talks that we had in the bay were a success for everybody",
    "the talks that we had in the bay were a failure for everybody", BL_ALTERED_OPPOSITE },
  { "the talks that we had in the bay were a success for everybody",
    "the talks that we had in the bay were a lesson for everybody", BL_ALTERED_WORD },
  /* Too much, too little, or no end that both share. */
  { "the ships that lie in the bay", "the ships that lie in the port", BL_ALTERED_OTHER },
  { "I thank the people of this old town for their patience and courage",
    "I thank the people of this old town because the war has ended", BL_ALTERED_OTHER },
  { "the ships that lie in the bay have waited for nine days", "completely different words that have nothing to do with it",
    BL_ALTERED_OTHER },
};

static void
test_examples (void)
{
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  g_autoptr (BlWordKinds) kinds = bl_word_kinds_load (BL_RULES_DIR "/lexicon", NULL);
  g_assert_nonnull (kinds);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        g_autoptr (BlArena) arena = bl_arena_new ();
        const char *x = turned ? examples[i].b : examples[i].a, *y = turned ? examples[i].a : examples[i].b;
        g_autoptr (GArray) a = bl_quote_words_read (arena, x, strlen (x));
        g_autoptr (GArray) b = bl_quote_words_read (arena, y, strlen (y));
        const BlQuoteWord *words_a = (const BlQuoteWord *) a->data, *words_b = (const BlQuoteWord *) b->data;
        BlQuoteAlignment alignment;
        bl_quote_align (words_a, a->len, words_b, b->len, &alignment);
        const BlQuoteVerdict verdict
            = bl_quote_judge (words_a, words_b, &alignment, FALSE, &(BlQuoteJudge){ .stemmer = stemmer, .kinds = kinds });
        if (verdict.worst != examples[i].worst)
          g_test_message ("“%s” against “%s”", x, y);
        g_assert_cmpint (verdict.worst, ==, examples[i].worst);
        bl_quote_alignment_clear (&alignment);
      }
}

static void
test_empty (void)
{
  BlQuoteAlignment alignment;
  bl_quote_align (NULL, 0, NULL, 0, &alignment);
  g_assert_cmpuint (alignment.equal, ==, 0);
  g_assert_cmpuint (alignment.runs->len, ==, 0);
  bl_quote_alignment_clear (&alignment);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotations/quote-align/examples", test_examples);
  g_test_add_func ("/quotations/quote-align/empty", test_empty);
  return g_test_run ();
}
