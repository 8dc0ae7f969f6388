/* The fact matrix: rows are facts, columns are origins, a cell opens to the sentence. Works without a script: cells are <details>. */
#include "report/matrix.h"

#include "html/parts.h"
#include "html/sections.h"
#include "report/fact_words.h"

#include <string.h>

/* Characters of a value, and of the sentence behind it. */
#define SAYING 130
#define SENTENCE 320
#define HEADLINE 110

/* Sources that are named under an origin. */
#define MAX_PRINTERS 4

gboolean
bl_html_has_matrix (const BlRun *run)
{
  g_autoptr (BlMatrix) matrix = bl_matrix_new (run);
  return matrix->events->len > 0;
}

/* "A" for the first value of a fact, "27" past the alphabet. */
static void
write_letter (BlHtmlWriter *writer, guint letter)
{
  bl_html_begin (writer, "b");
  bl_html_attributef (writer, "class", "value v%u", MIN (letter, 4));
  if (letter < 26)
    bl_html_textf (writer, "%c", (char) ('A' + (int) letter));
  else
    bl_html_textf (writer, "%u", letter + 1);
  bl_html_end (writer, "b");
  bl_html_text (writer, " ");
}

static void
write_saying (BlHtmlWriter *writer, const BlMatrixRow *row, const BlMatrixSaying *saying)
{
  g_autofree char *text = bl_fact_saying (saying->claim);
  g_autofree char *shown = bl_html_shorten (text, SAYING);
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  if (row->fact->n_values > 1)
    write_letter (writer, saying->letter);
  bl_html_element (writer, "bdi", NULL, shown);
  bl_html_end (writer, "summary");
  bl_html_excerpt (writer, &saying->claim->at, SENTENCE);
  bl_html_place_line (writer, &saying->claim->at);
  if (saying->n_articles > 1)
    {
      bl_html_begin (writer, "p");
      bl_html_attribute (writer, "class", "place");
      bl_html_textf (writer, "and %u more article%s of this origin", saying->n_articles - 1,
                     bl_html_plural (saying->n_articles - 1));
      bl_html_end (writer, "p");
    }
  bl_html_end (writer, "details");
}

static void
write_cell (BlHtmlWriter *writer, const BlMatrixRow *row, const BlMatrixColumn *column, const GArray *cell)
{
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "role", "cell");
  bl_html_attribute (writer, "data-label", column->name);
  if (cell == NULL)
    {
      bl_html_attribute (writer, "class", "silent");
      bl_html_text (writer, "—");
    }
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    write_saying (writer, row, &g_array_index (cell, BlMatrixSaying, i));
  bl_html_end (writer, "td");
}

static void
write_row (BlHtmlWriter *writer, const BlMatrixEvent *event, const BlMatrixRow *row)
{
  const BlSharedFact *fact = row->fact;
  g_autofree char *title = bl_fact_title (g_array_index (fact->entries, BlFactEntry, 0).claim);
  bl_html_begin (writer, "tr");
  bl_html_attribute (writer, "role", "row");
  if (fact->n_values > 1)
    bl_html_attribute (writer, "class", "differs");
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "scope", "row");
  bl_html_attribute (writer, "role", "rowheader");
  bl_html_element (writer, "bdi", "fact", title);
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "quiet");
  bl_html_element (writer, "b", "sign", fact->n_values > 1 ? "≠" : "=");
  if (fact->n_values > 1)
    bl_html_textf (writer, " %u values of %u origins", fact->n_values, fact->n_witnesses);
  else
    bl_html_textf (writer, " %u origins alike", fact->n_witnesses);
  bl_html_end (writer, "span");
  bl_html_end (writer, "th");
  for (guint i = 0; i < event->columns->len; i++)
    write_cell (writer, row, event->columns->pdata[i], row->cells->pdata[i]);
  bl_html_end (writer, "tr");
}

