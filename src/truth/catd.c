/* CATD, Confidence-Aware Truth Discovery (Li, Li, Gao, Su, Zhao, Demirbas, Fan and Han 2015, “A confidence-aware approach for truth discovery
 * on long-tail data”): CRH in which a source with few claims is trusted less than one as good with many.
 *
 *   w(s) = χ²(α/2, |V_s|) / Σ over its claims of d(claim, truth)
 *
 * the lower end of the interval in which 1/variance lies: χ²(p, k) is the quantile of the distribution with k degrees of freedom, α = 0.05.
 * With 1 claim it is 0.001, with 10 it is 3.2, with 100 it is 74. The sum is kept above that of one claim as far off as LEAST_LOSS. */
#include "truth/losses.h"
#include "truth/methods.h"

#include <math.h>

#define ROUNDS 20
#define LOWER_TAIL 0.025
#define NORMAL_QUANTILE (-1.959963984540054) /* of LOWER_TAIL */
#define LEAST_LOSS 0.01

/* Wilson and Hilferty 1931: k (1 − 2/(9k) + z √(2/(9k)))³, within 4 % from 3 degrees on; below, the density near 0 is integrated,
 * p = (x/2)^(k/2) / Γ(k/2 + 1), right to 1 %. */
static double
chi_square_quantile (double k)
{
  if (k < 3)
    return 2 * exp ((log (LOWER_TAIL) + lgamma (k / 2 + 1)) * 2 / k);
  const double a = 2 / (9 * k);
  const double root = 1 - a + NORMAL_QUANTILE * sqrt (a);
  return k * root * root * root;
}

static void
weigh (const BlTruthLoss *loss, guint32 n_sources, double *weight)
{
  for (guint32 s = 0; s < n_sources; s++)
    weight[s] = loss[s].n > 0 ? chi_square_quantile (loss[s].n) / MAX (loss[s].loss, LEAST_LOSS) : 0;
  bl_truth_scale_to_max (weight, n_sources);
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  bl_truth_settle (table, options, &(BlTruthLosses){ BL_TRUTH_MEDIAN, ROUNDS, weigh }, result);
}

const BlTruthMethod bl_truth_catd = {
  .name = "catd",
  .summary = "crh that trusts a source with few claims less than one with many",
  .paper = "Li, Li, Gao, Su, Zhao, Demirbas, Fan and Han 2015",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run,
};
