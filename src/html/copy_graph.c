/* The copy graph as an arc diagram: names in a column, and an arc for each kind of evidence between two of them,
 * with its arrow at the one that took. A column of names stays readable where a round of nodes does not (Wattenberg 2002, Arc diagrams). */
#include "html/copy_graph.h"

#include "html/parts.h"

#include <stdlib.h>

/* In units of the drawing, which is as many pixels wide where there is room. */
#define WIDTH 480
#define ROW 26
#define TOP 16
#define NAMES 190 /* names end here */
#define NAME 24   /* characters */

/* Articles beside an arc, where there are few arcs. */
#define MAX_NUMBERED 24

static const char *
class_of (BlEdgeKind kind)
{
  switch (kind)
    {
    case BL_EDGE_SAME_TEXT:
    case BL_EDGE_COPY:
      return "arc text";
    case BL_EDGE_DERIVED:
    case BL_EDGE_SHARED_TEXT:
      return "arc derived";
    case BL_EDGE_SHARED_ERROR:
      return "arc wrong";
    case BL_EDGE_CREDIT:
      return "arc credit";
    default:
      return "arc relay";
    }
}

static int
y_of (guint node)
{
  return TOP + ROW * (int) node;
}

static void
write_name (BlHtmlWriter *writer, const BlCopyNode *node, guint i)
{
  g_autofree char *name = bl_html_shorten (node->name, NAME);
  bl_html_begin (writer, "text");
  bl_html_attribute (writer, "class", node->source != NULL ? "name" : "name outside");
  bl_html_attributef (writer, "x", "%d", NAMES - 14);
  bl_html_attributef (writer, "y", "%d", y_of (i) + 5);
  bl_html_attribute (writer, "text-anchor", "end");
  bl_html_text (writer, name);
  bl_html_end (writer, "text");
  bl_html_begin (writer, "circle");
  bl_html_attribute (writer, "class", node->source != NULL ? "dot" : "dot hollow");
  bl_html_attributef (writer, "cx", "%d", NAMES - 4);
  bl_html_attributef (writer, "cy", "%d", y_of (i));
  bl_html_attribute (writer, "r", "4");
  bl_html_end (writer, "circle");
}

/* Several kinds between two nodes are nested arcs; *reach is how far one goes to the right. */
static void
write_arc (BlHtmlWriter *writer, const BlCopyGraph *graph, const BlCopyLink *link, guint nested, gboolean numbered)
{
  const int from = y_of (link->from), to = y_of (link->to), apart = abs (from - to);
  const int room = WIDTH - NAMES - 34, longest = MAX (ROW * ((int) graph->nodes->len - 1), 1);
  const int reach = 24 + (room - 24) * apart / longest - 9 * (int) nested;
  const int rx = MAX (reach, 12), ry = apart / 2;
  /* A half ellipse on the right of the names, from who has it to who took it: both ends are level, so the arrow points left. */
  bl_html_begin (writer, "path");
  bl_html_attributef (writer, "class", "%s n%u", class_of (link->kind), link->n >= 10 ? 3 : link->n >= 3 ? 2 : 1);
  bl_html_attributef (writer, "d", "M%d %dA%d %d 0 0 %d %d %d", NAMES + 4, to, rx, ry, from > to ? 1 : 0, NAMES + 10, from);
  bl_html_begin (writer, "title");
  bl_html_textf (writer, "%s %s %s: %u article%s", g_array_index (graph->nodes, BlCopyNode, link->from).name,
                 bl_copy_phrase (link->kind), g_array_index (graph->nodes, BlCopyNode, link->to).name, link->n,
                 bl_html_plural (link->n));
  bl_html_end (writer, "title");
  bl_html_end (writer, "path");
  bl_html_begin (writer, "polygon");
  bl_html_attribute (writer, "class", "head");
  bl_html_attributef (writer, "points", "%d,%d %d,%d %d,%d", NAMES + 3, from, NAMES + 12, from - 4, NAMES + 12, from + 4);
  bl_html_end (writer, "polygon");
  if (!numbered)
    return;
  bl_html_begin (writer, "text");
  bl_html_attribute (writer, "class", "label");
  bl_html_attributef (writer, "x", "%d", NAMES + 8 + rx);
  bl_html_attributef (writer, "y", "%d", (from + to) / 2 + 5);
  bl_html_textf (writer, "%u", link->n);
  bl_html_end (writer, "text");
}

