/* Findings as an editor reads them: errors and warnings as cards, notes folded by kind; or, where the cards are in other files, a line
 * each. */
#include "html/card.h"
#include "html/parts.h"
#include "html/sections.h"

#include <string.h>

static void
write_cards (BlHtmlWriter *writer, const BlHtmlCards *cards, BlSeverity severity)
{
  if (bl_review_n_shown (cards->run->review, cards->run->findings, severity) == 0)
    return;
  g_autofree char *id = g_strdup_printf ("%ss", bl_severity_name (severity));
  gboolean begun = FALSE;
  for (guint i = 0; i < cards->shown->len; i++)
    {
      const BlFinding *finding = cards->shown->pdata[i];
      if (finding->severity != severity)
        continue;
      if (!begun)
        bl_html_section (writer, id, severity == BL_SEVERITY_ERROR ? "Errors" : "Warnings");
      begun = TRUE;
      bl_html_card (writer, cards, finding);
    }
  if (begun)
    bl_html_end (writer, "section");
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlFinding *const *) a)->id, (*(BlFinding *const *) b)->id);
}

/* Notes by kind; inside a kind in the order of the list (the sort is stable). Borrowed findings; the array is the caller's. */
static GPtrArray *
notes_by_kind (const BlHtmlCards *cards)
{
  GPtrArray *notes = g_ptr_array_new ();
  for (guint i = 0; i < cards->shown->len; i++)
    if (((const BlFinding *) cards->shown->pdata[i])->severity == BL_SEVERITY_NOTE)
      g_ptr_array_add (notes, cards->shown->pdata[i]);
  g_ptr_array_sort (notes, compare_kinds);
  return notes;
}

static void
begin_kind (BlHtmlWriter *writer, const char *id, guint n)
{
  const BlFindingKind *kind = bl_finding_kind (id);
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "kind");
  bl_html_begin (writer, "summary");
  bl_html_element (writer, "b", NULL, kind != NULL ? kind->title : id);
  bl_html_text (writer, " ");
  bl_html_element (writer, "span", "count", id);
  bl_html_text (writer, " ");
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "count");
  bl_html_textf (writer, "%u note%s", n, bl_html_plural (n));
  bl_html_end (writer, "span");
  bl_html_end (writer, "summary");
  if (kind != NULL)
    bl_html_element (writer, "p", "aside", kind->why);
}

static void
write_notes (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  g_autoptr (GPtrArray) notes = notes_by_kind (cards);
  if (notes->len == 0)
    return;
  bl_html_section (writer, "notes", "Notes");
  guint end;
  for (guint i = 0; i < notes->len; i = end)
    {
      const BlFinding *first = notes->pdata[i];
      for (end = i + 1; end < notes->len && strcmp (((const BlFinding *) notes->pdata[end])->id, first->id) == 0; end++)
        ;
      begin_kind (writer, first->id, end - i);
      bl_html_begin (writer, "ol");
      for (guint k = i; k < end; k++)
        bl_html_note (writer, cards, notes->pdata[k]);
      bl_html_end (writer, "ol");
      bl_html_end (writer, "details");
    }
  bl_html_end (writer, "section");
}

/* What stands in place of the cards where they are in other files. */
static void
write_lines (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  static const char *const titles[]
      = { [BL_SEVERITY_ERROR] = "Errors", [BL_SEVERITY_WARNING] = "Warnings", [BL_SEVERITY_NOTE] = "Notes" };
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    {
      if (bl_review_n_shown (cards->run->review, cards->run->findings, (BlSeverity) severity) == 0)
        continue;
      g_autofree char *id = g_strdup_printf ("%ss", bl_severity_name ((BlSeverity) severity));
      bl_html_section (writer, id, titles[severity]);
      bl_html_begin (writer, "ol");
      bl_html_attribute (writer, "class", "lines");
      for (guint i = 0; i < cards->shown->len; i++)
        if (((const BlFinding *) cards->shown->pdata[i])->severity == (BlSeverity) severity)
          bl_html_line (writer, cards, cards->shown->pdata[i], TRUE);
      bl_html_end (writer, "ol");
      bl_html_end (writer, "section");
    }
}

void
bl_html_findings (BlHtmlWriter *writer, const BlHtmlCards *cards, gboolean as_lines)
{
  const BlRun *run = cards->run;
  const guint n = bl_review_n_shown (run->review, run->findings, BL_SEVERITY_ERROR)
                  + bl_review_n_shown (run->review, run->findings, BL_SEVERITY_WARNING);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "id", "findings");
  bl_html_filter (writer, cards);
  if (n == 0 && cards->shown->len > 0)
    bl_html_element (writer, "p", "aside",
                     "The checks that ran found no error and no warning. That says nothing of what was not checked.");
  if (as_lines && !bl_html_index_has_words (cards))
    bl_html_element (writer, "p", "aside",
                     "The filter searches these lines; sentences are searched in the file of their source.");
  if (as_lines)
    write_lines (writer, cards);
  else
    {
      write_cards (writer, cards, BL_SEVERITY_ERROR);
      write_cards (writer, cards, BL_SEVERITY_WARNING);
      write_notes (writer, cards);
    }
  bl_html_end (writer, "div");
}
