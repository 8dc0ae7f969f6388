/* BlDates: what a text says of a day, and the days of the calendar it means.
 *
 *   absolute   30 March 2022, March 30, Aug. 18-20, August 2008, 2022-03-30, in 1994, the 1990s
 *   weekdays   on Wednesday, next Friday, Monday, 8 November
 *   relative   yesterday, this week, last month, by the end of next week, in the next two weeks, two days ago
 *
 * A day without a year takes the year that is nearest to the article's; a weekday is the nearest one on the side that "last",
 * "next" or a future verb names, else the last one up to the article's day. Without the article's date these have no range. */
#include <stdlib.h>
#include <string.h>

#include "mentions/dates.h"
#include "mentions/number_words.h"

/* --- absolute dates ------------------------------------------------------------------------------------------------ */

/* 1 to 31, with "st", "nd", "rd", "th" touching it; *end is behind them. */
static gboolean
read_day (const BlDates *dates, guint at, int *day, guint *end)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
  double value;
  gboolean whole;
  if (at >= dates->end || !bl_number_digits (dates->scan, at, &value, &whole) || !whole || value < 1 || value > 31)
    return FALSE;
  if (bl_scan_token (dates->scan, at)->end - bl_scan_token (dates->scan, at)->start > 2)
    return FALSE;
  *day = (int) value;
  *end = at + 1;
  const BlToken *next = bl_dates_token (dates, at + 1);
  if (next != NULL && next->gap == 0)
    {
      if (!bl_token_among (next, ordinals))
        return FALSE;
      *end = at + 2;
    }
  return TRUE;
}

static int
month_at (const BlDates *dates, guint at)
{
  if (at >= dates->end || !bl_dates_is_free (dates, at))
    return 0;
  const BlToken *token = bl_scan_token (dates->scan, at);
  const BlPhrase *phrase = bl_word_phrase (token->word, BL_LEX_MONTH);
  return phrase != NULL && (token->shape & BL_TOKEN_UPPER) != 0 ? (int) phrase->value : 0;
}

static gboolean
is_real_day (int year, int month, int day)
{
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) (year == 0 ? 2000 : year));
}

/* The first of the days that a date without a year means: in the year that brings it nearest to the article's day. */
static gint32
nearest_first (const BlDates *dates, BlDate written)
{
  int year = bl_date_from_julian (dates->scan->day.first).year;
  gint32 best = 0;
  for (int i = year - 1; i <= year + 1; i++)
    {
      if (written.precision == BL_DATE_DAY && !is_real_day (i, written.month, written.day))
        continue;
      gint32 first = bl_date_first_day (bl_date_ymd (i, written.month, MAX (written.day, 1)));
      if (best == 0 || ABS (first - dates->scan->day.first) < ABS (best - dates->scan->day.first))
        best = first;
    }
  return best;
}

static void
resolve_written (const BlDates *dates, BlDraft *draft)
{
  BlDate written = draft->mention.date.written;
  if (written.year != 0)
    {
      BlDateRange range = bl_date_range (written);
      bl_dates_set_range (draft, range.first, range.last, FALSE);
      return;
    }
  if (!dates->scan->day.known)
    return;
  gint32 first = nearest_first (dates, written);
  gint32 last = first;
  if (written.precision == BL_DATE_MONTH)
    last = bl_date_last_day (
        (BlDate){ .year = bl_date_from_julian (first).year, .month = written.month, .precision = BL_DATE_MONTH });
  bl_dates_set_range (draft, first, last, FALSE);
}

/* ", 2022" or " 2022" behind a day and month. */
static guint
year_behind (const BlDates *dates, guint at, int *year)
{
  const BlToken *token = bl_dates_token (dates, at);
  *year = 0;
  if (token == NULL || (token->gap & ~(guint) (BL_GAP_SPACE | BL_GAP_COMMA)) != 0 || token->gap == 0
      || !bl_dates_read_year (dates, at, year))
    {
      *year = 0;
      return at;
    }
  return at + 1;
}

