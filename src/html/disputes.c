/* What speakers dispute: neither source is asked about it, but both sides belong before an editor. */
#include "report/disputes.h"
#include "html/parts.h"
#include "html/sections.h"

/* Disputes that the table shows. */
#define MAX_DISPUTES 100
/* Characters of a statement in the table. */
#define STATEMENT 280

static const char *const titles[] = { "One side", "The other", NULL };

static void
write_side (BlHtmlWriter *writer, const char *title, const BlClaim *claim)
{
  bl_html_begin_stack_cell (writer, title);
  bl_html_excerpt (writer, &claim->at, STATEMENT);
  bl_html_place_line (writer, &claim->at);
  bl_html_end (writer, "td");
}

gboolean
bl_html_has_disputes (const BlRun *run)
{
  g_autoptr (GArray) disputes = bl_disputes_new (run);
  return disputes->len > 0;
}

void
bl_html_disputes (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (GArray) disputes = bl_disputes_new (run);
  bl_html_section (writer, "disputes", "Disputed by speakers");
  bl_html_element (
      writer, "p", "aside",
      "Two articles have the opposite of each other, and at least one gives it as somebody's word. No source is wrong "
      "for reporting it; a text that takes one side as settled may be.");
  bl_html_begin_stack (writer, "halves", "disputes-h", titles);
  for (guint i = 0; i < MIN (disputes->len, MAX_DISPUTES); i++)
    {
      const BlRelated *dispute = &g_array_index (disputes, BlRelated, i);
      bl_html_begin_stack_row (writer);
      write_side (writer, titles[0], dispute->a);
      write_side (writer, titles[1], dispute->b);
      bl_html_end (writer, "tr");
    }
  bl_html_end_stack (writer);
  bl_html_left_out (writer, disputes->len, MAX_DISPUTES, "disputes");
  bl_html_end (writer, "section");
}
