/* Near duplicates among many texts, and stock text that is no evidence. */
#include "origins/near_texts.h"

#include "origins/radix.h"
#include "origins/stock.h"

#include <string.h>

/* Words of a text that nobody else has: "seed" makes them. */
static void
put_words (GString *out, guint seed, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_string_append_printf (out, "w%ux%u ", seed, i);
}

typedef struct
{
  BlShingles texts[600];
  guint sources[600];
  guint n;
} Shelf;

static void
shelve (Shelf *shelf, guint source, GString *text)
{
  g_assert_cmpuint (shelf->n, <, G_N_ELEMENTS (shelf->texts));
  shelf->sources[shelf->n] = source;
  shelf->texts[shelf->n++] = bl_shingles_of_text (text->str, text->len);
  g_string_free (text, TRUE);
}

static void
clear (Shelf *shelf)
{
  for (guint i = 0; i < shelf->n; i++)
    bl_shingles_clear (&shelf->texts[i]);
  shelf->n = 0;
}

/* A text of n words, the first so many of another one. */
static GString *
mixed (guint of, guint taken, guint own, guint n)
{
  GString *out = g_string_new (NULL);
  put_words (out, of, 0, taken);
  put_words (out, own, 0, n - taken);
  return out;
}

/* Runs in common, by hand: of k words in a row taken over, k - 4 runs. */
static void
test_containment (void)
{
  static const struct
  {
    guint taken, n;
    double containment; /* 0: no pair */
    gboolean same;
  } cases[] = {
    { 200, 200, 1, TRUE }, { 100, 200, 96.0 / 196, FALSE },   { 60, 200, 56.0 / 196, FALSE },
    { 40, 200, 0, FALSE }, { 60, 60, 1, FALSE } /* a part */, { 15, 15, 0, FALSE } /* too short to say */,
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Shelf shelf = { 0 };
      shelve (&shelf, 0, mixed (1, 200, 9, 200));
      shelve (&shelf, 1, mixed (1, cases[i].taken, 2, cases[i].n));
      g_autoptr (GArray) pairs = bl_near_texts (shelf.texts, shelf.n, 1);
      g_assert_cmpuint (pairs->len, ==, cases[i].containment > 0);
      if (pairs->len > 0)
        {
          const BlNearTexts *pair = &g_array_index (pairs, BlNearTexts, 0);
          g_assert_cmpuint (pair->a, ==, 0);
          g_assert_cmpuint (pair->b, ==, 1);
          g_assert_cmpfloat_with_epsilon (pair->containment, cases[i].containment, 1e-9);
          g_assert_cmpint (pair->same, ==, cases[i].same);
        }
      clear (&shelf);
    }
}

/* Sixty stories, each told by eight: every copy of half a text is found, nothing else is, and threads change nothing. */
static void
test_many (void)
{
  Shelf *shelf = g_new0 (Shelf, 1);
  for (guint story = 0; story < 60; story++)
    for (guint copy = 0; copy < 8; copy++)
      shelve (shelf, copy, mixed (story, copy == 0 ? 300 : 150 + 10 * copy, 100 + story * 8 + copy, 300));
  g_autoptr (GArray) pairs = bl_near_texts (shelf->texts, shelf->n, 1);
  g_autoptr (GArray) again = bl_near_texts (shelf->texts, shelf->n, 4);
  g_assert_cmpuint (pairs->len, ==, again->len);
  guint n_first = 0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const BlNearTexts *x = &g_array_index (pairs, BlNearTexts, i), *y = &g_array_index (again, BlNearTexts, i);
      g_assert_cmpuint (x->a, ==, y->a);
      g_assert_cmpuint (x->b, ==, y->b);
      g_assert_cmpfloat (x->containment, ==, y->containment);
      g_assert_cmpuint (x->a / 8, ==, x->b / 8);
      n_first += x->a % 8 == 0;
    }
  g_assert_cmpuint (n_first, ==, 60 * 7);
  clear (shelf);
  g_free (shelf);
}

