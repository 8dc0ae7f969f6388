#include "report/copy_graph.h"

#include <stdlib.h>
#include <string.h>

const char *
bl_copy_phrase (BlEdgeKind kind)
{
  static const char *const phrases[] = {
    [BL_EDGE_SAME_TEXT] = "the same text as",   [BL_EDGE_COPY] = "copied from",
    [BL_EDGE_DERIVED] = "derived from",         [BL_EDGE_CREDIT] = "credits",
    [BL_EDGE_SHARED_ERROR] = "has an error of", [BL_EDGE_RELAY] = "credits for one statement",
    [BL_EDGE_SHARED_TEXT] = "shares text with",
  };
  return phrases[kind];
}

void
bl_copy_graph_free (BlCopyGraph *graph)
{
  if (graph == NULL)
    return;
  g_array_unref (graph->nodes);
  g_array_unref (graph->links);
  g_free (graph);
}

/* --- counting --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  BlCopyGraph *graph;
  GHashTable *nodes; /* folded name → number + 1 */
  GHashTable *links; /* "from to kind" → number + 1 */
  GHashTable *seen;  /* "article to kind" */
} Making;

static guint
node_of (Making *making, const char *name, const BlSource *source)
{
  g_autofree char *key = g_utf8_casefold (name, -1);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (making->nodes, key));
  if (known > 0)
    {
      BlCopyNode *node = &g_array_index (making->graph->nodes, BlCopyNode, known - 1);
      if (node->source == NULL)
        node->source = source;
      return known - 1;
    }
  const BlCopyNode node = { .name = name, .source = source };
  g_array_append_val (making->graph->nodes, node);
  g_hash_table_insert (making->nodes, g_steal_pointer (&key), GUINT_TO_POINTER (making->graph->nodes->len));
  return making->graph->nodes->len - 1;
}

static void
add_article (Making *making, const BlArticle *article, guint to, BlEdgeKind kind)
{
  const guint from = node_of (making, article->source->name, article->source);
  if (from == to)
    return;
  g_autofree char *once = g_strdup_printf ("%u %u %d", article->index, to, kind);
  if (!g_hash_table_add (making->seen, g_steal_pointer (&once)))
    return;
  g_autofree char *key = g_strdup_printf ("%u %u %d", from, to, kind);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (making->links, key));
  if (known > 0)
    {
      g_array_index (making->graph->links, BlCopyLink, known - 1).n++;
      return;
    }
  const BlCopyLink link = { .from = from, .to = to, .kind = kind, .n = 1 };
  g_array_append_val (making->graph->links, link);
  g_hash_table_insert (making->links, g_steal_pointer (&key), GUINT_TO_POINTER (making->graph->links->len));
}

/* Edges between articles; what is the same text in both directions is an edge of the later one. */
static void
count_edges (Making *making, const BlRun *run, gboolean *credited)
{
  const GArray *edges = bl_origins_edges (run->origins);
  for (guint i = 0; i < edges->len; i++)
    {
      const BlOriginEdge *edge = &g_array_index (edges, BlOriginEdge, i);
      const BlArticle *from = bl_corpus_article (run->corpus, edge->from), *to = bl_corpus_article (run->corpus, edge->to);
      credited[edge->from] |= edge->kind == BL_EDGE_CREDIT || edge->kind == BL_EDGE_RELAY;
      if (from->source != NULL && to->source != NULL)
        add_article (making, from, node_of (making, to->source->name, to->source), edge->kind);
    }
}

/* Credits of those who have no article here. */
static void
count_credits (Making *making, const BlRun *run, const gboolean *credited)
{
  for (guint i = 0; i < bl_corpus_n_articles (run->corpus); i++)
    {
      const BlArticle *article = bl_corpus_article (run->corpus, i);
      const char *name = bl_origins_credit (run->origins, article);
      if (name == NULL || credited[i] || article->source == NULL || strcmp (name, article->source->id) == 0)
        continue;
      const BlEdgeKind kind = bl_origins_is_relayed (run->origins, article) ? BL_EDGE_CREDIT : BL_EDGE_RELAY;
      add_article (making, article, node_of (making, name, NULL), kind);
    }
}

/* --- order and bounds ------------------------------------------------------------------------------------------------- */

/* Rounds in which neighbours draw each other near. */
#define SWEEPS 12

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const BlCopyNode *x = a, *y = b;
  if (x->given + x->taken != y->given + y->taken)
    return x->given + x->taken > y->given + y->taken ? -1 : 1;
  return strcmp (x->name, y->name);
}

/* Who mostly gives stands before who mostly takes. */
static int
compare_gifts (gconstpointer a, gconstpointer b)
{
  const BlCopyNode *x = a, *y = b;
  const int gives_x = (int) x->given - (int) x->taken, gives_y = (int) y->given - (int) y->taken;
  if (gives_x != gives_y)
    return gives_x > gives_y ? -1 : 1;
  return strcmp (x->name, y->name);
}

static int
compare_link_weights (gconstpointer a, gconstpointer b)
{
  const BlCopyLink *x = a, *y = b;
  if ((x->kind == BL_EDGE_RELAY) != (y->kind == BL_EDGE_RELAY))
    return x->kind == BL_EDGE_RELAY ? 1 : -1;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (x->to > y->to) - (x->to < y->to);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const BlCopyLink *x = a, *y = b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  return (x->kind > y->kind) - (x->kind < y->kind);
}

static BlCopyNode *
node_at (const BlCopyGraph *graph, guint i)
{
  return &g_array_index (graph->nodes, BlCopyNode, i);
}

