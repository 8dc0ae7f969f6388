/* The method for a table about which nothing is known, chosen without knowing any truth. Not a method of its own: each attribute goes to the
 * family that its values ask for, and within a family the data decide.
 *
 *   labels    (one short list for all items)         the model of confusions, or with one accuracy a source where that is likelier after
 *                                                    paying for its parameters (Schwarz 1978): dawid-skene, one-coin
 *   sets      (several members, so several truths)   ltm
 *   numbers   that hardly two sources give alike     crh: the weighted median, since nobody need have the true figure
 *   all other answers                                accucopy, accu or vote:
 *     - accucopy, where groups of mirrors (copy_group) hold a fifth of all claims. Methods that take their voices for independent are
 *       then out of the question, and likelihood is no judge: the larger group explains itself.
 *     - else the one whose answers make the claims likeliest (explain.h; the idea of Fang, Lu et al. 2017, “CompTruthHyp”, to compare
 *       truth hypotheses by the probability of the observations)
 *
 * Held-out claims would be predicted best by what is popular, true or not; so they are not used. The trust of a source is the mean confidence
 * of its claims, whatever the methods are that found it. */
#include "truth/accuracy.h"
#include "truth/copying.h"
#include "truth/explain.h"
#include "truth/labels.h"
#include "truth/methods.h"
#include "truth/numbers.h"

#include <math.h>
#include <string.h>

/* Mirrors of other sources: that many claims are too many to be waved through as agreement. */
#define MIRRORED_SHARE 0.2

typedef enum
{
  LABELS,
  SETS,
  MEASURED,
  OTHERS,
  N_FAMILIES
} Family;

/* The family of each attribute. */
static Family *
find_families (const BlTruthTable *table)
{
  g_autoptr (BlTruthNumbers) measured = bl_truth_numbers_new (table, BL_TRUTH_MEASURED);
  Family *family = g_new (Family, table->n_attributes + 1);
  for (guint32 a = 0; a < table->n_attributes; a++)
    family[a] = table->attribute_kind[a] == BL_TRUTH_LABEL ? LABELS : table->attribute_kind[a] == BL_TRUTH_SET ? SETS : OTHERS;
  for (guint32 i = 0; i < table->n_items; i++)
    if (measured->count[i] > 0 && table->attribute_kind[table->item_attribute[i]] == BL_TRUTH_NUMBER)
      family[table->item_attribute[i]] = MEASURED;
  return family;
}

/* --- within a family ---------------------------------------------------------------------------------------------- */

/* Schwarz's criterion, half of it: the likelihood less ½ ln n for each free parameter of the sources, n being what it is estimated from: all
 * claims of a source, or those about items of one label; never less than ½, however little is known. */
static double
likelihood_after_parameters (const BlTruthTable *table, const BlTruthResult *result, gboolean one_coin)
{
  double paid = result->log_likelihood;
  for (guint32 a = 0; a < table->n_attributes; a++)
    {
      g_autoptr (BlTruthLabels) labels = bl_truth_labels_new (table, a);
      if (labels == NULL)
        continue;
      const double n = labels->n_labels, parameters = one_coin ? 1 : n * (n - 1), rows = one_coin ? 1 : n;
      for (guint32 s = 0; s < table->n_sources; s++)
        {
          guint claims = 0;
          for (guint32 k = table->source_claims[s]; k < table->source_claims[s + 1]; k++)
            claims += table->item_attribute[bl_truth_claim_item (table, table->source_claim[k])] == a;
          paid -= claims > 0 ? 0.5 * parameters * MAX (log (claims / rows), 1) : 0;
        }
    }
  return paid;
}

static BlTruthResult *
run_labels (const BlTruthTable *table)
{
  g_autoptr (BlTruthResult) full = bl_truth_run (&bl_truth_dawid_skene, table, NULL, NULL);
  g_autoptr (BlTruthResult) one = bl_truth_run (&bl_truth_one_coin, table, NULL, NULL);
  const gboolean full_pays = likelihood_after_parameters (table, full, FALSE) > likelihood_after_parameters (table, one, TRUE);
  return full_pays ? g_steal_pointer (&full) : g_steal_pointer (&one);
}

/* Share of the claims whose source is in a group of mirrors. */
static double
mirrored_share (const BlTruthTable *table, const BlTruthResult *result)
{
  double mirrored = 0;
  for (guint32 s = 0; s < table->n_sources; s++)
    if (result->copy_group[s] != G_MAXUINT32)
      mirrored += bl_truth_n (bl_truth_source_claims (table, s));
  return mirrored / MAX (table->n_claims, 1);
}

