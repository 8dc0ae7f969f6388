/* 2-Estimates and 3-Estimates (Galland, Abiteboul, Marian and Senellart 2010, “Corroborating information from disagreeing views”): a source
 * that answers an item denies all its other values.
 *
 *   with E(s) the error rate of a source and S_i all sources of the item,
 *   2: B(v) = [Σ over s of v of (1−E) + Σ over the other s of S_i of E] / |S_i|
 *      E(s) = mean over what it claims of 1−B(v) and over what it denies of B(v)
 *   3: with D(v) how easily one errs on v,
 *      B(v) = [Σ over s of v of (1−D(v)E) + Σ over the other s of D(v)E] / |S_i|
 *      D(v) = mean over the sources with E ≠ 0 of (1−B(v))/E where they claim v, B(v)/E where they deny it
 *      E(s) = mean over the values with D ≠ 0 of (1−B(v))/D(v) where it claims, B(v)/D(v) where it denies
 *
 * After each step the numbers are stretched to 0 … 1 and moved half of the way to the nearer end, or they all fall together (the paper's
 * normalisation, with the factor of the DAFNA implementation). What a source denies is summed by the sum of the item, so that a round is
 * linear in the claims. */
#include "truth/methods.h"
#include "truth/walk.h"

#include <math.h>

#define STRETCH 0.5
#define FIRST_ERROR 0.2
#define FIRST_DIFFICULTY 0.4
#define ROUNDS 20

typedef struct
{
  const BlTruthTable *table;
  double *belief;     /* by value; the result's */
  double *error;      /* by source */
  double *difficulty; /* by value */
  double *of_value;
  double *of_item;
  double *of_source;
  double *more; /* by value */
} Estimates;

static void
init (Estimates *e, const BlTruthTable *table, double difficulty, BlTruthResult *result)
{
  *e = (Estimates){ .table = table,
                    .belief = result->belief,
                    .error = g_new (double, table->n_sources + 1),
                    .difficulty = g_new (double, table->n_values + 1),
                    .of_value = g_new (double, table->n_values + 1),
                    .of_item = g_new (double, table->n_items + 1),
                    .of_source = g_new (double, table->n_sources + 1),
                    .more = g_new (double, table->n_values + 1) };
  for (guint32 s = 0; s < table->n_sources; s++)
    e->error[s] = 1 - result->trust[s];
  for (guint32 v = 0; v < table->n_values; v++)
    e->difficulty[v] = difficulty;
}

static void
clear (Estimates *e)
{
  g_free (e->error);
  g_free (e->difficulty);
  g_free (e->of_value);
  g_free (e->of_item);
  g_free (e->of_source);
  g_free (e->more);
}

/* Numbers that are all the same have no ends to be stretched to, and are only kept within 0 … 1. */
static void
stretch (double *numbers, guint32 n)
{
  double low = INFINITY, high = -INFINITY;
  for (guint32 i = 0; i < n; i++)
    {
      low = MIN (low, numbers[i]);
      high = MAX (high, numbers[i]);
    }
  for (guint32 i = 0; i < n; i++)
    {
      const double x = CLAMP (numbers[i], 0, 1);
      numbers[i] = high - low > BL_TRUTH_SETTLED ? STRETCH * (numbers[i] - low) / (high - low) + (1 - STRETCH) * (x >= 0.5) : x;
    }
}

/* Sums over the items of a source: of what it claims and of all values there. facts is the number of values it claims or denies. */
static double
sum_denied (const Estimates *e, guint32 source, double *facts)
{
  const BlTruthTable *table = e->table;
  double denied = 0;
  guint32 last = G_MAXUINT32;
  *facts = 0;
  for (guint32 k = table->source_claims[source]; k < table->source_claims[source + 1]; k++)
    {
      const guint32 claim = table->source_claim[k], item = bl_truth_claim_item (table, claim);
      if (item != last)
        {
          denied += e->of_item[item];
          *facts += bl_truth_n (bl_truth_item_values (table, item));
        }
      denied -= e->of_value[table->claim_value[claim]];
      last = item;
    }
  return denied;
}