/* An origin, and under it who else prints it. */
static void
write_column (BlHtmlWriter *writer, const BlMatrixColumn *column)
{
  bl_html_begin_stack_title (writer);
  bl_html_element (writer, "bdi", NULL, column->name);
  guint shown = 0, others = 0;
  for (guint i = 0; i < column->sources->len; i++)
    others += g_strcmp0 (((const BlSource *) column->sources->pdata[i])->name, column->name) != 0;
  if (others > 0)
    {
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "copies");
      bl_html_text (writer, "printed by ");
      for (guint i = 0; i < column->sources->len && shown < MAX_PRINTERS; i++)
        {
          const BlSource *source = column->sources->pdata[i];
          if (others == 1 && g_strcmp0 (source->name, column->name) == 0)
            continue;
          bl_html_text (writer, shown > 0 ? ", " : "");
          bl_html_element (writer, "bdi", NULL, source->name);
          shown++;
        }
      if (column->sources->len > shown + 1)
        bl_html_textf (writer, " and %u more", column->sources->len - shown);
      bl_html_end (writer, "span");
    }
  bl_html_end (writer, "th");
}

static void
write_table (BlHtmlWriter *writer, const BlMatrixEvent *event, const char *label)
{
  bl_html_begin_wide (writer, label);
  bl_html_begin (writer, "table");
  bl_html_attribute (writer, "class", "matrix");
  bl_html_attribute (writer, "role", "table");
  bl_html_attribute (writer, "aria-label", label);
  bl_html_begin (writer, "thead");
  bl_html_attribute (writer, "role", "rowgroup");
  bl_html_begin_stack_row (writer);
  bl_html_begin_stack_title (writer);
  bl_html_text (writer, "Fact");
  bl_html_end (writer, "th");
  for (guint i = 0; i < event->columns->len; i++)
    write_column (writer, event->columns->pdata[i]);
  bl_html_end (writer, "tr");
  bl_html_end (writer, "thead");
  bl_html_begin (writer, "tbody");
  bl_html_attribute (writer, "role", "rowgroup");
  for (guint i = 0; i < event->rows->len; i++)
    write_row (writer, event, event->rows->pdata[i]);
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "div");
}

/* "2025-08-20 to 2025-08-23: …headline of the earliest article". */
static void
write_event (BlHtmlWriter *writer, const BlMatrixEvent *event)
{
  g_autofree char *headline = bl_fact_headline (event->earliest);
  g_autofree char *shown = bl_html_shorten (headline, HEADLINE);
  g_autofree char *from = bl_date_format (event->earliest->published);
  g_autofree char *to = event->latest != NULL ? bl_date_format (event->latest->published) : g_strdup ("");
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "event");
  if (event->n_disputed > 0)
    bl_html_attribute (writer, "open", "");
  bl_html_begin (writer, "summary");
  bl_html_element (writer, "bdi", NULL, shown);
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "count");
  bl_html_prose (writer, from[0] != '\0' ? from : "no date");
  if (to[0] != '\0' && strcmp (from, to) != 0)
    {
      bl_html_text (writer, " to ");
      bl_html_prose (writer, to);
    }
  bl_html_textf (writer, " · %u fact%s", event->n_facts, bl_html_plural (event->n_facts));
  if (event->n_disputed > 0)
    bl_html_textf (writer, ", %u with more than one value", event->n_disputed);
  bl_html_end (writer, "span");
  bl_html_end (writer, "summary");
  write_table (writer, event, shown);
  bl_html_left_out (writer, event->n_facts, event->rows->len, "facts");
  bl_html_left_out (writer, event->columns->len + event->n_columns_out, event->columns->len, "origins");
  bl_html_end (writer, "details");
}

void
bl_html_matrix (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (BlMatrix) matrix = bl_matrix_new (run);
  bl_html_section (writer, "matrix", "Facts by origin");
  bl_html_element (
      writer, "p", "aside",
      "Facts on which at least two origins speak, and what each of them says. Copies stand under their origin. Where "
      "the values differ each has a letter; a cell opens to its sentence; — stands where an origin says nothing of it.");
  for (guint i = 0; i < matrix->events->len; i++)
    write_event (writer, matrix->events->pdata[i]);
  bl_html_left_out (writer, matrix->n_events, matrix->events->len, "events");
  bl_html_end (writer, "section");
}
