#include "base/date.h"

#include <string.h>

/* Years of four digits: what the text form can hold. Julian days of 1 January 1 and of 31 December 9999. */
enum
{
  LAST_YEAR = 9999,
  FIRST_JULIAN = 1,
  LAST_JULIAN = 3652059
};

/* Reads exactly count ASCII digits; -1 when one of them is none. Never reads past a NUL. */
static int
digits (const char *text, int count)
{
  int value = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* "hh:mm", then whatever seconds, fractions and zones are written with. 24:00 is midnight, 23:59:60 a leap second. */
static gboolean
is_time (const char *text)
{
  int hour = digits (text, 2);
  if (hour < 0 || hour > 24 || text[2] != ':')
    return FALSE;
  int minute = digits (text + 3, 2);
  if (minute < 0 || minute > 59 || g_ascii_isdigit (text[5]))
    return FALSE;
  return text[5 + strspn (text + 5, "0123456789:.,+-Zz")] == '\0';
}

gboolean
bl_date_parse (const char *text, BlDate *date)
{
  *date = (BlDate){ 0 };
  int year = text == NULL ? -1 : digits (text, 4);
  int month = 0;
  int day = 0;
  if (year < 1)
    return FALSE;

  const char *rest = text + 4;
  if (*rest == '-')
    {
      month = digits (rest + 1, 2);
      if (month < 1)
        return FALSE;
      rest += 3;
      if (*rest == '-')
        {
          day = digits (rest + 1, 2);
          if (day < 1)
            return FALSE;
          rest += 3;
          if (*rest == 'T')
            {
              if (!is_time (rest + 1))
                return FALSE;
              rest = "";
            }
        }
    }
  if (*rest != '\0')
    return FALSE;

  *date = bl_date_ymd (year, month, day);
  return date->precision != BL_DATE_UNKNOWN;
}

static char *
write_digits (char *to, int value, int count)
{
  for (int i = count; i-- > 0; value /= 10)
    to[i] = (char) ('0' + value % 10);
  return to + count;
}

gsize
bl_date_write (BlDate date, char *text)
{
  char *to = text;
  if (date.precision >= BL_DATE_YEAR)
    to = write_digits (to, date.year, 4);
  if (date.precision >= BL_DATE_MONTH)
    {
      *to++ = '-';
      to = write_digits (to, date.month, 2);
    }
  if (date.precision >= BL_DATE_DAY)
    {
      *to++ = '-';
      to = write_digits (to, date.day, 2);
    }
  *to = '\0';
  return (gsize) (to - text);
}

char *
bl_date_format (BlDate date)
{
  char text[BL_DATE_BYTES];
  return g_strndup (text, bl_date_write (date, text));
}

/* Years are counted from March, so that the day that leap years add is the last: month n (0 = March) begins with day
 * (153 n + 2) / 5 of the year, and 400 years have 146097 days. 1 March of year 0 is 306 days before the first Julian day, 1. */
enum
{
  DAYS_OF_400_YEARS = 146097,
  MARCH_OF_YEAR_0 = -305,
};

BlDate
bl_date_from_julian (gint32 day)
{
  if (day < FIRST_JULIAN || day > LAST_JULIAN)
    return (BlDate){ 0 };
  const int since = day - MARCH_OF_YEAR_0, in_cycle = since % DAYS_OF_400_YEARS;
  const int year = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / (DAYS_OF_400_YEARS - 1)) / 365;
  const int in_year = in_cycle - (365 * year + year / 4 - year / 100);
  const int month = (5 * in_year + 2) / 153;
  return bl_date_ymd (since / DAYS_OF_400_YEARS * 400 + year + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
                      in_year - (153 * month + 2) / 5 + 1);
}

BlDate
bl_date_ymd (int year, int month, int day)
{
  BlDate unknown = { 0 };
  if (year < 1 || year > LAST_YEAR)
    return unknown;
  if (month == 0)
    return day != 0 ? unknown : (BlDate){ .year = (gint16) year, .precision = BL_DATE_YEAR };
  if (month < 1 || month > 12)
    return unknown;
  if (day == 0)
    return (BlDate){ .year = (gint16) year, .month = (gint8) month, .precision = BL_DATE_MONTH };
  if (day < 1 || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return unknown;
  return (BlDate){ .year = (gint16) year, .month = (gint8) month, .day = (gint8) day, .precision = BL_DATE_DAY };
}

static gint32
julian (int year, int month, int day)
{
  const int from_march = month > 2 ? year : year - 1;
  const int in_cycle = from_march % 400;
  const int in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return from_march / 400 * DAYS_OF_400_YEARS + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + in_year + MARCH_OF_YEAR_0;
}

gint32
bl_date_first_day (BlDate date)
{
  if (date.precision == BL_DATE_UNKNOWN)
    return 0;
  int month = date.precision >= BL_DATE_MONTH ? date.month : 1;
  int day = date.precision >= BL_DATE_DAY ? date.day : 1;
  return julian (date.year, month, day);
}

gint32
bl_date_last_day (BlDate date)
{
  if (date.precision == BL_DATE_UNKNOWN)
    return 0;
  int month = date.precision >= BL_DATE_MONTH ? date.month : 12;
  int day = date.precision >= BL_DATE_DAY ? date.day : g_date_get_days_in_month ((GDateMonth) month, (GDateYear) date.year);
  return julian (date.year, month, day);
}

BlDateRange
bl_date_range (BlDate date)
{
  if (date.precision == BL_DATE_UNKNOWN)
    return (BlDateRange){ 0 };
  return (BlDateRange){ .first = bl_date_first_day (date), .last = bl_date_last_day (date), .known = TRUE };
}

int
bl_julian_weekday (gint32 day)
{
  /* Day 1 is a Monday. The second modulus keeps days before year 1 in the week. */
  return (int) ((((gint64) day - 1) % 7 + 7) % 7) + 1;
}

const char *
bl_weekday_name (int weekday)
{
  static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return names[weekday - 1];
}

gboolean
bl_date_range_disjoint (BlDateRange a, BlDateRange b)
{
  return a.known && b.known && (a.last < b.first || b.last < a.first);
}

gint64
bl_date_range_days_apart (BlDateRange a, BlDateRange b)
{
  if (!a.known || !b.known)
    return -1;
  if (a.last < b.first)
    return (gint64) b.first - a.last;
  if (b.last < a.first)
    return (gint64) a.first - b.last;
  return 0;
}
