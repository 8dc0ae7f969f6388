#include "events/clusters.h"

#include <stdlib.h>

/* Fewer members say nothing of how alike the members of a group are. */
#define MIN_MEMBERS 3

typedef struct
{
  guint other;
  double likeness;
} Neighbour;

typedef struct
{
  guint *parent;      /* union-find with halved paths */
  GArray **members;   /* guint; of a root */
  double *within;     /* of a root: sum over the pairs of its members */
  GArray *neighbours; /* Neighbour, of all nodes side by side */
  guint *first;       /* of a node in neighbours; one more than there are nodes */
  GHashTable *parted; /* pairs of roots that are no group (gint64, owned) → how many members they had */
  double least, ratio;
} Clusters;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const BlClusterEdge *x = a, *y = b;
  if (x->likeness != y->likeness)
    return x->likeness > y->likeness ? -1 : 1;
  return x->a != y->a ? (x->a < y->a ? -1 : 1) : (x->b > y->b) - (x->b < y->b);
}

static guint
find_root (Clusters *clusters, guint node)
{
  while (clusters->parent[node] != node)
    {
      clusters->parent[node] = clusters->parent[clusters->parent[node]];
      node = clusters->parent[node];
    }
  return node;
}

static void
list_neighbours (Clusters *clusters, const GArray *edges, guint n)
{
  clusters->first = g_new0 (guint, n + 2);
  for (guint i = 0; i < edges->len; i++)
    {
      clusters->first[g_array_index (edges, BlClusterEdge, i).a + 1]++;
      clusters->first[g_array_index (edges, BlClusterEdge, i).b + 1]++;
    }
  for (guint i = 1; i <= n; i++)
    clusters->first[i] += clusters->first[i - 1];
  g_autofree guint *next = g_memdup2 (clusters->first, (n + 1) * sizeof (guint));
  clusters->neighbours = g_array_sized_new (FALSE, FALSE, sizeof (Neighbour), 2 * edges->len + 1);
  g_array_set_size (clusters->neighbours, 2 * edges->len);
  for (guint i = 0; i < edges->len; i++)
    {
      const BlClusterEdge *edge = &g_array_index (edges, BlClusterEdge, i);
      g_array_index (clusters->neighbours, Neighbour, next[edge->a]++) = (Neighbour){ edge->b, edge->likeness };
      g_array_index (clusters->neighbours, Neighbour, next[edge->b]++) = (Neighbour){ edge->a, edge->likeness };
    }
}

/* Sum of likeness over the pairs between two groups: looked up from the smaller one. */
static double
sum_between (Clusters *clusters, guint small, guint large)
{
  double sum = 0;
  const GArray *members = clusters->members[small];
  for (guint i = 0; i < members->len; i++)
    {
      const guint node = g_array_index (members, guint, i);
      for (guint k = clusters->first[node]; k < clusters->first[node + 1]; k++)
        {
          const Neighbour *neighbour = &g_array_index (clusters->neighbours, Neighbour, k);
          if (find_root (clusters, neighbour->other) == large)
            sum += neighbour->likeness;
        }
    }
  return sum;
}

/* What the mean likeness to others must reach. */
static double
needed (const Clusters *clusters, guint root)
{
  const double n = clusters->members[root]->len;
  if (n < MIN_MEMBERS)
    return clusters->least;
  return MAX (clusters->least, clusters->ratio * clusters->within[root] / (n * (n - 1) / 2));
}

static void
join (Clusters *clusters, guint small, guint large, double between)
{
  clusters->parent[small] = large;
  clusters->within[large] += clusters->within[small] + between;
  g_array_append_vals (clusters->members[large], clusters->members[small]->data, clusters->members[small]->len);
  g_clear_pointer (&clusters->members[small], g_array_unref);
}

static void
try_join (Clusters *clusters, guint a, guint b)
{
  const gboolean less = clusters->members[a]->len < clusters->members[b]->len;
  const guint small = less ? a : b, large = less ? b : a;
  const guint n = clusters->members[small]->len + clusters->members[large]->len;
  const gint64 key = ((gint64) MIN (a, b) << 32) | MAX (a, b);
  if (GPOINTER_TO_UINT (g_hash_table_lookup (clusters->parted, &key)) == n)
    return;
  const double between = sum_between (clusters, small, large);
  const double mean = between / ((double) clusters->members[small]->len * clusters->members[large]->len);
  if (mean >= MAX (needed (clusters, small), needed (clusters, large)))
    join (clusters, small, large, between);
  else
    g_hash_table_insert (clusters->parted, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n));
}

static guint *
number_groups (Clusters *clusters, guint n)
{
  guint *groups = g_new (guint, n + 1), n_groups = 0;
  g_autofree guint *of_root = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const guint root = find_root (clusters, i);
      if (of_root[root] == 0)
        of_root[root] = ++n_groups;
      groups[i] = of_root[root] - 1;
    }
  return groups;
}

guint *
bl_clusters_find (const GArray *edges, guint n, double least, double ratio)
{
  Clusters clusters = { .parent = g_new (guint, n + 1),
                        .members = g_new0 (GArray *, n + 1),
                        .within = g_new0 (double, n + 1),
                        .parted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
                        .least = least,
                        .ratio = ratio };
  for (guint i = 0; i < n; i++)
    {
      clusters.parent[i] = i;
      clusters.members[i] = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
      g_array_append_val (clusters.members[i], i);
    }
  list_neighbours (&clusters, edges, n);
  g_autofree BlClusterEdge *sorted = g_memdup2 (edges->data, edges->len * sizeof (BlClusterEdge));
  if (edges->len > 1)
    qsort (sorted, edges->len, sizeof (BlClusterEdge), compare_edges);
  for (guint i = 0; i < edges->len; i++)
    {
      const guint a = find_root (&clusters, sorted[i].a), b = find_root (&clusters, sorted[i].b);
      if (a != b)
        try_join (&clusters, a, b);
    }
  guint *groups = number_groups (&clusters, n);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&clusters.members[i], g_array_unref);
  g_free (clusters.parent);
  g_free (clusters.members);
  g_free (clusters.within);
  g_free (clusters.first);
  g_array_unref (clusters.neighbours);
  g_hash_table_unref (clusters.parted);
  return groups;
}
