/* Days told from the article's: yesterday, this week, the next two weeks, two days ago. */
#include <math.h>
#include <string.h>

#include "mentions/dates.h"
#include "mentions/number_words.h"

guint
bl_dates_find_relative_day (const BlDates *dates, guint at)
{
  const BlScan *scan = dates->scan;
  const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, at, dates->end, BL_LEX_DAY);
  if (phrase == NULL || (bl_scan_token (scan, at)->gap & BL_GAP_HYPHEN) != 0)
    return at;
  BlDraft *draft = bl_dates_add (dates, at, at + phrase->n, (BlDate){ 0 });
  draft->mention.date.relative = TRUE;
  if (scan->day.known && scan->day.first == scan->day.last)
    bl_dates_set_range (draft, scan->day.first + (gint32) phrase->value, scan->day.first + (gint32) phrase->value, TRUE);
  return at + phrase->n;
}

static gint32
days_of (const char *unit)
{
  static const struct
  {
    const char *unit;
    gint32 days;
  } known[] = { { "second", 0 }, { "minute", 0 },   { "hour", 1 },   { "day", 1 },       { "night", 1 },      { "week", 7 },
                { "month", 30 }, { "quarter", 91 }, { "year", 365 }, { "decade", 3652 }, { "century", 36524 } };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].unit, unit) == 0)
      return known[i].days;
  return 0;
}

/* The calendar week, month or year that is direction away from the article's. */
static gboolean
calendar_period (const BlDates *dates, const char *unit, int direction, gint32 *first, gint32 *last)
{
  gint32 today = dates->scan->day.first;
  BlDate date = bl_date_from_julian (today);
  if (strcmp (unit, "week") == 0 || strcmp (unit, "weekend") == 0)
    {
      *first = today - (bl_julian_weekday (today) - 1) + 7 * direction;
      *last = *first + 6;
      if (strcmp (unit, "weekend") == 0)
        *first += 5;
      return TRUE;
    }
  if (strcmp (unit, "month") == 0)
    {
      int month = date.month - 1 + direction;
      int year = date.year + (month < 0 ? -1 : month > 11 ? 1 : 0);
      BlDate whole = { .year = (gint16) year, .month = (gint8) ((month + 12) % 12 + 1), .precision = BL_DATE_MONTH };
      *first = bl_date_first_day (whole);
      *last = bl_date_last_day (whole);
      return TRUE;
    }
  if (strcmp (unit, "year") == 0)
    {
      BlDate whole = { .year = (gint16) (date.year + direction), .precision = BL_DATE_YEAR };
      *first = bl_date_first_day (whole);
      *last = bl_date_last_day (whole);
      return TRUE;
    }
  return FALSE;
}

/* "this week", "last month", "next year". */
guint
bl_dates_find_period (const BlDates *dates, guint at)
{
  const BlToken *token = bl_scan_token (dates->scan, at);
  const BlToken *next = bl_dates_token (dates, at + 1);
  if (!bl_token_is (token, BL_LEX_DIRECTION) || next == NULL || !bl_token_follows (next))
    return at;
  const BlPhrase *period = bl_word_phrase (next->word, BL_LEX_PERIOD);
  if (period == NULL || next->folded[strlen (next->folded) - 1] == 's')
    return at;
  int direction = (int) bl_word_phrase (token->word, BL_LEX_DIRECTION)->value;
  BlDraft *draft = bl_dates_add (dates, at, at + 2, (BlDate){ 0 });
  draft->mention.date.relative = TRUE;
  gint32 first, last;
  if (dates->scan->day.known && dates->scan->day.first == dates->scan->day.last
      && calendar_period (dates, period->code, direction, &first, &last))
    bl_dates_set_range (draft, first, last, TRUE);
  return at + 2;
}

