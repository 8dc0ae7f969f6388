#include "truth/hubs.h"

#include "truth/walk.h"

#define ROUNDS 20
#define START 0.5

void
bl_truth_hubs (const BlTruthTable *table, const BlTruthOptions *options, double (*weight) (double n_claims),
               BlTruthResult *result)
{
  g_autofree double *before = g_new (double, table->n_sources + 1);
  for (guint32 v = 0; v < table->n_values; v++)
    result->belief[v] = START;
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  while (result->iterations < rounds)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      bl_truth_sum_values (table, result->belief, result->trust);
      for (guint32 s = 0; s < table->n_sources; s++)
        result->trust[s] *= weight (bl_truth_n (bl_truth_source_claims (table, s)));
      bl_truth_scale_to_max (result->trust, table->n_sources);
      bl_truth_sum_sources (table, result->trust, result->belief);
      bl_truth_scale_to_max (result->belief, table->n_values);
      result->iterations++;
    }
  result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
}
