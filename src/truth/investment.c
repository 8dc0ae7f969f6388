/* Investment and PooledInvestment (Pasternack and Roth 2010, “Knowing what to believe (when you already know something)”): a source spreads
 * its trust evenly over its claims, and gets the belief of each back in proportion to what it put into it.
 *
 *   T'(s) = Σ over v of s of B(v) · (T(s)/|V_s|) / Σ over r of v of T(r)/|V_r|
 *   H(v)  = Σ over s of v of T'(s)/|V_s|
 *
 *   Investment        B'(v) = H(v)^1.2                            B = |S_v|/|S_i| at first; 20 rounds
 *   PooledInvestment  B'(v) = H(v) · H(v)^1.4 / Σ over the values w of the item of H(w)^1.4    B = 1/|O_i| at first; 10 rounds
 *
 * Trust is divided by its greatest each round, which changes nothing but the scale of the next; beliefs only where they would grow without
 * end (Investment). The fixed point is not wanted: the powers let the winner of an item take all, so the rounds are part of the method. */
#include "truth/methods.h"
#include "truth/walk.h"

#include <math.h>

#define GROWTH 1.2
#define POOLED_GROWTH 1.4
#define ROUNDS 20
#define POOLED_ROUNDS 10

/* Trust of each source over its number of claims: what it puts into each. */
static void
spread (const BlTruthTable *table, const double *trust, double *stake)
{
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const guint32 n = bl_truth_n (bl_truth_source_claims (table, s));
      stake[s] = n > 0 ? trust[s] / n : 0;
    }
}

/* One round up to H, which is left in belief. */
static void
collect (const BlTruthTable *table, BlTruthResult *result, double *stake, double *returned)
{
  spread (table, result->trust, stake);
  bl_truth_sum_sources (table, stake, returned);
  for (guint32 v = 0; v < table->n_values; v++)
    returned[v] = returned[v] > 0 ? result->belief[v] / returned[v] : 0;
  bl_truth_sum_values (table, returned, result->trust);
  for (guint32 s = 0; s < table->n_sources; s++)
    result->trust[s] *= stake[s];
  bl_truth_scale_to_max (result->trust, table->n_sources);
  spread (table, result->trust, stake);
  bl_truth_sum_sources (table, stake, result->belief);
}

static void
grow (const BlTruthTable *table, double *belief)
{
  for (guint32 v = 0; v < table->n_values; v++)
    belief[v] = pow (belief[v], GROWTH);
  bl_truth_scale_to_max (belief, table->n_values);
}

static void
grow_pooled (const BlTruthTable *table, double *belief)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      double max = 0, all = 0;
      for (guint32 v = values.from; v < values.to; v++)
        max = MAX (max, belief[v]);
      for (guint32 v = values.from; v < values.to && max > 0; v++)
        all += pow (belief[v] / max, POOLED_GROWTH);
      for (guint32 v = values.from; v < values.to && max > 0; v++)
        belief[v] *= pow (belief[v] / max, POOLED_GROWTH) / all;
    }
}

static void
iterate (const BlTruthTable *table, guint rounds, void (*growth) (const BlTruthTable *, double *), BlTruthResult *result)
{
  g_autofree double *stake = g_new (double, table->n_sources + 1);
  g_autofree double *returned = g_new (double, table->n_values + 1);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  while (result->iterations < rounds)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      collect (table, result, stake, returned);
      growth (table, result->belief);
      result->iterations++;
    }
  result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  bl_truth_vote_shares (table, result->belief);
  iterate (table, bl_truth_rounds (options, ROUNDS), grow, result);
}

static void
run_pooled (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  for (guint32 v = 0; v < table->n_values; v++)
    result->belief[v] = 1.0 / bl_truth_n (bl_truth_item_values (table, table->value_item[v]));
  iterate (table, bl_truth_rounds (options, POOLED_ROUNDS), grow_pooled, result);
}

const BlTruthMethod bl_truth_investment = {
  .name = "investment",
  .summary = "a source spreads its trust over its claims and gets back what they are believed",
  .paper = "Pasternack and Roth 2010",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run,
};

const BlTruthMethod bl_truth_pooled_investment = {
  .name = "pooled-investment",
  .summary = "investment, where the values of an item share what it returns",
  .paper = "Pasternack and Roth 2010",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "weight",
  .first_trust = 1,
  .belief_is_share = TRUE,
  .run = run_pooled,
};
