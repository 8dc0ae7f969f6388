#include "fixture.h"

#define CHECK(rows) fixture_check (rows, G_N_ELEMENTS (rows), TYPE (DATE))

static void
test_absolute (void)
{
  static const Row rows[] = {
    { "It began on 30 March 2022.", "", "“30 March 2022” date 2022-03-30" },
    { "It began on March 30, 2022, at noon.", "", "“March 30, 2022” date 2022-03-30" },
    { "It began on the 30th of March.", "2022-04-02", "“30th of March” date 2022-03-30" },
    { "It began on March 30.", "2022-04-02", "“March 30” date 2022-03-30" },
    { "It began on Dec. 30.", "2022-01-02", "“Dec. 30” date 2021-12-30" },
    { "It lasted Aug. 18-20.", "2025-09-02", "“Aug. 18-20” date 2025-08-18..2025-08-20" },
    { "It began in August 2008.", "", "“August 2008” date 2008-08-01..2008-08-31" },
    { "It began in August.", "2008-09-20", "“August” date 2008-08-01..2008-08-31" },
    { "It began in 1994 and ended in 1996.", "", "“1994” date 1994-01-01..1994-12-31; “1996” date 1996-01-01..1996-12-31" },
    { "The 2014 annexation was condemned.", "", "“2014” date 2014-01-01..2014-12-31" },
    { "In the 1990s all was well.", "", "“1990s” date 1990-01-01..1999-12-31" },
    { "Logged 2022-03-30.", "", "“2022-03-30” date 2022-03-30" },
    { "It began on March 30.", "", "“March 30” date ?" },
    { "They play on 5, 6 and 12 March 2019.", "", "“5, 6 and 12 March 2019” date 2019-03-05..2019-03-12" },
    { "It came on the 3rd of March 1922.", "", "“3rd of March 1922” date 1922-03-03" },
    /* years, decades, centuries */
    { "She was born in 1961 and died in 2011.", "", "“1961” date 1961-01-01..1961-12-31; “2011” date 2011-01-01..2011-12-31" },
    { "Her debut (1999) sold well.", "", "“1999” date 1999-01-01..1999-12-31" },
    { "He led it between 1990 and 1994.", "", "“1990” date 1990-01-01..1990-12-31; “1994” date 1994-01-01..1994-12-31" },
    { "He led it 1990-94.", "", "“1990-94” date 1990-01-01..1994-12-31" },
    { "He led it from 1990–1994.", "", "“1990–1994” date 1990-01-01..1994-12-31" },
    { "It was built in the 14th century.", "", "“14th century” date 1300-01-01..1400-12-31" },
    { "In the '90s all was well.", "", "“90s” date 1990-01-01..1999-12-31" },
    { "In the 1900s all was well.", "", "“1900s” date 1900-01-01..1999-12-31" },
    { "It was built in the eighteenth century.", "", "“eighteenth century” date 1700-01-01..1800-12-31" },
    { "In the late seventies all was well.", "", "“seventies” date 1970-01-01..1979-12-31" },
    /* no dates */
    { "He scored his second century.", "", "" },
    { "Temperatures stayed in the seventies.", "", "" },
    { "She is in her seventies.", "", "" },
    { "An eighteenth-century chapel burned.", "", "" },
    { "It is a 14th-century chapel.", "", "" },
    { "It was built in the 4th century BC.", "", "" },
    { "They may march on.", "2022-04-02", "" },
    { "May I ask 30 questions?", "2022-04-02", "" },
    { "On 31 February nothing happened.", "2022-04-02", "" },
    { "It cost $2020 and 2014 soldiers came.", "2022-04-02", "" },
  };
  CHECK (rows);
}

static void
test_weekdays (void)
{
  /* 30 March 2022 was a Wednesday */
  static const Row rows[] = {
    { "He spoke on Wednesday.", "2022-03-30", "“Wednesday” date 2022-03-30 relative weekday 3" },
    { "He spoke on Monday.", "2022-03-30", "“Monday” date 2022-03-28 relative weekday 1" },
    { "He spoke on Thursday.", "2022-03-30", "“Thursday” date 2022-03-24 relative weekday 4" },
    { "He will speak on Thursday.", "2022-03-30", "“Thursday” date 2022-03-31 relative weekday 4" },
    { "He spoke last Wednesday.", "2022-03-30", "“Wednesday” date 2022-03-23 relative weekday 3" },
    { "They meet next Wednesday.", "2022-03-30", "“Wednesday” date 2022-04-06 relative weekday 3" },
    { "On Monday, 8 November, it rained.", "2021-11-10", "“Monday, 8 November” date 2021-11-08 weekday 1" },
    { "On Tuesday, November 8, it rained.", "2021-11-10", "“Tuesday, November 8” date 2021-11-08 weekday 2" },
    { "He spoke on Wednesday.", "", "“Wednesday” date ? relative weekday 3" },
    { "The Sun wrote it.", "2022-03-30", "" },
  };
  CHECK (rows);
}

static void
test_relative (void)
{
  static const Row rows[] = {
    { "He spoke yesterday.", "2022-03-30", "“yesterday” date 2022-03-29 relative" },
    { "He spoke the day before yesterday.", "2022-03-30", "“day before yesterday” date 2022-03-28 relative" },
    { "They meet this week.", "2022-03-30", "“this week” date 2022-03-28..2022-04-03 relative" },
    { "They left last month.", "2022-03-30", "“last month” date 2022-02-01..2022-02-28 relative" },
    { "They left last month.", "2022-01-30", "“last month” date 2021-12-01..2021-12-31 relative" },
    { "It comes by the end of next week.", "2022-03-30", "“next week” date 2022-04-04..2022-04-10 relative" },
    { "It comes within the next two weeks.", "2022-03-30", "“next two weeks” date 2022-03-30..2022-04-13 relative" },
    { "It fell over the past three years.", "2022-03-30", "“past three years” date 2019-03-31..2022-03-30 relative" },
    { "It came two days ago.", "2022-03-30", "“two days ago” date 2022-03-28 relative" },
    { "It came today.", "", "“today” date ? relative" },
    { "The next two men fell.", "2022-03-30", "" },
  };
  CHECK (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/dates/absolute", test_absolute);
  g_test_add_func ("/mentions/dates/weekdays", test_weekdays);
  g_test_add_func ("/mentions/dates/relative", test_relative);
  return g_test_run ();
}
