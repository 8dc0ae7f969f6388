#include "truth/copying.h"
#include "truth/accuracy.h"

#include <math.h>
#include <stdlib.h>

/* The paper's α and c; and n, which is not that of ACCU: how likely two sources are to make the same mistake. */
#define PRIOR_OF_COPYING 0.2
#define COPY_RATE 0.8
#define FALSE_VALUES 100.0

/* Sources that agree on so much are taken for one at first. */
#define MIRRORED 0.95

/* Less dependence than this discounts nobody. */
#define NEGLIGIBLE 0.01

/* --- candidates --------------------------------------------------------------------------------------------------- */
static int
compare_keys (const void *a, const void *b)
{
  const guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

static guint32
drop_repeated (guint64 *keys, guint32 n)
{
  guint32 kept = 0;
  for (guint32 k = 0; k < n; k++)
    if (kept == 0 || keys[k] != keys[kept - 1])
      keys[kept++] = keys[k];
  return kept;
}

/* Pairs of the claims of one value; claims are in the order of sources. */
static void
add_sharers (const BlTruthTable *table, BlTruthRange claims, GArray *keys)
{
  for (guint32 x = claims.from; x < claims.to; x++)
    for (guint32 y = x + 1; y < claims.to; y++)
      {
        const guint64 key = (guint64) table->claim_source[x] << 32 | table->claim_source[y];
        g_array_append_val (keys, key);
      }
}

/* Keeps the array from growing with every repetition of the same pairs. */
#define COMPACT_AT (1u << 22)

static void
compact (GArray *keys, guint *limit)
{
  if (keys->len > 0) /* the array of nothing is NULL */
    qsort (keys->data, keys->len, sizeof (guint64), compare_keys);
  g_array_set_size (keys, drop_repeated ((guint64 *) (gpointer) keys->data, keys->len));
  *limit = MAX (COMPACT_AT, 2 * keys->len);
}

/* TRUE when the sources of an item give more than one answer. */
static gboolean
is_contested (const BlTruthTable *table, guint32 item)
{
  const BlTruthRange values = bl_truth_item_values (table, item);
  guint answers = 0;
  for (guint32 v = values.from; v < values.to && answers < 2; v++)
    answers += bl_truth_n (bl_truth_value_claims (table, v)) > 0;
  return answers > 1;
}

/* Sorted keys a << 32 | b of the pairs that share a value of a contested item. */
static GArray *
find_candidates (const BlTruthTable *table)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint limit = COMPACT_AT;
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      for (guint32 v = values.from; v < values.to && is_contested (table, i); v++)
        {
          const BlTruthRange claims = bl_truth_value_claims (table, v);
          if (bl_truth_n (claims) >= 2 && bl_truth_n (claims) <= BL_TRUTH_MOST_SHARERS)
            add_sharers (table, claims, keys);
        }
      if (keys->len > limit)
        compact (keys, &limit);
    }
  compact (keys, &limit);
  return keys;
}

/* --- pairs -------------------------------------------------------------------------------------------------------- */

/* One walk over the claims of both sources, which are by item and value. */
static void
compare_sources (const BlTruthTable *table, BlTruthPair *pair, GArray *common)
{
  const BlTruthRange of_a = bl_truth_source_claims (table, pair->a), of_b = bl_truth_source_claims (table, pair->b);
  guint32 x = of_a.from, y = of_b.from, last_same = G_MAXUINT32, last_both = G_MAXUINT32;
  guint32 both = 0, same = 0;
  pair->common = common->len;
  while (x < of_a.to && y < of_b.to)
    {
      const guint32 v = table->claim_value[table->source_claim[x]], w = table->claim_value[table->source_claim[y]];
      const guint32 i = table->value_item[v], j = table->value_item[w];
      if (i == j && last_both != i)
        {
          both++;
          last_both = i;
        }
      if (v == w)
        {
          g_array_append_val (common, v);
          same += last_same != i;
          last_same = i;
        }
      x += v <= w;
      y += w <= v;
    }
  pair->n_common = common->len - pair->common;
  pair->n_different = both - same;
}

