/* Dates with a precision, and the intervals they mean. */
#include "base/date.h"

enum
{
  LAST_JULIAN = 3652059
};

static void
test_parse_right (void)
{
  static const struct
  {
    const char *text;
    int year, month, day;
    BlDatePrecision precision;
  } cases[] = {
    { "2022", 2022, 0, 0, BL_DATE_YEAR },
    { "0001", 1, 0, 0, BL_DATE_YEAR },
    { "2022-03", 2022, 3, 0, BL_DATE_MONTH },
    { "2022-03-30", 2022, 3, 30, BL_DATE_DAY },
    { "2024-02-29", 2024, 2, 29, BL_DATE_DAY },
    { "2000-02-29", 2000, 2, 29, BL_DATE_DAY },
    { "9999-12-31", 9999, 12, 31, BL_DATE_DAY },
    { "2022-03-30T14:05", 2022, 3, 30, BL_DATE_DAY },
    { "2022-03-30T14:05:00Z", 2022, 3, 30, BL_DATE_DAY },
    { "2022-03-30T23:59:60.123+02:00", 2022, 3, 30, BL_DATE_DAY },
    { "2022-03-30T14:05:00-0500", 2022, 3, 30, BL_DATE_DAY },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlDate date;
      g_test_message ("%s", cases[i].text);
      g_assert_true (bl_date_parse (cases[i].text, &date));
      g_assert_cmpint (date.year, ==, cases[i].year);
      g_assert_cmpint (date.month, ==, cases[i].month);
      g_assert_cmpint (date.day, ==, cases[i].day);
      g_assert_cmpint (date.precision, ==, cases[i].precision);
    }
}

static void
test_parse_wrong (void)
{
  static const char *const cases[] = {
    "",
    "2",
    "202",
    "20222",
    "0000",
    "-2022",
    "2022-",
    "2022-3",
    "2022-00",
    "2022-13",
    "2022-03-",
    "2022-03-3",
    "2022-03-00",
    "2022-03-32",
    "2023-02-29",
    "1900-02-29",
    "2022-04-31",
    "2022-03-300",
    "2022/03/30",
    "30-03-2022",
    " 2022",
    "2022 ",
    "2022-03-30 ",
    "2022-03-30T",
    "2022-03-30T14",
    "2022-03-30T14:60",
    "2022-03-30T25:00",
    "2022-03-30T14:05 x",
    "2022-03-30T14:055",
    "٢٠٢٢",
    "2022–03",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlDate date = { .year = 1, .precision = BL_DATE_YEAR };
      g_test_message ("%s", cases[i]);
      g_assert_false (bl_date_parse (cases[i], &date));
      g_assert_cmpint (date.precision, ==, BL_DATE_UNKNOWN);
      g_assert_cmpint (date.year, ==, 0);
    }
  BlDate date;
  g_assert_false (bl_date_parse (NULL, &date));
}

static void
test_ymd_rejects (void)
{
  g_assert_cmpint (bl_date_ymd (2022, 0, 5).precision, ==, BL_DATE_UNKNOWN);
  g_assert_cmpint (bl_date_ymd (2022, -1, 5).precision, ==, BL_DATE_UNKNOWN);
  g_assert_cmpint (bl_date_ymd (2022, 2, 30).precision, ==, BL_DATE_UNKNOWN);
  g_assert_cmpint (bl_date_ymd (10000, 1, 1).precision, ==, BL_DATE_UNKNOWN);
  g_assert_cmpint (bl_date_ymd (0, 0, 0).precision, ==, BL_DATE_UNKNOWN);
}

/* Days all over the calendar survive the way there and back, as numbers and as text. 13 and 7 share no divisor, nor do 13 and
 * 146097, the days after which the calendar repeats. */
static void
test_calendar_property (void)
{
  for (gint32 day = 1; day <= LAST_JULIAN; day += 13)
    {
      BlDate date = bl_date_from_julian (day);
      g_assert_cmpint (date.precision, ==, BL_DATE_DAY);
      g_assert_cmpint (bl_date_first_day (date), ==, day);
      g_assert_cmpint (bl_date_last_day (date), ==, day);
      g_autofree char *text = bl_date_format (date);
      BlDate again;
      g_assert_true (bl_date_parse (text, &again));
      g_assert_cmpint (bl_date_first_day (again), ==, day);
    }
  g_assert_cmpint (bl_date_first_day (bl_date_ymd (9999, 12, 31)), ==, LAST_JULIAN);
  g_assert_cmpint (bl_date_from_julian (LAST_JULIAN).precision, ==, BL_DATE_DAY);
  g_assert_cmpint (bl_date_from_julian (LAST_JULIAN + 1).precision, ==, BL_DATE_UNKNOWN);
  g_assert_cmpint (bl_date_from_julian (0).precision, ==, BL_DATE_UNKNOWN);
  g_assert_cmpint (bl_date_from_julian (-5).precision, ==, BL_DATE_UNKNOWN);
}

