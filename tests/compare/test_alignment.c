#include "compare/alignment.h"

#include <string.h>

static const char *const strike[] = { "close", "dock", "harbour", "place/vellmark", "shift", "walk", NULL };
static const char *const strike_again[] = { "close", "dock", "harbour", "night", "place/vellmark", "walk", NULL };
static const char *const orchard[] = { "apple", "flood", "orchard", "place/vellmark", "ripe", "tree", NULL };

static GArray *
align (const BlAlignable *list, guint n, guint64 *n_cut)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (BlAlignable));
  g_array_append_vals (sentences, list, n);
  return bl_align (sentences, n_cut);
}

static void
test_same_event (void)
{
  const BlAlignable list[] = { { .terms = strike, .article = 0, .day = 700000 },
                               { .terms = orchard, .article = 1, .day = 700000 },
                               { .terms = strike_again, .article = 2, .day = 700003 } };
  guint64 n_cut;
  g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), &n_cut);
  g_assert_cmpuint (found->len, ==, 1);
  const BlAligned *aligned = &g_array_index (found, BlAligned, 0);
  g_assert_cmpuint (aligned->a, ==, 0);
  g_assert_cmpuint (aligned->b, ==, 2);
  g_assert_cmpuint (aligned->n_shared, ==, 5);
  g_assert_cmpfloat (aligned->overlap, >, 0.6);
  g_assert_cmpfloat (aligned->overlap, <, 1);
  g_assert_cmpuint (n_cut, ==, 0);
}

static void
test_same_words (void)
{
  const BlAlignable list[]
      = { { .terms = strike, .article = 0, .day = 700000 }, { .terms = strike, .article = 1, .day = 700000 } };
  guint64 n_cut;
  g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), &n_cut);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, BlAligned, 0).overlap, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, BlAligned, 0).dice, 1, 1e-9);
}

/* Far days, an unknown day beside a known one, and two sentences of one body never meet; headline and body do. */
static void
test_who_meets (void)
{
  static const struct
  {
    BlAlignable a, b;
    guint n;
  } cases[] = {
    { { strike, 0, 700000, FALSE }, { strike, 1, 700007, FALSE }, 1 },
    { { strike, 0, 700000, FALSE }, { strike, 1, 700008, FALSE }, 0 },
    { { strike, 0, 700000, FALSE }, { strike, 1, 0, FALSE }, 0 },
    { { strike, 0, 0, FALSE }, { strike, 1, 0, FALSE }, 1 },
    { { strike, 0, 700000, FALSE }, { strike, 0, 700000, FALSE }, 0 },
    { { strike, 0, 700000, TRUE }, { strike, 0, 700000, FALSE }, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlAlignable list[] = { cases[i].a, cases[i].b };
      guint64 n_cut;
      g_autoptr (GArray) found = align (list, G_N_ELEMENTS (list), &n_cut);
      g_assert_cmpuint (found->len, ==, cases[i].n);
    }
}

/* A thousand sentences alike: each meets a bounded number of others, and what was left out is counted. */
static void
test_is_linear (void)
{
  enum
  {
    N = 1000
  };
  g_autofree BlAlignable *list = g_new0 (BlAlignable, N);
  for (guint i = 0; i < N; i++)
    list[i] = (BlAlignable){ .terms = strike, .article = i, .day = 700000 };
  guint64 n_cut;
  g_autoptr (GArray) found = align (list, N, &n_cut);
  g_assert_cmpuint (found->len, <=, 16 * N);
  g_assert_cmpuint (n_cut, >, 0);
}

static void
test_nothing (void)
{
  guint64 n_cut;
  g_autoptr (GArray) found = align (NULL, 0, &n_cut);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/alignment/same-event", test_same_event);
  g_test_add_func ("/compare/alignment/same-words", test_same_words);
  g_test_add_func ("/compare/alignment/who-meets", test_who_meets);
  g_test_add_func ("/compare/alignment/is-linear", test_is_linear);
  g_test_add_func ("/compare/alignment/nothing", test_nothing);
  return g_test_run ();
}