static void
index_partners (const BlTruthTable *table, BlTruthPairs *pairs)
{
  const guint32 n = table->n_sources;
  pairs->partners_start = g_new0 (guint32, n + 2);
  pairs->partners = g_new (BlTruthPartner, 2 * (gsize) pairs->n_pairs + 1);
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      pairs->partners_start[pairs->pairs[p].a + 1]++;
      pairs->partners_start[pairs->pairs[p].b + 1]++;
    }
  for (guint32 s = 0; s < n; s++)
    pairs->partners_start[s + 1] += pairs->partners_start[s];
  g_autofree guint32 *at = g_new (guint32, n + 1);
  for (guint32 s = 0; s < n; s++)
    at[s] = pairs->partners_start[s];
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      const BlTruthPair *pair = &pairs->pairs[p];
      pairs->partners[at[pair->a]++] = (BlTruthPartner){ pair->b, p };
      pairs->partners[at[pair->b]++] = (BlTruthPartner){ pair->a, p };
    }
}

BlTruthPairs *
bl_truth_pairs_new (const BlTruthTable *table)
{
  g_autoptr (GArray) keys = find_candidates (table);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BlTruthPair));
  GArray *common = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint k = 0; k < keys->len; k++)
    {
      const guint64 key = g_array_index (keys, guint64, k);
      BlTruthPair pair = { .a = (guint32) (key >> 32), .b = (guint32) key };
      const guint before = common->len;
      compare_sources (table, &pair, common);
      if (pair.n_common + pair.n_different >= BL_TRUTH_LEAST_OVERLAP)
        g_array_append_val (found, pair);
      else
        g_array_set_size (common, before);
    }
  BlTruthPairs *pairs = g_new0 (BlTruthPairs, 1);
  pairs->n_pairs = found->len;
  pairs->pairs = (BlTruthPair *) (gpointer) g_array_free (found, FALSE);
  pairs->common = (guint32 *) (gpointer) g_array_free (common, FALSE);
  index_partners (table, pairs);
  return pairs;
}

void
bl_truth_pairs_free (BlTruthPairs *pairs)
{
  if (pairs == NULL)
    return;
  g_free (pairs->pairs);
  g_free (pairs->common);
  g_free (pairs->partners_start);
  g_free (pairs->partners);
  g_free (pairs);
}

/* --- the chance of a pair ----------------------------------------------------------------------------------------- */

/* ln Pr (what is seen | independent, or one copies the share rate of its claims from a source of accuracy original). */
typedef struct
{
  double right, wrong, different; /* kt, kf, kd */
  double p_right, p_wrong;        /* Pt, Pf */
} Evidence;

static double
log_evidence (const Evidence *e, double original, double rate)
{
  const double p_different = MAX (1 - e->p_right - e->p_wrong, 1e-9);
  return e->right * log (original * rate + e->p_right * (1 - rate))
         + e->wrong * log ((1 - original) * rate + e->p_wrong * (1 - rate)) + e->different * log (p_different * (1 - rate));
}

static void
judge (BlTruthPair *pair, const BlTruthPairs *pairs, const double *belief, const double *accuracy)
{
  const double a = CLAMP (accuracy[pair->a], BL_TRUTH_LEAST_ACCURACY, BL_TRUTH_MOST_ACCURACY);
  const double b = CLAMP (accuracy[pair->b], BL_TRUTH_LEAST_ACCURACY, BL_TRUTH_MOST_ACCURACY);
  double right = 0;
  for (guint32 k = 0; k < pair->n_common; k++)
    right += belief[pairs->common[pair->common + k]];
  const Evidence e = { .right = right,
                       .wrong = pair->n_common - right,
                       .different = pair->n_different,
                       .p_right = a * b,
                       .p_wrong = (1 - a) * (1 - b) / FALSE_VALUES };
  const double independent = log (1 - PRIOR_OF_COPYING) + log_evidence (&e, 0, 0);
  const double a_from_b = log (PRIOR_OF_COPYING / 2) + log_evidence (&e, b, COPY_RATE);
  const double b_from_a = log (PRIOR_OF_COPYING / 2) + log_evidence (&e, a, COPY_RATE);
  const double logs[] = { independent, a_from_b, b_from_a };
  const double all = bl_truth_log_sum_exp (logs, (BlTruthRange){ 0, 3 });
  pair->a_from_b = exp (a_from_b - all);
  pair->probability = pair->a_from_b + exp (b_from_a - all);
}

