/* Which methods there are, and what happens around each: room for the result before, the choice and the confidence after. */
#include "truth/methods.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (bl - truth - error, bl_truth_error)

/* clang-format off */
static const BlTruthMethod *const methods[] = {
  &bl_truth_vote,
  &bl_truth_auto,
  &bl_truth_sums,
  &bl_truth_average_log,
  &bl_truth_investment,
  &bl_truth_pooled_investment,
  &bl_truth_truthfinder,
  &bl_truth_two_estimates,
  &bl_truth_three_estimates,
  &bl_truth_crh,
  &bl_truth_crh_mean,
  &bl_truth_catd,
  &bl_truth_gtm,
  &bl_truth_accu,
  &bl_truth_accusim,
  &bl_truth_popaccu,
  &bl_truth_accucopy,
  &bl_truth_ltm,
  &bl_truth_dawid_skene,
  &bl_truth_one_coin,
  &bl_truth_glad,
  &bl_truth_kbt,
  NULL,
};
/* clang-format on */

const BlTruthMethod *const *
bl_truth_methods (void)
{
  return methods;
}

const BlTruthMethod *
bl_truth_method_find (const char *name)
{
  for (guint i = 0; methods[i] != NULL; i++)
    if (strcmp (methods[i]->name, name) == 0)
      return methods[i];
  return NULL;
}

void
bl_truth_result_free (BlTruthResult *result)
{
  if (result == NULL)
    return;
  g_free (result->trust);
  g_free (result->belief);
  g_free (result->confidence);
  g_free (result->choice);
  g_free (result->tied);
  g_free (result->text);
  g_free (result->text_confidence);
  g_clear_pointer (&result->copies, g_array_unref);
  g_free (result->copy_group);
  bl_arena_free (result->arena);
  g_free (result);
}

/* --- the choice --------------------------------------------------------------------------------------------------- */

/* The variant of a value whose sources have most trust together; of equals the one that most sources give. */
static const char *
trusted_text (const BlTruthTable *table, const BlTruthResult *result, guint32 value)
{
  const guint32 first = table->value_variants[value], n = table->value_variants[value + 1] - first;
  if (n == 1)
    return table->variant[first].raw;
  g_autofree double *trust = g_new0 (double, n);
  for (guint32 c = table->value_claims[value]; c < table->value_claims[value + 1]; c++)
    trust[table->claim_variant[c] - first] += MAX (result->trust[table->claim_source[c]], 0);
  guint32 best = 0;
  for (guint32 k = 1; k < n; k++)
    if (trust[k] > trust[best] * (1 + BL_TRUTH_TIE))
      best = k;
  return table->variant[first + best].raw;
}

/* Highest belief among values with claims; beliefs within BL_TRUTH_TIE of it are as good, and the first of them is taken. */
static guint32
best_value (const BlTruthTable *table, const double *belief, guint32 item, gboolean *tied)
{
  const BlTruthRange values = bl_truth_item_values (table, item);
  double best = -INFINITY;
  for (guint32 v = values.from; v < values.to; v++)
    if (bl_truth_n (bl_truth_value_claims (table, v)) > 0 && belief[v] > best)
      best = belief[v];
  const double least = best - BL_TRUTH_TIE * fabs (best);
  guint32 choice = G_MAXUINT32;
  *tied = FALSE;
  for (guint32 v = values.from; v < values.to && !*tied; v++)
    if (bl_truth_n (bl_truth_value_claims (table, v)) > 0 && !(belief[v] < least))
      {
        *tied = choice != G_MAXUINT32;
        choice = *tied ? choice : v;
      }
  return choice;
}

guint32
bl_truth_best_value (const BlTruthTable *table, const double *belief, guint32 item)
{
  gboolean tied;
  return best_value (table, belief, item, &tied);
}

static void
choose_item (const BlTruthTable *table, BlTruthResult *result, guint32 item)
{
  result->choice[item] = best_value (table, result->belief, item, &result->tied[item]);
  if (result->text[item] == NULL && result->choice[item] != G_MAXUINT32)
    result->text[item] = trusted_text (table, result, result->choice[item]);
}

