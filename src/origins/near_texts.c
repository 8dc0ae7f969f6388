#include "origins/near_texts.h"

#include "origins/radix.h"

#include <string.h>

#define BIN_BITS 8
#define N_BINS (1u << BIN_BITS)

/* Bins that must agree. */
#define LEAST_BINS 2

/* Earlier texts of a bucket that a text is held against: the first, which may be the origin, and the last, from which it may have been
 * copied. */
#define FIRST 4
#define LAST 4

/* Candidates are counted when so many have come together, so that what many bins find is kept once. */
#define BINS_A_ROUND 16

typedef struct
{
  const BlShingles *texts;
  guint n;
  guint8 *repeated; /* text equals an earlier one: stands for itself no more */
  guint first_bin;  /* of the round */
  guint *at;        /* by text: its first run behind the bins before */
  guint64 *rows;    /* n for each bin of the round: run << 32 | text */
  guint n_rows[BINS_A_ROUND];
  GArray *found[BINS_A_ROUND]; /* by bin of the round: guint64, a << 32 | b */
  GArray *pairs;               /* guint64, sorted */
  BlNearTexts *near;
} Search;

static guint64
pair_of (guint64 a, guint64 b)
{
  return a << 32 | b;
}

/* --- equal texts --------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint64 text;
  guint index;
} Print;

static int
compare_prints (const void *a, const void *b)
{
  const Print *x = a, *y = b;
  if (x->text != y->text)
    return x->text < y->text ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static gboolean
are_equal (const BlShingles *a, const BlShingles *b)
{
  return a->text == b->text && a->n_words == b->n_words && a->n == b->n
         && memcmp (a->runs, b->runs, a->n * sizeof a->runs[0]) == 0;
}

/* Each text that equals an earlier one is paired with the first. */
static void
find_equal (Search *search, GArray *out)
{
  g_autoptr (GArray) prints = g_array_sized_new (FALSE, FALSE, sizeof (Print), search->n);
  for (guint i = 0; i < search->n; i++)
    if (search->texts[i].n >= BL_NEAR_LEAST_RUNS)
      {
        const Print print = { .text = search->texts[i].text, .index = i };
        g_array_append_val (prints, print);
      }
  g_array_sort (prints, compare_prints);
  for (guint i = 1, first = 0; i < prints->len; i++)
    {
      const guint a = g_array_index (prints, Print, first).index, b = g_array_index (prints, Print, i).index;
      if (!are_equal (&search->texts[a], &search->texts[b]))
        {
          first = i;
          continue;
        }
      const BlNearTexts near = { .a = a, .b = b, .n_shared = search->texts[a].n, .containment = 1, .same = TRUE };
      search->repeated[b] = TRUE;
      g_array_append_val (out, near);
    }
}

/* --- candidates ---------------------------------------------------------------------------------------------------- */

/* Members of a bucket come in order: each is paired with the first and the last before it. */
static void
pair_bucket (const guint64 *rows, gsize n, GArray *found)
{
  for (gsize i = 1; i < n; i++)
    {
      const guint64 b = rows[i] & G_MAXUINT32;
      const gsize last = i > LAST ? i - LAST : 0;
      for (gsize k = 0; k < i; k = k + 1 == FIRST ? MAX (FIRST, last) : k + 1)
        {
          const guint64 pair = pair_of (rows[k] & G_MAXUINT32, b);
          g_array_append_val (found, pair);
        }
    }
}

/* The least run of each text in each bin of the round, which lie next to each other in the sorted runs. */
static void
fill_bins (Search *search)
{
  memset (search->n_rows, 0, sizeof search->n_rows);
  const guint64 end = (guint64) (search->first_bin + BINS_A_ROUND) << (32 - BIN_BITS);
  for (guint i = 0; i < search->n; i++)
    {
      const BlShingles *text = &search->texts[i];
      guint at = search->at[i], last = G_MAXUINT;
      for (; at < text->n && text->runs[at] < end; at++)
        {
          const guint bin = (text->runs[at] >> (32 - BIN_BITS)) - search->first_bin;
          if (bin != last && !search->repeated[i] && text->n >= BL_NEAR_LEAST_RUNS)
            search->rows[(gsize) bin * search->n + search->n_rows[bin]++] = (guint64) text->runs[at] << 32 | i;
          last = bin;
        }
      search->at[i] = at;
    }
}

