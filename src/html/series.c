/* Values over time: figures that moved, such as tolls, report by report; and values on which origins disagree, when who said which on several
 * days. Each drawing has its table. */
#include "html/parts.h"
#include "html/sections.h"
#include "html/timeline.h"
#include "report/fact_words.h"
#include "report/matrix.h"

#include <math.h>
#include <string.h>

/* Series that are shown, longest first; those that are drawn. */
#define MAX_SERIES 100
#define MAX_DRAWN 25
/* Disputed facts that are drawn: with fewer reports than this the matrix says it better. */
#define MAX_DISPUTED 25
#define LEAST_REPORTS 3
/* Values of one that are drawn. */
#define MAX_VALUES 8
/* Longer tables are folded behind their drawing. */
#define MAX_OPEN 3
/* Characters of a statement in the table. */
#define STATEMENT 280

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const BlSeries *x = *(BlSeries *const *) a, *y = *(BlSeries *const *) b;
  return x->claims->len != y->claims->len ? (x->claims->len > y->claims->len ? -1 : 1) : 0;
}

static const char *
plain_surface (const BlClaim *claim)
{
  return claim->value.surface != NULL ? claim->value.surface : claim->at.text;
}

/* --- figures that moved ----------------------------------------------------------------------------------------------- */

/* The figure itself; of an interval its middle, of an open one the end it has. */
static double
figure_of (const BlClaim *claim)
{
  const BlQuantity *quantity = claim->value.quantity;
  if (isinf (quantity->high))
    return quantity->low;
  return isinf (quantity->low) ? quantity->high : (quantity->low + quantity->high) / 2;
}

static GArray *
points_of_series (const BlSeries *series)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BlTimelinePoint));
  for (guint i = 0; i < series->claims->len; i++)
    {
      const BlClaim *claim = series->claims->pdata[i];
      const BlTimelinePoint point = { .day = bl_date_first_day (claim->at.article->published),
                                      .value = figure_of (claim),
                                      .text = plain_surface (claim),
                                      .source = claim->at.article->source };
      if (point.day != 0 && claim->value.kind == BL_VALUE_QUANTITY && isfinite (point.value))
        g_array_append_val (points, point);
    }
  return points;
}

static void
draw_series (BlHtmlWriter *writer, const BlSeries *series, const char *title)
{
  g_autoptr (GArray) points = points_of_series (series);
  if (points->len < 2)
    return;
  const BlTimelinePoint *first = &g_array_index (points, BlTimelinePoint, 0);
  const BlTimelinePoint *last = &g_array_index (points, BlTimelinePoint, points->len - 1);
  g_autofree char *from = bl_date_format (bl_date_from_julian (first->day));
  g_autofree char *to = bl_date_format (bl_date_from_julian (last->day));
  g_autofree char *label = g_strdup_printf ("%s: from %s on %s to %s on %s, in %u reports; the table has them all", title,
                                            first->text, from, last->text, to, points->len);
  const BlTimeline timeline = { .points = points, .label = label };
  bl_html_timeline (writer, &timeline);
}

static void
write_claim_row (BlHtmlWriter *writer, const BlClaim *claim)
{
  bl_html_begin (writer, "tr");
  bl_html_begin (writer, "td");
  bl_html_excerpt (writer, &claim->at, STATEMENT);
  bl_html_place_line (writer, &claim->at);
  bl_html_end (writer, "td");
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "class", "n");
  bl_html_text (writer, plain_surface (claim));
  bl_html_end (writer, "td");
  bl_html_end (writer, "tr");
}

static void
write_series (BlHtmlWriter *writer, const BlSeries *series, gboolean drawn)
{
  static const char *const titles[] = { "Statement", "Figure", NULL };
  g_autofree char *title = bl_fact_title (series->claims->pdata[0]);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "moved");
  bl_html_element (writer, "h3", NULL, title);
  if (drawn)
    draw_series (writer, series, title);
  bl_html_begin (writer, "details");
  if (!drawn || series->claims->len <= MAX_OPEN)
    bl_html_attribute (writer, "open", "");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "%u reports", series->claims->len);
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "table");
  bl_html_attribute (writer, "class", "agreed");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < series->claims->len; i++)
    write_claim_row (writer, series->claims->pdata[i]);
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "details");
  bl_html_end (writer, "div");
}

