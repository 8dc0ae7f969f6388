/* Average·Log (Pasternack and Roth 2010, “Knowing what to believe (when you already know something)”): Sums that does not pay by the claim.
 *
 *   T(s) = ln |V_s| · mean over its claims of B(v),  B(v) = Σ over its sources of T(s), each divided by its greatest; B starts at ½;
 *   20 rounds.
 *
 * A source with one claim has ln 1 = 0, no say at all: where all sources of an item are such, its values are tied. */
#include "truth/methods.h"
#include "truth/walk.h"

#include <math.h>

#define ROUNDS 20
#define START 0.5

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
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
        {
          const double n = bl_truth_n (bl_truth_source_claims (table, s));
          result->trust[s] *= n > 0 ? log (n) / n : 0;
        }
      bl_truth_scale_to_max (result->trust, table->n_sources);
      bl_truth_sum_sources (table, result->trust, result->belief);
      bl_truth_scale_to_max (result->belief, table->n_values);
      result->iterations++;
    }
  result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
}

const BlTruthMethod bl_truth_average_log = {
  .name = "average-log",
  .summary = "sums, by the mean of a source's values and the logarithm of their number",
  .paper = "Pasternack and Roth 2010",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run,
};