static void
believe (Estimates *e)
{
  const BlTruthTable *table = e->table;
  bl_truth_sum_sources (table, e->error, e->of_value);
  bl_truth_sum_item_sources (table, e->error, e->of_item);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      const guint32 item = table->value_item[v];
      const double claim = bl_truth_n (bl_truth_value_claims (table, v)),
                   all = bl_truth_n (bl_truth_item_sources (table, item));
      e->belief[v] = all > 0 ? (claim + e->difficulty[v] * (e->of_item[item] - 2 * e->of_value[v])) / all : 0;
    }
  stretch (e->belief, table->n_values);
}

static void
find_difficulty (Estimates *e)
{
  const BlTruthTable *table = e->table;
  g_autofree double *inverse = g_new (double, table->n_sources + 1);
  g_autofree double *erring = g_new (double, table->n_sources + 1); /* 1 for each source with an error */
  g_autofree double *n_item = g_new (double, table->n_items + 1);
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      erring[s] = e->error[s] > BL_TRUTH_SETTLED;
      inverse[s] = erring[s] > 0 ? 1 / e->error[s] : 0;
    }
  bl_truth_sum_sources (table, inverse, e->of_value);
  bl_truth_sum_item_sources (table, inverse, e->of_item);
  bl_truth_sum_item_sources (table, erring, n_item);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      const guint32 item = table->value_item[v];
      const double claimed = (1 - e->belief[v]) * e->of_value[v], denied = e->belief[v] * (e->of_item[item] - e->of_value[v]);
      e->difficulty[v] = n_item[item] > 0 ? (claimed + denied) / n_item[item] : 0;
    }
  stretch (e->difficulty, table->n_values);
}

static void
judge (Estimates *e)
{
  const BlTruthTable *table = e->table;
  for (guint32 v = 0; v < table->n_values; v++)
    {
      const gboolean hard = e->difficulty[v] > BL_TRUTH_SETTLED;
      e->of_value[v] = hard ? e->belief[v] / e->difficulty[v] : 0;
      e->more[v] = hard ? (1 - e->belief[v]) / e->difficulty[v] : 0;
    }
  bl_truth_sum_item_values (table, e->of_value, e->of_item);
  bl_truth_sum_values (table, e->more, e->of_source);
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      double facts;
      const double denied = sum_denied (e, s, &facts);
      e->error[s] = facts > 0 ? (e->of_source[s] + denied) / facts : FIRST_ERROR;
    }
  stretch (e->error, table->n_sources);
}

/* 2-Estimates is the case in which all values are equally hard: D = 1. */
static void
iterate (const BlTruthTable *table, guint rounds, gboolean three, BlTruthResult *result)
{
  Estimates e;
  init (&e, table, three ? FIRST_DIFFICULTY : 1, result);
  while (result->iterations < rounds && !result->converged)
    {
      believe (&e);
      if (three)
        find_difficulty (&e);
      judge (&e);
      result->converged = TRUE;
      for (guint32 s = 0; s < table->n_sources; s++)
        {
          result->converged &= fabs (result->trust[s] - (1 - e.error[s])) < BL_TRUTH_SETTLED;
          result->trust[s] = 1 - e.error[s];
        }
      result->iterations++;
    }
  clear (&e);
}

static void
run_two (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  iterate (table, bl_truth_rounds (options, ROUNDS), FALSE, result);
}

static void
run_three (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result)
{
  iterate (table, bl_truth_rounds (options, ROUNDS), TRUE, result);
}

const BlTruthMethod bl_truth_two_estimates = {
  .name = "2-estimates",
  .summary = "who answers denies the other answers; error rates of sources",
  .paper = "Galland, Abiteboul, Marian and Senellart 2010",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "stretched",
  .first_trust = 1 - FIRST_ERROR,
  .belief_is_share = TRUE,
  .run = run_two,
};

const BlTruthMethod bl_truth_three_estimates = {
  .name = "3-estimates",
  .summary = "2-estimates, where some values are harder than others",
  .paper = "Galland, Abiteboul, Marian and Senellart 2010",
  .takes = BL_TRUTH_ANY_KIND,
  .trust_scale = "stretched",
  .first_trust = 1 - FIRST_ERROR,
  .belief_is_share = TRUE,
  .run = run_three,
};