static void
write_moved (BlHtmlWriter *writer, const BlRun *run)
{
  const GPtrArray *found = bl_comparisons_series (run->comparisons);
  if (found->len == 0)
    return;
  bl_html_element (
      writer, "p", "aside",
      "Counts that may change from report to report, such as tolls: in the order of days, and not held to disagree.");
  g_autoptr (GPtrArray) series = g_ptr_array_copy ((GPtrArray *) found, NULL, NULL);
  g_ptr_array_set_free_func (series, NULL);
  g_ptr_array_sort (series, compare_length);
  for (guint i = 0; i < MIN (series->len, MAX_SERIES); i++)
    write_series (writer, series->pdata[i], i < MAX_DRAWN);
  bl_html_left_out (writer, series->len, MAX_SERIES, "figures");
}

/* --- disputed values -------------------------------------------------------------------------------------------------- */

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const BlTimelinePoint *x = a, *y = b;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->value > y->value) - (x->value < y->value);
}

/* The dated reports of a disputed fact by day; NULL when a drawing would say nothing: too few, all of one day, or too many values. */
static GArray *
points_of_fact (const BlSharedFact *fact)
{
  if (fact->n_values < 2 || fact->n_values > MAX_VALUES)
    return NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BlTimelinePoint));
  for (guint i = 0; i < fact->entries->len; i++)
    {
      const BlFactEntry *entry = &g_array_index (fact->entries, BlFactEntry, i);
      const BlArticle *article = entry->claim->at.article;
      const BlTimelinePoint point = { .day = bl_date_first_day (article->published),
                                      .value = entry->value,
                                      .text = plain_surface (entry->claim),
                                      .source = article->source };
      if (point.day != 0)
        g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);
  if (points->len < LEAST_REPORTS
      || g_array_index (points, BlTimelinePoint, 0).day == g_array_index (points, BlTimelinePoint, points->len - 1).day)
    return NULL;
  return g_steal_pointer (&points);
}

static void
draw_fact (BlHtmlWriter *writer, const BlSharedFact *fact, const GArray *points)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (g_free);
  for (guint value = 0; value < fact->n_values; value++)
    for (guint i = 0; i < fact->entries->len; i++)
      if (g_array_index (fact->entries, BlFactEntry, i).value == value)
        {
          g_ptr_array_add (lanes, bl_fact_saying (g_array_index (fact->entries, BlFactEntry, i).claim));
          break;
        }
  g_ptr_array_add (lanes, NULL);
  g_autofree char *title = bl_fact_title (g_array_index (fact->entries, BlFactEntry, 0).claim);
  g_autofree char *label = g_strdup_printf ("%s: %u values in %u reports over time; the fact matrix has them all", title,
                                            fact->n_values, points->len);
  const BlTimeline timeline = { .points = points, .label = label, .lanes = (const char *const *) lanes->pdata };
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "moved");
  bl_html_element (writer, "h3", NULL, title);
  bl_html_timeline (writer, &timeline);
  bl_html_end (writer, "div");
}

/* Returns how many there are; writes the first ones when asked. */
static guint
disputed_facts (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (BlMatrix) matrix = bl_matrix_new (run);
  guint n = 0;
  for (guint i = 0; i < matrix->events->len; i++)
    {
      const BlMatrixEvent *event = matrix->events->pdata[i];
      for (guint k = 0; k < event->rows->len; k++)
        {
          const BlSharedFact *fact = ((const BlMatrixRow *) event->rows->pdata[k])->fact;
          g_autoptr (GArray) points = points_of_fact (fact);
          if (points == NULL)
            continue;
          if (writer != NULL && n == 0)
            bl_html_element (
                writer, "p", "aside",
                "Values on which origins disagree, by the day of each report: one line a value, one shape a source. "
                "Their sentences stand in the facts by origin.");
          if (writer != NULL && n < MAX_DISPUTED)
            draw_fact (writer, fact, points);
          n++;
        }
    }
  return n;
}

gboolean
bl_html_has_series (const BlRun *run)
{
  return bl_comparisons_series (run->comparisons)->len > 0 || disputed_facts (NULL, run) > 0;
}

void
bl_html_series (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_section (writer, "moved", "Values over time");
  write_moved (writer, run);
  const guint disputed = disputed_facts (writer, run);
  bl_html_left_out (writer, disputed, MAX_DISPUTED, "disputed values");
  bl_html_end (writer, "section");
}
