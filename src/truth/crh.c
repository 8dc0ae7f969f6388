/* CRH, Conflict Resolution on Heterogeneous data (Li, Li, Gao, Zhao, Fan and Han 2014, “Resolving conflicts in heterogeneous data by truth
 * discovery and source reliability estimation”): truths and weights that together make the weighted distance of all claims least.
 *
 *   L(s) = mean over its claims of d(claim, truth),  w(s) = −ln (L(s) / max over r of L(r))
 *
 * with d as losses.h says: 0 or 1 for words, by weighted medians (crh) or means (crh-mean) for numbers. A source with one claim that is
 * never off would get an infinite weight, and decide its item for ever: so each source has one claim more, as far off as all claims are on
 * average. */
#include "truth/losses.h"
#include "truth/methods.h"

#include <math.h>

#define ROUNDS 20
#define PRIOR_CLAIMS 1

static void
weigh (const BlTruthLoss *loss, guint32 n_sources, double *weight)
{
  double most = 0;
  for (guint32 s = 0; s < n_sources; s++)
    {
      weight[s] = (loss[s].loss + PRIOR_CLAIMS * loss[s].mean) / (loss[s].n + PRIOR_CLAIMS);
      most = MAX (most, weight[s]);
    }
  for (guint32 s = 0; s < n_sources; s++)
    weight[s] = most > 0 ? log (most / weight[s]) : 1; /* nobody is ever off */
}

static void
run_median (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  bl_truth_settle (table, options, &(BlTruthLosses){ BL_TRUTH_MEDIAN, ROUNDS, weigh }, result);
}

static void
run_mean (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  bl_truth_settle (table, options, &(BlTruthLosses){ BL_TRUTH_MEAN, ROUNDS, weigh }, result);
}

const BlTruthMethod bl_truth_crh = {
  .name = "crh",
  .summary = "least weighted distance of all claims: votes for words, medians for numbers",
  .paper = "Li, Li, Gao, Zhao, Fan and Han 2014",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run_median,
};

const BlTruthMethod bl_truth_crh_mean = {
  .name = "crh-mean",
  .summary = "crh with means instead of medians",
  .paper = "Li, Li, Gao, Zhao, Fan and Han 2014",
  .takes = BL_TRUTH_NUMBER,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run_mean,
};
