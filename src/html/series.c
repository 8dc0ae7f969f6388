/* Figures that moved: tolls and other counts, report by report. */
#include "html/parts.h"
#include "html/sections.h"

/* Series that the table shows, longest first. */
#define MAX_SERIES 100
/* Characters of a statement in the table. */
#define STATEMENT 280

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const BlSeries *x = *(BlSeries *const *) a, *y = *(BlSeries *const *) b;
  return x->claims->len != y->claims->len ? (x->claims->len > y->claims->len ? -1 : 1) : 0;
}

/* One <tbody>, so that the rows of a figure stay together. */
static void
write_series (BlHtmlWriter *writer, const BlSeries *series)
{
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < series->claims->len; i++)
    {
      const BlClaim *claim = series->claims->pdata[i];
      bl_html_begin (writer, "tr");
      bl_html_begin (writer, "td");
      bl_html_excerpt (writer, &claim->at, STATEMENT);
      bl_html_place_line (writer, &claim->at);
      bl_html_end (writer, "td");
      bl_html_begin (writer, "td");
      bl_html_attribute (writer, "class", "n");
      bl_html_text (writer, claim->value.surface);
      bl_html_end (writer, "td");
      bl_html_end (writer, "tr");
    }
  bl_html_end (writer, "tbody");
}

gboolean
bl_html_has_series (const BlRun *run)
{
  return bl_comparisons_series (run->comparisons)->len > 0;
}

void
bl_html_series (BlHtmlWriter *writer, const BlRun *run)
{
  static const char *const titles[] = { "Statement", "Figure", NULL };
  const GPtrArray *found = bl_comparisons_series (run->comparisons);
  bl_html_section (writer, "moved", "Figures that moved");
  bl_html_element (
      writer, "p", "aside",
      "Counts that may change from report to report, such as tolls: in the order of days, and not held to disagree.");
  g_autoptr (GPtrArray) series = g_ptr_array_copy ((GPtrArray *) found, NULL, NULL);
  g_ptr_array_set_free_func (series, NULL);
  g_ptr_array_sort (series, compare_length);
  bl_html_begin (writer, "table");
  bl_html_attribute (writer, "class", "agreed");
  bl_html_attribute (writer, "aria-labelledby", "moved-h");
  bl_html_table_head (writer, titles);
  for (guint i = 0; i < MIN (series->len, MAX_SERIES); i++)
    write_series (writer, series->pdata[i]);
  bl_html_end (writer, "table");
  bl_html_left_out (writer, series->len, MAX_SERIES, "figures");
  bl_html_end (writer, "section");
}
