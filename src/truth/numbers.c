#include "truth/numbers.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double number;
  guint32 claim;
} Figure;

static int
compare_figures (const void *a, const void *b)
{
  const Figure *x = a, *y = b;
  if (isnan (x->number) || isnan (y->number))
    return isnan (x->number) != isnan (y->number) ? (int) isnan (x->number) - (int) isnan (y->number)
                                                  : (x->claim > y->claim) - (x->claim < y->claim);
  return x->number != y->number ? (x->number > y->number) - (x->number < y->number)
                                : (x->claim > y->claim) - (x->claim < y->claim);
}

/* The unit of most numbers of the item; of equals the first. */
static const char *
common_unit (const BlTruthTable *table, BlTruthRange claims)
{
  const char *units[8];
  guint n_of[8], n = 0;
  for (guint32 c = claims.from; c < claims.to; c++)
    {
      const BlTruthReading *reading = &table->variant[table->claim_variant[c]];
      guint u = 0;
      while (u < n && strcmp (units[u], reading->unit) != 0)
        u++;
      if (isnan (reading->number) || u == G_N_ELEMENTS (units))
        continue;
      if (u == n)
        {
          units[n] = reading->unit;
          n_of[n++] = 0;
        }
      n_of[u]++;
    }
  guint best = 0;
  for (guint u = 1; u < n; u++)
    best = n_of[u] > n_of[best] ? u : best;
  return n > 0 ? units[best] : "";
}

static double
deviation (const BlTruthNumbers *numbers, BlTruthRange claims)
{
  double n = 0, mean = 0, squares = 0; /* Welford's recurrence: no square of a large number is lost */
  for (guint32 k = claims.from; k < claims.to; k++)
    {
      const double x = numbers->number[numbers->order[k]];
      if (isnan (x))
        break;
      n++;
      const double off = x - mean;
      mean += off / n;
      squares += off * (x - mean);
    }
  return n > 0 ? sqrt (squares / n) : 0;
}

/* Figures that agree are counted, not measured. */
#define COMPANY 0.75

/* By attribute: its numbers are numbers. The caller's. */
static gboolean *
choose_attributes (const BlTruthTable *table, BlTruthWhichNumbers which)
{
  gboolean *numeric = g_new (gboolean, table->n_attributes + 1);
  g_autofree gsize *all = g_new0 (gsize, table->n_attributes + 1);
  g_autofree gsize *shared = g_new0 (gsize, table->n_attributes + 1);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      const guint32 item = table->value_item[v], n = bl_truth_n (bl_truth_value_claims (table, v));
      if (bl_truth_n (bl_truth_item_sources (table, item)) < 2)
        continue;
      all[table->item_attribute[item]] += n;
      shared[table->item_attribute[item]] += n > 1 ? n : 0;
    }
  for (guint32 a = 0; a < table->n_attributes; a++)
    numeric[a] = table->attribute_kind[a] == BL_TRUTH_NUMBER
                 && (which == BL_TRUTH_ALL_NUMBERS || (double) shared[a] < COMPANY * (double) all[a]);
  return numeric;
}

static void
add_item (const BlTruthTable *table, BlTruthNumbers *numbers, guint32 item, gboolean numeric)
{
  const BlTruthRange claims = bl_truth_item_claims (table, item);
  const guint32 n = bl_truth_n (claims);
  const char *unit = numeric ? common_unit (table, claims) : NULL;
  g_autofree Figure *figures = g_new (Figure, n + 1);
  guint32 count = 0;
  for (guint32 i = 0; i < n; i++)
    {
      const BlTruthReading *reading = &table->variant[table->claim_variant[claims.from + i]];
      figures[i] = (Figure){ numeric && strcmp (reading->unit, unit) == 0 ? reading->number : NAN, claims.from + i };
      count += !isnan (figures[i].number);
    }
  numbers->count[item] = 2 * count > n ? count : 0;
  qsort (figures, n, sizeof *figures, compare_figures);
  for (guint32 i = 0; i < n; i++)
    {
      numbers->order[claims.from + i] = figures[i].claim;
      numbers->number[figures[i].claim] = numbers->count[item] > 0 ? figures[i].number : NAN;
    }
  numbers->scale[item] = numbers->count[item] > 0 ? deviation (numbers, claims) : 0;
}

BlTruthNumbers *
bl_truth_numbers_new (const BlTruthTable *table, BlTruthWhichNumbers which)
{
  BlTruthNumbers *numbers = g_new (BlTruthNumbers, 1);
  numbers->number = g_new (double, table->n_claims + 1);
  numbers->order = g_new (guint32, table->n_claims + 1);
  numbers->count = g_new (guint32, table->n_items + 1);
  numbers->scale = g_new (double, table->n_items + 1);
  g_autofree gboolean *numeric = choose_attributes (table, which);
  for (guint32 i = 0; i < table->n_items; i++)
    add_item (table, numbers, i, numeric[table->item_attribute[i]]);
  return numbers;
}

void
bl_truth_numbers_free (BlTruthNumbers *numbers)
{
  if (numbers == NULL)
    return;
  g_free (numbers->number);
  g_free (numbers->order);
  g_free (numbers->count);
  g_free (numbers->scale);
  g_free (numbers);
}

guint32
bl_truth_median_claim (const BlTruthTable *table, const BlTruthNumbers *numbers, guint32 item, const double *weight)
{
  const guint32 *order = numbers->order + bl_truth_item_claims (table, item).from;
  const guint32 n = numbers->count[item];
  double all = 0, below = 0;
  for (guint32 k = 0; k < n; k++)
    all += weight[table->claim_source[order[k]]];
  for (guint32 k = 0; k < n && all > 0; k++)
    {
      below += weight[table->claim_source[order[k]]];
      if (below >= all / 2 * (1 - BL_TRUTH_TIE))
        return order[k];
    }
  return order[(n - 1) / 2];
}

double
bl_truth_mean_number (const BlTruthTable *table, const BlTruthNumbers *numbers, guint32 item, const double *weight)
{
  const guint32 *order = numbers->order + bl_truth_item_claims (table, item).from;
  const guint32 n = numbers->count[item];
  double all = 0, sum = 0, plain = 0;
  for (guint32 k = 0; k < n; k++)
    {
      const double w = weight[table->claim_source[order[k]]], x = numbers->number[order[k]];
      all += w;
      sum += w * x;
      plain += x / n;
    }
  return all > 0 ? sum / all : plain;
}

void
bl_truth_choose_by_weight (const BlTruthTable *table, guint32 item, guint32 value, const double *weight, BlTruthResult *result)
{
  const BlTruthRange values = bl_truth_item_values (table, item);
  double all = 0;
  for (guint32 v = values.from; v < values.to; v++)
    {
      result->belief[v] = 0;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        result->belief[v] += weight[table->claim_source[c]];
      all += result->belief[v];
    }
  for (guint32 v = values.from; v < values.to; v++)
    {
      result->belief[v] = all > 0 ? result->belief[v] / all : 0;
      result->confidence[v] = all > 0 ? result->belief[v] : NAN;
      result->belief[v] += v == value;
    }
}

guint32
bl_truth_nearest_value (const BlTruthTable *table, const BlTruthNumbers *numbers, guint32 item, double number)
{
  const guint32 *order = numbers->order + bl_truth_item_claims (table, item).from;
  guint32 best = order[0];
  for (guint32 k = 1; k < numbers->count[item]; k++)
    if (fabs (numbers->number[order[k]] - number) < fabs (numbers->number[best] - number))
      best = order[k];
  return table->claim_value[best];
}