/* "18-20 August", "August 18 to 20": the second day of a range. */
static guint
second_day (const BlDates *dates, guint at, int *day)
{
  const BlToken *token = bl_dates_token (dates, at);
  guint end;
  if (token == NULL)
    return at;
  if ((token->gap == BL_GAP_HYPHEN || (token->gap & BL_GAP_DASH) != 0) && read_day (dates, at, day, &end))
    return end;
  if (bl_token_joins (token) && (bl_token_equals (token, "to") || bl_token_equals (token, "through"))
      && read_day (dates, at + 1, day, &end))
    return end;
  return at;
}

typedef struct
{
  int year, month, day, last_day;
  guint end;
} Parsed;

/* ", 13, 19 and 20" behind the first day of a list; *last is the last of them. Only what rises counts. */
static guint
listed_days (const BlDates *dates, guint at, int first, int *last)
{
  guint end = at;
  *last = first;
  for (;;)
    {
      const BlToken *token = bl_dates_token (dates, end);
      if (token == NULL)
        return end;
      guint next = end, behind;
      if (bl_token_equals (token, "and") || bl_token_equals (token, "or") || bl_token_equals (token, "&"))
        next++;
      else if ((token->gap & BL_GAP_COMMA) == 0)
        return end;
      int day;
      if (!read_day (dates, next, &day, &behind) || day <= *last)
        return end;
      *last = day;
      end = behind;
    }
}

/* "30 March 2022", "30th of March", "18-20 August", "5, 6 and 12 March". */
static gboolean
parse_day_month (const BlDates *dates, guint at, Parsed *parsed)
{
  if (!read_day (dates, at, &parsed->day, &parsed->end))
    return FALSE;
  const guint first_end = parsed->end;
  parsed->end = second_day (dates, parsed->end, &parsed->last_day);
  if (parsed->end == first_end)
    parsed->end = listed_days (dates, parsed->end, parsed->day, &parsed->last_day);
  const BlToken *of = bl_dates_token (dates, parsed->end);
  if (of != NULL && bl_token_follows (of) && bl_token_equals (of, "of"))
    parsed->end++;
  const BlToken *month = bl_dates_token (dates, parsed->end);
  parsed->month = month != NULL && bl_token_joins (month) ? month_at (dates, parsed->end) : 0;
  if (parsed->month == 0)
    return FALSE;
  parsed->end = year_behind (dates, parsed->end + 1, &parsed->year);
  return TRUE;
}

/* "March 30", "March 30th, 2022", "Aug. 18-20", "August 2008". */
static gboolean
parse_month_day (const BlDates *dates, guint at, Parsed *parsed)
{
  parsed->month = month_at (dates, at);
  const BlToken *next = bl_dates_token (dates, at + 1);
  if (parsed->month == 0 || next == NULL || (next->gap & ~(guint) (BL_GAP_SPACE | BL_GAP_STOP | BL_GAP_COMMA)) != 0)
    return FALSE;
  if (bl_dates_read_year (dates, at + 1, &parsed->year))
    {
      parsed->end = at + 2;
      return TRUE;
    }
  if (bl_token_equals (next, "of") && bl_dates_read_year (dates, at + 2, &parsed->year))
    {
      parsed->end = at + 3;
      return TRUE;
    }
  if ((next->gap & BL_GAP_COMMA) != 0 || !read_day (dates, at + 1, &parsed->day, &parsed->end))
    return FALSE;
  parsed->end = second_day (dates, parsed->end, &parsed->last_day);
  parsed->end = year_behind (dates, parsed->end, &parsed->year);
  return TRUE;
}

/* "2022-03-30". */
static gboolean
parse_iso (const BlDates *dates, guint at, Parsed *parsed)
{
  if (at + 2 >= dates->end || !bl_dates_read_year (dates, at, &parsed->year))
    return FALSE;
  double month, day;
  gboolean whole;
  const BlToken *second = bl_scan_token (dates->scan, at + 1);
  const BlToken *third = bl_scan_token (dates->scan, at + 2);
  if (second->gap != BL_GAP_HYPHEN || third->gap != BL_GAP_HYPHEN || second->end - second->start != 2
      || third->end - third->start != 2 || !bl_number_digits (dates->scan, at + 1, &month, &whole)
      || !bl_number_digits (dates->scan, at + 2, &day, &whole))
    return FALSE;
  parsed->month = (int) month;
  parsed->day = (int) day;
  parsed->end = at + 3;
  return month >= 1 && month <= 12 && day >= 1;
}

