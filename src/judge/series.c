#include "judge/series.h"

#include <string.h>

static void
series_free (gpointer data)
{
  BlSeries *series = data;
  g_ptr_array_unref (series->claims);
  g_free (series);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const BlClaim *x = *(BlClaim *const *) a, *y = *(BlClaim *const *) b;
  const gint32 day_x = bl_date_first_day (x->at.article->published), day_y = bl_date_first_day (y->at.article->published);
  if (day_x != day_y)
    return day_x < day_y ? -1 : 1;
  if (x->at.article != y->at.article)
    return x->at.article->index < y->at.article->index ? -1 : 1;
  return x->at.location.offset < y->at.location.offset ? -1 : x->at.location.offset > y->at.location.offset;
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const BlSeries *x = *(BlSeries *const *) a, *y = *(BlSeries *const *) b;
  return compare_claims (&x->claims->pdata[0], &y->claims->pdata[0]);
}

/* The series that holds the claim, of its own when none does. */
static BlSeries *
series_of (GHashTable *by_claim, const BlClaim *claim)
{
  BlSeries *series = g_hash_table_lookup (by_claim, claim);
  if (series == NULL)
    {
      series = g_new0 (BlSeries, 1);
      series->claims = g_ptr_array_new ();
      g_ptr_array_add (series->claims, (gpointer) claim);
      g_hash_table_insert (by_claim, (gpointer) claim, series);
    }
  return series;
}

/* The claims of the smaller one go over to the larger. */
static void
join (GHashTable *by_claim, BlSeries *a, BlSeries *b)
{
  BlSeries *to = a->claims->len >= b->claims->len ? a : b, *from = to == a ? b : a;
  for (guint i = 0; i < from->claims->len; i++)
    {
      g_ptr_array_add (to->claims, from->claims->pdata[i]);
      g_hash_table_insert (by_claim, from->claims->pdata[i], to);
    }
  series_free (from);
}

GPtrArray *
bl_series_new (const GArray *pairs)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (series_free);
  g_autoptr (GHashTable) by_claim = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < pairs->len; i++)
    {
      const BlRelated *pair = &g_array_index (pairs, BlRelated, i);
      BlSeries *a = series_of (by_claim, pair->a), *b = series_of (by_claim, pair->b);
      if (a != b)
        join (by_claim, a, b);
    }
  GHashTableIter iter;
  gpointer claim, value;
  g_hash_table_iter_init (&iter, by_claim);
  while (g_hash_table_iter_next (&iter, &claim, &value))
    if (((BlSeries *) value)->claims->pdata[0] == claim) /* once for each series */
      g_ptr_array_add (all, value);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_sort (((BlSeries *) all->pdata[i])->claims, compare_claims);
  g_ptr_array_sort (all, compare_series);
  return all;
}
