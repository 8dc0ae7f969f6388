/* The two-layer model of Knowledge-Based Trust (Dong, Gabrilovich, Murphy, Dang, Horn, Lugaresi, Sun and Zhang 2015, “Knowledge-based trust:
 * estimating the trustworthiness of web sources”): a claim may be wrong because its source is, or because it was misread. The confidence
 * with which a claim was read (the column "confidence") is the evidence of the reader; what is true, and how good the source is, is
 * evidence too: a source that is nearly always right hardly said what nobody else says.
 *
 *   Pr (C)  = σ (ln c/(1−c) + ln α/(1−α))        that the source says so; c confidence of reading, α what was expected before
 *   α       = Pr (V) A + (1 − Pr (V)) (1 − A)/n  from the last round; ½ at first
 *   Pr (V)  as ACCU, a claim counting Pr (C)
 *   A       = Σ Pr (C) Pr (V) / Σ Pr (C) over the claims of the source; sources of fewer than 5 claims share one accuracy
 *
 * n = 10. At most 5 rounds, as in the paper. One reader is assumed, with confidences that mean chances; without a column of confidence
 * every claim was read for sure, and the model is ACCU. */
#include "truth/accuracy.h"
#include "truth/methods.h"

#include <math.h>

#define FALSE_VALUES 10.0
#define ROUNDS 5
#define SETTLED 1e-4
#define FEW_CLAIMS 5

/* Confidences and expectations are kept away from certainty, or no evidence could change them; 1 is meant and stays. */
#define LEAST_CHANCE 0.001

static double
log_odds_of_chance (double chance)
{
  const double p = CLAMP (chance, LEAST_CHANCE, 1 - LEAST_CHANCE);
  return log (p / (1 - p));
}

/* said[c]: the chance that the source of claim c says so. */
static void
judge_reading (const BlTruthTable *table, const BlTruthResult *result, double *said)
{
  for (guint32 c = 0; c < table->n_claims; c++)
    {
      const double truth = result->belief[table->claim_value[c]];
      const double accuracy = CLAMP (result->trust[table->claim_source[c]], BL_TRUTH_LEAST_ACCURACY, BL_TRUTH_MOST_ACCURACY);
      /* for each of the values that it could have said: n wrong ones and the true one are as likely a misreading */
      const double expected = truth * accuracy + (1 - truth) * (1 - accuracy) / FALSE_VALUES;
      said[c] = table->claim_weight[c] >= 1
                    ? 1
                    : 1 / (1 + exp (-log_odds_of_chance (table->claim_weight[c]) - log_odds_of_chance (expected)));
    }
}

static void
judge_values (const BlTruthTable *table, const double *said, BlTruthResult *result)
{
  for (guint32 v = 0; v < table->n_values; v++)
    {
      result->belief[v] = 0;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        result->belief[v] += said[c] * (log (FALSE_VALUES) + bl_truth_log_odds (result->trust[table->claim_source[c]]));
    }
  bl_truth_normalise (table, FALSE_VALUES, result->belief);
}

static void
judge_sources (const BlTruthTable *table, const double *said, BlTruthResult *result)
{
  double few_right = 0, few_all = 0;
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const BlTruthRange claims = bl_truth_source_claims (table, s);
      double right = 0, all = 0;
      for (guint32 k = claims.from; k < claims.to; k++)
        {
          const guint32 c = table->source_claim[k];
          right += said[c] * result->belief[table->claim_value[c]];
          all += said[c];
        }
      if (bl_truth_n (claims) < FEW_CLAIMS)
        {
          few_right += right;
          few_all += all;
        }
      else if (all > 0)
        result->trust[s] = right / all;
    }
  for (guint32 s = 0; s < table->n_sources && few_all > 0; s++)
    {
      const guint32 n = bl_truth_n (bl_truth_source_claims (table, s));
      if (n > 0 && n < FEW_CLAIMS)
        result->trust[s] = few_right / few_all;
    }
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  g_autofree double *said = g_new (double, table->n_claims + 1);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  for (guint32 c = 0; c < table->n_claims; c++)
    said[c] = table->claim_weight[c];
  while (result->iterations < rounds && !result->converged)
    {
      bl_truth_copy (before, result->trust, table->n_sources);
      if (result->iterations > 0)
        judge_reading (table, result, said);
      judge_values (table, said, result);
      judge_sources (table, said, result);
      result->converged = bl_truth_distance (before, result->trust, table->n_sources) < SETTLED;
      result->iterations++;
    }
  bl_truth_copy (result->confidence, result->belief, table->n_values);
}

const BlTruthMethod bl_truth_kbt = {
  .name = "kbt",
  .summary = "ACCU, where a claim may be misread: for tables with a column of confidence",
  .paper = "Dong and others 2015",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = BL_TRUTH_FIRST_ACCURACY,
  .belief_is_share = TRUE,
  .run = run,
};