static void
fill_confidence (const BlTruthMethod *method, const BlTruthTable *table, BlTruthResult *result, guint32 item)
{
  const BlTruthRange values = bl_truth_item_values (table, item);
  double all = 0;
  for (guint32 v = values.from; v < values.to; v++)
    all += method->belief_is_share ? MAX (result->belief[v], 0) : 0;
  const double claims = bl_truth_n (bl_truth_item_claims (table, item));
  for (guint32 v = values.from; v < values.to; v++)
    if (isnan (result->confidence[v]))
      result->confidence[v] = all > 0      ? MAX (result->belief[v], 0) / all
                              : claims > 0 ? bl_truth_n (bl_truth_value_claims (table, v)) / claims
                                           : 0;
  if (isnan (result->text_confidence[item]) && result->choice[item] != G_MAXUINT32)
    result->text_confidence[item] = result->confidence[result->choice[item]];
}

static double *
filled (gsize n, double value)
{
  double *values = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    values[i] = value;
  return values;
}

/* "number, clock" of bits. Owned by the caller. */
static char *
kind_names (guint kinds)
{
  GString *names = g_string_new (NULL);
  for (guint bit = 1; bit <= BL_TRUTH_LABEL; bit <<= 1)
    if ((kinds & bit) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", bl_truth_kind_name ((BlTruthKind) bit));
  return g_string_free (names, FALSE);
}

static gboolean
check_kinds (const BlTruthMethod *method, const BlTruthTable *table, GError **error)
{
  guint kinds = 0;
  for (guint32 a = 0; a < table->n_attributes; a++)
    kinds |= table->attribute_kind[a];
  if (table->n_claims == 0 || (method->takes & kinds) != 0)
    return TRUE;
  g_autofree char *takes = kind_names (method->takes), *has = kind_names (kinds);
  g_set_error (error, BL_TRUTH_ERROR, BL_TRUTH_ERROR_KIND,
               "method “%s” is for values of the kind %s; here they are of the kind %s", method->name, takes, has);
  return FALSE;
}

BlTruthResult *
bl_truth_run (const BlTruthMethod *method, const BlTruthTable *table, const BlTruthOptions *options, GError **error)
{
  static const BlTruthOptions none = { 0 };
  options = options != NULL ? options : &none;
  if (!check_kinds (method, table, error))
    return NULL;
  BlTruthResult *result = g_new0 (BlTruthResult, 1);
  result->trust = filled (table->n_sources, method->first_trust);
  if (options->start_trust != NULL && table->n_sources > 0)
    memcpy (result->trust, options->start_trust, table->n_sources * sizeof (double));
  result->belief = filled (table->n_values, 0);
  result->confidence = filled (table->n_values, NAN);
  result->choice = g_new0 (guint32, table->n_items + 1);
  result->tied = g_new0 (gboolean, table->n_items + 1);
  result->text = g_new0 (const char *, table->n_items + 1);
  result->text_confidence = filled (table->n_items, NAN);
  result->log_likelihood = NAN;
  result->arena = bl_arena_new ();
  result->method = method;
  method->run (table, options, result);
  for (guint32 i = 0; i < table->n_items; i++)
    {
      choose_item (table, result, i);
      fill_confidence (method, table, result, i);
    }
  return result;
}

/* --- shared ------------------------------------------------------------------------------------------------------- */
guint
bl_truth_rounds (const BlTruthOptions *options, guint otherwise)
{
  return options->max_iterations > 0 ? options->max_iterations : otherwise;
}

void
bl_truth_scale_to_max (double *values, gsize n)
{
  double max = 0;
  for (gsize i = 0; i < n; i++)
    max = MAX (max, values[i]);
  for (gsize i = 0; i < n && max > 0; i++)
    values[i] /= max;
}

void
bl_truth_copy (double *to, const double *from, gsize n)
{
  for (gsize i = 0; i < n; i++)
    to[i] = from[i];
}

double
bl_truth_distance (const double *a, const double *b, gsize n)
{
  double most = 0;
  for (gsize i = 0; i < n; i++)
    most = MAX (most, fabs (a[i] - b[i]));
  return most;
}

void
bl_truth_vote_shares (const BlTruthTable *table, double *belief)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const double sources = bl_truth_n (bl_truth_item_sources (table, i));
      const BlTruthRange values = bl_truth_item_values (table, i);
      for (guint32 v = values.from; v < values.to; v++)
        belief[v] = sources > 0 ? bl_truth_n (bl_truth_value_claims (table, v)) / sources : 0;
    }
}

double
bl_truth_log_sum_exp (const double *values, BlTruthRange range)
{
  double max = -INFINITY;
  for (guint32 i = range.from; i < range.to; i++)
    max = MAX (max, values[i]);
  if (!isfinite (max))
    return max;
  double sum = 0;
  for (guint32 i = range.from; i < range.to; i++)
    sum += exp (values[i] - max);
  return max + log (sum);
}