static BlDraft *
add_parsed (const BlDates *dates, guint first, const Parsed *parsed)
{
  if (parsed->day != 0 && !is_real_day (parsed->year, parsed->month, parsed->day))
    return NULL;
  BlDate written = { .year = (gint16) parsed->year,
                     .month = (gint8) parsed->month,
                     .day = (gint8) parsed->day,
                     .precision = parsed->day != 0 ? BL_DATE_DAY : BL_DATE_MONTH };
  BlDraft *draft = bl_dates_add (dates, first, parsed->end, written);
  resolve_written (dates, draft);
  if (parsed->last_day > parsed->day && draft->mention.date.range.known)
    draft->mention.date.range.last += parsed->last_day - parsed->day;
  return draft;
}

/* A month without a day or year: only where a word before it says that it is one. */
static gboolean
is_month_alone (const BlDates *dates, guint at)
{
  static const char *const before[] = { "in",  "since", "by",   "until",  "till",  "last",   "next",    "this", "early", "late",
                                        "mid", "of",    "from", "before", "after", "during", "through", "for",  "end",   NULL };
  if (at == dates->begin || month_at (dates, at) == 0)
    return FALSE;
  const BlToken *token = bl_scan_token (dates->scan, at);
  if (!bl_token_joins (token) || !bl_token_among (bl_scan_token (dates->scan, at - 1), before))
    return FALSE;
  const BlToken *next = bl_dates_token (dates, at + 1);
  gboolean risky = strcmp (token->folded, "may") == 0 || strcmp (token->folded, "march") == 0;
  return !risky || next == NULL || !bl_token_follows (next) || (next->shape & BL_TOKEN_UPPER) == 0;
}

/* A direction before a month or weekday moves it: "last August", "next Friday". */
static int
direction_before (const BlDates *dates, guint at, gboolean *named)
{
  *named = FALSE;
  if (at == dates->begin || !bl_token_joins (bl_scan_token (dates->scan, at)))
    return 0;
  const BlPhrase *phrase = bl_word_phrase (bl_scan_token (dates->scan, at - 1)->word, BL_LEX_DIRECTION);
  *named = phrase != NULL;
  return phrase == NULL ? 0 : (int) phrase->value;
}

static void
add_month_alone (const BlDates *dates, guint at)
{
  gboolean named;
  int direction = direction_before (dates, at, &named);
  BlDate written = { .month = (gint8) month_at (dates, at), .precision = BL_DATE_MONTH };
  BlDraft *draft = bl_dates_add (dates, at, at + 1, written);
  resolve_written (dates, draft);
  BlDateRange *range = &draft->mention.date.range;
  if (!range->known)
    return;
  draft->mention.date.relative = named;
  int year = bl_date_from_julian (range->first).year;
  if (direction < 0 && range->first > dates->scan->day.last)
    year--;
  else if (direction > 0 && range->last < dates->scan->day.first)
    year++;
  BlDate month = { .year = (gint16) year, .month = written.month, .precision = BL_DATE_MONTH };
  range->first = bl_date_first_day (month);
  range->last = bl_date_last_day (month);
}

/* --- weekdays ------------------------------------------------------------------------------------------------------- */