static BlTruthResult *
run_others (const BlTruthTable *table)
{
  g_autoptr (BlTruthResult) copy = bl_truth_run (&bl_truth_accucopy, table, NULL, NULL);
  if (mirrored_share (table, copy) >= MIRRORED_SHARE)
    return g_steal_pointer (&copy);
  g_autoptr (BlTruthPairs) pairs = bl_truth_pairs_new (table);
  g_autoptr (BlTruthResult) best = bl_truth_run (&bl_truth_accu, table, NULL, NULL);
  g_autoptr (BlTruthResult) vote = bl_truth_run (&bl_truth_vote, table, NULL, NULL);
  best->log_likelihood = bl_truth_explain (table, pairs, best->belief);
  vote->log_likelihood = bl_truth_explain (table, pairs, vote->belief);
  if (vote->log_likelihood > best->log_likelihood)
    {
      bl_truth_result_free (best);
      best = g_steal_pointer (&vote);
    }
  best->copies = g_array_ref (copy->copies); /* what was looked for and not found, or was too little to matter */
  best->copy_group = g_memdup2 (copy->copy_group, table->n_sources * sizeof *copy->copy_group);
  return copy->log_likelihood > best->log_likelihood ? g_steal_pointer (&copy) : g_steal_pointer (&best);
}

static BlTruthResult *
run_family (const BlTruthTable *table, Family family)
{
  switch (family)
    {
    case LABELS:
      return run_labels (table);
    case SETS:
      return bl_truth_run (&bl_truth_ltm, table, NULL, NULL);
    case MEASURED:
      return bl_truth_run (&bl_truth_crh, table, NULL, NULL);
    default:
      return run_others (table);
    }
}

/* --- putting the families together -------------------------------------------------------------------------------- */
static void
take_item (const BlTruthTable *table, const BlTruthResult *from, guint32 item, BlTruthResult *result)
{
  for (guint32 v = table->item_values[item]; v < table->item_values[item + 1]; v++)
    {
      result->belief[v] = from->belief[v];
      result->confidence[v] = from->confidence[v];
    }
  if (from->text[item] != NULL)
    result->text[item] = bl_arena_strndup (result->arena, from->text[item], strlen (from->text[item]));
  result->text_confidence[item] = from->text_confidence[item];
}

static void
take_family (const BlTruthTable *table, const Family *family, Family which, BlTruthResult *result)
{
  g_autofree guint8 *keep = g_new0 (guint8, table->n_claims + 1);
  guint32 kept = 0;
  for (guint32 c = 0; c < table->n_claims; c++)
    {
      keep[c] = family[table->item_attribute[bl_truth_claim_item (table, c)]] == which;
      kept += keep[c];
    }
  if (kept == 0)
    return;
  g_autoptr (BlTruthTable) part = kept < table->n_claims ? bl_truth_table_keep (table, keep) : NULL;
  g_autoptr (BlTruthResult) found = run_family (part != NULL ? part : table, which);
  for (guint32 i = 0; i < table->n_items; i++)
    if (family[table->item_attribute[i]] == which)
      take_item (table, found, i, result);
  static const char *const words[N_FAMILIES]
      = { [LABELS] = "labels", [SETS] = "sets", [MEASURED] = "measured figures", [OTHERS] = "the rest" };
  const char *before = result->remark != NULL ? result->remark : "chose ";
  result->remark = bl_arena_printf (result->arena, "%s%s%s for %s", before, result->remark != NULL ? ", " : "",
                                    found->method->name, words[which]);
  result->iterations = MAX (result->iterations, found->iterations);
  result->converged = result->converged && found->converged;
  if (which == OTHERS)
    {
      result->copies = g_steal_pointer (&found->copies);
      result->copy_group = g_steal_pointer (&found->copy_group);
    }
}

static void
run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  (void) options; /* rounds and starts are the business of the methods */
  g_autofree Family *family = find_families (table);
  result->converged = TRUE;
  for (Family which = 0; which < N_FAMILIES; which++)
    take_family (table, family, which, result);
  if (result->copies == NULL) /* nothing here can be copied detectably */
    result->copies = g_array_new (FALSE, FALSE, sizeof (BlTruthCopy));
  bl_truth_accuracies (table, result->confidence, result->trust);
}

const BlTruthMethod bl_truth_auto = {
  .name = "auto",
  .summary = "one of the others, chosen by the kind of values, by copying and by likelihood",
  .paper = "see each",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "accuracy",
  .first_trust = 0.5,
  .belief_is_share = TRUE,
  .run = run,
};
