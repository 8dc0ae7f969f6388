#include "events/alignment.h"

#include <string.h>

static const char *const strike[] = { "close", "dock", "harbour", "place/vellmark", "shift", "walk", NULL };
static const char *const strike_again[] = { "close", "dock", "harbour", "night", "place/vellmark", "walk", NULL };
static const char *const orchard[] = { "apple", "flood", "orchard", "place/vellmark", "ripe", "tree", NULL };
static const char *const short_strike[] = { "dock", "harbour", NULL };
static const char *const vellmark[] = { "place/vellmark", NULL };

/* Aligned sentences of a list, all articles tied; the caller's array. */
static GArray *
align (const BlAlignable *list, guint n, gboolean one_event)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (BlAlignable));
  if (n > 0)
    g_array_append_vals (sentences, list, n);
  g_autoptr (BlCorpusTerms) corpus = bl_corpus_terms_new (sentences, NULL);
  guint64 n_cut;
  g_autoptr (GArray) ties = bl_events_find (corpus, TRUE, &n_cut);
  return bl_align (corpus, ties, one_event, 2);
}

static void
test_same_event (void)
{
  const BlAlignable list[] = { { .terms = strike, .article = 0, .day = 700000 },
                               { .terms = orchard, .article = 1, .day = 700000 },
                               { .terms = strike_again, .article = 2, .day = 700003 } };
  g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), FALSE);
  g_assert_cmpuint (found->len, ==, 1);
  const BlAligned *aligned = &g_array_index (found, BlAligned, 0);
  g_assert_cmpuint (aligned->a, ==, 0);
  g_assert_cmpuint (aligned->b, ==, 2);
  g_assert_cmpuint (aligned->n_shared, ==, 5);
  g_assert_cmpfloat (aligned->overlap, >, 0.6);
  g_assert_cmpfloat (aligned->overlap, <, 1);
}

static void
test_same_words (void)
{
  const BlAlignable list[]
      = { { .terms = strike, .article = 0, .day = 700000 }, { .terms = strike, .article = 1, .day = 700000 } };
  g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), FALSE);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, BlAligned, 0).overlap, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, BlAligned, 0).dice, 1, 1e-9);
}

/* A sentence that stands in another whole is as near as one gets by the lighter one's weight, but not by the mean of both. */
static void
test_contained (void)
{
  const BlAlignable list[] = { { .terms = strike, .article = 0 }, { .terms = short_strike, .article = 1 } };
  g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), FALSE);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, BlAligned, 0).overlap, 1, 1e-9);
  g_assert_cmpfloat (g_array_index (found, BlAligned, 0).dice, <, 0.6);
}

/* Two sentences of one body never meet; headline and body do, whatever the ties. */
static void
test_inside (void)
{
  const BlAlignable list[] = { { .terms = strike, .head = TRUE }, { .terms = strike }, { .terms = strike_again } };
  g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), FALSE);
  g_assert_cmpuint (found->len, ==, 2);
  for (guint i = 0; i < found->len; i++)
    {
      g_assert_cmpuint (g_array_index (found, BlAligned, i).a, ==, 0);
      g_assert_cmpuint (g_array_index (found, BlAligned, i).b, ==, i + 1);
    }
}

/* One name in common is enough where the event is known to be one. */
static void
test_known_event (void)
{
  const BlAlignable list[] = { { .terms = orchard, .article = 0 }, { .terms = vellmark, .article = 1 } };
  g_autoptr (GArray) unknown = align (list, G_N_ELEMENTS (list), FALSE);
  g_assert_cmpuint (unknown->len, ==, 0);
  g_autoptr (GArray) known = align (list, G_N_ELEMENTS (list), TRUE);
  g_assert_cmpuint (known->len, ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) found = align (NULL, 0, FALSE);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/alignment/same-event", test_same_event);
  g_test_add_func ("/events/alignment/same-words", test_same_words);
  g_test_add_func ("/events/alignment/contained", test_contained);
  g_test_add_func ("/events/alignment/inside", test_inside);
  g_test_add_func ("/events/alignment/known-event", test_known_event);
  g_test_add_func ("/events/alignment/nothing", test_nothing);
  return g_test_run ();
}