/* "Monday, 8 November" and "Monday (8 November)" are one date. */
static guint
find_weekday (const BlDates *dates, guint at)
{
  const BlToken *token = bl_scan_token (dates->scan, at);
  const BlPhrase *phrase = bl_word_phrase (token->word, BL_LEX_WEEKDAY);
  if (phrase == NULL || (token->shape & BL_TOKEN_UPPER) == 0)
    return at;
  int weekday = (int) phrase->value;
  Parsed parsed = { 0 };
  const BlToken *next = bl_dates_token (dates, at + 1);
  if (next != NULL && (token->shape & BL_TOKEN_POSSESSIVE) == 0
      && (next->gap & ~(guint) (BL_GAP_SPACE | BL_GAP_COMMA | BL_GAP_OPEN | BL_GAP_STOP)) == 0)
    {
      gboolean dated = parse_day_month (dates, at + 1, &parsed);
      if (!dated)
        {
          parsed = (Parsed){ 0 };
          dated = parse_month_day (dates, at + 1, &parsed) && parsed.day != 0;
        }
      BlDraft *draft = dated ? add_parsed (dates, at, &parsed) : NULL;
      if (draft != NULL)
        {
          draft->mention.date.weekday = (gint8) weekday;
          return draft->end;
        }
    }
  if (strlen (token->folded) < 6
      || (next != NULL && next->gap == BL_GAP_SPACE && (next->shape & BL_TOKEN_UPPER) != 0 && bl_token_is (next, BL_LEX_BODY)))
    return at; /* "Sun", "Sat" alone; "Sunday Times" */

  BlDraft *draft = bl_dates_add (dates, at, at + 1, (BlDate){ 0 });
  draft->mention.date.weekday = (gint8) weekday;
  draft->mention.date.relative = TRUE;
  if (!dates->scan->day.known || dates->scan->day.first != dates->scan->day.last)
    return at + 1;
  gboolean named;
  int direction = direction_before (dates, at, &named);
  gint32 today = dates->scan->day.first;
  int back = (bl_julian_weekday (today) - weekday + 7) % 7;
  gint32 day = today - back;
  if (named && direction < 0 && back == 0)
    day -= 7;
  else if ((named && direction > 0) || (!named && dates->future && back != 0))
    day += 7;
  bl_dates_set_range (draft, day, day, TRUE);
  return at + 1;
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

static guint
find_absolute (const BlDates *dates, guint at)
{
  Parsed parsed = { 0 };
  gboolean found = FALSE;
  if ((bl_scan_token (dates->scan, at)->shape & BL_TOKEN_NUMBER) != 0)
    {
      found = parse_iso (dates, at, &parsed);
      if (!found)
        {
          parsed = (Parsed){ 0 };
          found = parse_day_month (dates, at, &parsed);
        }
    }
  else if (month_at (dates, at) != 0)
    found = parse_month_day (dates, at, &parsed);
  if (found && add_parsed (dates, at, &parsed) != NULL)
    return parsed.end;
  if (is_month_alone (dates, at))
    {
      add_month_alone (dates, at);
      return at + 1;
    }
  return bl_dates_find_year (dates, at);
}

static guint
find_at (const BlDates *dates, guint at)
{
  static guint (*const finders[]) (const BlDates *, guint) = { bl_dates_find_ago,  find_absolute,
                                                               find_weekday,       bl_dates_find_relative_day,
                                                               bl_dates_find_span, bl_dates_find_period };
  for (guint i = 0; i < G_N_ELEMENTS (finders); i++)
    {
      guint end = finders[i](dates, at);
      if (end > at)
        return end;
    }
  return at + 1;
}

static gboolean
speaks_of_future (const BlScan *scan, guint begin, guint end)
{
  for (guint at = begin; at < end; at++)
    if ((bl_scan_token (scan, at)->marks & BL_MARK_FUTURE) != 0)
      return TRUE;
  return FALSE;
}

void
bl_find_dates (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    {
      BlDates dates = {
        .scan = scan, .sentence = sentence, .begin = bl_scan_first (scan, sentence), .end = bl_scan_end (scan, sentence)
      };
      gboolean asked = FALSE;
      for (guint at = dates.begin; at < dates.end;)
        {
          const BlToken *token = bl_scan_token (scan, at);
          if ((token->marks & BL_MARK_DATE) == 0 || token->mention != BL_NO_MENTION)
            {
              at++;
              continue;
            }
          if (!asked)
            dates.future = speaks_of_future (scan, dates.begin, dates.end);
          asked = TRUE;
          at = find_at (&dates, at);
        }
    }
}
