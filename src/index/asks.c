#include "index/asks.h"

#include <stdlib.h>

#define SIEVE_BITS 18

/* One quotation in two wordings shares at least two runs of three words. */
#define LEAST_RUNS 2

/* Letters that two spellings of one word may each have alone, and the difference in length. */
#define LETTERS_APART 6
#define LENGTHS_APART 4

void
bl_asks_init (BlAsks *asks)
{
  *asks = (BlAsks){ .keys = g_array_new (FALSE, FALSE, sizeof (BlAsk)),
                    .places = g_array_new (FALSE, FALSE, sizeof (BlIndexPlace)),
                    .runs = g_array_new (FALSE, FALSE, sizeof (guint32)),
                    .sieve = g_new0 (guint64, (1u << SIEVE_BITS) / 64) };
}

void
bl_asks_clear (BlAsks *asks)
{
  g_array_unref (asks->keys);
  g_array_unref (asks->places);
  g_array_unref (asks->runs);
  g_free (asks->sieve);
}

static inline guint32
bit_of (guint32 hash)
{
  return (hash * 0x9e3779b1u) >> (32 - SIEVE_BITS);
}

static void
sieve_add (BlAsks *asks, guint32 hash)
{
  const guint32 bit = bit_of (hash);
  asks->sieve[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

static inline gboolean
sieve_has (const BlAsks *asks, guint32 hash)
{
  const guint32 bit = bit_of (hash);
  return (asks->sieve[bit / 64] >> (bit % 64) & 1) != 0;
}

void
bl_asks_add (BlAsks *asks, const BlIndexRow *row, guint article, const BlIndexKey *key)
{
  const BlAsk ask = { .key = *key, .text = bl_index_row_text (row, key), .article = article };
  g_array_append_val (asks->keys, ask);
  sieve_add (asks, key->hash);
}

void
bl_asks_add_row (BlAsks *asks, const BlIndexRow *row, guint article)
{
  for (guint i = 0; i < row->head->n_keys; i++)
    bl_asks_add (asks, row, article, &row->keys[i]);
  for (guint i = 0; i < row->head->n_places; i++)
    sieve_add (asks, row->places[i].hash);
  for (guint i = 0; i < row->head->n_runs; i++)
    sieve_add (asks, row->runs[i]);
  g_array_append_vals (asks->places, row->places, row->head->n_places);
  g_array_append_vals (asks->runs, row->runs, row->head->n_runs);
}

static int
compare_asks (const void *a, const void *b)
{
  const BlAsk *x = a, *y = b;
  if (x->key.kind != y->key.kind)
    return x->key.kind < y->key.kind ? -1 : 1;
  if (x->key.hash != y->key.hash)
    return x->key.hash < y->key.hash ? -1 : 1;
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  return (x->key.text > y->key.text) - (x->key.text < y->key.text);
}

static int
compare_places (const void *a, const void *b)
{
  const BlIndexPlace *x = a, *y = b;
  return (x->hash > y->hash) - (x->hash < y->hash);
}

static int
compare_hashes (const void *a, const void *b)
{
  const guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

static void
sort (GArray *array, int (*compare) (const void *, const void *))
{
  if (array->len > 1)
    qsort (array->data, array->len, g_array_get_element_size (array), compare);
}

void
bl_asks_sort (BlAsks *asks)
{
  sort (asks->keys, compare_asks);
  sort (asks->places, compare_places);
  sort (asks->runs, compare_hashes);
}

const BlAsk *
bl_asks_find (const BlAsks *asks, guint kind, guint32 hash, guint *n)
{
  *n = 0;
  if (asks->keys->len == 0 || !sieve_has (asks, hash))
    return NULL;
  const BlAsk *all = (const BlAsk *) (gpointer) asks->keys->data;
  guint low = 0, high = asks->keys->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const BlIndexKey *key = &all[middle].key;
      if (key->kind < kind || (key->kind == kind && key->hash < hash))
        low = middle + 1;
      else
        high = middle;
    }
  while (low + *n < asks->keys->len && all[low + *n].key.kind == kind && all[low + *n].key.hash == hash)
    (*n)++;
  return all + low;
}

gboolean
bl_asks_share_runs (const BlAsks *asks, const BlIndexRow *row)
{
  guint n = 0;
  /* bsearch() wants an array, and an empty one has none. */
  for (guint i = 0; asks->runs->len > 0 && i < row->head->n_runs && n < LEAST_RUNS; i++)
    n += sieve_has (asks, row->runs[i])
         && bsearch (&row->runs[i], asks->runs->data, asks->runs->len, sizeof (guint32), compare_hashes) != NULL;
  return n >= LEAST_RUNS;
}

gboolean
bl_letters_are_near (guint32 a, guint32 b)
{
  const guint32 letters = (a ^ b) & ((1u << 26) - 1);
  const int apart = (int) (a >> 26) - (int) (b >> 26);
  return __builtin_popcount (letters) <= LETTERS_APART && ABS (apart) <= LENGTHS_APART && a != b;
}

gboolean
bl_asks_has_place (const BlAsks *asks, guint32 hash, guint32 letters)
{
  if (!sieve_has (asks, hash))
    return FALSE;
  const BlIndexPlace *all = (const BlIndexPlace *) (gpointer) asks->places->data;
  guint low = 0, high = asks->places->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (all[middle].hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < asks->places->len && all[low].hash == hash; low++)
    if (bl_letters_are_near (all[low].letters, letters))
      return TRUE;
  return FALSE;
}
