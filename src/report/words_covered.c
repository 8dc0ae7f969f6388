#include "report/words_covered.h"

/* The end of the spans that begin before offset; *next is the first one that does not. Spans are by place. */
static gsize
covered_until (const GArray *spans, gsize offset, guint *next, gsize end)
{
  for (; *next < spans->len; ++*next)
    {
      const BlSpan span = g_array_index (spans, BlCoverSpan, *next).span;
      if (span.start >= offset)
        break;
      end = MAX (end, span.end);
    }
  return end;
}

void
bl_words_covered (BlCoverage *coverage)
{
  gsize length, end = 0;
  const char *text = bl_document_text (coverage->article->document, &length);
  guint next = 0;
  for (const char *p = text; p < text + length;)
    {
      const char *word = p;
      gboolean is_word = FALSE;
      for (; p < text + length && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        is_word |= g_unichar_isalnum (g_utf8_get_char (p));
      end = covered_until (coverage->spans, (gsize) (p - text), &next, end);
      coverage->n_words += is_word;
      coverage->n_covered += is_word && end > (gsize) (word - text);
      if (p < text + length)
        p = g_utf8_next_char (p);
    }
}