/* Puts the nodes in another order, keeps the first n of them, and the links between those. Takes sorted. */
static void
reorder (BlCopyGraph *graph, GArray *sorted, guint n)
{
  g_autoptr (GHashTable) place = g_hash_table_new (g_str_hash, g_str_equal); /* names are distinct */
  for (guint i = 0; i < MIN (n, sorted->len); i++)
    g_hash_table_insert (place, (gpointer) g_array_index (sorted, BlCopyNode, i).name, GUINT_TO_POINTER (i + 1));
  GArray *links = g_array_new (FALSE, FALSE, sizeof (BlCopyLink));
  for (guint i = 0; i < graph->links->len; i++)
    {
      BlCopyLink link = g_array_index (graph->links, BlCopyLink, i);
      const guint from = GPOINTER_TO_UINT (g_hash_table_lookup (place, node_at (graph, link.from)->name));
      const guint to = GPOINTER_TO_UINT (g_hash_table_lookup (place, node_at (graph, link.to)->name));
      if (from == 0 || to == 0)
        continue;
      link.from = from - 1;
      link.to = to - 1;
      g_array_append_val (links, link);
    }
  g_array_unref (graph->links);
  g_array_unref (graph->nodes);
  graph->links = links;
  graph->nodes = sorted;
  g_array_set_size (graph->nodes, MIN (n, sorted->len));
}

static void
weigh_nodes (BlCopyGraph *graph)
{
  for (guint i = 0; i < graph->nodes->len; i++)
    node_at (graph, i)->given = node_at (graph, i)->taken = 0;
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *link = &g_array_index (graph->links, BlCopyLink, i);
      node_at (graph, link->from)->taken += link->n;
      node_at (graph, link->to)->given += link->n;
    }
}

static void
keep_heaviest (BlCopyGraph *graph)
{
  graph->n_links = graph->links->len;
  g_array_sort (graph->links, compare_link_weights);
  g_array_set_size (graph->links, MIN (graph->links->len, BL_COPY_GRAPH_LINKS));
  weigh_nodes (graph);
  GArray *sorted = g_array_copy (graph->nodes);
  g_array_sort (sorted, compare_weights);
  guint n = 0;
  while (n < sorted->len && g_array_index (sorted, BlCopyNode, n).given + g_array_index (sorted, BlCopyNode, n).taken > 0)
    n++;
  graph->n_nodes = n;
  reorder (graph, sorted, MIN (n, BL_COPY_GRAPH_NODES));
  weigh_nodes (graph);
  sorted = g_array_copy (graph->nodes);
  g_array_sort (sorted, compare_gifts);
  reorder (graph, sorted, sorted->len);
}

typedef struct
{
  double wish;
  guint node;
} Wish;

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *x = a, *y = b;
  if (x->wish != y->wish)
    return x->wish < y->wish ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

/* How long all arcs are together. */
static guint64
length_of_arcs (const BlCopyGraph *graph)
{
  guint64 length = 0;
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *link = &g_array_index (graph->links, BlCopyLink, i);
      length += MAX (link->from, link->to) - MIN (link->from, link->to);
    }
  return length;
}

/* One sweep of the barycentre heuristic (Sugiyama, Tagawa and Toda 1981): each node moves half the way to the mean of its neighbours. */
static GArray *
sweep (const BlCopyGraph *graph)
{
  const guint n = graph->nodes->len;
  g_autofree Wish *wishes = g_new0 (Wish, n + 1);
  g_autofree guint *degree = g_new0 (guint, n + 1);
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *link = &g_array_index (graph->links, BlCopyLink, i);
      wishes[link->from].wish += link->to;
      wishes[link->to].wish += link->from;
      degree[link->from]++;
      degree[link->to]++;
    }
  for (guint i = 0; i < n; i++)
    wishes[i] = (Wish){ .wish = degree[i] > 0 ? (i + wishes[i].wish / degree[i]) / 2 : i, .node = i };
  qsort (wishes, n, sizeof *wishes, compare_wishes);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (BlCopyNode), n);
  for (guint i = 0; i < n; i++)
    g_array_append_vals (sorted, node_at (graph, wishes[i].node), 1);
  return sorted;
}

/* Sweeps as long as that makes the arcs shorter. */
static void
draw_near (BlCopyGraph *graph)
{
  guint64 shortest = length_of_arcs (graph);
  for (guint i = 0; i < SWEEPS; i++)
    {
      g_autoptr (GArray) nodes = g_array_copy (graph->nodes);
      g_autoptr (GArray) links = g_array_copy (graph->links);
      reorder (graph, sweep (graph), graph->nodes->len);
      const guint64 length = length_of_arcs (graph);
      if (length < shortest)
        {
          shortest = length;
          continue;
        }
      g_array_unref (graph->nodes);
      g_array_unref (graph->links);
      graph->nodes = g_steal_pointer (&nodes);
      graph->links = g_steal_pointer (&links);
      break;
    }
}

BlCopyGraph *
bl_copy_graph_new (const BlRun *run)
{
  BlCopyGraph *graph = g_new0 (BlCopyGraph, 1);
  graph->nodes = g_array_new (FALSE, FALSE, sizeof (BlCopyNode));
  graph->links = g_array_new (FALSE, FALSE, sizeof (BlCopyLink));
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *credited = g_new0 (gboolean, bl_corpus_n_articles (run->corpus) + 1);
  Making making = { .graph = graph, .nodes = nodes, .links = links, .seen = seen };
  count_edges (&making, run, credited);
  count_credits (&making, run, credited);
  keep_heaviest (graph);
  draw_near (graph);
  g_array_sort (graph->links, compare_links);
  return graph;
}
