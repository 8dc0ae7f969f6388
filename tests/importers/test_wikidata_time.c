/* Times of Wikidata: signs, precision, calendars. */
#include "importers/wikidata_time.h"

#define GREGORIAN "http://www.wikidata.org/entity/Q1985727"
#define JULIAN "http://www.wikidata.org/entity/Q1985786"

static const struct
{
  const char *time;
  int precision;
  const char *calendar;
  const char *date;
} rows[] = {
  { "+2012-05-07T00:00:00Z", 11, GREGORIAN, "2012-05-07" },
  { "+2012-05-07T00:00:00Z", 10, GREGORIAN, "2012-05" },
  { "+2012-05-07T00:00:00Z", 9, GREGORIAN, "2012" },
  { "+2012-05-00T00:00:00Z", 11, GREGORIAN, "2012-05" },
  { "+2012-00-00T00:00:00Z", 11, GREGORIAN, "2012" },
  { "+00000002012-05-07T00:00:00Z", 11, GREGORIAN, "2012-05-07" },
  { "+2000-00-00T00:00:00Z", 7, GREGORIAN, "" },
  { "-0044-03-15T00:00:00Z", 11, JULIAN, "" },
  { "+2012-13-01T00:00:00Z", 11, GREGORIAN, "" },
  { "+1917-10-25T00:00:00Z", 11, JULIAN, "1917-11-07" },
  { "+1900-02-29T00:00:00Z", 11, JULIAN, "1900-03-13" },
  { "+1582-10-05T00:00:00Z", 11, JULIAN, "1582-10-15" },
  { "+1917-10-00T00:00:00Z", 10, JULIAN, "1917-10" },
  { "yesterday", 11, GREGORIAN, "" },
  { NULL, 11, GREGORIAN, "" },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = bl_date_format (bl_wikidata_time (rows[i].time, rows[i].precision, rows[i].calendar));
      g_assert_cmpstr (date, ==, rows[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wikidata/times", test_times);
  return g_test_run ();
}