/* "the next two weeks", "the past three years", "the coming days". */
guint
bl_dates_find_span (const BlDates *dates, guint at)
{
  const BlScan *scan = dates->scan;
  const BlPhrase *direction = bl_word_phrase (bl_scan_token (scan, at)->word, BL_LEX_DIRECTION);
  if (direction == NULL || direction->value == 0 || at + 1 >= dates->end)
    return at;
  BlNumber number = { .value = 0, .end = at + 1 };
  bl_number_read (scan, at + 1, dates->end, &number);
  if (number.end > at + 1 && !bl_token_joins (bl_scan_token (scan, at + 1)))
    return at;
  if (number.value == 0)
    number.end = at + 1;
  while (number.end < dates->end
         && (bl_token_equals (bl_scan_token (scan, number.end), "few")
             || bl_token_equals (bl_scan_token (scan, number.end), "several")))
    {
      number.end++;
      number.value = 7;
    }
  const BlToken *unit = bl_dates_token (dates, number.end);
  const BlPhrase *duration = unit == NULL || !bl_token_joins (unit) ? NULL : bl_word_phrase (unit->word, BL_LEX_DURATION);
  if (duration == NULL || (number.value == 0 && unit->folded[strlen (unit->folded) - 1] != 's'))
    return at;
  BlDraft *draft = bl_dates_add (dates, at, number.end + 1, (BlDate){ 0 });
  draft->mention.date.relative = TRUE;
  if (!scan->day.known)
    return number.end + 1;
  gint32 days = (gint32) (MIN (number.value == 0 ? 14 : number.value, 1000) * MAX (days_of (duration->code), 1));
  if (direction->value > 0)
    bl_dates_set_range (draft, scan->day.first, scan->day.last + days, TRUE);
  else
    bl_dates_set_range (draft, scan->day.first - days, scan->day.last, TRUE);
  return number.end + 1;
}

/* The span of "35 years ago", to be compared as a figure; NULL of "almost 35 years ago", "35 or 40 years ago". */
static const BlQuantity *
span_ago (const BlDates *dates, guint at, const BlNumber *number, const char *unit)
{
  const BlScan *scan = dates->scan;
  const BlToken *before = at > dates->begin ? bl_scan_token (scan, at - 1) : NULL;
  if (number->about
      || (before != NULL
          && (bl_token_is (before, BL_LEX_BOUND) || bl_token_is (before, BL_LEX_NUMBER)
              || bl_tokens_phrase_before (&scan->tokens, dates->begin, at - 1, BL_LEX_BOUND) != NULL)))
    return NULL;
  BlQuantity *span = bl_arena_new0 (scan->arena, BlQuantity);
  *span = (BlQuantity){ .low = number->value,
                        .high = number->value,
                        .approximate = number->value >= 10 && fmod (number->value, 5) == 0,
                        .grain = 0.5,
                        .unit = unit,
                        .measure = bl_lexicon_measure (scan->finder->lexicon, unit),
                        .noun = "",
                        .kind = "",
                        .attribute = "",
                        .state = "" };
  return span;
}

/* "two weeks ago", "a year ago", "three days earlier" (not: earlier than what is unknown). */
guint
bl_dates_find_ago (const BlDates *dates, guint at)
{
  const BlScan *scan = dates->scan;
  const BlToken *token = bl_scan_token (scan, at);
  BlNumber number = { .value = 1, .end = at + 1 };
  gboolean article = bl_token_equals (token, "a") || bl_token_equals (token, "an");
  if (!bl_number_read (scan, at, dates->end, &number))
    {
      if (!article)
        return at;
      number = (BlNumber){ .value = 1, .end = at + 1 };
    }
  const BlToken *unit = bl_dates_token (dates, number.end);
  const BlToken *ago = bl_dates_token (dates, number.end + 1);
  if (unit == NULL || ago == NULL || !bl_token_joins (unit) || !bl_token_follows (ago) || !bl_token_equals (ago, "ago"))
    return at;
  const BlPhrase *duration = bl_word_phrase (unit->word, BL_LEX_DURATION);
  if (duration == NULL || number.value > 100000)
    return at;
  BlDraft *draft = bl_dates_add (dates, at, number.end + 2, (BlDate){ 0 });
  draft->mention.date.relative = TRUE;
  draft->mention.date.ago = span_ago (dates, at, &number, duration->code);
  if (scan->day.known)
    {
      gint32 unit_days = days_of (duration->code);
      gint32 day = scan->day.first - (gint32) (number.value * unit_days);
      gint32 slack = unit_days > 1 ? unit_days / 2 : 0;
      bl_dates_set_range (draft, day - slack, day + slack, TRUE);
    }
  return number.end + 2;
}
