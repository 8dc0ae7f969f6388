/* Years alone, pairs of years, decades and centuries: in 1994, 1990-94, the 1990s, the '90s, the 14th century, the seventies. */
#include <string.h>

#include "mentions/dates.h"
#include "mentions/number_words.h"

gboolean
bl_dates_read_year (const BlDates *dates, guint at, int *year)
{
  double value;
  gboolean whole;
  if (at >= dates->end || !bl_number_digits (dates->scan, at, &value, &whole) || !whole)
    return FALSE;
  const BlToken *token = bl_scan_token (dates->scan, at);
  *year = (int) value;
  return token->end - token->start == 4 && value >= 1500 && value < 2100;
}

/* A year counts as one behind words like "in" or "the", between years, and where no noun follows that it could count. */
static gboolean
is_year (const BlDates *dates, guint at)
{
  const BlScan *scan = dates->scan;
  const BlToken *token = bl_scan_token (scan, at);
  const BlToken *next = bl_dates_token (dates, at + 1);
  if (next != NULL && next->gap == 0)
    return FALSE;
  if (next != NULL && bl_token_joins (next)
      && (bl_token_is (next, BL_LEX_UNIT) || bl_token_is (next, BL_LEX_DURATION) || bl_token_is (next, BL_LEX_MAGNITUDE)
          || bl_token_is (next, BL_LEX_PERCENT)))
    return FALSE;
  if (at > dates->begin)
    {
      const BlToken *before = bl_scan_token (scan, at - 1);
      int year;
      if ((before->shape & BL_TOKEN_SYMBOL) != 0 && token->gap == 0)
        return FALSE;
      if (bl_token_joins (token) && bl_tokens_phrase_before (&scan->tokens, dates->begin, at - 1, BL_LEX_DATE_WORD) != NULL)
        return TRUE;
      if (bl_token_joins (token) && (before->mention != BL_NO_MENTION || bl_dates_read_year (dates, at - 1, &year)))
        return TRUE;
      if (bl_token_joins (token)
          && (bl_token_equals (before, "and") || bl_token_equals (before, "to") || bl_token_equals (before, "or"))
          && at > dates->begin + 1 && bl_scan_at (scan, at - 2, BL_MENTION_DATE) != NULL)
        return TRUE;
    }
  if ((token->gap & BL_GAP_OPEN) != 0)
    return next == NULL || (next->gap & BL_GAP_CLOSE) != 0;
  gboolean ends = next == NULL || !bl_token_joins (next) || bl_token_is (next, BL_LEX_FUNCTION);
  return ends && at > dates->begin && bl_token_joins (token) && (bl_scan_token (scan, at - 1)->shape & BL_TOKEN_NUMBER) == 0
         && !bl_token_is (bl_scan_token (scan, at - 1), BL_LEX_LABEL);
}

static void
add_years (const BlDates *dates, guint at, guint end, int first, int last)
{
  BlDraft *draft = bl_dates_add (dates, at, end, (BlDate){ 0 });
  bl_dates_set_range (draft, bl_date_first_day (bl_date_ymd (first, 1, 1)),
                      bl_date_first_day (bl_date_ymd (last + 1, 1, 1)) - 1, FALSE);
}

/* "s" or "'s" touching the year. */
static gboolean
is_decade (const BlDates *dates, guint at, int year)
{
  const BlToken *token = bl_scan_token (dates->scan, at);
  if (year % 10 != 0)
    return FALSE;
  const BlToken *next = bl_dates_token (dates, at + 1);
  return next != NULL && next->gap == 0 && token->end == next->start && bl_token_equals (next, "s");
}

/* "1990-94", "1990-1994": the second year, 0 for none. "2013-14-15" and "2014-03" (a month) are none. */
static int
second_year (const BlDates *dates, guint at, int year)
{
  const BlToken *next = bl_dates_token (dates, at + 1), *behind = bl_dates_token (dates, at + 2);
  double value;
  gboolean whole;
  if (next == NULL || (next->gap != BL_GAP_HYPHEN && next->gap != BL_GAP_DASH)
      || !bl_number_digits (dates->scan, at + 1, &value, &whole) || !whole)
    return 0;
  if (behind != NULL && (behind->gap == 0 || behind->gap == BL_GAP_HYPHEN))
    return 0;
  const guint length = next->end - next->start;
  const int second = length == 4 ? (int) value : length == 2 ? year - year % 100 + (int) value : 0;
  return second > year && second < year + 100 && (length == 4 || second % 100 > 12 || year % 100 + 1 == second % 100) ? second
                                                                                                                      : 0;
}

