/* Which articles share an origin, and how that is known. */
#include "html/copy_graph.h"
#include "html/parts.h"
#include "html/sections.h"

/* Copies of one wire give an edge for each pair of them; past this the table says how many more there are. */
#define MAX_EDGES 500
/* Clusters that are named above it. */
#define MAX_CLUSTERS 100

static void
write_article (BlHtmlWriter *writer, const BlArticle *article)
{
  bl_html_begin (writer, "td");
  bl_html_source_and_day (writer, article);
  bl_html_begin (writer, "br");
  bl_html_end (writer, "br");
  bl_html_element (writer, "bdi", "file", article->id);
  bl_html_end (writer, "td");
}

static void
write_edge (BlHtmlWriter *writer, const BlRun *run, const BlOriginEdge *edge)
{
  bl_html_begin (writer, "tr");
  write_article (writer, bl_corpus_article (run->corpus, edge->from));
  bl_html_element (writer, "td", NULL, bl_copy_phrase (edge->kind));
  write_article (writer, bl_corpus_article (run->corpus, edge->to));
  bl_html_element (writer, "td", NULL, edge->evidence);
  bl_html_end (writer, "tr");
}

/* "Herald, 20 May and 3 more: origin Reuters". Clusters of one article say nothing. */
static void
write_clusters (BlHtmlWriter *writer, const BlRun *run)
{
  const guint n = bl_origins_n_clusters (run->origins);
  guint shown = 0;
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "plain");
  for (guint i = 0; i < n && shown < MAX_CLUSTERS; i++)
    {
      const BlOriginCluster *cluster = bl_origins_cluster_at (run->origins, i);
      if (cluster->n_articles < 2)
        continue;
      shown++;
      bl_html_begin (writer, "li");
      bl_html_textf (writer, "%u articles, first ", cluster->n_articles);
      bl_html_element (writer, "bdi", "file", cluster->earliest->id);
      bl_html_text (writer, cluster->origin != NULL ? ": origin " : ": unknown origin");
      if (cluster->origin != NULL)
        bl_html_element (writer, "b", NULL, cluster->origin);
      bl_html_end (writer, "li");
    }
  bl_html_end (writer, "ul");
}

gboolean
bl_html_has_origins (const BlRun *run)
{
  if (bl_origins_edges (run->origins)->len > 0)
    return TRUE;
  g_autoptr (BlCopyGraph) graph = bl_copy_graph_new (run);
  return graph->links->len > 0;
}

static void
write_edges (BlHtmlWriter *writer, const BlRun *run)
{
  static const char *const titles[] = { "Article", "Relation", "Article", "Evidence", NULL };
  const GArray *edges = bl_origins_edges (run->origins);
  if (edges->len == 0)
    return;
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "Evidence, article by article: %u relation%s", edges->len, bl_html_plural (edges->len));
  bl_html_end (writer, "summary");
  bl_html_begin_wide (writer, "Articles that share an origin");
  bl_html_begin (writer, "table");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < MIN (edges->len, MAX_EDGES); i++)
    write_edge (writer, run, &g_array_index (edges, BlOriginEdge, i));
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "div");
  bl_html_left_out (writer, edges->len, MAX_EDGES, "relations");
  bl_html_end (writer, "details");
}

void
bl_html_origins (BlHtmlWriter *writer, const BlRun *run)
{
  const guint n_articles = bl_corpus_n_articles (run->corpus), n_origins = bl_origins_n_clusters (run->origins);
  bl_html_section (writer, "origins", "Origins");
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "aside");
  bl_html_textf (writer,
                 "The %u article%s come%s from at most %u origin%s. Copies of one text are one witness, however many print it; "
                 "agreement alone is never taken for copying.",
                 n_articles, bl_html_plural (n_articles), n_articles == 1 ? "s" : "", n_origins, bl_html_plural (n_origins));
  bl_html_end (writer, "p");
  g_autoptr (BlCopyGraph) graph = bl_copy_graph_new (run);
  bl_html_copy_graph (writer, graph);
  write_clusters (writer, run);
  write_edges (writer, run);
  bl_html_end (writer, "section");
}
