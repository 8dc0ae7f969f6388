/* Notes in the margin of a galley: queries in words for the writer, and who says the same. What stands alone or cannot be compared is
 * told by its line. */
#include "html/galley.h"
#include "html/parts.h"
#include "html/sections.h"

#include <string.h>

/* Characters of a span in its note. */
#define SPAN 60

static gboolean
has_note (const BlCoverSpan *span)
{
  return span->state == BL_COVER_QUERY || span->state == BL_COVER_AGREES || span->state == BL_COVER_SET_ASIDE
         || span->dissent != NULL;
}

/* "?3", which leads to the span. */
static void
write_mark (BlHtmlWriter *writer, const BlCoverage *coverage, guint number, guint index)
{
  char mark[16];
  g_autofree char *id = bl_html_galley_id (number, index, "");
  bl_html_cover_mark (coverage, index, mark);
  bl_html_begin (writer, "a");
  bl_html_attribute (writer, "class", "to-span");
  bl_html_attributef (writer, "href", "#%s", id);
  bl_html_text (writer, mark);
  bl_html_end (writer, "a");
  bl_html_text (writer, " ");
}

static void
write_said (BlHtmlWriter *writer, const BlCoverSpan *span)
{
  g_autofree char *text = bl_html_shorten (span->at->text, SPAN);
  /* A quotation brings its marks. */
  const char *element = span->kind == BL_CHECKABLE_QUOTATION ? "span" : "q";
  bl_html_begin (writer, element);
  bl_html_attribute (writer, "class", "said");
  bl_html_language (writer, span->at->article);
  bl_html_text (writer, text);
  bl_html_end (writer, element);
  bl_html_text (writer, " ");
}

static void
write_query (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlCoverSpan *span)
{
  const BlFinding *finding = span->findings->pdata[0];
  /* Where this is the other side, its writer is not the one who is asked. */
  const gboolean other_side = finding->at->article != span->at->article;
  g_autofree char *words = other_side ? g_strdup (finding->message) : bl_html_question (finding);
  g_autofree char *question = bl_html_capitalised (words);
  bl_html_prose_element (writer, "span", "question", question);
  if (other_side)
    {
      bl_html_text (writer, g_str_has_suffix (question, ".") ? " Asked of " : ". Asked of ");
      bl_html_source_and_day (writer, finding->at->article);
      bl_html_text (writer, ".");
    }
  bl_html_text (writer, " ");
  for (guint i = 0; i < span->findings->len; i++)
    {
      if (bl_review_hides (cards->run->review, span->findings->pdata[i]))
        continue;
      bl_html_begin_link_to (writer, cards, span->findings->pdata[i]);
      bl_html_text (writer, i == 0 ? "card" : "another");
      bl_html_end (writer, "a");
      bl_html_text (writer, " ");
    }
}

static void
write_decided (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlCoverSpan *span)
{
  const BlFinding *finding = span->findings->pdata[0];
  const BlDecision *decision = bl_review_of (cards->run->review, finding);
  bl_html_textf (writer, "set aside as %s", bl_html_decision_words (decision->kind));
  if (decision->why != NULL)
    bl_html_textf (writer, ": %s", decision->why);
}

static void
write_agreement (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlCoverSpan *span, guint number, guint index)
{
  g_autofree char *words = bl_cover_words (cards->run, span);
  if (!cards->galleys->of_drafts)
    {
      bl_html_text (writer, words);
      return;
    }
  g_autofree char *id = bl_html_galley_id (number, index, "t");
  bl_html_begin (writer, "a");
  bl_html_attributef (writer, "href", "#%s", id);
  bl_html_text (writer, words);
  bl_html_end (writer, "a");
}

static void
write_note (BlHtmlWriter *writer, const BlHtmlCards *cards, guint number, guint index)
{
  const BlCoverage *coverage = cards->galleys->coverages->pdata[number];
  const BlCoverSpan *span = &g_array_index (coverage->spans, BlCoverSpan, index);
  bl_html_begin (writer, "li");
  bl_html_attribute (writer, "class", bl_html_cover_class (span->state));
  write_mark (writer, coverage, number, index);
  if (span->state == BL_COVER_QUERY)
    write_query (writer, cards, span);
  else
    {
      write_said (writer, span);
      if (span->state == BL_COVER_AGREES)
        write_agreement (writer, cards, span, number, index);
      else if (span->state == BL_COVER_SET_ASIDE)
        write_decided (writer, cards, span);
      else
        {
          g_autofree char *words = bl_cover_words (cards->run, span);
          bl_html_text (writer, words);
        }
    }
  bl_html_end (writer, "li");
}

void
bl_html_galley_notes (BlHtmlWriter *writer, const BlHtmlCards *cards, guint number, guint first, guint end)
{
  const BlCoverage *coverage = cards->galleys->coverages->pdata[number];
  gboolean begun = FALSE;
  for (guint i = first; i < end; i++)
    {
      if (!has_note (&g_array_index (coverage->spans, BlCoverSpan, i)))
        continue;
      if (!begun)
        {
          bl_html_begin (writer, "ul");
          bl_html_attribute (writer, "class", "marginal");
        }
      begun = TRUE;
      write_note (writer, cards, number, i);
    }
  if (begun)
    bl_html_end (writer, "ul");
}