/* Of 500 copies each is held against few, and all are tied to the first or to one that is. */
static void
test_hot (void)
{
  Shelf *shelf = g_new0 (Shelf, 1);
  for (guint i = 0; i < 500; i++)
    shelve (shelf, i, mixed (1, i < 250 ? 200 : 180, 10 + i, 200));
  g_autoptr (GArray) pairs = bl_near_texts (shelf->texts, shelf->n, 2);
  g_assert_cmpuint (pairs->len, <, 500 * 40);
  guint reached = 0;
  gboolean seen[500] = { TRUE };
  for (guint i = 0; i < pairs->len; i++)
    {
      const BlNearTexts *pair = &g_array_index (pairs, BlNearTexts, i);
      seen[pair->b] |= seen[pair->a]; /* by a: what is tied to the first comes before */
    }
  for (guint i = 0; i < 500; i++)
    reached += seen[i];
  g_assert_cmpuint (reached, ==, 500);
  clear (shelf);
  g_free (shelf);
}

static guint
count_pairs (Shelf *shelf, guint n_sources)
{
  bl_stock_remove (shelf->texts, shelf->n, shelf->sources, n_sources, 2);
  g_autoptr (GArray) pairs = bl_near_texts (shelf->texts, shelf->n, 1);
  return pairs->len;
}

/* Short articles of a site with forty words below each. */
static void
test_stock_of_source (void)
{
  for (guint n = 2; n <= 5; n++)
    {
      Shelf shelf = { 0 };
      for (guint i = 0; i < n; i++)
        {
          GString *text = mixed (10 + i, 60, 0, 60);
          put_words (text, 1, 0, 40);
          shelve (&shelf, 0, text);
        }
      g_assert_cmpuint (count_pairs (&shelf, 1), ==, n == 2 ? 1 : 0); /* two may be a copy; three are a site's habit */
      for (guint i = 0; i < n && n > 2; i++)
        g_assert_cmpuint (shelf.texts[i].n, >=, 56);
      clear (&shelf);
    }
}

/* The updates of one story repeat each other, and another outlet has taken it over: that stays to be seen. */
static void
test_updates_are_no_stock (void)
{
  Shelf shelf = { 0 };
  for (guint i = 0; i < 5; i++)
    shelve (&shelf, 0, mixed (1, 200, 10 + i, 220));
  shelve (&shelf, 1, mixed (1, 150, 20, 200));
  const guint before = shelf.texts[0].n;
  bl_stock_remove (shelf.texts, shelf.n, shelf.sources, 2, 1);
  g_assert_cmpuint (shelf.texts[0].n, ==, before);
  clear (&shelf);
}

/* The same below the articles of all sites, each with one. A text that all took over is no stock. */
static void
test_stock_of_corpus (void)
{
  for (guint whole = 0; whole <= 1; whole++)
    {
      Shelf shelf = { 0 };
      for (guint i = 0; i < 10; i++)
        {
          GString *text = mixed (1, whole ? 150 : 0, 10 + i, 200);
          put_words (text, 2, 0, 80);
          shelve (&shelf, i, text);
        }
      const guint n = count_pairs (&shelf, 10);
      if (whole)
        g_assert_cmpuint (n, >=, 9);
      else
        g_assert_cmpuint (n, ==, 0);
      clear (&shelf);
    }
}

static void
test_radix (void)
{
  for (guint n = 0; n < 3000; n = n * 2 + 1)
    {
      g_autofree guint64 *rows = g_new (guint64, n + 1);
      guint64 state = 12345;
      for (guint i = 0; i < n; i++)
        {
          state = state * 6364136223846793005u + 1442695040888963407u;
          rows[i] = (state >> 20) << 12 | (i & 0xFFF);
        }
      g_autofree guint64 *high = g_memdup2 (rows, n * sizeof rows[0]);
      bl_radix_sort (rows, n, 0, 64);
      bl_radix_sort (high, n, 56, 64);
      for (guint i = 1; i < n; i++)
        {
          g_assert_true (rows[i - 1] <= rows[i]);
          g_assert_true (high[i - 1] >> 56 <= high[i] >> 56);
          if (high[i - 1] >> 56 == high[i] >> 56) /* what is equal there keeps its order */
            g_assert_cmpuint (high[i - 1] & 0xFFF, <, high[i] & 0xFFF);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/origins/near-texts/containment", test_containment);
  g_test_add_func ("/origins/near-texts/many", test_many);
  g_test_add_func ("/origins/near-texts/hot", test_hot);
  g_test_add_func ("/origins/stock/source", test_stock_of_source);
  g_test_add_func ("/origins/stock/updates", test_updates_are_no_stock);
  g_test_add_func ("/origins/stock/corpus", test_stock_of_corpus);
  g_test_add_func ("/origins/radix", test_radix);
  return g_test_run ();
}
