/* Findings that people decided about, and decisions that nothing matches any more: nothing disappears from the record. */
#include "html/parts.h"
#include "html/sections.h"
#include "report/html_writer.h"

static const char *const titles[] = { "Finding", "Question", "Where", "Decided", "Reason", NULL };

static void
write_cell (BlHtmlWriter *writer, const char *title, const char *text)
{
  bl_html_begin_stack_cell (writer, title);
  bl_html_element (writer, "bdi", NULL, text);
  bl_html_end (writer, "td");
}

/* "false-positive, until 2027-01-31" and who says so. */
static void
write_decision (BlHtmlWriter *writer, const BlDecision *decision)
{
  g_autofree char *until = bl_date_format (decision->until);
  bl_html_begin_stack_cell (writer, titles[3]);
  bl_html_text (writer, bl_html_decision_words (decision->kind));
  if (until[0] != '\0')
    bl_html_textf (writer, ", until %s", until);
  if (decision->who != NULL)
    bl_html_textf (writer, ", by %s", decision->who);
  bl_html_end (writer, "td");
  write_cell (writer, titles[4], decision->why);
}

static void
write_findings (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_begin_stack (writer, "decided", "set-aside-h", titles);
  const GPtrArray *findings = bl_findings_list (run->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      if (!bl_review_hides (run->review, finding))
        continue;
      bl_html_begin_stack_row (writer);
      write_cell (writer, NULL, finding->id);
      bl_html_begin_stack_cell (writer, NULL);
      bl_html_prose_element (writer, "bdi", NULL, finding->message);
      bl_html_end (writer, "td");
      bl_html_begin_stack_cell (writer, titles[2]);
      bl_html_place (writer, finding->at);
      bl_html_end (writer, "td");
      write_decision (writer, bl_review_of (run->review, finding));
      bl_html_end (writer, "tr");
    }
  bl_html_end_stack (writer);
}

static void
write_stale (BlHtmlWriter *writer, const GPtrArray *list, const char *what)
{
  for (guint i = 0; i < list->len; i++)
    {
      const BlDecision *decision = list->pdata[i];
      bl_html_begin (writer, "li");
      bl_html_textf (writer, "%s:%u, %s, %s: %s", decision->file, decision->line,
                     decision->id != NULL ? decision->id : decision->fingerprint, decision->at != NULL ? decision->at : "",
                     what);
      bl_html_end (writer, "li");
    }
}

gboolean
bl_html_has_set_aside (const BlRun *run)
{
  return bl_run_n_set_aside (run) + bl_review_stale (run->review)->len + bl_review_expired (run->review)->len > 0;
}

void
bl_html_set_aside (BlHtmlWriter *writer, const BlRun *run)
{
  if (!bl_html_has_set_aside (run))
    return;
  const GPtrArray *stale = bl_review_stale (run->review), *expired = bl_review_expired (run->review);
  const guint n = bl_run_n_set_aside (run);
  bl_html_section (writer, "set-aside", "Set aside");
  if (n > 0)
    {
      bl_html_begin (writer, "details");
      bl_html_begin (writer, "summary");
      bl_html_textf (writer, "%u finding%s that somebody decided about", n, bl_html_plural (n));
      bl_html_end (writer, "summary");
      write_findings (writer, run);
      bl_html_end (writer, "details");
    }
  if (stale->len + expired->len > 0)
    {
      bl_html_begin (writer, "ul");
      bl_html_attribute (writer, "class", "plain");
      write_stale (writer, stale, "no such finding is left");
      write_stale (writer, expired, "its time is over");
      bl_html_end (writer, "ul");
    }
  bl_html_end (writer, "section");
}
