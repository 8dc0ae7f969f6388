/* on-weekday: a weekday beside a full date, "Monday, 8 November 2021"; and beside a day whose year is not written, "Monday, May 13", where
 * the article's own day gives the year beyond doubt. */
#include "readers/makers.h"
#include "readers/readers.h"

/* A day further from the article's may be of another year. */
#define MAX_APART 60

/* Sentences before it of which none may name another year. */
#define N_BEFORE 3

/* The sentences up to this one speak of another year than the article's. */
static gboolean
speaks_of_other_year (const BlExtraction *extraction, guint sentence)
{
  for (guint i = sentence > N_BEFORE ? sentence - N_BEFORE : 0; i <= sentence; i++)
    {
      guint first, n;
      bl_mentions_in_sentence (extraction->mentions, i, &first, &n);
      for (guint k = first; k < first + n; k++)
        {
          const BlMention *mention = bl_mentions_get (extraction->mentions, k);
          if (mention->type == BL_MENTION_DATE && !mention->date.relative && mention->date.range.known
              && mention->date.written.year != extraction->article->published.year
              && (mention->date.written.year != 0 || mention->date.written.precision == BL_DATE_UNKNOWN))
            return TRUE;
        }
    }
  return FALSE;
}

/* The day that is meant, with its year; of precision unknown where that is open. */
static BlDate
day_of (const BlExtraction *extraction, const BlMention *mention)
{
  const BlDateMention *date = &mention->date;
  const BlDate published = extraction->article->published;
  if (date->weekday == 0 || date->written.precision != BL_DATE_DAY)
    return (BlDate){ 0 };
  if (date->written.year != 0)
    return date->written;
  if (published.precision != BL_DATE_DAY || !date->range.known || date->range.first != date->range.last
      || ABS (date->range.first - bl_date_first_day (published)) > MAX_APART
      || speaks_of_other_year (extraction, mention->sentence))
    return (BlDate){ 0 };
  return bl_date_from_julian (date->range.first);
}

/* Of days without a year that are none of their weekdays, more than one tells that the article is of another year than it says. */
static gboolean
is_of_other_year (const BlExtraction *extraction)
{
  guint n, n_wrong = 0;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  for (guint i = 0; i < n; i++)
    if (mentions[i].type == BL_MENTION_DATE && mentions[i].date.weekday != 0 && mentions[i].date.written.year == 0
        && mentions[i].date.written.precision == BL_DATE_DAY && mentions[i].date.range.known)
      n_wrong += bl_julian_weekday (mentions[i].date.range.first) != mentions[i].date.weekday;
  return n_wrong > 1;
}

void
bl_read_weekdays (BlExtraction *extraction)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      if (mention->type != BL_MENTION_DATE)
        continue;
      const BlDate day = day_of (extraction, mention);
      if (day.precision == BL_DATE_UNKNOWN || (mention->date.written.year == 0 && is_of_other_year (extraction)))
        continue;
      BlClaim *claim = bl_extraction_add (extraction, "on-weekday", "reader/weekdays", mention->span);
      g_autofree char *date = bl_date_format (day);
      const BlArgument key = { .name = "date", .value = bl_arena_intern (extraction->arena, date), .surface = claim->at.text };
      bl_claim_set_key (extraction, claim, &key, 1);
      const char *name = bl_weekday_name (mention->date.weekday);
      claim->value = (BlValue){ .kind = BL_VALUE_ENUM, .text = name, .surface = name };
    }
}
