/* Dawid and Skene 1979, “Maximum likelihood estimation of observer error-rates using the EM algorithm”: where all items have their answer from
 * one short list of labels, each source has a confusion matrix θ_s[k][j], the chance that it says j where k is true. A source that is always
 * wrong the same way is then as useful as one that is right.
 *
 *   P_i(k)    at first the share of the claims of item i
 *   π_k       = mean of P_i(k)
 *   θ_s[k][j] ∝ Σ over the items of P_i(k) [s says j] + prior    two imagined claims a row, right with 0.8
 *   ln P_i(k) = ln π_k + Σ over the claims of i of ln θ_s[k][said] + constant
 *
 * until no P moves by 1e-5, at most 100 rounds. One attribute after the
 * other; attributes that are no labels are voted on.
 *
 * One-coin (Zhang, Chen, Zhou and Jordan 2014, “Spectral methods meet EM”): the same with one accuracy a source, θ_s[k][k] = p_s and all
 * other labels alike, for sources that have said too little for a matrix. */
#include "truth/accuracy.h"
#include "truth/labels.h"
#include "truth/methods.h"

#include <math.h>

/* Imagined claims of each source about items of each label. The usual 0.01 of each cell lets who labelled three items be certain of all others;
 * two leave a table of 39 sources and 108 items as it is and gain up to 4 % of the answers where sources say ten things each. */
#define ROW 2.0
#define ROUNDS 100
#define SETTLED 1e-5

/* With one accuracy, claims that a source is imagined to have made at the accuracy of BL_TRUTH_FIRST_ACCURACY: enough to keep the signs
 * of the labels from changing places. */
#define IMAGINED 4.0

typedef struct
{
  const BlTruthTable *table;
  const BlTruthLabels *labels;
  double *chance;    /* item × label */
  double *prior;     /* label */
  double *confusion; /* source × true label × said label; logs */
  gboolean one_coin;
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
  const double off = ROW * (1 - BL_TRUTH_FIRST_ACCURACY) / (labels->n_labels > 1 ? labels->n_labels - 1 : 1);
  for (gsize k = 0; k < cells; k++)
    model->confusion[k] = k % n == k / n % n ? ROW * BL_TRUTH_FIRST_ACCURACY : off;
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

/* One accuracy a source: its counts of right and wrong are shared out evenly. Before they are normalised. */
static void
tie_confusions (Model *model)
{
  const guint32 n = model->labels->n_labels;
  for (guint32 s = 0; s < model->table->n_sources; s++)
    {
      double right = IMAGINED * BL_TRUTH_FIRST_ACCURACY, all = IMAGINED;
      for (guint32 l = 0; l < n; l++)
        for (guint32 j = 0; j < n; j++)
          {
            right += l == j ? confusion_of (model, s, l)[j] : 0;
            all += confusion_of (model, s, l)[j];
          }
      for (guint32 l = 0; l < n; l++)
        for (guint32 j = 0; j < n; j++)
          confusion_of (model, s, l)[j] = l == j ? right : (all - right) / MAX (n - 1, 1);
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
      double all;
      const double moved = bl_truth_label_settle (labels, score, &model->chance[(gsize) k * n], &all);
      most = MAX (most, moved);
      *log_likelihood += all;
    }
  return most;
}

typedef struct
{
  guint rounds;
  gboolean one_coin;
} Variant;

static void
run_attribute (const BlTruthTable *table, const BlTruthLabels *labels, const Variant *variant, BlTruthResult *result)
{
  const gsize n = labels->n_labels;
  g_auto (Model) model = { .table = table,
                           .labels = labels,
                           .one_coin = variant->one_coin,
                           .chance = g_new (double, labels->n_items *n + 1),
                           .prior = g_new (double, n + 1),
                           .confusion = g_new (double, table->n_sources *n *n + 1) };
  bl_truth_label_shares (table, labels, model.chance);
  guint round = 0;
  double moved = 1, log_likelihood = 0;
  for (; round < variant->rounds && moved >= SETTLED; round++)
    {
      log_likelihood = 0;
      count_confusions (&model);
      if (model.one_coin)
        tie_confusions (&model);
      normalise_confusions (&model);
      moved = judge_items (&model, &log_likelihood);
    }
  result->iterations = MAX (result->iterations, round);
  result->converged = result->converged && moved < SETTLED;
  result->log_likelihood += log_likelihood;
  bl_truth_label_beliefs (table, labels, model.chance, result);
}

static void
run_all (const BlTruthTable *table, const BlTruthOptions *options, gboolean one_coin, BlTruthResult *result)
{
  const Variant variant = { bl_truth_rounds (options, ROUNDS), one_coin };
  result->converged = TRUE;
  result->log_likelihood = 0;
  for (guint32 a = 0; a < table->n_attributes; a++)
    {
      g_autoptr (BlTruthLabels) labels = bl_truth_labels_new (table, a);
      if (labels != NULL && labels->n_labels > 0)
        run_attribute (table, labels, &variant, result);
    }
  bl_truth_label_rest (table, result);
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  run_all (table, options, FALSE, result);
}

static void
run_one_coin (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  run_all (table, options, TRUE, result);
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

const BlTruthMethod bl_truth_one_coin = {
  .name = "one-coin",
  .summary = "for labels: one accuracy a source, for those who say little",
  .paper = "Zhang, Chen, Zhou and Jordan 2014",
  .takes = BL_TRUTH_LABEL,
  .trust_scale = "accuracy",
  .first_trust = 0.5,
  .belief_is_share = TRUE,
  .run = run_one_coin,
};