static void
search_bin (guint index, gpointer data)
{
  Search *search = data;
  guint64 *rows = search->rows + (gsize) index * search->n;
  const gsize n = search->n_rows[index];
  bl_radix_sort (rows, n, 32, 64 - BIN_BITS);
  GArray *found = search->found[index] = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (gsize i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && rows[end] >> 32 == rows[i] >> 32; end++)
        ;
      pair_bucket (rows + i, end - i, found);
    }
}

/* Candidates and how many bins found them, up to LEAST_BINS: the pair of texts, of at most 2^31 of them, leaves a bit for "often". */
#define OFTEN (G_GUINT64_CONSTANT (1) << 63)

static void
count_round (GArray *pairs, guint n_texts)
{
  guint64 *rows = (guint64 *) (gpointer) pairs->data;
  const guint bits = g_bit_storage (n_texts);
  guint kept = 0;
  bl_radix_sort (rows, pairs->len, 0, bits);
  bl_radix_sort (rows, pairs->len, 32, 32 + MIN (bits, 31));
  for (guint i = 0, end; i < pairs->len; i = end)
    {
      guint64 often = 0;
      for (end = i; end < pairs->len && (rows[end] & ~OFTEN) == (rows[i] & ~OFTEN); end++)
        often |= rows[end] & OFTEN;
      G_STATIC_ASSERT (LEAST_BINS == 2);
      rows[kept++] = (rows[i] & ~OFTEN) | (end - i >= LEAST_BINS ? OFTEN : often);
    }
  g_array_set_size (pairs, kept);
}

static void
find_candidates (Search *search, guint jobs)
{
  GArray *pairs = search->pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  search->at = g_new0 (guint, search->n);
  search->rows = g_new (guint64, (gsize) search->n * BINS_A_ROUND);
  for (guint bin = 0; bin < N_BINS; bin += BINS_A_ROUND)
    {
      search->first_bin = bin;
      fill_bins (search);
      bl_parallel_for (BINS_A_ROUND, jobs, search_bin, search);
      for (guint i = 0; i < BINS_A_ROUND; i++)
        {
          g_array_append_vals (pairs, search->found[i]->data, search->found[i]->len);
          g_array_unref (search->found[i]);
        }
      count_round (pairs, search->n);
    }
  g_clear_pointer (&search->at, g_free);
  g_clear_pointer (&search->rows, g_free);
  guint kept = 0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const guint64 pair = g_array_index (pairs, guint64, i);
      if ((pair & OFTEN) != 0)
        g_array_index (pairs, guint64, kept++) = pair & ~OFTEN;
    }
  g_array_set_size (pairs, kept);
}

/* --- measuring ----------------------------------------------------------------------------------------------------- */

#define PAIRS_A_PIECE 1024

static void
measure_piece (guint piece, gpointer data)
{
  Search *search = data;
  const guint end = MIN (search->pairs->len, (piece + 1) * PAIRS_A_PIECE);
  for (guint i = piece * PAIRS_A_PIECE; i < end; i++)
    {
      const guint64 pair = g_array_index (search->pairs, guint64, i);
      const guint a = (guint) (pair >> 32), b = (guint) (pair & G_MAXUINT32);
      const BlShingles *x = &search->texts[a], *y = &search->texts[b];
      const guint shared = bl_shingles_shared (x, y);
      search->near[i] = (BlNearTexts){
        .a = a, .b = b, .n_shared = shared, .containment = (double) shared / MIN (x->n, y->n), .same = are_equal (x, y)
      };
    }
}

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const BlNearTexts *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

GArray *
bl_near_texts (const BlShingles *texts, guint n, guint jobs)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (BlNearTexts));
  if (n < 2)
    return out;
  g_autofree guint8 *repeated = g_new0 (guint8, n);
  Search search = { .texts = texts, .n = n, .repeated = repeated };
  find_equal (&search, out);
  find_candidates (&search, jobs);
  g_autofree BlNearTexts *near = search.near = g_new (BlNearTexts, MAX (search.pairs->len, 1));
  bl_parallel_for ((search.pairs->len + PAIRS_A_PIECE - 1) / PAIRS_A_PIECE, jobs, measure_piece, &search);
  for (guint i = 0; i < search.pairs->len; i++)
    if (near[i].containment >= BL_NEAR_LEAST && near[i].n_shared >= BL_NEAR_LEAST_RUNS)
      g_array_append_val (out, near[i]);
  g_array_unref (search.pairs);
  g_array_sort (out, compare_near);
  return out;
}
