/* TruthFinder (Yin, Han and Yu 2008, “Truth discovery with multiple conflicting information providers on the Web”).
 *
 *   τ(s) = −ln(1 − T(s)),  σ(v) = Σ over its sources of τ(s)
 *   σ*(v) = σ(v) + ρ Σ over the other values w of the item of σ(w) · (sim(v,w) − base),  s(v) = 1/(1 + e^(−γ σ*(v)))
 *   T(s) = mean over its claims of s(v);  ρ = ½, base = ½, γ = 0.3, T = 0.9 at first; until 1 − cos(T, T') < δ. The paper's δ of
 *   0.001 is met after one round, as all trusts start alike and stay large: with 10^−5 there are some.
 *
 * Values with nothing in common have sim 0 and so take from each other. σ* decides, not s, which reaches 1 in floating point and would tie
 * everything; 1 − T is kept above 10^−10. */
#include "truth/methods.h"
#include "truth/similarity.h"
#include "truth/walk.h"

#include <math.h>

#define INFLUENCE 0.5
#define BASE_SIMILARITY 0.5
#define DAMPING 0.3
#define FIRST_TRUST 0.9
#define LEAST_DOUBT 1e-10
#define STOP 1e-5
#define ROUNDS 50

static double
cosine (const double *a, const double *b, guint32 n)
{
  double ab = 0, aa = 0, bb = 0;
  for (guint32 i = 0; i < n; i++)
    {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
  return aa > 0 && bb > 0 ? ab / sqrt (aa * bb) : 1;
}

/* σ* of all values from σ. What is not like a value counts with −base: so the sum over the item is taken first, and only neighbours are
 * visited. */
static void
adjust (const BlTruthTable *table, const BlTruthSimilarities *similar, const double *score, double *adjusted)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      double all = 0;
      for (guint32 v = values.from; v < values.to; v++)
        all += score[v];
      for (guint32 v = values.from; v < values.to; v++)
        {
          double near = 0;
          for (guint32 k = similar->start[v]; k < similar->start[v + 1]; k++)
            near += score[similar->other[k]] * (double) similar->similarity[k];
          adjusted[v] = score[v] + INFLUENCE * (near - BASE_SIMILARITY * (all - score[v]));
        }
    }
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  g_autoptr (BlTruthSimilarities) similar = bl_truth_similarities_new (table);
  g_autofree double *tau = g_new (double, table->n_sources + 1);
  g_autofree double *before = g_new (double, table->n_sources + 1);
  g_autofree double *score = g_new (double, table->n_values + 1);
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  while (result->iterations < rounds && !result->converged)
    {
      for (guint32 s = 0; s < table->n_sources; s++)
        tau[s] = -log (MAX (1 - result->trust[s], LEAST_DOUBT));
      bl_truth_sum_sources (table, tau, score);
      adjust (table, similar, score, result->belief);
      for (guint32 v = 0; v < table->n_values; v++)
        result->confidence[v] = 1 / (1 + exp (-DAMPING * result->belief[v]));
      bl_truth_copy (before, result->trust, table->n_sources);
      bl_truth_sum_values (table, result->confidence, result->trust);
      for (guint32 s = 0; s < table->n_sources; s++)
        {
          const guint32 n = bl_truth_n (bl_truth_source_claims (table, s));
          result->trust[s] = n > 0 ? result->trust[s] / n : FIRST_TRUST;
        }
      result->iterations++;
      result->converged = 1 - cosine (before, result->trust, table->n_sources) < STOP;
    }
}

const BlTruthMethod bl_truth_truthfinder = {
  .name = "truthfinder",
  .summary = "chances of sources multiply, and like values support each other",
  .paper = "Yin, Han and Yu 2008",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = FIRST_TRUST,
  .run = run,
};
