#include "truth/losses.h"

#include "truth/walk.h"

#include <math.h>

typedef struct
{
  const BlTruthTable *table;
  BlTruthNumbers *numbers;
  BlTruthCentre centre;
  double *number; /* by item: the truth of a numeric one */
  double *loss;   /* by claim */
} Work;

/* The truth of a numeric item; its value in the table is the one nearest to it. */
static void
find_number (Work *work, guint32 item, const double *weight, BlTruthResult *result)
{
  const BlTruthTable *table = work->table;
  guint32 value;
  if (work->centre == BL_TRUTH_MEDIAN)
    {
      const guint32 claim = bl_truth_median_claim (table, work->numbers, item, weight);
      work->number[item] = work->numbers->number[claim];
      value = table->claim_value[claim];
    }
  else
    {
      work->number[item] = bl_truth_mean_number (table, work->numbers, item, weight);
      value = bl_truth_nearest_value (table, work->numbers, item, work->number[item]);
    }
  bl_truth_choose_by_weight (table, item, value, weight, result);
}

static double
number_loss (const Work *work, guint32 item, guint32 claim)
{
  const double x = work->numbers->number[claim], scale = work->numbers->scale[item];
  if (isnan (x))
    return 1; /* words among numbers */
  const double off = scale > 0 ? fabs (x - work->number[item]) / scale : 0;
  return work->centre == BL_TRUTH_MEAN ? off * off : off;
}

/* Truths from weights, and what each claim is off. */
static void
find_truths (Work *work, const double *weight, BlTruthResult *result)
{
  const BlTruthTable *table = work->table;
  bl_truth_sum_sources (table, weight, result->belief);
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const gboolean numeric = work->numbers->count[i] > 0;
      const guint32 best = numeric ? G_MAXUINT32 : bl_truth_best_value (table, result->belief, i);
      if (numeric)
        find_number (work, i, weight, result);
      const BlTruthRange claims = bl_truth_item_claims (table, i);
      for (guint32 c = claims.from; c < claims.to; c++)
        work->loss[c] = numeric ? number_loss (work, i, c) : table->claim_value[c] != best;
    }
}

static void
find_weights (const Work *work, const BlTruthLosses *losses, BlTruthLoss *of_source, double *weight)
{
  const BlTruthTable *table = work->table;
  double all = 0;
  for (guint32 c = 0; c < table->n_claims; c++)
    all += work->loss[c];
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const BlTruthRange claims = bl_truth_source_claims (table, s);
      of_source[s] = (BlTruthLoss){ .n = bl_truth_n (claims), .mean = all / MAX (table->n_claims, 1) };
      for (guint32 k = claims.from; k < claims.to; k++)
        of_source[s].loss += work->loss[table->source_claim[k]];
    }
  losses->weigh (of_source, table->n_sources, weight);
}

/* A mean is no claim of anybody: it is written with as many digits as figures of newspapers have, not with those of a double. */
static void
write_means (const Work *work, BlTruthResult *result)
{
  for (guint32 i = 0; i < work->table->n_items; i++)
    if (work->numbers->count[i] > 0)
      {
        char text[G_ASCII_DTOSTR_BUF_SIZE];
        result->text[i] = bl_arena_printf (result->arena, "%s", g_ascii_formatd (text, sizeof text, "%.10g", work->number[i]));
      }
}

void
bl_truth_settle (const BlTruthTable *table, const BlTruthOptions *options, const BlTruthLosses *losses, BlTruthResult *result)
{
  Work work = { .table = table, .centre = losses->centre, .numbers = bl_truth_numbers_new (table, BL_TRUTH_MEASURED) };
  work.number = g_new0 (double, table->n_items + 1);
  work.loss = g_new0 (double, table->n_claims + 1);
  g_autofree BlTruthLoss *of_source = g_new (BlTruthLoss, table->n_sources + 1);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  const guint rounds = bl_truth_rounds (options, losses->rounds);
  find_truths (&work, result->trust, result);
  while (result->iterations < rounds && !result->converged)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      find_weights (&work, losses, of_source, result->trust);
      find_truths (&work, result->trust, result);
      result->iterations++;
      result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
    }
  if (losses->centre == BL_TRUTH_MEAN)
    write_means (&work, result);
  bl_truth_numbers_free (work.numbers);
  g_free (work.number);
  g_free (work.loss);
}
