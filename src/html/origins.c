/* Which articles share an origin, and how that is known. */
#include "html/parts.h"
#include "html/sections.h"

/* Copies of one wire give an edge for each pair of them; past this the table says how many more there are. */
#define MAX_EDGES 500
/* Clusters that are named above it. */
#define MAX_CLUSTERS 100
static const char *
edge_phrase (BlEdgeKind kind)
{
  static const char *const phrases[] = {
    [BL_EDGE_SAME_TEXT] = "the same text as",   [BL_EDGE_COPY] = "copied from",
    [BL_EDGE_DERIVED] = "derived from",         [BL_EDGE_CREDIT] = "credits",
    [BL_EDGE_SHARED_ERROR] = "has an error of", [BL_EDGE_RELAY] = "credits for one statement",
    [BL_EDGE_SHARED_TEXT] = "shares text with",
  };
  return phrases[kind];
}

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
  bl_html_element (writer, "td", NULL, edge_phrase (edge->kind));
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
  return bl_origins_edges (run->origins)->len > 0;
}

void
bl_html_origins (BlHtmlWriter *writer, const BlRun *run)
{
  const GArray *edges = bl_origins_edges (run->origins);
  const guint n_articles = bl_corpus_n_articles (run->corpus), n_origins = bl_origins_n_clusters (run->origins);
  static const char *const titles[] = { "Article", "Relation", "Article", "Evidence", NULL };
  bl_html_section (writer, "origins", "Origins");
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "aside");
  bl_html_textf (writer,
                 "The %u article%s come%s from at most %u origin%s. Copies of one text are one witness, however many print it; "
                 "agreement alone is never taken for copying.",
                 n_articles, bl_html_plural (n_articles), n_articles == 1 ? "s" : "", n_origins, bl_html_plural (n_origins));
  bl_html_end (writer, "p");
  write_clusters (writer, run);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "wide");
  bl_html_attribute (writer, "role", "region");
  bl_html_attribute (writer, "aria-label", "Articles that share an origin");
  bl_html_attribute (writer, "tabindex", "0");
  bl_html_begin (writer, "table");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < MIN (edges->len, MAX_EDGES); i++)
    write_edge (writer, run, &g_array_index (edges, BlOriginEdge, i));
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "div");
  bl_html_left_out (writer, edges->len, MAX_EDGES, "relations");
  bl_html_end (writer, "section");
}
