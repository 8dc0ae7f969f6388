#include "truth/accuracy.h"

#include <math.h>

/* How many claims a source is imagined to have made at its first accuracy. */
#define IMAGINED_CLAIMS 2.0

double
bl_truth_log_odds (double accuracy)
{
  const double a = CLAMP (accuracy, BL_TRUTH_LEAST_ACCURACY, BL_TRUTH_MOST_ACCURACY);
  return log (a / (1 - a));
}

static void
take_means (const BlTruthTable *table, const double *belief, double imagined, double *accuracy)
{
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const BlTruthRange claims = bl_truth_source_claims (table, s);
      double sum = imagined * BL_TRUTH_FIRST_ACCURACY, n = imagined;
      for (guint32 k = claims.from; k < claims.to; k++)
        {
          const guint32 claim = table->source_claim[k];
          sum += table->claim_weight[claim] * belief[table->claim_value[claim]];
          n += table->claim_weight[claim];
        }
      if (bl_truth_n (claims) > 0)
        accuracy[s] = sum / n;
    }
}

void
bl_truth_accuracies (const BlTruthTable *table, const double *belief, double *accuracy)
{
  take_means (table, belief, 0, accuracy);
}

void
bl_truth_smoothed_accuracies (const BlTruthTable *table, const double *belief, double *accuracy)
{
  take_means (table, belief, IMAGINED_CLAIMS, accuracy);
}

void
bl_truth_normalise (const BlTruthTable *table, double n_false, double *score)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      guint claimed = 0;
      for (guint32 v = values.from; v < values.to; v++)
        {
          if (bl_truth_n (bl_truth_value_claims (table, v)) > 0)
            claimed++;
          else
            score[v] = -INFINITY;
        }
      if (claimed == 0)
        {
          for (guint32 v = values.from; v < values.to; v++)
            score[v] = 0;
          continue;
        }
      double total = bl_truth_log_sum_exp (score, values);
      const double rest = n_false > 0 ? n_false + 1 - claimed : 0;
      if (rest > 0) /* ln (e^total + rest) without overflow */
        total = MAX (total, log (rest)) + log1p (exp (-fabs (total - log (rest))));
      for (guint32 v = values.from; v < values.to; v++)
        score[v] = exp (score[v] - total);
    }
}