/* Samples of the lines that occur, with words. */
static void
write_legend (BlHtmlWriter *writer, const BlCopyGraph *graph)
{
  static const struct
  {
    BlEdgeKind kind;
    const char *words;
  } kinds[] = { { BL_EDGE_COPY, "the text" },
                { BL_EDGE_DERIVED, "parts of the text" },
                { BL_EDGE_CREDIT, "all, by its own word" },
                { BL_EDGE_RELAY, "one statement, by its own word" },
                { BL_EDGE_SHARED_ERROR, "a rare error" } };
  bl_html_begin (writer, "figcaption");
  bl_html_text (writer, "What was taken: ");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean occurs = FALSE;
      for (guint k = 0; k < graph->links->len; k++)
        occurs |= g_str_equal (class_of (g_array_index (graph->links, BlCopyLink, k).kind), class_of (kinds[i].kind));
      if (!occurs)
        continue;
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "sample");
      bl_html_begin (writer, "svg");
      bl_html_attribute (writer, "viewBox", "0 0 34 8");
      bl_html_attribute (writer, "width", "34");
      bl_html_attribute (writer, "height", "8");
      bl_html_attribute (writer, "aria-hidden", "true");
      bl_html_begin (writer, "path");
      bl_html_attributef (writer, "class", "%s n2", class_of (kinds[i].kind));
      bl_html_attribute (writer, "d", "M0 4H34");
      bl_html_end (writer, "path");
      bl_html_end (writer, "svg");
      bl_html_textf (writer, " %s", kinds[i].words);
      bl_html_end (writer, "span");
      bl_html_text (writer, " ");
    }
  bl_html_text (writer, "Arrows point at who took it; a hollow name has no article here.");
  bl_html_end (writer, "figcaption");
}

static void
write_table (BlHtmlWriter *writer, const BlCopyGraph *graph)
{
  static const char *const titles[] = { "Source", "Relation", "Of", "Articles", NULL };
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "The same as a table, %u row%s", graph->links->len, bl_html_plural (graph->links->len));
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "table");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *link = &g_array_index (graph->links, BlCopyLink, i);
      const char *const cells[] = { g_array_index (graph->nodes, BlCopyNode, link->from).name, bl_copy_phrase (link->kind),
                                    g_array_index (graph->nodes, BlCopyNode, link->to).name };
      bl_html_begin (writer, "tr");
      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        {
          bl_html_begin (writer, "td");
          bl_html_element (writer, "bdi", NULL, cells[k]);
          bl_html_end (writer, "td");
        }
      bl_html_count_cell (writer, link->n);
      bl_html_end (writer, "tr");
    }
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "details");
}

void
bl_html_copy_graph (BlHtmlWriter *writer, const BlCopyGraph *graph)
{
  if (graph->links->len == 0)
    return;
  const int height = 2 * TOP + ROW * ((int) graph->nodes->len - 1);
  bl_html_begin (writer, "figure");
  bl_html_attribute (writer, "class", "copies");
  bl_html_begin (writer, "svg");
  bl_html_attributef (writer, "viewBox", "0 0 %d %d", WIDTH, height);
  bl_html_attributef (writer, "width", "%d", WIDTH);
  bl_html_attributef (writer, "height", "%d", height);
  bl_html_attribute (writer, "role", "img");
  bl_html_attribute (writer, "aria-label", "Who has what from whom; the table behind it says the same");
  guint nested = 0;
  for (guint i = 0; i < graph->links->len; i++)
    {
      const BlCopyLink *link = &g_array_index (graph->links, BlCopyLink, i);
      const BlCopyLink *before = i > 0 ? &g_array_index (graph->links, BlCopyLink, i - 1) : NULL;
      nested = before != NULL && before->from == link->from && before->to == link->to ? nested + 1 : 0;
      write_arc (writer, graph, link, nested, graph->links->len <= MAX_NUMBERED);
    }
  for (guint i = 0; i < graph->nodes->len; i++)
    write_name (writer, &g_array_index (graph->nodes, BlCopyNode, i), i);
  bl_html_end (writer, "svg");
  write_legend (writer, graph);
  bl_html_end (writer, "figure");
  write_table (writer, graph);
  bl_html_left_out (writer, graph->n_links, graph->links->len, "relations between sources");
}
