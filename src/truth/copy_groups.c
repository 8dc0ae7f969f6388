/* Which pairs are worth showing, and the groups they make. */
#include "truth/copying.h"

#include <stdlib.h>

/* A pair is shown when it is more likely than not. Groups ask for more: sources that read the same third one depend too, but differ now and
 * then; copies of one feed differ hardly ever, and answer the same questions: one that has only a part of another's claims may have them from a
 * third, and would tie two feeds together. */
#define SHOWN 0.5
#define SURE 0.99
#define NEARLY_ALL 0.99
#define SAME_QUESTIONS 0.65

typedef struct
{
  guint32 a, b;
  double alike; /* share of their common items on which they agree */
} Close;

static int
compare_close (const void *x, const void *y)
{
  const Close *p = x, *q = y;
  if (p->alike != q->alike)
    return p->alike < q->alike ? 1 : -1;
  return p->a != q->a ? (p->a > q->a) - (p->a < q->a) : (p->b > q->b) - (p->b < q->b);
}

/* Answered by both, of what either answers. */
static double
same_questions (const BlTruthPair *pair, const BlTruthTable *table)
{
  const double both = pair->n_common + (double) pair->n_different;
  const double a = bl_truth_n (bl_truth_source_claims (table, pair->a)),
               b = bl_truth_n (bl_truth_source_claims (table, pair->b));
  return both / MAX (a + b - both, 1);
}

static GArray *
find_close (const BlTruthPairs *pairs, const BlTruthTable *table)
{
  GArray *close = g_array_new (FALSE, FALSE, sizeof (Close));
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      const BlTruthPair *pair = &pairs->pairs[p];
      const Close found = { pair->a, pair->b, pair->n_common / (double) (pair->n_common + pair->n_different) };
      if (pair->probability >= SURE && found.alike >= NEARLY_ALL && same_questions (pair, table) >= SAME_QUESTIONS)
        g_array_append_val (close, found);
    }
  g_array_sort (close, compare_close);
  return close;
}

/* The members of both groups are close to each other, all of them (complete linkage), so that groups do not grow together in a chain. */
static gboolean
all_close (GHashTable *near, const GArray *a, const GArray *b)
{
  for (guint x = 0; x < a->len; x++)
    for (guint y = 0; y < b->len; y++)
      {
        const guint32 s = g_array_index (a, guint32, x), t = g_array_index (b, guint32, y);
        const gint64 key = (gint64) MIN (s, t) << 32 | MAX (s, t);
        if (!g_hash_table_contains (near, &key))
          return FALSE;
      }
  return TRUE;
}

static GHashTable *
index_close (GArray *close)
{
  GHashTable *near = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint k = 0; k < close->len; k++)
    {
      const Close *pair = &g_array_index (close, Close, k);
      gint64 *key = g_new (gint64, 1);
      *key = (gint64) pair->a << 32 | pair->b;
      g_hash_table_add (near, key);
    }
  return near;
}

static GArray *
group_of (GPtrArray *groups, guint32 source)
{
  if (groups->pdata[source] == NULL)
    {
      GArray *alone = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (alone, source);
      groups->pdata[source] = alone;
    }
  return groups->pdata[source];
}

static void
join_groups (GPtrArray *groups, GArray *close)
{
  g_autoptr (GHashTable) near = index_close (close);
  for (guint k = 0; k < close->len; k++)
    {
      const Close *pair = &g_array_index (close, Close, k);
      GArray *a = group_of (groups, pair->a), *b = group_of (groups, pair->b);
      if (a == b || !all_close (near, a, b))
        continue;
      for (guint y = 0; y < b->len; y++)
        groups->pdata[g_array_index (b, guint32, y)] = a;
      g_array_append_vals (a, b->data, b->len);
      g_array_unref (b);
    }
}

/* Numbers the groups by their first member. Frees them. */
static guint32 *
number_groups (GPtrArray *groups, guint32 n_sources)
{
  guint32 *number = g_new (guint32, n_sources + 1), next = 0;
  for (guint32 s = 0; s < n_sources; s++)
    number[s] = G_MAXUINT32;
  for (guint32 s = 0; s < n_sources; s++)
    {
      GArray *group = groups->pdata[s];
      if (group == NULL || number[s] != G_MAXUINT32)
        continue;
      for (guint k = 0; k < group->len && group->len > 1; k++)
        number[g_array_index (group, guint32, k)] = next;
      next += group->len > 1;
      for (guint k = 0; k < group->len; k++)
        groups->pdata[g_array_index (group, guint32, k)] = NULL;
      g_array_unref (group);
    }
  return number;
}

void
bl_truth_pairs_report (const BlTruthPairs *pairs, const BlTruthTable *table, BlTruthResult *result)
{
  result->copies = g_array_new (FALSE, FALSE, sizeof (BlTruthCopy));
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    {
      const BlTruthPair *pair = &pairs->pairs[p];
      const BlTruthCopy copy = { pair->a, pair->b, pair->probability, pair->a_from_b };
      if (copy.probability > SHOWN)
        g_array_append_val (result->copies, copy);
    }
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_ptr_array_set_size (groups, (gint) table->n_sources);
  g_autoptr (GArray) close = find_close (pairs, table);
  join_groups (groups, close);
  result->copy_group = number_groups (groups, table->n_sources);
}
