/* ACCU and AccuSim (Dong, Berti-Equille and Srivastava 2009, “Integrating conflicting data: the role of source dependence”): a source is
 * right with chance A(s), and when it is wrong, it gives each of n false values with the same chance.
 *
 *   C(v)  = Σ over s of v of ln (n A(s) / (1 − A(s)))
 *   P(v)  = e^C(v) / (Σ over the values w of the item of e^C(w) + n + 1 − |O_i|)     the rest are answers that nobody gave
 *   A(s)  = mean of P over the claims of s
 *
 * AccuSim lets values support those that are like them: C*(v) = C(v) + ρ Σ over w ≠ v of C(w) sim(v, w).
 *
 * n = 10 as in the paper. A larger n makes agreement stronger evidence, so that the larger group of sources wins more often. */
#include "truth/accuracy.h"
#include "truth/methods.h"
#include "truth/similarity.h"
#include "truth/walk.h"

#include <math.h>

#define FALSE_VALUES 10.0
#define SIMILAR_SUPPORT 0.5
#define ROUNDS 100

/* Scores of values from the trust in sources. */
static void
count_votes (const BlTruthTable *table, const double *trust, double *weight, double *score)
{
  for (guint32 s = 0; s < table->n_sources; s++)
    weight[s] = log (FALSE_VALUES) + bl_truth_log_odds (trust[s]);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      double sum = 0;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        sum += table->claim_weight[c] * weight[table->claim_source[c]];
      score[v] = sum;
    }
}

static void
add_support (const BlTruthTable *table, const BlTruthSimilarities *similar, double *score, double *before)
{
  bl_truth_copy (before, score, table->n_values);
  for (guint32 v = 0; v < table->n_values; v++)
    for (guint32 k = similar->start[v]; k < similar->start[v + 1]; k++)
      score[v] += SIMILAR_SUPPORT * similar->similarity[k] * before[similar->other[k]];
}

static void
iterate (const BlTruthTable *table, const BlTruthOptions *options, const BlTruthSimilarities *similar, BlTruthResult *result)
{
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  g_autofree double *weight = g_new (double, table->n_sources + 1);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  g_autofree double *plain = g_new (double, table->n_values + 1);
  while (result->iterations < rounds && !result->converged)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      count_votes (table, result->trust, weight, result->belief);
      if (similar != NULL)
        add_support (table, similar, result->belief, plain);
      bl_truth_normalise (table, FALSE_VALUES, result->belief);
      bl_truth_accuracies (table, result->belief, result->trust);
      result->converged = bl_truth_distance (before, result->trust, table->n_sources) < BL_TRUTH_SETTLED;
      result->iterations++;
    }
  bl_truth_copy (result->confidence, result->belief, table->n_values);
}

static void
run_accu (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  iterate (table, options, NULL, result);
}

static void
run_accusim (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  BlTruthSimilarities *similar = bl_truth_similarities_new (table);
  iterate (table, options, similar, result);
  bl_truth_similarities_free (similar);
}

const BlTruthMethod bl_truth_accu = {
  .name = "accu",
  .summary = "a source is right with some chance; wrong answers are spread evenly",
  .paper = "Dong, Berti-Equille and Srivastava 2009",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = BL_TRUTH_FIRST_ACCURACY,
  .belief_is_share = TRUE,
  .run = run_accu,
};

const BlTruthMethod bl_truth_accusim = {
  .name = "accusim",
  .summary = "ACCU, where values that are alike support each other",
  .paper = "Dong, Berti-Equille and Srivastava 2009",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = BL_TRUTH_FIRST_ACCURACY,
  .belief_is_share = TRUE,
  .run = run_accusim,
};
