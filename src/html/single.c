/* What one origin tells alone, however many articles repeat it. */
#include "report/single.h"

#include "html/parts.h"
#include "html/sections.h"
#include "report/fact_words.h"

/* Statements that the table shows. */
#define MAX_SINGLE 150
/* Articles of one that are named. */
#define MAX_ARTICLES 12
/* Characters of a statement in the table. */
#define STATEMENT 280

static const char *const titles[] = { "Statement", "Only from", "Repeated by", NULL };

/* Where it may have something to list: making the list takes a look at every claim. */
gboolean
bl_html_has_single (const BlRun *run)
{
  return bl_comparisons_single (run->comparisons)->len > 0 || bl_comparisons_corroborated (run->comparisons)->len > 0
         || bl_origins_n_clusters (run->origins) < bl_corpus_n_articles (run->corpus);
}

static void
write_articles (BlHtmlWriter *writer, const BlSingle *single)
{
  const guint n = single->articles->len;
  bl_html_begin_stack_cell (writer, titles[2]);
  if (n == 1)
    bl_html_text (writer, "1 article");
  else
    {
      bl_html_begin (writer, "details");
      bl_html_begin (writer, "summary");
      bl_html_textf (writer, "%u articles", n);
      bl_html_end (writer, "summary");
      bl_html_begin (writer, "ul");
      bl_html_attribute (writer, "class", "plain");
      for (guint i = 0; i < MIN (n, MAX_ARTICLES); i++)
        {
          const BlArticle *article = single->articles->pdata[i];
          bl_html_begin (writer, "li");
          bl_html_source_and_day (writer, article);
          bl_html_text (writer, " ");
          bl_html_element (writer, "bdi", "file", article->id);
          bl_html_end (writer, "li");
        }
      bl_html_end (writer, "ul");
      bl_html_left_out (writer, n, MAX_ARTICLES, "articles");
      bl_html_end (writer, "details");
    }
  bl_html_end (writer, "td");
}

static void
write_single (BlHtmlWriter *writer, const BlSingle *single)
{
  g_autofree char *title = bl_fact_title (single->claim);
  bl_html_begin_stack_row (writer);
  bl_html_begin_stack_cell (writer, NULL);
  bl_html_element (writer, "bdi", "fact", title);
  bl_html_excerpt (writer, &single->claim->at, STATEMENT);
  bl_html_place_line (writer, &single->claim->at);
  bl_html_end (writer, "td");
  bl_html_begin_stack_cell (writer, titles[1]);
  bl_html_element (writer, "bdi", NULL, single->origin);
  if (single->headline)
    {
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "quiet");
      bl_html_text (writer, " in a headline");
      bl_html_end (writer, "span");
    }
  bl_html_end (writer, "td");
  write_articles (writer, single);
  bl_html_end (writer, "tr");
}

void
bl_html_single (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (GPtrArray) singles = bl_single_origin (run);
  bl_html_section (writer, "single", "Told by one origin");
  bl_html_element (
      writer, "p", "aside",
      "Statements that all come from one origin, however many articles repeat them; first what most articles repeat, "
      "then headlines. Figures, quotations and days of articles on which no other origin reports are not listed.");
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "%u statement%s", singles->len, bl_html_plural (singles->len));
  bl_html_end (writer, "summary");
  bl_html_begin_stack (writer, "statements", "single-h", titles);
  for (guint i = 0; i < MIN (singles->len, MAX_SINGLE); i++)
    write_single (writer, singles->pdata[i]);
  bl_html_end_stack (writer);
  bl_html_left_out (writer, singles->len, MAX_SINGLE, "statements");
  bl_html_end (writer, "details");
  bl_html_end (writer, "section");
}
