/* Dawid and Skene 1979, “Maximum likelihood estimation of observer error-rates using the EM algorithm”: where all items have their answer from
 * one short list of labels, each source has a confusion matrix θ_s[k][j], the chance that it says j where k is true. A source that is always
 * wrong the same way is then as useful as one that is right.
 *
 *   P_i(k)    at first the share of the claims of item i
 *   π_k       = mean of P_i(k)
 *   θ_s[k][j] ∝ Σ over the items of P_i(k) [s says j] + 0.01
 *   ln P_i(k) = ln π_k + Σ over the claims of i of ln θ_s[k][said] + constant
 *
 * until no P moves by 1e-5, at most 100 rounds (the defaults of crowd-kit, Ustalov, Pavlichenko and Tseitlin 2024). One attribute after the
 * other; attributes that are no labels are voted on. */
#include "truth/labels.h"
#include "truth/methods.h"

#include <math.h>

#define SMOOTHING 0.01
#define ROUNDS 100
#define SETTLED 1e-5

typedef struct
{
  const BlTruthTable *table;
  const BlTruthLabels *labels;
  double *chance;    /* item × label */
  double *prior;     /* label */
  double *confusion; /* source × true label × said label; logs */
} Model;

static void
model_clear (Model *model)
{
  g_free (model->chance);
  g_free (model->prior);
  g_free (model->confusion);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static inline double *
confusion_of (const Model *model, guint32 source, guint32 truth)
{
  const gsize n = model->labels->n_labels;
  return model->confusion + ((gsize) source * n + truth) * n;
}

static void
count_confusions (Model *model)
{
  const BlTruthTable *table = model->table;
  const BlTruthLabels *labels = model->labels;
  const gsize n = labels->n_labels, cells = (gsize) table->n_sources * n * n;
  for (gsize k = 0; k < cells; k++)
    model->confusion[k] = SMOOTHING;
  for (guint32 l = 0; l < n; l++)
    model->prior[l] = 0;
  for (guint32 k = 0; k < labels->n_items; k++)
    {
      const double *chance = model->chance + (gsize) k * n;
      const BlTruthRange claims = bl_truth_item_claims (table, labels->items[k]);
      for (guint32 l = 0; l < n; l++)
        model->prior[l] += chance[l] / labels->n_items;
      for (guint32 c = claims.from; c < claims.to; c++)
        for (guint32 l = 0; l < n; l++)
          confusion_of (model, table->claim_source[c], l)[labels->label[table->claim_value[c]]] += chance[l];
    }
}

/* Counts become ln θ. */
static void
normalise_confusions (Model *model)
{
  const guint32 n = model->labels->n_labels;
  for (guint32 s = 0; s < model->table->n_sources; s++)
    for (guint32 l = 0; l < n; l++)
      {
        double *row = confusion_of (model, s, l), all = 0;
        for (guint32 j = 0; j < n; j++)
          all += row[j];
        for (guint32 j = 0; j < n; j++)
          row[j] = log (row[j] / all);
      }
}

/* New chances; returns the greatest change, and adds to the log-likelihood. */
static double
judge_items (Model *model, double *log_likelihood)
{
  const BlTruthTable *table = model->table;
  const BlTruthLabels *labels = model->labels;
  const guint32 n = labels->n_labels;
  g_autofree double *score = g_new (double, n + 1);
  double most = 0;
  for (guint32 k = 0; k < labels->n_items; k++)
    {
      const BlTruthRange claims = bl_truth_item_claims (table, labels->items[k]);
      for (guint32 l = 0; l < n; l++)
        {
          score[l] = log (MAX (model->prior[l], 1e-300));
          for (guint32 c = claims.from; c < claims.to; c++)
            score[l] += confusion_of (model, table->claim_source[c], l)[labels->label[table->claim_value[c]]];
        }
      const double all = bl_truth_log_sum_exp (score, (BlTruthRange){ 0, n });
      *log_likelihood += all;
      for (guint32 l = 0; l < n; l++)
        {
          double *chance = &model->chance[(gsize) k * n + l];
          most = MAX (most, fabs (exp (score[l] - all) - *chance));
          *chance = exp (score[l] - all);
        }
    }
  return most;
}

static void
run_attribute (const BlTruthTable *table, const BlTruthLabels *labels, guint rounds, BlTruthResult *result)
{
  const gsize n = labels->n_labels;
  g_auto (Model) model = { .table = table,
                           .labels = labels,
                           .chance = g_new (double, labels->n_items *n + 1),
                           .prior = g_new (double, n + 1),
                           .confusion = g_new (double, table->n_sources *n *n + 1) };
  bl_truth_label_shares (table, labels, model.chance);
  guint round = 0;
  double moved = 1, log_likelihood = 0;
  for (; round < rounds && moved >= SETTLED; round++)
    {
      log_likelihood = 0;
      count_confusions (&model);
      normalise_confusions (&model);
      moved = judge_items (&model, &log_likelihood);
    }
  result->iterations = MAX (result->iterations, round);
  result->converged = result->converged && moved < SETTLED;
  result->log_likelihood += log_likelihood;
  bl_truth_label_beliefs (table, labels, model.chance, result);
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  result->converged = TRUE;
  result->log_likelihood = 0;
  for (guint32 a = 0; a < table->n_attributes; a++)
    {
      g_autoptr (BlTruthLabels) labels = bl_truth_labels_new (table, a);
      if (labels != NULL && labels->n_labels > 0)
        run_attribute (table, labels, rounds, result);
    }
  bl_truth_label_rest (table, result);
}

const BlTruthMethod bl_truth_dawid_skene = {
  .name = "dawid-skene",
  .summary = "for labels: how each source confuses them",
  .paper = "Dawid and Skene 1979",
  .takes = BL_TRUTH_LABEL,
  .trust_scale = "accuracy",
  .first_trust = 0.5,
  .belief_is_share = TRUE,
  .run = run,
};
