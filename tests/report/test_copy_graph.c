/* The copy graph: who has what from whom, summed over articles; bounded, and the same in whatever order articles come. */
#include "report/copy_graph.h"

#include "../reliability/desk.h"

#define AT(path, source, day) "{ \"path\": \"" path "\", \"source\": \"" source "\", \"published\": \"2025-05-" day "\" }"
#define STORM                                                                                                                  \
  "The harbour of Lumen was closed on Tuesday after a storm broke two of its three cranes. Forty ships are waiting in the "    \
  "bay, and the captains were told to stay at anchor until the wind has turned to the west.\n"
#define FLOOD                                                                                                                  \
  "The river left its bed on Thursday and ran through the tannery and the old school. Nineteen families were taken to the "    \
  "gymnasium, where the cooks of the fire brigade made soup for them until midnight.\n"

static BlCopyGraph *
graph_of (const Desk *desk)
{
  const BlRun run = { .corpus = desk->corpus, .origins = desk->origins, .article_claims = desk->claims };
  return bl_copy_graph_new (&run);
}

/* Articles that one has of another, by kind; 0 for none. */
static guint
n_of (const BlCopyGraph *graph, const char *from, BlEdgeKind kind, const char *to)
{
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *link = &g_array_index (graph->links, BlCopyLink, i);
      if (link->kind == kind && strcmp (g_array_index (graph->nodes, BlCopyNode, link->from).name, from) == 0
          && strcmp (g_array_index (graph->nodes, BlCopyNode, link->to).name, to) == 0)
        return link->n;
    }
  return 0;
}

static void
test_links (void)
{
  static const File files[] = {
    { "corpus.json", "{ \"articles\": [" AT ("a.txt", "wire", "20") "," AT ("b.txt", "post", "21") "," AT (
                         "c.txt", "wire", "22") "," AT ("d.txt", "post", "23") "," AT ("e.txt", "times", "24") "] }" },
    { "a.txt", STORM },
    { "b.txt", STORM },
    { "c.txt", FLOOD },
    { "d.txt", FLOOD },
    { "e.txt",
      "LUMEN (Reuters) - Nobody slept in the ministry. Bread is dear in the old town, and crews come ashore hungry.\n" },
  };
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_autoptr (BlCopyGraph) graph = graph_of (&desk);
  g_assert_cmpuint (n_of (graph, "post", BL_EDGE_SAME_TEXT, "wire"), ==, 2);
  g_assert_cmpuint (n_of (graph, "wire", BL_EDGE_SAME_TEXT, "post"), ==, 0);
  g_assert_cmpuint (n_of (graph, "times", BL_EDGE_CREDIT, "Reuters"), ==, 1);
  g_assert_cmpuint (graph->nodes->len, ==, 4);
  g_assert_cmpuint (graph->n_nodes, ==, 4);
  g_assert_cmpuint (graph->n_links, ==, graph->links->len);
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const BlCopyNode *node = &g_array_index (graph->nodes, BlCopyNode, i);
      g_assert_true ((node->source == NULL) == (strcmp (node->name, "Reuters") == 0));
      g_assert_cmpuint (node->given + node->taken, >, 0);
    }
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

#define N_COPIERS 30

/* One wire and thirty who print it: as many as there is room for, what is left out is counted, and twice the same. */
static void
test_bounds (void)
{
  File files[N_COPIERS + 2];
  g_autoptr (GString) config = g_string_new ("{ \"articles\": [" AT ("00.txt", "wire", "10"));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  files[1] = (File){ "00.txt", STORM };
  for (guint i = 1; i <= N_COPIERS; i++)
    {
      char *name = g_strdup_printf ("%02u.txt", i);
      g_ptr_array_add (names, name);
      g_string_append_printf (config, ", { \"path\": \"%s\", \"source\": \"paper%02u\", \"published\": \"2025-05-11\" }", name,
                              i);
      files[i + 1] = (File){ name, STORM };
    }
  g_string_append (config, "] }");
  files[0] = (File){ "corpus.json", config->str };
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_autoptr (BlCopyGraph) graph = graph_of (&desk);
  g_autoptr (BlCopyGraph) again = graph_of (&desk);
  g_assert_cmpuint (graph->nodes->len, <=, BL_COPY_GRAPH_NODES);
  g_assert_cmpuint (graph->links->len, <=, BL_COPY_GRAPH_LINKS);
  g_assert_cmpuint (graph->n_links, >, graph->links->len);
  g_assert_cmpuint (graph->links->len, ==, again->links->len);
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *a = &g_array_index (graph->links, BlCopyLink, i), *b = &g_array_index (again->links, BlCopyLink, i);
      g_assert_true (a->from == b->from && a->to == b->to && a->kind == b->kind && a->n == b->n);
      g_assert_cmpuint (MAX (a->from, a->to), <, graph->nodes->len);
    }
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/report/copy-graph/links", test_links);
  g_test_add_func ("/report/copy-graph/bounds", test_bounds);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
