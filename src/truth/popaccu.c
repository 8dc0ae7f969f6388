/* POPACCU (Dong, Saha and Srivastava 2012, “Less is more: selecting sources wisely for integration”): as ACCU, but when a source is wrong,
 * it follows what is popular among the wrong, so that no number of false values need be known:
 *
 *   C(v) = Σ over s of v of ln (A(s) / (1 − A(s))) + Σ over w ≠ v of |S_w| ln (|S_w| / (|S_i| − |S_v|)),   P = softmax of C over the item
 *   A(s) = mean of P over the claims of s
 *
 * Were v true, the |S_i| − |S_v| others would all be wrong, and a share |S_w| / (|S_i| − |S_v|) of them says w. Many fixed points: where
 * one ends depends on the start. Claims count by how sure they were read. */
#include "truth/accuracy.h"
#include "truth/methods.h"

#include <math.h>

#define ROUNDS 100

/* Σ of claim weights by value. */
static double *
popularity (const BlTruthTable *table)
{
  double *popular = g_new (double, table->n_values + 1);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      popular[v] = 0;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        popular[v] += table->claim_weight[c];
    }
  return popular;
}

/* What the other answers of the item would weigh if v were true, for all v at once: with m = Σ of the others,
 * Σ |S_w| ln |S_w| − m ln m. Never changes. */
static double *
cost_of_others (const BlTruthTable *table, const double *popular)
{
  double *cost = g_new (double, table->n_values + 1);
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      double all = 0, entropy = 0;
      for (guint32 v = values.from; v < values.to; v++)
        if (popular[v] > 0)
          {
            all += popular[v];
            entropy += popular[v] * log (popular[v]);
          }
      for (guint32 v = values.from; v < values.to; v++)
        {
          const double others = all - popular[v];
          cost[v] = popular[v] > 0 ? entropy - popular[v] * log (popular[v]) : entropy;
          cost[v] -= others > 0 ? others * log (others) : 0;
        }
    }
  return cost;
}

static void
count_votes (const BlTruthTable *table, const double *trust, const double *cost, double *score)
{
  for (guint32 v = 0; v < table->n_values; v++)
    {
      score[v] = cost[v];
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        score[v] += table->claim_weight[c] * bl_truth_log_odds (trust[table->claim_source[c]]);
    }
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  g_autofree double *popular = popularity (table);
  g_autofree double *cost = cost_of_others (table, popular);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  while (result->iterations < rounds && !result->converged)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      count_votes (table, result->trust, cost, result->belief);
      bl_truth_normalise (table, 0, result->belief);
      bl_truth_accuracies (table, result->belief, result->trust);
      result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
      result->iterations++;
    }
  bl_truth_copy (result->confidence, result->belief, table->n_values);
}

const BlTruthMethod bl_truth_popaccu = {
  .name = "popaccu",
  .summary = "ACCU, where wrong answers are as popular as they are seen to be",
  .paper = "Dong, Saha and Srivastava 2012",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = BL_TRUTH_FIRST_ACCURACY,
  .belief_is_share = TRUE,
  .run = run,
};
