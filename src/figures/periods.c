#include "figures/periods.h"

#include <string.h>

/* Days that the two sentences name besides exclude each other. */
static gboolean
days_exclude (const BlSentencePair *pair)
{
  gboolean named = FALSE;
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!bl_is_predicate (a, "happens-on") || !bl_is_predicate (b, "happens-on") || !a->value.date.known
            || !b->value.date.known)
          continue;
        if (!bl_date_range_disjoint (a->value.date, b->value.date))
          return FALSE;
        named = TRUE;
      }
  return named;
}

/* The sentence names that year; any at all when year is 0. */
static gboolean
names_year (const BlPairSide *side, int year)
{
  guint first, n;
  const BlMentions *mentions = bl_article_claims_mentions (side->article);
  bl_mentions_in_sentence (mentions, side->sentence->index, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (mentions, i);
      if (mention->type == BL_MENTION_DATE && mention->date.written.year != 0
          && (year == 0 || mention->date.written.year == year))
        return TRUE;
    }
  return FALSE;
}

/* Both name years, and no year is in both. */
static gboolean
years_exclude (const BlSentencePair *pair)
{
  guint first, n;
  const BlMentions *mentions = bl_article_claims_mentions (pair->a.article);
  bl_mentions_in_sentence (mentions, pair->a.sentence->index, &first, &n);
  if (!names_year (&pair->a, 0) || !names_year (&pair->b, 0))
    return FALSE;
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (mentions, i);
      if (mention->type == BL_MENTION_DATE && mention->date.written.year != 0
          && names_year (&pair->b, mention->date.written.year))
        return FALSE;
    }
  return TRUE;
}

/* The days that the sentences name by month and number are not the same, nor the months. */
static gboolean
months_exclude (const BlSentencePair *pair)
{
  gboolean named = FALSE;
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!bl_is_predicate (a, "happens-on") || !bl_is_predicate (b, "happens-on"))
          continue;
        const BlDate x = ((const BlDayDetail *) a->detail)->date->written, y = ((const BlDayDetail *) b->detail)->date->written;
        if (x.month == 0 || y.month == 0)
          continue;
        if (x.month == y.month && (x.day == 0 || y.day == 0 || x.day == y.day))
          return FALSE;
        named = TRUE;
      }
  return named;
}

/* "before 4 April", "after 2017": until or since when, and not on what day. */
static gboolean
opens_period (const BlPairSide *side)
{
  guint first, n;
  gsize length;
  const BlMentions *mentions = bl_article_claims_mentions (side->article);
  const char *text = bl_document_text (bl_article_claims_article (side->article)->document, &length);
  bl_mentions_in_sentence (mentions, side->sentence->index, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      static const char *const words[] = { "before ", "after " };
      const BlMention *mention = bl_mentions_get (mentions, i);
      for (guint k = 0; mention->type == BL_MENTION_DATE && k < G_N_ELEMENTS (words); k++)
        {
          const gsize n_word = strlen (words[k]);
          if (mention->span.start >= n_word && g_ascii_strncasecmp (text + mention->span.start - n_word, words[k], n_word) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
bl_periods_exclude (const BlSentencePair *pair, gboolean loose)
{
  return days_exclude (pair) || years_exclude (pair)
         || (loose && (months_exclude (pair) || opens_period (&pair->a) != opens_period (&pair->b)));
}
