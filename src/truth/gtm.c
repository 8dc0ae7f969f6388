/* GTM, Gaussian Truth Model (Zhao and Han 2012, “A probabilistic model for estimating real-valued truth from conflicting sources”): each
 * source scatters around the truth with a variance of its own. Expectation and maximisation by turns, on numbers only.
 *
 *   z = (x − median) / σ of the item's claims
 *   μ = (μ0/σ0² + Σ z/σ_s²) / (1/σ0² + Σ 1/σ_s²)
 *   σ_s² = (2β + Σ (z − μ)²) / (2(α + 1) + |V_s|);  μ0 = 0, σ0 = 1, α = β = 10, σ_s = 1 at first.
 *
 * Outliers are left out first, as the paper asks: figures farther from the item's median than 10 times the median distance to it, or one
 * vandal's 10^15 is all that σ knows. Items of other kinds are chosen by vote weighted with the sources' precisions. */
#include "truth/methods.h"
#include "truth/numbers.h"
#include "truth/walk.h"

#include <math.h>
#include <stdlib.h>

#define ALPHA 10.0
#define BETA 10.0
#define PRIOR_MEAN 0.0
#define PRIOR_VARIANCE 1.0
#define ROUNDS 50
#define OUTLIER 10.0

typedef struct
{
  const BlTruthTable *table;
  BlTruthNumbers *numbers;
  double *z;      /* by claim; NaN: no number, or an outlier */
  double *median; /* by item */
  double *scale;  /* by item; 0: nothing to estimate */
  double *mean;   /* μ by item */
} Gtm;

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static double
middle (const double *sorted, guint32 n)
{
  return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

/* Centre and scale of an item without its outliers. */
static void
standardise (Gtm *gtm, guint32 item)
{
  const guint32 n = gtm->numbers->count[item];
  const guint32 *order = gtm->numbers->order + bl_truth_item_claims (gtm->table, item).from;
  gtm->median[item] = gtm->scale[item] = 0;
  if (n == 0)
    return;
  g_autofree double *x = g_new (double, n);
  for (guint32 k = 0; k < n; k++)
    x[k] = gtm->numbers->number[order[k]];
  const double median = gtm->median[item] = middle (x, n);
  for (guint32 k = 0; k < n; k++)
    x[k] = fabs (x[k] - median);
  qsort (x, n, sizeof *x, compare_doubles);
  const double reach = OUTLIER * middle (x, n);
  double kept = 0, squares = 0;
  for (guint32 k = 0; k < n; k++)
    {
      const double off = gtm->numbers->number[order[k]] - median;
      gtm->z[order[k]] = fabs (off) <= reach ? off : NAN;
      kept += fabs (off) <= reach;
      squares += fabs (off) <= reach ? off * off : 0;
    }
  gtm->scale[item] = sqrt (squares / kept); /* the median claims are always kept */
  for (guint32 k = 0; k < n; k++)
    gtm->z[order[k]] = gtm->scale[item] > 0 ? gtm->z[order[k]] / gtm->scale[item] : gtm->z[order[k]];
}

static void
expect (Gtm *gtm, const double *precision)
{
  for (guint32 i = 0; i < gtm->table->n_items; i++)
    {
      const guint32 *order = gtm->numbers->order + bl_truth_item_claims (gtm->table, i).from;
      double sum = PRIOR_MEAN / PRIOR_VARIANCE, weight = 1 / PRIOR_VARIANCE;
      for (guint32 k = 0; k < gtm->numbers->count[i]; k++)
        if (!isnan (gtm->z[order[k]]))
          {
            const double p = precision[gtm->table->claim_source[order[k]]];
            sum += p * gtm->z[order[k]];
            weight += p;
          }
      gtm->mean[i] = sum / weight;
    }
}

/* The log likelihood of the claims, up to a constant. */
static double
maximise (const Gtm *gtm, double *precision)
{
  const BlTruthTable *table = gtm->table;
  double likelihood = 0;
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      double squares = 0, n = 0;
      for (guint32 k = table->source_claims[s]; k < table->source_claims[s + 1]; k++)
        {
          const guint32 claim = table->source_claim[k];
          if (isnan (gtm->z[claim]))
            continue;
          const double off = gtm->z[claim] - gtm->mean[bl_truth_claim_item (table, claim)];
          squares += off * off;
          n++;
        }
      precision[s] = (2 * (ALPHA + 1) + n) / (2 * BETA + squares);
      likelihood += (n * log (precision[s]) - squares * precision[s]) / 2;
    }
  return likelihood;
}

static void
answer (const Gtm *gtm, const double *precision, BlTruthResult *result)
{
  const BlTruthTable *table = gtm->table;
  bl_truth_sum_sources (table, precision, result->belief);
  for (guint32 i = 0; i < table->n_items; i++)
    {
      if (gtm->numbers->count[i] == 0)
        continue;
      const double number = gtm->median[i] + gtm->scale[i] * gtm->mean[i];
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      bl_truth_choose_by_weight (table, i, bl_truth_nearest_value (table, gtm->numbers, i, number), precision, result);
      result->text[i] = bl_arena_printf (result->arena, "%s", g_ascii_formatd (text, sizeof text, "%.10g", number));
    }
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  Gtm gtm = { .table = table, .numbers = bl_truth_numbers_new (table, BL_TRUTH_ALL_NUMBERS) };
  gtm.z = g_new (double, table->n_claims + 1);
  gtm.median = g_new (double, table->n_items + 1);
  gtm.scale = g_new (double, table->n_items + 1);
  gtm.mean = g_new (double, table->n_items + 1);
  for (guint32 c = 0; c < table->n_claims; c++)
    gtm.z[c] = NAN;
  for (guint32 i = 0; i < table->n_items; i++)
    standardise (&gtm, i);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  while (result->iterations < rounds && !result->converged)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      expect (&gtm, result->trust);
      result->log_likelihood = maximise (&gtm, result->trust);
      result->iterations++;
      result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
    }
  expect (&gtm, result->trust);
  answer (&gtm, result->trust, result);
  bl_truth_numbers_free (gtm.numbers);
  g_free (gtm.z);
  g_free (gtm.median);
  g_free (gtm.scale);
  g_free (gtm.mean);
}

const BlTruthMethod bl_truth_gtm = {
  .name = "gtm",
  .summary = "numbers scatter around the truth, each source with a variance of its own",
  .paper = "Zhao and Han 2012",
  .takes = BL_TRUTH_NUMBER,
  .trust_scale = "precision",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run,
};
