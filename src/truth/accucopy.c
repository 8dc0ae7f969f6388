/* ACCUCOPY (Dong, Berti-Equille and Srivastava 2009, “Integrating conflicting data: the role of source dependence”): ACCU, in which a claim
 * that its source seems to have copied counts for little. Copying, truth and accuracy are found in turns:
 *
 *   dependence of pairs (copying.h) → I(s) of each claim → C(v) = Σ I(s) ln (n A(s) / (1 − A(s))) → P(v) as ACCU → A(s) = mean of P
 *
 * at most 12 rounds, as in the paper. n = 100, not ACCU's 10: when copies do not count, agreement of those that are left is strong evidence.
 *
 * Which fixed point is reached depends on the start: a group of copiers that is the majority at first explains itself. So there are four
 * starts (vote; vote with one voice for sources that agree nearly always; POPACCU; PooledInvestment, whose powers favour those who are
 * seldom contradicted), and the one whose answers make the claims likeliest
 * is kept (explain.h), of equals the first. options->start_trust or start_belief is a start that is used alone. */
#include "truth/accuracy.h"
#include "truth/copying.h"
#include "truth/explain.h"
#include "truth/methods.h"

#include <math.h>

#define FALSE_VALUES 100.0
#define ROUNDS 12
#define SETTLED 1e-4

/* One round: dependence and discounts by the beliefs and trusts of before, then new ones. */
static void
renew (const BlTruthTable *table, BlTruthPairs *pairs, double *belief, double *trust, double *independence)
{
  bl_truth_pairs_judge (pairs, belief, trust);
  bl_truth_pairs_discount (pairs, table, independence);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      belief[v] = 0;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        belief[v] += independence[c] * table->claim_weight[c]
                     * (log (FALSE_VALUES) + bl_truth_log_odds (trust[table->claim_source[c]]));
    }
  bl_truth_normalise (table, FALSE_VALUES, belief);
  bl_truth_accuracies (table, belief, trust);
}

/* Beliefs and trusts from the start that they hold to the end. */
static void
iterate (const BlTruthTable *table, BlTruthPairs *pairs, guint rounds, BlTruthResult *result)
{
  g_autofree double *before = g_new (double, table->n_sources + 1);
  g_autofree double *independence = g_new (double, table->n_claims + 1);
  result->converged = FALSE;
  for (result->iterations = 0; result->iterations < rounds && !result->converged; result->iterations++)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      renew (table, pairs, result->belief, result->trust, independence);
      result->converged = bl_truth_distance (before, result->trust, table->n_sources) < SETTLED;
    }
  result->log_likelihood = bl_truth_explain (table, pairs, result->belief);
}

/* --- starts ------------------------------------------------------------------------------------------------------- */

/* Certain of what these scores say: how scores of any scale become chances. Uncertain starts would make common answers look like common
 * errors. */
static void
choose_all (const BlTruthTable *table, const double *scores, double *belief)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const guint32 best = bl_truth_best_value (table, scores, i);
      for (guint32 v = table->item_values[i]; v < table->item_values[i + 1]; v++)
        belief[v] = v == best;
    }
}

/* The answers of another method. */
static void
start_from (const BlTruthTable *table, const BlTruthMethod *method, BlTruthResult *result)
{
  g_autoptr (BlTruthResult) other = bl_truth_run (method, table, NULL, NULL);
  choose_all (table, other->belief, result->belief);
  bl_truth_smoothed_accuracies (table, result->belief, result->trust);
}

static void
start_from_vote (const BlTruthTable *table, BlTruthResult *result)
{
  bl_truth_vote_shares (table, result->belief);
  for (guint32 s = 0; s < table->n_sources; s++)
    result->trust[s] = BL_TRUTH_FIRST_ACCURACY;
}

/* A vote in which sources that agree nearly always have little more than one voice together. */
static void
start_from_voices (const BlTruthTable *table, BlTruthPairs *pairs, BlTruthResult *result)
{
  g_autofree double *independence = g_new (double, table->n_claims + 1);
  bl_truth_pairs_suspect_mirrors (pairs);
  bl_truth_pairs_discount (pairs, table, independence);
  g_autofree double *voices = g_new0 (double, table->n_values + 1);
  for (guint32 c = 0; c < table->n_claims; c++)
    voices[table->claim_value[c]] += independence[c];
  choose_all (table, voices, result->belief);
  bl_truth_smoothed_accuracies (table, result->belief, result->trust);
}

/* The kept result and the one at work. */
static void
keep_if_better (const BlTruthTable *table, BlTruthResult *best, const BlTruthResult *other)
{
  if (!isnan (best->log_likelihood) && !(other->log_likelihood > best->log_likelihood))
    return;
  bl_truth_copy (best->belief, other->belief, table->n_values);
  bl_truth_copy (best->trust, other->trust, table->n_sources);
  best->iterations = other->iterations;
  best->converged = other->converged;
  best->log_likelihood = other->log_likelihood;
}

static void
try_starts (const BlTruthTable *table, BlTruthPairs *pairs, guint rounds, BlTruthResult *result)
{
  g_autofree double *belief = g_new (double, table->n_values + 1);
  g_autofree double *trust = g_new (double, table->n_sources + 1);
  BlTruthResult at_work = { .belief = belief, .trust = trust };
  bl_truth_copy (trust, result->trust, table->n_sources);
  start_from_vote (table, &at_work);
  iterate (table, pairs, rounds, &at_work);
  keep_if_better (table, result, &at_work);
  start_from_voices (table, pairs, &at_work);
  iterate (table, pairs, rounds, &at_work);
  keep_if_better (table, result, &at_work);
  start_from (table, &bl_truth_popaccu, &at_work);
  iterate (table, pairs, rounds, &at_work);
  keep_if_better (table, result, &at_work);
  start_from (table, &bl_truth_pooled_investment, &at_work);
  iterate (table, pairs, rounds, &at_work);
  keep_if_better (table, result, &at_work);
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  g_autoptr (BlTruthPairs) pairs = bl_truth_pairs_new (table);
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  if (options->start_trust == NULL && options->start_belief == NULL)
    try_starts (table, pairs, rounds, result);
  else
    {
      if (options->start_belief != NULL)
        bl_truth_copy (result->belief, options->start_belief, table->n_values);
      else
        bl_truth_vote_shares (table, result->belief);
      iterate (table, pairs, rounds, result);
    }
  bl_truth_pairs_judge (pairs, result->belief, result->trust);
  bl_truth_pairs_report (pairs, table, result);
  bl_truth_copy (result->confidence, result->belief, table->n_values);
}

const BlTruthMethod bl_truth_accucopy = {
  .name = "accucopy",
  .summary = "ACCU, where what a source seems to have copied counts for little",
  .paper = "Dong, Berti-Equille and Srivastava 2009",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = BL_TRUTH_FIRST_ACCURACY,
  .belief_is_share = TRUE,
  .run = run,
};
