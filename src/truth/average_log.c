/* Average·Log (Pasternack and Roth 2010, “Knowing what to believe (when you already know something)”): Sums that does not pay by the claim.
 *
 *   T(s) = ln |V_s| · mean over its claims of B(v),  B(v) = Σ over its sources of T(s), each divided by its greatest; B starts at ½;
 *   20 rounds.
 *
 * A source with one claim has ln 1 = 0, no say at all: where all sources of an item are such, its values are tied. */
#include "truth/hubs.h"
#include "truth/methods.h"

#include <math.h>

static double
mean_by_log (double n_claims)
{
  return n_claims > 0 ? log (n_claims) / n_claims : 0;
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  bl_truth_hubs (table, options, mean_by_log, result);
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