void
bl_truth_pairs_judge (BlTruthPairs *pairs, const double *belief, const double *accuracy)
{
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    judge (&pairs->pairs[p], pairs, belief, accuracy);
}

void
bl_truth_pairs_suspect_mirrors (BlTruthPairs *pairs)
{
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      BlTruthPair *pair = &pairs->pairs[p];
      pair->probability = pair->n_common >= MIRRORED * (pair->n_common + (double) pair->n_different);
      pair->a_from_b = pair->probability / 2;
    }
}

/* --- discounts ---------------------------------------------------------------------------------------------------- */
static int
compare_dependence (gconstpointer a, gconstpointer b, gpointer user)
{
  const double *dependence = user;
  const guint32 s = *(const guint32 *) a, t = *(const guint32 *) b;
  return dependence[s] != dependence[t] ? (dependence[s] < dependence[t] ? 1 : -1) : (s > t) - (s < t);
}

/* place[s]: where s stands among the sources, by how much it depends in all, most first. */
static guint32 *
order_sources (const BlTruthPairs *pairs, guint32 n_sources)
{
  g_autofree double *dependence = g_new0 (double, n_sources + 1);
  g_autofree guint32 *order = g_new (guint32, n_sources + 1);
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      dependence[pairs->pairs[p].a] += pairs->pairs[p].probability;
      dependence[pairs->pairs[p].b] += pairs->pairs[p].probability;
    }
  for (guint32 s = 0; s < n_sources; s++)
    order[s] = s;
  g_qsort_with_data (order, (gint) n_sources, sizeof *order, compare_dependence, dependence);
  guint32 *place = g_new (guint32, n_sources + 1);
  for (guint32 k = 0; k < n_sources; k++)
    place[order[k]] = k;
  return place;
}

/* Pairs enough to discount, with the source that stands earlier, by the one that stands later. */
static guint32
earlier_partners (const BlTruthPairs *pairs, const guint32 *place, guint32 source, BlTruthPartner *earlier)
{
  guint32 n = 0;
  for (guint32 k = pairs->partners_start[source]; k < pairs->partners_start[source + 1]; k++)
    {
      const BlTruthPartner partner = pairs->partners[k];
      if (place[partner.other] < place[source] && pairs->pairs[partner.pair].probability >= NEGLIGIBLE)
        earlier[n++] = partner;
    }
  return n;
}

void
bl_truth_pairs_discount (const BlTruthPairs *pairs, const BlTruthTable *table, double *independence)
{
  g_autofree guint32 *place = order_sources (pairs, table->n_sources);
  g_autofree BlTruthPartner *earlier = g_new (BlTruthPartner, table->n_sources + 1);
  for (guint32 c = 0; c < table->n_claims; c++)
    independence[c] = 1;
  /* what is common to a pair is what its later source is discounted for */
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const guint32 n = earlier_partners (pairs, place, s, earlier);
      const BlTruthRange claims = bl_truth_source_claims (table, s);
      for (guint32 k = 0; k < n; k++)
        {
          const BlTruthPair *pair = &pairs->pairs[earlier[k].pair];
          const double keep = 1 - COPY_RATE * pair->probability;
          const guint32 *common = pairs->common + pair->common;
          for (guint32 x = claims.from, y = 0; x < claims.to && y < pair->n_common; x++)
            if (table->claim_value[table->source_claim[x]] == common[y])
              {
                independence[table->source_claim[x]] *= keep;
                y++;
              }
        }
    }
}
