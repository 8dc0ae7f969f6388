#include "claims/date_parts.h"

BlDateRange
bl_season_days (int month, int year)
{
  const gint32 first = bl_date_first_day (bl_date_ymd (year, month, 1));
  const int last_month = (month + 1) % 12 + 1, last_year = month == 12 ? year + 1 : year;
  return bl_days_between (first, bl_date_last_day ((BlDate){
                                     .year = (gint16) last_year, .month = (gint8) last_month, .precision = BL_DATE_MONTH }));
}

static BlDateRange
months_of (BlDateRange year, int first, int last)
{
  const int number = bl_date_from_julian (year.first).year;
  return bl_days_between (
      bl_date_first_day (bl_date_ymd (number, first, 1)),
      bl_date_last_day ((BlDate){ .year = (gint16) number, .month = (gint8) last, .precision = BL_DATE_MONTH }));
}

/* Thirds: of a year by months, of a month by tens of days, of a week two days, two days and three. */
static BlDateRange
third_of (BlDateRange days, guint third)
{
  const gint32 length = days.last - days.first + 1;
  if (length >= 365 && length <= 366)
    return months_of (days, (int) third * 4 + 1, (int) third * 4 + 4);
  const gint32 step = length == 7 ? 2 : length <= 31 ? 10 : length / 3;
  if (length < 7)
    return days;
  const gint32 first = days.first + step * (gint32) third;
  return bl_days_between (first, third == 2 ? days.last : first + step - 1);
}

BlDateRange
bl_date_part_days (BlDateRange days, BlDatePart part, gint32 today)
{
  /* "By late spring" has been made open: it has no length, and no half. */
  if (days.first == G_MININT32 || days.last == G_MAXINT32)
    return days;
  const gint32 half = (days.last - days.first + 1) / 2;
  const gboolean year = days.last - days.first + 1 >= 365 && days.last - days.first + 1 <= 366;
  switch (part)
    {
    case BL_PART_EARLY:
      return third_of (days, 0);
    case BL_PART_MIDDLE:
      return third_of (days, 1);
    case BL_PART_LATE:
      return third_of (days, 2);
    case BL_PART_FIRST_HALF:
      return year ? months_of (days, 1, 6) : bl_days_between (days.first, days.first + half - 1);
    case BL_PART_SECOND_HALF:
      return year ? months_of (days, 7, 12) : bl_days_between (days.first + half, days.last);
    case BL_PART_QUARTER_1:
    case BL_PART_QUARTER_2:
    case BL_PART_QUARTER_3:
    case BL_PART_QUARTER_4:
      return year ? months_of (days, (int) (part - BL_PART_QUARTER_1) * 3 + 1, (int) (part - BL_PART_QUARTER_1) * 3 + 3) : days;
    case BL_PART_SO_FAR:
      return days.first <= today ? bl_days_between (days.first, MIN (today, days.last)) : days;
    case BL_PART_REST:
      return days.last >= today ? bl_days_between (MAX (today, days.first), days.last) : days;
    case BL_PART_WHOLE:
      break;
    }
  return days;
}

/* --- reading -------------------------------------------------------------------------------------------------------- */

static BlDatePart
part_named (const BlWords *sentence, const BlTimeWords *words, guint word)
{
  static const char *const numbers[] = { "first", "second", "third" };
  const BlDatePart part = bl_time_words_part (words, bl_words_text (sentence, word));
  if (part != BL_PART_WHOLE || word == 0)
    return part;
  if (bl_words_is (sentence, word, "half"))
    return bl_words_is (sentence, word - 1, "second")  ? BL_PART_SECOND_HALF
           : bl_words_is (sentence, word - 1, "first") ? BL_PART_FIRST_HALF
                                                       : BL_PART_WHOLE;
  if (!bl_words_is (sentence, word, "quarter"))
    return BL_PART_WHOLE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (bl_words_is (sentence, word - 1, numbers[i]))
      return (BlDatePart) (BL_PART_QUARTER_1 + i);
  return bl_time_words_has (words, bl_words_text (sentence, word - 1), BL_TIME_FINAL) ? BL_PART_QUARTER_4 : BL_PART_WHOLE;
}

static guint
skip_light (const BlWords *sentence, const BlTimeWords *words, guint at)
{
  while (at > 0 && bl_time_words_has (words, bl_words_text (sentence, at - 1), BL_TIME_PART_LIGHT))
    at--;
  return at;
}

BlDatePart
bl_date_part_read (const BlWords *sentence, const BlTimeWords *words, guint *first)
{
  guint at = *first;
  if (at > 0 && bl_words_is (sentence, at - 1, "the"))
    at--;
  if (at > 1 && bl_words_is (sentence, at - 1, "of"))
    {
      if (bl_time_words_season (words, bl_words_text (sentence, at - 2)) != 0)
        {
          *first = skip_light (sentence, words, at - 2);
          return BL_PART_WHOLE;
        }
      const BlDatePart part = part_named (sentence, words, at - 2);
      if (part == BL_PART_WHOLE && !bl_time_words_has (words, bl_words_text (sentence, at - 2), BL_TIME_WHOLE))
        return BL_PART_WHOLE;
      *first = skip_light (sentence, words, at - 2);
      return part;
    }
  at = *first;
  const gboolean follows = at > 0 && at < bl_words_count (sentence) && bl_words_get (sentence, at)->breaks == 0;
  const BlDatePart part = follows ? part_named (sentence, words, at - 1) : BL_PART_WHOLE;
  if (part == BL_PART_WHOLE || bl_words_is (sentence, at - 1, "end") || bl_words_is (sentence, at - 1, "start"))
    return BL_PART_WHOLE;
  *first = at - 1;
  return part;
}
