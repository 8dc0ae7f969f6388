#include "importers/wikidata_time.h"

#include "importers/intake.h"

/* The day number of a Julian date, in GLib's count (1 = 1 January of year 1, Gregorian): a year begins in March, so that its leap day is
 * its last; 307 and 366 shift the eras (Meeus, Astronomical Algorithms, chapter 7, by whole days). */
static gint32
day_of_julian (int year, int month, int day)
{
  const int shifted = month > 2 ? month - 3 : month + 9;
  const int y = month > 2 ? year : year - 1;
  return y * 365 + y / 4 + (153 * shifted + 2) / 5 + day - 308;
}

BlDate
bl_wikidata_time (const char *time, gint64 precision, const char *calendar)
{
  int month = 0;
  int day = 0;
  if (time == NULL || time[0] != '+' || precision < 9)
    return (BlDate){ 0 };
  char *end = NULL;
  const gint64 years = g_ascii_strtoll (time + 1, &end, 10); /* older dumps write eleven digits */
  if (years < 1000 || years > 2200 || sscanf (end, "-%2d-%2d", &month, &day) != 2)
    return (BlDate){ 0 };
  const int year = (int) years;
  if (precision < 10)
    month = 0;
  if (precision < 11 || month == 0)
    day = 0;
  char text[32];
  if (month == 0)
    g_snprintf (text, sizeof text, "%04d", year);
  else if (day == 0)
    g_snprintf (text, sizeof text, "%04d-%02d", year, month);
  else
    g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
  const gboolean julian = calendar != NULL && g_str_has_suffix (calendar, "Q1985786");
  if (julian && day > 0 && month <= 12 && day <= 31)
    return bl_date_from_julian (day_of_julian (year, month, day));
  return bl_import_date (text);
}
