/* What a draft says that other origins say alike: both in their words, so that an editor can see whether it is so. */
#include "html/galley.h"
#include "html/parts.h"
#include "html/sections.h"

/* Characters of a sentence, and origins of one span that are shown. */
#define SENTENCE 260
#define MAX_ORIGINS 4

static const char *const titles[] = { "The draft", "Other origins", NULL };

gboolean
bl_html_has_told (const BlHtmlGalleys *galleys)
{
  if (galleys == NULL || !galleys->of_drafts)
    return FALSE;
  const BlCoverage sum = bl_coverage_sum (galleys->coverages);
  return sum.counts[BL_COVER_AGREES] > 0;
}

static void
write_row (BlHtmlWriter *writer, const BlCoverSpan *span, guint number, guint index)
{
  g_autofree char *id = bl_html_galley_id (number, index, "t"), *place = bl_html_galley_id (number, index, "");
  const guint n = span->witnesses->len;
  bl_html_begin_stack_row (writer);
  bl_html_attribute (writer, "id", id);
  bl_html_begin_stack_cell (writer, titles[0]);
  bl_html_attribute (writer, "class", "agree");
  bl_html_excerpt (writer, span->at, SENTENCE);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_begin (writer, "a");
  bl_html_attributef (writer, "href", "#%s", place);
  bl_html_textf (writer, "line %u", span->at->location.line);
  bl_html_end (writer, "a");
  bl_html_end (writer, "p");
  bl_html_end (writer, "td");
  bl_html_begin_stack_cell (writer, titles[1]);
  bl_html_attribute (writer, "class", "other agree");
  for (guint i = 0; i < MIN (n, MAX_ORIGINS); i++)
    {
      const BlClaim *claim = span->witnesses->pdata[i];
      bl_html_excerpt (writer, &claim->at, SENTENCE);
      bl_html_place_line (writer, &claim->at);
    }
  bl_html_left_out (writer, n, MAX_ORIGINS, "origins");
  bl_html_end (writer, "td");
  bl_html_end (writer, "tr");
}

void
bl_html_told (BlHtmlWriter *writer, const BlHtmlGalleys *galleys)
{
  bl_html_section (writer, "told", "Told alike elsewhere");
  bl_html_element (
      writer, "p", "aside",
      "What comparison found to be the same in an article of another origin, one article of each. Copies, and articles of the "
      "draft's own source, are not counted.");
  bl_html_begin_stack (writer, "halves told", "told-h", titles);
  for (guint i = 0; i < galleys->coverages->len; i++)
    {
      const BlCoverage *coverage = galleys->coverages->pdata[i];
      for (guint k = 0; k < coverage->spans->len; k++)
        if (g_array_index (coverage->spans, BlCoverSpan, k).state == BL_COVER_AGREES)
          write_row (writer, &g_array_index (coverage->spans, BlCoverSpan, k), i, k);
    }
  bl_html_end_stack (writer);
  bl_html_end (writer, "section");
}
