/* Calendar dates with a precision: "2022", "2022-03", "2022-03-30". Proleptic Gregorian.
 *
 * A date of lower precision is an interval: 2022-03 runs from 1 to 31 March. Days are GLib Julian days
 * (1 = 1 January of year 1), so a difference is a count of days. */
#pragma once

#include <glib.h>

typedef enum
{
  BL_DATE_UNKNOWN = 0,
  BL_DATE_YEAR = 1,
  BL_DATE_MONTH = 2,
  BL_DATE_DAY = 3,
} BlDatePrecision;

typedef struct
{
  gint16 year;
  gint8 month;     /* 1..12, 0 when the precision is a year */
  gint8 day;       /* 1..31, 0 when the precision is below a day */
  gint8 precision; /* BlDatePrecision; BL_DATE_UNKNOWN is the zero value */
} BlDate;

/* An inclusive interval of Julian days. known == FALSE is the zero value: nothing is known. An open end is
 * G_MININT32 or G_MAXINT32. */
typedef struct
{
  gint32 first;
  gint32 last;
  gboolean known;
} BlDateRange;

/* Reads "YYYY", "YYYY-MM", "YYYY-MM-DD", and "YYYY-MM-DDThh:mm…" (the time is dropped). FALSE, and *date left as
 * unknown, for anything else and for days that no calendar has. */
gboolean bl_date_parse (const char *text, BlDate *date);

/* The date as it was read, "2022-03"; "" when unknown. Owned by the caller. */
char *bl_date_format (BlDate date);

/* The same into text, which has room for BL_DATE_BYTES. Returns the length. */
#define BL_DATE_BYTES 11
gsize bl_date_write (BlDate date, char *text);

BlDate bl_date_from_julian (gint32 day);
BlDate bl_date_ymd (int year, int month, int day);

/* First and last day that the date may mean; 0 when unknown. */
gint32 bl_date_first_day (BlDate date);
gint32 bl_date_last_day (BlDate date);

BlDateRange bl_date_range (BlDate date);

/* Weekday of a Julian day: 1 Monday … 7 Sunday. */
int bl_julian_weekday (gint32 day);

/* "Monday" for 1 … "Sunday" for 7. */
const char *bl_weekday_name (int weekday);

/* TRUE when both are known and share no day. */
gboolean bl_date_range_disjoint (BlDateRange a, BlDateRange b);

/* Days between the nearest ends of two ranges; 0 when they overlap, -1 when one is unknown. */
gint64 bl_date_range_days_apart (BlDateRange a, BlDateRange b);
