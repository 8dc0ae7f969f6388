/* The Latent Truth Model (Zhao, Rubinstein, Gemmell and Han 2012, “A Bayesian approach to discovering truth from conflicting sources for data
 * integration”): of several answers to one question more than one may be true, as the authors of a book. Each member of the sets that an
 * item has been given is a fact that is true or not. A source that answers the item and leaves a fact out denies it:
 *
 *   sensitivity(s)          = (Σ over true facts of [s says it] + 50) / (number of true facts + 100)
 *   false positive rate(s)  = (Σ over false facts of [s says it] + 10) / (number of false facts + 1010)
 *   ln P/(1−P) of a fact    = Σ over the sources of its item of ln (sensitivity/fpr) if it says it, else ln ((1−sensitivity)/(1−fpr))
 *
 * counts being expected ones over the facts of the items that s answers, and the added numbers the paper's priors: half of what is true is
 * left out, and one in a hundred false facts is said. The paper samples; here the same model is solved by expectation and maximisation from
 * the shares of sources, which draws nothing and gives the same result each time.
 *
 * The answer of a set is its facts with P ≥ ½, or its best fact when there is none. Items that are no sets get their likeliest value.
 * Linear in the claims: what a source denies is counted for the item as a whole. */
#include "truth/methods.h"

#include <math.h>
#include <string.h>

#define SENSITIVITY_SAID 50.0
#define SENSITIVITY_ALL 100.0
#define FALSE_SAID 10.0
#define FALSE_ALL 1010.0
#define ROUNDS 100
#define SETTLED 1e-6
#define MOST_CERTAIN 1e-12

typedef struct
{
  const BlTruthTable *facts; /* the members */
  double *chance;            /* by fact */
  double *before;
  double *said, *denied; /* by source: log ratios */
  double *true_facts, *n_facts;
} Model;

