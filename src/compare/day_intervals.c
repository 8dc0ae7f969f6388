/* Days as intervals: in one calendar, open where a bound says so. */
#include "compare/day_pairs.h"

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

/* "By 17 March" and "by 23 March" can both be right. */
static gboolean
is_deadline (const BlDayDetail *detail)
{
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

/* Both cannot be right. Two like open ends ("since March", "since May") say when it began or ended, and are compared as such. */
gboolean
bl_days_exclude (const BlDayDetail *x, const BlDayDetail *y)
{
  BlDateRange a, b;
  if (x->bound == BL_DAY_AS_OF || y->bound == BL_DAY_AS_OF || bl_days_same_weekday (x, y) || !bl_days_find (x, y, &a, &b))
    return FALSE;
  if (x->bound == y->bound && (x->bound == BL_DAY_SINCE || (x->bound == BL_DAY_UNTIL && !is_deadline (x) && !is_deadline (y))))
    return bl_date_range_disjoint (a, b);
  return bl_date_range_disjoint (bounded (a, x->bound), bounded (b, y->bound));
}