/* "The '90s". */
static guint
find_short_decade (const BlDates *dates, guint at)
{
  const BlToken *token = bl_scan_token (dates->scan, at), *next = bl_dates_token (dates, at + 1);
  double value;
  gboolean whole;
  if (token->end - token->start != 2 || (token->gap & BL_GAP_QUOTE) == 0 || next == NULL || next->gap != 0
      || !bl_token_equals (next, "s") || !bl_number_digits (dates->scan, at, &value, &whole) || !whole || (int) value % 10 != 0
      || value < 20)
    return at;
  add_years (dates, at, at + 2, 1900 + (int) value, 1909 + (int) value);
  return at + 2;
}

/* "BC" or "BCE" stands there. */
static gboolean
is_before_christ (const BlToken *token)
{
  static const char *const words[] = { "bc", "bce", NULL };
  return token != NULL && bl_token_among (token, words);
}

/* A word of the sentence says that numbers like "the seventies" are temperatures, ages or scores. */
static gboolean
has_no_decades (const BlDates *dates)
{
  for (guint i = dates->begin; i < dates->end; i++)
    if (bl_token_is (bl_scan_token (dates->scan, i), BL_LEX_NO_DECADE))
      return TRUE;
  return FALSE;
}

/* "The seventies", "the late seventies", of years; "the eighteenth century", "the early eighteenth century". */
static guint
find_in_words (const BlDates *dates, guint at)
{
  static const char *const parts[] = { "early", "late", "mid", "middle", NULL };
  const BlToken *token = bl_scan_token (dates->scan, at);
  const BlPhrase *decade = bl_word_phrase (token->word, BL_LEX_DECADE), *century = bl_word_phrase (token->word, BL_LEX_CENTURY);
  guint the = at;
  if ((decade == NULL && century == NULL) || at == dates->begin || !bl_token_joins (token))
    return at;
  if (bl_token_among (bl_scan_token (dates->scan, at - 1), parts) && at > dates->begin + 1)
    the--;
  if (!bl_token_equals (bl_scan_token (dates->scan, the - 1), "the"))
    return at;
  if (decade != NULL)
    {
      if (has_no_decades (dates))
        return at;
      add_years (dates, at, at + 1, (int) decade->value, (int) decade->value + 9);
      return at + 1;
    }
  const BlToken *next = bl_dates_token (dates, at + 1);
  if (next == NULL || next->gap != BL_GAP_SPACE || !bl_token_equals (next, "century")
      || is_before_christ (bl_dates_token (dates, at + 2)))
    return at;
  add_years (dates, at, at + 2, ((int) century->value - 1) * 100, (int) century->value * 100);
  return at + 2;
}

/* "The 14th century"; not what is called after it ("a 14th-century chapel"), and none before Christ. The
 * days are wide: in common use 1300 and 1400 are both of the 14th. */
static guint
find_century (const BlDates *dates, guint at)
{
  const BlToken *suffix = bl_dates_token (dates, at + 1);
  double value;
  gboolean whole;
  if (suffix == NULL || suffix->gap != 0 || !bl_number_digits (dates->scan, at, &value, &whole) || !whole)
    return at;
  const guint end = at + 2;
  const BlToken *century = bl_dates_token (dates, end), *behind = bl_dates_token (dates, end + 1);
  if (value < 2 || value > 21 || century == NULL || !bl_token_follows (century) || !bl_token_equals (century, "century")
      || is_before_christ (behind))
    return at;
  add_years (dates, at, end + 1, ((int) value - 1) * 100, (int) value * 100);
  return end + 1;
}

guint
bl_dates_find_year (const BlDates *dates, guint at)
{
  int year;
  if (!bl_dates_read_year (dates, at, &year))
    {
      const guint end = find_century (dates, at);
      return end > at                                                          ? end
             : (bl_scan_token (dates->scan, at)->shape & BL_TOKEN_NUMBER) != 0 ? find_short_decade (dates, at)
                                                                               : find_in_words (dates, at);
    }
  if (is_decade (dates, at, year))
    {
      add_years (dates, at, at + 2, year, year + (year % 100 == 0 ? 99 : 9));
      return at + 2;
    }
  const int second = second_year (dates, at, year);
  if (second != 0)
    {
      add_years (dates, at, at + 2, year, second);
      return at + 2;
    }
  if (!is_year (dates, at))
    return at;
  const BlDate written = { .year = (gint16) year, .precision = BL_DATE_YEAR };
  const BlDateRange range = bl_date_range (written);
  bl_dates_set_range (bl_dates_add (dates, at, at + 1, written), range.first, range.last, FALSE);
  return at + 1;
}
