#include "truth/bucket.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

gboolean
bl_truth_same (BlTruthKind kind, BlTolerance tolerance, const BlTruthReading *a, const BlTruthReading *b)
{
  if (bl_truth_compare_values (kind, a, b) == 0)
    return TRUE;
  if (tolerance.kind == BL_TOLERANCE_NONE)
    return FALSE;
  if (kind == BL_TRUTH_CLOCK)
    return !isnan (a->minutes) && !isnan (b->minutes) && bl_truth_clock_distance (a, b) <= tolerance.size;
  if (kind != BL_TRUTH_NUMBER || isnan (a->number) || isnan (b->number) || strcmp (a->unit, b->unit) != 0)
    return FALSE;
  const double reach = tolerance.kind == BL_TOLERANCE_RELATIVE ? tolerance.size * fabs (b->number) : tolerance.size;
  return fabs (a->number - b->number) <= reach * (1 + 1e-12); /* 1.1 − 1.0 is more than 0.1 */
}

/* Variants by support, most first; of equals the first. */
static int
compare_support (gconstpointer a, gconstpointer b, gpointer user)
{
  const guint32 *support = user;
  const guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  return support[i] != support[j] ? (support[i] < support[j] ? 1 : -1) : (i > j) - (i < j);
}

/* Numbers of one unit stand together and in order, so a bucket is a run around its centre. */
static void
take_run (const BlTruthBuckets *item, guint32 centre, guint32 *bucket)
{
  for (guint32 i = centre; i-- > 0;)
    {
      if (bucket[i] != G_MAXUINT32 || !bl_truth_same (item->kind, item->tolerance, &item->variants[i], &item->variants[centre]))
        break;
      bucket[i] = centre;
    }
  for (guint32 i = centre + 1; i < item->n; i++)
    {
      if (bucket[i] != G_MAXUINT32 || !bl_truth_same (item->kind, item->tolerance, &item->variants[i], &item->variants[centre]))
        break;
      bucket[i] = centre;
    }
}

static void
take_all (const BlTruthBuckets *item, guint32 centre, guint32 *bucket)
{
  for (guint32 i = 0; i < item->n; i++)
    if (bucket[i] == G_MAXUINT32 && bl_truth_same (item->kind, item->tolerance, &item->variants[i], &item->variants[centre]))
      bucket[i] = centre;
}

void
bl_truth_bucket (const BlTruthBuckets *item, guint32 *bucket)
{
  const gboolean clock = item->kind == BL_TRUTH_CLOCK;
  if ((item->kind != BL_TRUTH_NUMBER && !clock) || item->tolerance.kind == BL_TOLERANCE_NONE
      || (clock && item->n > BL_TRUTH_BUCKETED_TIMES))
    {
      for (guint32 i = 0; i < item->n; i++)
        bucket[i] = i;
      return;
    }
  g_autofree guint32 *order = g_new (guint32, item->n);
  for (guint32 i = 0; i < item->n; i++)
    {
      order[i] = i;
      bucket[i] = G_MAXUINT32;
    }
  g_qsort_with_data (order, (gint) item->n, sizeof *order, compare_support, (gpointer) item->support);
  for (guint32 k = 0; k < item->n; k++)
    if (bucket[order[k]] == G_MAXUINT32)
      {
        bucket[order[k]] = order[k];
        if (clock)
          take_all (item, order[k], bucket);
        else
          take_run (item, order[k], bucket);
      }
}

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

/* Numbers are of one magnitude when the middle eight tenths are within a factor of ten: times, percentages, temperatures. Populations of
 * villages and of cities are not. */
#define ONE_MAGNITUDE 10.0
#define TOLERANCE_OF_NUMBERS 0.01
#define TOLERANCE_OF_TIMES 10.0

BlTolerance
bl_truth_auto_tolerance (BlTruthKind kind, double *numbers, gsize n)
{
  if (kind == BL_TRUTH_CLOCK)
    return (BlTolerance){ BL_TOLERANCE_MINUTES, TOLERANCE_OF_TIMES };
  if (kind != BL_TRUTH_NUMBER || n == 0)
    return (BlTolerance){ BL_TOLERANCE_NONE, 0 };
  for (gsize i = 0; i < n; i++)
    numbers[i] = fabs (numbers[i]);
  qsort (numbers, n, sizeof *numbers, compare_doubles);
  const double low = numbers[n / 10], median = numbers[n / 2], high = numbers[n - 1 - n / 10];
  if (high <= ONE_MAGNITUDE * low)
    return (BlTolerance){ BL_TOLERANCE_ABSOLUTE, TOLERANCE_OF_NUMBERS * median };
  return (BlTolerance){ BL_TOLERANCE_RELATIVE, TOLERANCE_OF_NUMBERS };
}
