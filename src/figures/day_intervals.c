/* Days as intervals: in one calendar, open where a bound says so. */
#include "figures/day_pairs.h"

#include <string.h>

gboolean
bl_day_is_weekday_only (const BlDayDetail *detail)
{
  return detail->date->weekday != 0 && detail->date->written.precision == BL_DATE_UNKNOWN;
}

/* The same days in another year. */
static BlDateRange
move_to_year (BlDateRange days, int year)
{
  const BlDate first = bl_date_from_julian (days.first);
  const gint32 length = days.last - days.first;
  const int day = first.month == 2 && first.day == 29 ? 28 : first.day;
  days.first = bl_date_first_day (bl_date_ymd (year, first.month, day));
  days.last = days.first + length;
  return days;
}

/* The weekday of a day of a known year. */
static int
weekday_of (const BlDayDetail *detail)
{
  if (bl_day_is_weekday_only (detail))
    return detail->date->weekday;
  const gboolean day = detail->date->written.precision == BL_DATE_DAY && detail->days.known && !detail->yearless
                       && detail->days.first == detail->days.last;
  return day ? bl_julian_weekday (detail->days.first) : 0;
}

/* "On a Tuesday" against "on 14 May 1998": of an unknown week only the weekdays can be compared. */
static gboolean
find_weekdays (const BlDayDetail *x, const BlDayDetail *y, BlDateRange *a, BlDateRange *b)
{
  const gboolean one = bl_day_is_weekday_only (x) != bl_day_is_weekday_only (y);
  if (!one || (a->known && b->known) || weekday_of (x) == 0 || weekday_of (y) == 0)
    return FALSE;
  *a = (BlDateRange){ .first = weekday_of (x), .last = weekday_of (x), .known = TRUE };
  *b = (BlDateRange){ .first = weekday_of (y), .last = weekday_of (y), .known = TRUE };
  return TRUE;
}

/* The named days of both in one calendar; FALSE when they have none in common. */
gboolean
bl_days_find (const BlDayDetail *x, const BlDayDetail *y, BlDateRange *a, BlDateRange *b)
{
  *a = x->days;
  *b = y->days;
  if (bl_day_is_weekday_only (x) && bl_day_is_weekday_only (y) && (!a->known || !b->known))
    {
      *a = (BlDateRange){ .first = x->date->weekday, .last = x->date->weekday, .known = TRUE };
      *b = (BlDateRange){ .first = y->date->weekday, .last = y->date->weekday, .known = TRUE };
      return TRUE;
    }
  if (find_weekdays (x, y, a, b))
    return TRUE;
  if (!a->known || !b->known)
    return FALSE;
  if (x->yearless && !y->yearless)
    {
      if (y->date->written.precision < BL_DATE_MONTH)
        return FALSE;
      *a = move_to_year (*a, bl_date_from_julian (b->first).year);
    }
  else if (y->yearless && !x->yearless)
    {
      if (x->date->written.precision < BL_DATE_MONTH)
        return FALSE;
      *b = move_to_year (*b, bl_date_from_julian (a->first).year);
    }
  return TRUE;
}

static BlDateRange
bounded (BlDateRange days, BlDayBound bound)
{
  switch (bound)
    {
    case BL_DAY_BEFORE:
      return (BlDateRange){ .first = G_MININT32, .last = days.first - 1, .known = TRUE };
    case BL_DAY_UNTIL:
      return (BlDateRange){ .first = G_MININT32, .last = days.last, .known = TRUE };
    case BL_DAY_AFTER:
      return (BlDateRange){ .first = days.last + 1, .last = G_MAXINT32, .known = TRUE };
    case BL_DAY_SINCE:
      return (BlDateRange){ .first = days.first, .last = G_MAXINT32, .known = TRUE };
    case BL_DAY_PLAIN:
    case BL_DAY_AS_OF:
      break;
    }
  return days;
}

/* "Had sold a million by 17 March" and "by 23 March" can both be right; what is to come by a day has one such day. */
static gboolean
is_deadline (const BlDayDetail *detail)
{
  if (detail->event != NULL && detail->event->future)
    return FALSE;
  return strcmp (detail->around.lead, "by") == 0 || strcmp (detail->around.lead, "than") == 0;
}

/* One names a weekday and the other that weekday or a day that is one: which week is meant is a guess. */
gboolean
bl_days_same_weekday (const BlDayDetail *x, const BlDayDetail *y)
{
  if (bl_day_is_weekday_only (x) && bl_day_is_weekday_only (y))
    return x->date->weekday == y->date->weekday;
  const BlDayDetail *name = bl_day_is_weekday_only (x) ? x : y, *other = name == x ? y : x;
  return bl_day_is_weekday_only (name) && other->days.known && other->days.first == other->days.last
         && bl_julian_weekday (other->days.first) == name->date->weekday;
}

/* "Late on Thursday" and "early on Friday" are one night. */
static gboolean
meet_at_midnight (const BlDayDetail *x, const BlDayDetail *y)
{
  const int a = weekday_of (x), b = weekday_of (y);
  if (a == 0 || b == 0 || ((b - a + 7) % 7 != 1 && (a - b + 7) % 7 != 1))
    return FALSE;
  const gboolean x_first = (b - a + 7) % 7 == 1;
  const BlDayHour first = (x_first ? x : y)->hour, second = (x_first ? y : x)->hour;
  return (first == BL_DAY_HOUR_LATE && second != BL_DAY_HOUR_LATE)
         || (first != BL_DAY_HOUR_EARLY && second == BL_DAY_HOUR_EARLY);
}

/* Both cannot be right. Two like open ends ("since March", "since May") say when it began or ended, and are compared as such. */
gboolean
bl_days_exclude (const BlDayDetail *x, const BlDayDetail *y)
{
  BlDateRange a, b;
  if (x->bound == BL_DAY_AS_OF || y->bound == BL_DAY_AS_OF || bl_days_same_weekday (x, y) || meet_at_midnight (x, y)
      || !bl_days_find (x, y, &a, &b))
    return FALSE;
  if (x->bound == y->bound && (x->bound == BL_DAY_SINCE || (x->bound == BL_DAY_UNTIL && !is_deadline (x) && !is_deadline (y))))
    return bl_date_range_disjoint (a, b);
  return bl_date_range_disjoint (bounded (a, x->bound), bounded (b, y->bound));
}
