#include "fixture.h"

#define CHECK(rows) fixture_check (rows, G_N_ELEMENTS (rows), TYPE (COUNTRY) | TYPE (ORG) | TYPE (PLACE) | TYPE (TREATY))

static void
test_states (void)
{
  static const Row rows[] = {
    { "Poland’s army and the Poles cheered in Warsaw.", "", "“Poland” country/pl; “Poles” country/pl; “Warsaw” country/pl" },
    { "The U.S. and the US agreed; the Kremlin did not.", "", "“U.S.” country/us; “US” country/us; “Kremlin” country/ru" },
    { "They told us what America wants.", "", "“America” country/us" },
    { "A Franco-German plan and pro-Russian voices.", "", "“German” country/de; “Russian” country/ru" },
    { "US-led talks, Russia-Ukraine war", "", "“US” country/us; “Russia” country/ru; “Ukraine” country/ua" },
    { "Russian Federation troops left.", "", "“Russian Federation” country/ru" },
    { "ukraine and poland", "", "" },
  };
  CHECK (rows);
}

static void
test_ambiguous (void)
{
  static const Row rows[] = {
    { "Georgia voted.", "", "“Georgia” country/ge ambiguous" },
    { "Georgia voted, and Tbilisi cheered.", "", "“Georgia” country/ge; “Tbilisi” country/ge" },
    { "Michael Jordan said so.", "", "“Jordan” country/jo ambiguous" },
    { "Barack Jordan said so.", "", "" },
  };
  CHECK (rows);
}

static void
test_organisations (void)
{
  static const Row rows[] = {
    { "NATO and the EU met at the UN Security Council.", "",
      "“NATO” org/nato; “EU” org/eu; “UN Security Council” org/un-security-council" },
    { "The man who came asked the WHO.", "", "“WHO” org/who" },
    { "The Times wrote it.", "", "“Times” org/the-times" },
    { "Times change.", "", "" },
    { "It broke the Budapest Memorandum.", "", "“Budapest Memorandum” treaty/budapest-memorandum" },
  };
  CHECK (rows);
}

static void
test_places (void)
{
  static const Row rows[] = {
    { "Shells fell on Kharkiv and Mariupol.", "", "“Kharkiv” place/kharkiv; “Mariupol” place/mariupol" },
    { "Talks in Istanbul and New York failed.", "", "“Istanbul” place/istanbul; “New York” place/new-york" },
    { "From St. Petersburg to Rostov-on-Don.", "",
      "“St. Petersburg” place/st-petersburg; “Rostov-on-Don” place/rostov-on-don" },
    { "Nice weather, said nobody in Nice.", "", "“Nice” place/nice" },
    { "The Euro-Atlantic area is large.", "", "" },
    { "A split hull perms nothing.", "", "" },
  };
  CHECK (rows);
}

static void
test_place_state (void)
{
  Fixture fixture;
  guint n;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  fixture_read (&fixture, "Shells fell on Kharkiv.", "");
  const BlMention *list = bl_mentions_list (fixture.mentions, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (list[0].country.country->id, ==, "ua");
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/surfaces/states", test_states);
  g_test_add_func ("/mentions/surfaces/ambiguous", test_ambiguous);
  g_test_add_func ("/mentions/surfaces/organisations", test_organisations);
  g_test_add_func ("/mentions/surfaces/places", test_places);
  g_test_add_func ("/mentions/surfaces/place-state", test_place_state);
  return g_test_run ();
}
