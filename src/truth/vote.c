/* Voting: the answer of most sources. What every other method has to beat, and is printed beside.
 *
 *   B(v) = |S_v|,  T(s) = mean over the claims of s of |S_v| / |S_i|: how much of those who answer the same agree with it. */
#include "truth/methods.h"

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  (void) options; /* nothing to choose */
  bl_truth_vote_shares (table, result->belief);
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const BlTruthRange claims = bl_truth_source_claims (table, s);
      double shares = 0;
      for (guint32 k = claims.from; k < claims.to; k++)
        shares += result->belief[table->claim_value[table->source_claim[k]]];
      if (bl_truth_n (claims) > 0)
        result->trust[s] = shares / bl_truth_n (claims);
    }
  result->converged = TRUE;
}

const BlTruthMethod bl_truth_vote = {
  .name = "vote",
  .summary = "the answer of most sources",
  .paper = "de Condorcet 1785",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "agreement",
  .first_trust = 0.5,
  .belief_is_share = TRUE,
  .run = run,
};
