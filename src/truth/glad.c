/* GLAD (Whitehill, Ruvolo, Wu, Bergsma and Movellan 2009, “Whose vote should count more: optimal integration of labels from labelers of
 * unknown expertise”): items are harder or easier, and sources better or worse, even contrary:
 *
 *   Pr (s labels i rightly) = σ (a_s b_i),   b_i = e^β_i > 0 easiness, a_s ability (below 0: rather wrong than right)
 *
 * wrong labels being equally likely. Expectation: ln P_i(k) = Σ over the claims of i of ln σ, or ln ((1 − σ)/(K − 1)) for those that do not
 * say k, labels being equally likely beforehand. Maximisation: a few steps of Newton's method along each a_s and β_i in turn, with normal
 * priors of mean 1 and variance 1 on both (the paper's), of the expected
 *
 *   Q = Σ p ln σ (a b) + (1 − p) ln (1 − σ (a b)) − (a − 1)²/2 − (β − 1)²/2,   p = P_i(what s said)
 *   ∂Q/∂a = Σ (p − σ) b − (a − 1),   ∂Q/∂β = Σ (p − σ) a b − (β − 1)
 *
 * Trust is the mean chance of what a source says.
 *
 * One ability a source is symmetric: who misses one label and never the other is described badly, and where many do, GLAD does worse than
 * a vote. On the bluebirds of Welinder, Branson, Belongie and Perona 2010 (sources see 52 % of what is there, and 73 % of what is not) it
 * has 78 of 108 right, one-coin 77, vote 82, and Dawid-Skene, which has a chance for each confusion, 97. That is the model and not its
 * fitting: from the vote, from the true labels and from a lower threshold it ends in the same place; with b = 1 for all items too;
 * priors of variance 10 give 82. The paper's priors are kept. */
#include "truth/labels.h"
#include "truth/methods.h"

#include <math.h>

#define ROUNDS 100
#define STEPS 5
#define SETTLED 1e-5
#define LONGEST_STEP 1.0

typedef struct
{
  const BlTruthTable *table;
  const BlTruthLabels *labels;
  double *chance;    /* item × label */
  double *ability;   /* by source */
  double *log_ease;  /* by item of labels: β */
  double *slope;     /* scratch: ∂Q by source */
  double *curvature; /* scratch: −∂²Q by source, without what may make it negative */
} Model;

static void
model_clear (Model *model)
{
  g_free (model->chance);
  g_free (model->ability);
  g_free (model->log_ease);
  g_free (model->slope);
  g_free (model->curvature);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static double
sigmoid (double x)
{
  return 1 / (1 + exp (-x));
}

/* The chance of the label that a claim gives; item is its number in labels. */
static double
chance_of_claim (const Model *model, guint32 item, guint32 claim)
{
  return model->chance[(gsize) item * model->labels->n_labels + model->labels->label[model->table->claim_value[claim]]];
}

static double
bounded_step (double slope, double curvature)
{
  return CLAMP (slope / curvature, -LONGEST_STEP, LONGEST_STEP);
}

static void
step_abilities (Model *model)
{
  const BlTruthTable *table = model->table;
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      model->slope[s] = 1 - model->ability[s];
      model->curvature[s] = 1;
    }
  for (guint32 k = 0; k < model->labels->n_items; k++)
    {
      const BlTruthRange claims = bl_truth_item_claims (table, model->labels->items[k]);
      const double ease = exp (model->log_ease[k]);
      for (guint32 c = claims.from; c < claims.to; c++)
        {
          const guint32 s = table->claim_source[c];
          const double right = sigmoid (model->ability[s] * ease);
          model->slope[s] += (chance_of_claim (model, k, c) - right) * ease;
          model->curvature[s] += right * (1 - right) * ease * ease;
        }
    }
  for (guint32 s = 0; s < table->n_sources; s++)
    model->ability[s] += bounded_step (model->slope[s], model->curvature[s]);
}

static void
step_eases (Model *model)
{
  const BlTruthTable *table = model->table;
  for (guint32 k = 0; k < model->labels->n_items; k++)
    {
      const BlTruthRange claims = bl_truth_item_claims (table, model->labels->items[k]);
      const double ease = exp (model->log_ease[k]);
      double slope = 1 - model->log_ease[k], curvature = 1;
      for (guint32 c = claims.from; c < claims.to; c++)
        {
          const double x = model->ability[table->claim_source[c]] * ease, right = sigmoid (x);
          slope += (chance_of_claim (model, k, c) - right) * x;
          curvature += right * (1 - right) * x * x;
        }
      model->log_ease[k] += bounded_step (slope, curvature);
    }
}

/* Returns the greatest change of a chance. */
static double
judge_items (Model *model)
{
  const BlTruthTable *table = model->table;
  const guint32 n = model->labels->n_labels;
  g_autofree double *score = g_new (double, n + 1);
  double most = 0;
  for (guint32 k = 0; k < model->labels->n_items; k++)
    {
      const BlTruthRange claims = bl_truth_item_claims (table, model->labels->items[k]);
      const double ease = exp (model->log_ease[k]);
      for (guint32 l = 0; l < n; l++)
        score[l] = 0;
      for (guint32 c = claims.from; c < claims.to; c++) /* what is common to all labels is left out: ln σ/(1−σ) = a b */
        score[model->labels->label[table->claim_value[c]]]
            += model->ability[table->claim_source[c]] * ease + log (n > 1 ? n - 1 : 1);
      double all;
      const double moved = bl_truth_label_settle (model->labels, score, &model->chance[(gsize) k * n], &all);
      most = MAX (most, moved);
    }
  return most;
}

static void
run_attribute (const BlTruthTable *table, const BlTruthLabels *labels, guint rounds, BlTruthResult *result)
{
  g_auto (Model) model = { .table = table,
                           .labels = labels,
                           .chance = g_new (double, (gsize) labels->n_items * labels->n_labels + 1),
                           .ability = g_new (double, table->n_sources + 1),
                           .log_ease = g_new0 (double, labels->n_items + 1),
                           .slope = g_new (double, table->n_sources + 1),
                           .curvature = g_new (double, table->n_sources + 1) };
  for (guint32 s = 0; s < table->n_sources; s++)
    model.ability[s] = 1;
  judge_items (&model);
  guint round = 0;
  double moved = 1;
  for (; round < rounds && moved >= SETTLED; round++)
    {
      for (guint step = 0; step < STEPS; step++)
        {
          step_abilities (&model);
          step_eases (&model);
        }
      moved = judge_items (&model);
    }
  result->iterations = MAX (result->iterations, round);
  result->converged = result->converged && moved < SETTLED;
  bl_truth_label_beliefs (table, labels, model.chance, result);
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  result->converged = TRUE;
  for (guint32 a = 0; a < table->n_attributes; a++)
    {
      g_autoptr (BlTruthLabels) labels = bl_truth_labels_new (table, a);
      if (labels != NULL && labels->n_labels > 0)
        run_attribute (table, labels, rounds, result);
    }
  bl_truth_label_rest (table, result);
}

const BlTruthMethod bl_truth_glad = {
  .name = "glad",
  .summary = "for labels: items are harder or easier, sources better or worse",
  .paper = "Whitehill, Ruvolo, Wu, Bergsma and Movellan 2009",
  .takes = BL_TRUTH_LABEL,
  .trust_scale = "accuracy",
  .first_trust = 0.5,
  .belief_is_share = TRUE,
  .run = run,
};
