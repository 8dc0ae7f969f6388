/* Sums: Hubs and Authorities (Kleinberg 1999) on sources and values, as Pasternack and Roth 2010, “Knowing what to believe (when you already
 * know something)”, use it.
 *
 *   T(s) = Σ over its claims of B(v),  B(v) = Σ over its sources of T(s), each divided by its greatest; B starts at ½; 20 rounds.
 *
 * It trusts those who say much, true or not. */
#include "truth/methods.h"
#include "truth/walk.h"

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
      bl_truth_scale_to_max (result->trust, table->n_sources);
      bl_truth_sum_sources (table, result->trust, result->belief);
      bl_truth_scale_to_max (result->belief, table->n_values);
      result->iterations++;
    }
  result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
}

const BlTruthMethod bl_truth_sums = {
  .name = "sums",
  .summary = "hubs and authorities: a value is as good as its sources together, a source as its values",
  .paper = "Kleinberg 1999; Pasternack and Roth 2010",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run,
};