static void
model_clear (Model *model)
{
  g_free (model->chance);
  g_free (model->before);
  g_free (model->said);
  g_free (model->denied);
  g_free (model->true_facts);
  g_free (model->n_facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

/* Expected true facts and all facts of each item. */
static void
count_facts (Model *model)
{
  for (guint32 i = 0; i < model->facts->n_items; i++)
    {
      const BlTruthRange facts = bl_truth_item_values (model->facts, i);
      model->true_facts[i] = 0;
      model->n_facts[i] = bl_truth_n (facts);
      for (guint32 f = facts.from; f < facts.to; f++)
        model->true_facts[i] += model->chance[f];
    }
}

/* said and denied of each source, from the chances of the facts. */
static void
rate_sources (Model *model)
{
  const BlTruthTable *facts = model->facts;
  g_autofree double *all_true = g_new0 (double, facts->n_sources + 1);
  g_autofree double *all_false = g_new0 (double, facts->n_sources + 1);
  count_facts (model);
  for (guint32 i = 0; i < facts->n_items; i++)
    for (guint32 k = facts->item_sources[i]; k < facts->item_sources[i + 1]; k++)
      {
        all_true[facts->item_source[k]] += model->true_facts[i];
        all_false[facts->item_source[k]] += model->n_facts[i] - model->true_facts[i];
      }
  for (guint32 s = 0; s < facts->n_sources; s++)
    {
      double said_true = 0, said_false = 0;
      for (guint32 k = facts->source_claims[s]; k < facts->source_claims[s + 1]; k++)
        {
          const double chance = model->chance[facts->claim_value[facts->source_claim[k]]];
          said_true += chance;
          said_false += 1 - chance;
        }
      const double sensitivity = (said_true + SENSITIVITY_SAID) / (all_true[s] + SENSITIVITY_ALL);
      const double false_rate = (said_false + FALSE_SAID) / (all_false[s] + FALSE_ALL);
      model->said[s] = log (sensitivity / false_rate);
      model->denied[s] = log ((1 - sensitivity) / (1 - false_rate));
    }
}

static void
judge_facts (Model *model)
{
  const BlTruthTable *facts = model->facts;
  for (guint32 i = 0; i < facts->n_items; i++)
    {
      double all_deny = 0;
      for (guint32 k = facts->item_sources[i]; k < facts->item_sources[i + 1]; k++)
        all_deny += model->denied[facts->item_source[k]];
      for (guint32 f = facts->item_values[i]; f < facts->item_values[i + 1]; f++)
        {
          double odds = all_deny;
          for (guint32 c = facts->value_claims[f]; c < facts->value_claims[f + 1]; c++)
            odds += model->said[facts->claim_source[c]] - model->denied[facts->claim_source[c]];
          model->chance[f] = 1 / (1 + exp (-odds));
        }
    }
}

/* --- from facts back to sets -------------------------------------------------------------------------------------- */
static gboolean
is_member (const char *set, const char *member)
{
  const gsize length = strlen (member);
  for (const char *at = set; at != NULL; at = strchr (at, ';') != NULL ? strchr (at, ';') + 1 : NULL)
    if (strncmp (at, member, length) == 0 && (at[length] == ';' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* The chance that exactly the members of a set are true. */
static double
set_chance (const Model *model, const BlTruthReading *set, BlTruthRange facts)
{
  const char *members = set->members != NULL ? set->members : set->folded;
  double sum = 0;
  for (guint32 f = facts.from; f < facts.to; f++)
    {
      const char *fact = model->facts->variant[model->facts->value_variants[f]].folded;
      const double chance = CLAMP (model->chance[f], MOST_CERTAIN, 1 - MOST_CERTAIN);
      sum += log (is_member (members, fact) ? chance : 1 - chance);
    }
  return exp (sum);
}

/* The facts that are taken for true, joined by ';'. */
static void
write_set (const Model *model, guint32 item, BlTruthResult *result)
{
  const BlTruthRange facts = bl_truth_item_values (model->facts, item);
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 best = facts.from;
  double chance = 1;
  for (guint32 f = facts.from; f < facts.to; f++)
    {
      chance *= MAX (model->chance[f], 1 - model->chance[f]);
      if (model->chance[f] > model->chance[best])
        best = f;
      if (model->chance[f] >= 0.5)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", bl_truth_value_text (model->facts, f));
    }
  if (text->len == 0)
    {
      g_string_append (text, bl_truth_value_text (model->facts, best));
      chance *= model->chance[best] / (1 - model->chance[best]);
    }
  result->text[item] = bl_arena_strndup (result->arena, text->str, text->len);
  result->text_confidence[item] = chance;
}

static void
answer_item (const BlTruthTable *table, const Model *model, guint32 item, BlTruthResult *result)
{
  const BlTruthRange values = bl_truth_item_values (table, item), facts = bl_truth_item_values (model->facts, item);
  const gboolean set = bl_truth_item_kind (table, item) == BL_TRUTH_SET;
  for (guint32 v = values.from; v < values.to; v++)
    {
      const BlTruthReading *reading = &table->variant[table->value_variants[v]];
      if (bl_truth_n (bl_truth_value_claims (table, v)) == 0)
        continue;
      result->belief[v] = set ? set_chance (model, reading, facts) : model->chance[facts.from + (v - values.from)];
      result->confidence[v] = result->belief[v];
    }
  if (set && bl_truth_n (bl_truth_item_claims (table, item)) > 0)
    write_set (model, item, result);
}

/* A source is as good as what it says is true. */
static void
rate_trust (const Model *model, BlTruthResult *result)
{
  const BlTruthTable *facts = model->facts;
  for (guint32 s = 0; s < facts->n_sources; s++)
    {
      const BlTruthRange claims = bl_truth_source_claims (facts, s);
      double sum = 0;
      for (guint32 k = claims.from; k < claims.to; k++)
        sum += model->chance[facts->claim_value[facts->source_claim[k]]];
      if (bl_truth_n (claims) > 0)
        result->trust[s] = sum / bl_truth_n (claims);
    }
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  g_autoptr (BlTruthTable) facts = bl_truth_table_members (table);
  g_auto (Model) model = { .facts = facts,
                           .chance = g_new (double, facts->n_values + 1),
                           .before = g_new (double, facts->n_values + 1),
                           .said = g_new (double, facts->n_sources + 1),
                           .denied = g_new (double, facts->n_sources + 1),
                           .true_facts = g_new (double, facts->n_items + 1),
                           .n_facts = g_new (double, facts->n_items + 1) };
  bl_truth_vote_shares (facts, model.chance);
  const guint rounds = bl_truth_rounds (options, ROUNDS);
  while (result->iterations < rounds && !result->converged)
    {
      bl_truth_copy (model.before, model.chance, facts->n_values);
      rate_sources (&model);
      judge_facts (&model);
      result->converged = bl_truth_distance (model.before, model.chance, facts->n_values) < SETTLED;
      result->iterations++;
    }
  rate_trust (&model, result);
  for (guint32 i = 0; i < table->n_items; i++)
    answer_item (table, &model, i, result);
}

const BlTruthMethod bl_truth_ltm = {
  .name = "ltm",
  .summary = "several answers of a set may be true; leaving one out denies it",
  .paper = "Zhao, Rubinstein, Gemmell and Han 2012",
  .takes = BL_TRUTH_SET,
  .trust_scale = "accuracy",
  .first_trust = 0.5,
  .belief_is_share = FALSE,
  .run = run,
};
