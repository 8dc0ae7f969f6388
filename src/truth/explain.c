#include "truth/explain.h"

#include "base/sets.h"

#include <math.h>
#include <stdlib.h>

/* A new wrong value is as likely as repeating one told this often; the chance that two wrong claims agree by themselves; and what sources
 * are taken for before they have said much. */
#define NEW_WRONG 0.5
#define WRONG_ALIKE 0.35
#define IMAGINED 4.0
#define ROUNDS_OF_RATE 15
#define MOST_RATE 0.999

typedef struct
{
  const BlTruthTable *table;
  guint8 *right; /* by value: it is the answer of its item */
  double *accuracy;
  double mean_accuracy;
  guint32 *parent; /* by source: whom it copies; G_MAXUINT32: nobody */
  double *rate;    /* share of its claims that are copies */
  guint32 *order;  /* sources, parents before children */
} Story;

static void
story_clear (Story *story)
{
  g_free (story->right);
  g_free (story->accuracy);
  g_free (story->parent);
  g_free (story->rate);
  g_free (story->order);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static void
story_init (Story *story, const BlTruthTable *table, const double *belief)
{
  *story = (Story){ .table = table,
                    .right = g_new0 (guint8, table->n_values + 1),
                    .accuracy = g_new (double, table->n_sources + 1),
                    .parent = g_new (guint32, table->n_sources + 1),
                    .rate = g_new0 (double, table->n_sources + 1),
                    .order = g_new (guint32, table->n_sources + 1) };
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const guint32 best = bl_truth_best_value (table, belief, i);
      if (best != G_MAXUINT32)
        story->right[best] = 1;
    }
  double all = 0;
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const BlTruthRange claims = bl_truth_source_claims (table, s);
      double right = 0;
      for (guint32 k = claims.from; k < claims.to; k++)
        right += story->right[table->claim_value[table->source_claim[k]]];
      all += right;
      story->accuracy[s] = (right + 1.6) / (bl_truth_n (claims) + 2.0);
      story->parent[s] = G_MAXUINT32;
    }
  story->mean_accuracy = CLAMP (all / MAX (table->n_claims, 1), 0.01, 0.99);
}

/* --- whom each source copies -------------------------------------------------------------------------------------- */
typedef struct
{
  guint32 a, b;
  double gain, rate;
} Edge;

/* What is gained in ln-likelihood when b takes a share of its claims from a: the share by expectation and maximisation, less what naming
 * it and the other source costs. */
static Edge
weigh_pair (const Story *story, const BlTruthPairs *pairs, const BlTruthPair *pair)
{
  double right = 0;
  for (guint32 k = 0; k < pair->n_common; k++)
    right += story->right[pairs->common[pair->common + k]];
  const double wrong = pair->n_common - right, n = pair->n_common + (double) pair->n_different;
  const double p_right = story->accuracy[pair->b], p_wrong = (1 - p_right) * WRONG_ALIKE;
  double rate = 0.5;
  for (guint k = 0; k < ROUNDS_OF_RATE && n > 0; k++)
    rate = MIN (MOST_RATE, (right * rate / (rate + (1 - rate) * p_right) + wrong * rate / (rate + (1 - rate) * p_wrong)) / n);
  const double gain
      = right * log (rate / p_right + 1 - rate) + wrong * log (rate / p_wrong + 1 - rate) + pair->n_different * log (1 - rate);
  return (Edge){ pair->a, pair->b, gain - 0.5 * log (MAX (n, 1)) - log (story->table->n_sources), rate };
}

static int
compare_edges (const void *x, const void *y)
{
  const Edge *p = x, *q = y;
  if (p->gain != q->gain)
    return p->gain < q->gain ? 1 : -1;
  return p->a != q->a ? (p->a > q->a) - (p->a < q->a) : (p->b > q->b) - (p->b < q->b);
}

/* The edges of a maximum spanning forest (Kruskal), each from both ends. */
static GArray *
span_forest (const Story *story, const BlTruthPairs *pairs)
{
  const guint32 n = story->table->n_sources;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      const Edge edge = weigh_pair (story, pairs, &pairs->pairs[p]);
      if (edge.gain > 0)
        g_array_append_val (edges, edge);
    }
  g_array_sort (edges, compare_edges);
  g_autofree guint *parents = bl_sets_new (n);
  GArray *forest = g_array_new (FALSE, FALSE, sizeof (Edge));
  for (guint k = 0; k < edges->len; k++)
    {
      const Edge edge = g_array_index (edges, Edge, k);
      if (!bl_sets_join (parents, edge.a, edge.b))
        continue;
      const Edge back = { edge.b, edge.a, edge.gain, edge.rate };
      g_array_append_val (forest, edge);
      g_array_append_val (forest, back);
    }
  return forest;
}

static int
compare_ends (const void *x, const void *y)
{
  const Edge *p = x, *q = y;
  return p->a != q->a ? (p->a > q->a) - (p->a < q->a) : (p->b > q->b) - (p->b < q->b);
}

static int
compare_sizes (gconstpointer x, gconstpointer y, gpointer user)
{
  const BlTruthTable *table = user;
  const guint32 s = *(const guint32 *) x, t = *(const guint32 *) y;
  const guint32 ns = bl_truth_n (bl_truth_source_claims (table, s)), nt = bl_truth_n (bl_truth_source_claims (table, t));
  return ns != nt ? (ns < nt ? 1 : -1) : (s > t) - (s < t);
}

