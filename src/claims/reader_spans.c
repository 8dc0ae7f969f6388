/* spans-years: "for the first time in 17 years", with the date that the span counts from, in the same sentence or the one before. */
#include "claims/extraction.h"

#include <string.h>

/* Words right before the duration that make it a span back from now. */
static const char *const leads[] = { "first time in ",        "first time in more than ", "first time in nearly ",
                                     "first time in almost ", "first time in about ",     NULL };

static gboolean
has_lead (const BlExtraction *extraction, BlSpan duration, BlSpan *whole)
{
  gsize length;
  const char *text = bl_document_text (extraction->article->document, &length);
  for (guint i = 0; leads[i] != NULL; i++)
    {
      const gsize n = strlen (leads[i]);
      if (duration.start >= n && g_ascii_strncasecmp (text + duration.start - n, leads[i], n) == 0)
        {
          *whole = bl_span (duration.start - n, duration.end);
          return TRUE;
        }
    }
  return FALSE;
}

/* The one earlier date that the span may count from; NULL when there is none or more than one. */
static const BlMention *
anchor (const BlExtraction *extraction, guint sentence, int until_year)
{
  const BlMention *found = NULL;
  for (guint back = 0; back <= 1 && sentence >= back; back++)
    {
      guint first, n;
      bl_mentions_in_sentence (extraction->mentions, sentence - back, &first, &n);
      for (guint i = first; i < first + n; i++)
        {
          const BlMention *mention = bl_mentions_get (extraction->mentions, i);
          if (mention->type != BL_MENTION_DATE || mention->date.relative || mention->date.written.precision == BL_DATE_UNKNOWN
              || mention->date.written.year == 0 || mention->date.written.year >= until_year)
            continue;
          if (found != NULL && found->date.written.year != mention->date.written.year)
            return NULL;
          found = mention;
        }
    }
  return found;
}

void
bl_read_spans (BlExtraction *extraction)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  const int year = extraction->article->published.year;
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      BlSpan whole;
      if (mention->type != BL_MENTION_DURATION || mention->quantity.unit == NULL || strcmp (mention->quantity.unit, "year") != 0
          || mention->quantity.approximate || mention->quantity.low != mention->quantity.high
          || !has_lead (extraction, mention->span, &whole))
        continue;
      const BlMention *since = anchor (extraction, mention->sentence, year != 0 ? year : G_MAXINT16);
      if (since == NULL)
        continue;
      BlClaim *claim = bl_extraction_add (extraction, "spans-years", "reader/spans", whole);
      claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                                .text = bl_extraction_folded (extraction, mention->span),
                                .surface = bl_extraction_text (extraction, mention->span),
                                .quantity = mention->quantity };
      BlSpanDetail *detail = bl_arena_new0 (extraction->arena, BlSpanDetail);
      *detail = (BlSpanDetail){ .years = mention->quantity.low, .since = since->date, .until_year = year };
      claim->detail = detail;
    }
}