/* A month or year begins the day after the one before it ends. */
static void
test_interval_property (void)
{
  gint32 month_end = bl_date_last_day (bl_date_ymd (1899, 12, 0));
  for (int year = 1900; year <= 2100; year++)
    {
      BlDate whole = bl_date_ymd (year, 0, 0);
      g_assert_cmpint (bl_date_first_day (whole), ==, month_end + 1);
      for (int month = 1; month <= 12; month++)
        {
          BlDate date = bl_date_ymd (year, month, 0);
          g_assert_cmpint (bl_date_first_day (date), ==, month_end + 1);
          month_end = bl_date_last_day (date);
        }
      g_assert_cmpint (bl_date_last_day (whole), ==, month_end);
    }
}

static void
test_weekday (void)
{
  g_assert_cmpint (bl_julian_weekday (bl_date_first_day (bl_date_ymd (2022, 3, 30))), ==, 3); /* a Wednesday */
  g_assert_cmpint (bl_julian_weekday (bl_date_first_day (bl_date_ymd (1969, 7, 20))), ==, 7); /* a Sunday */
  for (gint32 day = -700; day < 700; day++)
    g_assert_cmpint (bl_julian_weekday (day + 1), ==, bl_julian_weekday (day) % 7 + 1);
  g_assert_cmpint (bl_julian_weekday (1), ==, 1);
  g_assert_cmpint (bl_julian_weekday (0), ==, 7);
  g_assert_cmpint (bl_julian_weekday (-7), ==, 7);
  g_assert_cmpint (bl_julian_weekday (G_MININT32), >=, 1);
}

static void
test_format (void)
{
  static const char *const texts[] = { "2022", "2022-03", "2022-03-30", "0044" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      BlDate date;
      g_assert_true (bl_date_parse (texts[i], &date));
      g_autofree char *text = bl_date_format (date);
      g_assert_cmpstr (text, ==, texts[i]);
    }
  g_autofree char *unknown = bl_date_format ((BlDate){ 0 });
  g_assert_cmpstr (unknown, ==, "");
}

static BlDateRange
range (const char *text)
{
  BlDate date;
  bl_date_parse (text, &date);
  return bl_date_range (date);
}

static void
test_disjoint (void)
{
  g_assert_true (bl_date_range_disjoint (range ("2022-03"), range ("2022-04")));
  g_assert_true (bl_date_range_disjoint (range ("2022-04"), range ("2022-03-31")));
  g_assert_false (bl_date_range_disjoint (range ("2022"), range ("2022-03-31")));
  g_assert_false (bl_date_range_disjoint (range ("2022-03-31"), range ("2022-03-31")));
  g_assert_false (bl_date_range_disjoint (range (""), range ("2022")));
  g_assert_false (range ("").known);

  BlDateRange since = { .first = bl_date_first_day (bl_date_ymd (2022, 3, 1)), .last = G_MAXINT32, .known = TRUE };
  g_assert_true (bl_date_range_disjoint (since, range ("2022-02-28")));
  g_assert_false (bl_date_range_disjoint (since, range ("2500")));
}

static void
test_days_apart (void)
{
  g_assert_cmpint (bl_date_range_days_apart (range ("2022-03-30"), range ("2022-04-02")), ==, 3);
  g_assert_cmpint (bl_date_range_days_apart (range ("2022-04-02"), range ("2022-03-30")), ==, 3);
  g_assert_cmpint (bl_date_range_days_apart (range ("2022-03"), range ("2022-04")), ==, 1);
  g_assert_cmpint (bl_date_range_days_apart (range ("2022"), range ("2022-03-31")), ==, 0);
  g_assert_cmpint (bl_date_range_days_apart (range (""), range ("2022")), ==, -1);
}

/* The arithmetic of days against GLib's calendar, for a day of every week of all years. */
static void
test_julian_property (void)
{
  GDate calendar;
  g_date_clear (&calendar, 1);
  for (guint32 day = 1; day <= 3652059; day += 7)
    {
      g_date_set_julian (&calendar, day);
      const BlDate date = bl_date_from_julian ((gint32) day);
      g_assert_cmpint (date.year, ==, g_date_get_year (&calendar));
      g_assert_cmpint (date.month, ==, (int) g_date_get_month (&calendar));
      g_assert_cmpint (date.day, ==, g_date_get_day (&calendar));
      g_assert_cmpint (bl_date_first_day (date), ==, (gint32) day);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse/right", test_parse_right);
  g_test_add_func ("/date/parse/wrong", test_parse_wrong);
  g_test_add_func ("/date/ymd/rejects", test_ymd_rejects);
  g_test_add_func ("/date/calendar/property", test_calendar_property);
  g_test_add_func ("/date/interval/property", test_interval_property);
  g_test_add_func ("/date/weekday", test_weekday);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/disjoint", test_disjoint);
  g_test_add_func ("/date/days-apart", test_days_apart);
  g_test_add_func ("/date/julian/property", test_julian_property);
  return g_test_run ();
}