/* Fills order, parent and rate: each tree from its source with most claims, in breadth. */
static void
root_forest (Story *story, GArray *forest)
{
  const guint32 n = story->table->n_sources;
  g_array_sort (forest, compare_ends);
  g_autofree guint32 *start = g_new0 (guint32, n + 2);
  for (guint k = 0; k < forest->len; k++)
    start[g_array_index (forest, Edge, k).a + 1]++;
  for (guint32 s = 0; s < n; s++)
    start[s + 1] += start[s];
  g_autofree guint32 *by_size = g_new (guint32, n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  for (guint32 s = 0; s < n; s++)
    by_size[s] = s;
  g_qsort_with_data (by_size, (gint) n, sizeof *by_size, compare_sizes, (gpointer) story->table);
  guint32 told = 0, placed = 0;
  for (guint32 k = 0; k < n; k++)
    {
      if (!seen[by_size[k]])
        story->order[placed++] = by_size[k];
      seen[by_size[k]] = TRUE;
      for (; told < placed; told++)
        for (guint32 e = start[story->order[told]]; e < start[story->order[told] + 1]; e++)
          {
            const Edge *edge = &g_array_index (forest, Edge, e);
            if (seen[edge->b])
              continue;
            seen[edge->b] = TRUE;
            story->parent[edge->b] = edge->a;
            story->rate[edge->b] = edge->rate;
            story->order[placed++] = edge->b;
          }
    }
}

/* --- the claims, told one after the other ------------------------------------------------------------------------- */
typedef struct
{
  double *told_wrong;      /* by value: wrong claims told so far that were not copied */
  double *told_wrong_item; /* by item, of all its values */
  guint32 *parent_says;    /* by value: the source whose parent says it, plus 1 */
  guint32 *parent_answers; /* by item: the same */
  guint32 *parent_values;  /* by item: how many values the parent gives */
} Telling;

static void
telling_clear (Telling *telling)
{
  g_free (telling->told_wrong);
  g_free (telling->told_wrong_item);
  g_free (telling->parent_says);
  g_free (telling->parent_answers);
  g_free (telling->parent_values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, telling_clear)

static void
mark_parent (const Story *story, Telling *telling, guint32 source)
{
  const BlTruthTable *table = story->table;
  if (story->parent[source] == G_MAXUINT32)
    return;
  const BlTruthRange claims = bl_truth_source_claims (table, story->parent[source]);
  for (guint32 k = claims.from; k < claims.to; k++)
    {
      const guint32 value = table->claim_value[table->source_claim[k]], item = table->value_item[value];
      telling->parent_says[value] = source + 1;
      if (telling->parent_answers[item] != source + 1)
        telling->parent_values[item] = 0;
      telling->parent_answers[item] = source + 1;
      telling->parent_values[item]++;
    }
}

/* The chance of a claim, and how much of it is the source's own. */
static double
tell_claim (const Story *story, const Telling *telling, guint32 source, guint32 value, double accuracy, double *own)
{
  const guint32 item = story->table->value_item[value];
  const double before = telling->told_wrong[value];
  const double chance = story->right[value]
                            ? accuracy
                            : (1 - accuracy) * (before > 0 ? before : NEW_WRONG) / (telling->told_wrong_item[item] + NEW_WRONG);
  *own = 1;
  if (telling->parent_answers[item] != source + 1)
    return chance;
  const double alone = (1 - story->rate[source]) * chance;
  if (telling->parent_says[value] != source + 1)
    return alone;
  const double all = alone + story->rate[source] / telling->parent_values[item];
  *own = alone / all;
  return all;
}

static double
tell_source (const Story *story, Telling *telling, guint32 source)
{
  const BlTruthTable *table = story->table;
  const BlTruthRange claims = bl_truth_source_claims (table, source);
  double right = IMAGINED * story->mean_accuracy, n = IMAGINED, sum = 0;
  mark_parent (story, telling, source);
  for (guint32 k = claims.from; k < claims.to; k++)
    {
      const guint32 value = table->claim_value[table->source_claim[k]];
      double own;
      sum += log (MAX (tell_claim (story, telling, source, value, right / n, &own), 1e-12));
      n += own;
      if (story->right[value])
        right += own;
      else
        {
          telling->told_wrong[value] += own;
          telling->told_wrong_item[table->value_item[value]] += own;
        }
    }
  return sum;
}

double
bl_truth_explain (const BlTruthTable *table, const BlTruthPairs *pairs, const double *belief)
{
  g_auto (Story) story;
  story_init (&story, table, belief);
  g_autoptr (GArray) forest = span_forest (&story, pairs);
  root_forest (&story, forest);
  g_auto (Telling) telling = { .told_wrong = g_new0 (double, table->n_values + 1),
                               .told_wrong_item = g_new0 (double, table->n_items + 1),
                               .parent_says = g_new0 (guint32, table->n_values + 1),
                               .parent_answers = g_new0 (guint32, table->n_items + 1),
                               .parent_values = g_new0 (guint32, table->n_items + 1) };
  double sum = 0;
  for (guint32 k = 0; k < table->n_sources; k++)
    sum += tell_source (&story, &telling, story.order[k]);
  return sum;
}
