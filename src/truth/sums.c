/* Sums: Hubs and Authorities (Kleinberg 1999) on sources and values, as Pasternack and Roth 2010, “Knowing what to believe (when you already
 * know something)”, use it.
 *
 *   T(s) = Σ over its claims of B(v),  B(v) = Σ over its sources of T(s), each divided by its greatest; B starts at ½; 20 rounds.
 *
 * It trusts those who say much, true or not. */
#include "truth/hubs.h"
#include "truth/methods.h"

static double
alike (double n_claims)
{
  (void) n_claims;
  return 1;
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  bl_truth_hubs (table, options, alike, result);
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
