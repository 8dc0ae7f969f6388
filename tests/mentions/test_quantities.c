#include "fixture.h"

#include <math.h>

#define CHECK(rows) fixture_check (rows, G_N_ELEMENTS (rows), TYPE (QUANTITY) | TYPE (MONEY) | TYPE (PERCENT) | TYPE (DURATION))

static void
test_numbers (void)
{
  static const Row rows[] = {
    { "They sent 500 additional troops.", "", "“500” quantity 500 troop" },
    { "They sent 1,500 Russian soldiers and 200 armoured vehicles.", "",
      "“1,500” quantity 1500 soldier; “200” quantity 200 vehicl" },
    { "Winds of 215 km/h hit.", "", "“215 km/h” quantity 215 [kmh]" },
    { "They drove 215 km/day.", "", "“215 km” quantity 215 [km]" },
    { "Twenty-five ships sank.", "", "“Twenty-five” quantity 25 ship" },
    { "Two hundred and fifty villages flooded.", "", "“Two hundred and fifty” quantity 250 villag" },
    { "One and a half million people fled.", "", "“One and a half million” quantity 1500000 [person] peopl" },
    { "About half a million people fled.", "", "“About half a million” quantity ~500000 [person] peopl" },
    { "A dozen tanks burned.", "", "“A dozen” quantity 12 tank" },
    { "Two dozen tanks burned.", "", "“Two dozen” quantity 24 tank" },
    { "Hundreds of tanks burned.", "", "“Hundreds” quantity ~200..1000 tank" },
    { "Some 3.5 million voters stayed home.", "", "“Some 3.5 million” quantity ~3500000 voter" },
    { "A company of troops will come.", "", "“A company” quantity 1 [company] troop" },
    { "Two brigades of soldiers will come.", "", "“Two brigades” quantity 2 [brigade] soldier" },
    { "One soldier died.", "", "“One” quantity 1 soldier" },
    { "They shot down two F-16 jets.", "", "“two” quantity 2 jet" },
    { "5,000 of its troops left.", "", "“5,000” quantity 5000 troop" },
  };
  CHECK (rows);
}

static void
test_bounds (void)
{
  static const Row rows[] = {
    { "At least 12 people died.", "", "“At least 12” quantity 12..inf [person] peopl" },
    { "More than 300 houses burned.", "", "“More than 300” quantity 300..inf hous" },
    { "Up to 40 pupils came.", "", "“Up to 40” quantity 0..40 pupil" },
    { "Fewer than 40 pupils came.", "", "“Fewer than 40” quantity 0..40 pupil" },
    { "Nearly 40 pupils came.", "", "“Nearly 40” quantity ~40 pupil" },
    { "There were 40 or more pupils.", "", "“40 or more” quantity 40..inf pupil" },
    { "From 60 to 150 people live here.", "", "“From 60 to 150” quantity 60..150 [person] peopl" },
    { "It has 60-150 members.", "", "“60-150” quantity 60..150 member" },
    { "It has between 60 and 150 members.", "", "“between 60 and 150” quantity 60..150 member" },
    { "Between the two rivers live 60 families.", "", "“two” quantity 2 river; “60” quantity 60 famili" },
  };
  CHECK (rows);
}

static void
test_units (void)
{
  static const Row rows[] = {
    { "The road is 12 km long.", "", "“12 km” quantity 12 [km]" },
    { "A 12-mile road was built.", "", "“12-mile” quantity 12 [mile]" },
    { "Ships carried 5 tonnes of wheat.", "", "“5 tonnes” quantity 5 [ton] wheat" },
    { "It cost $5 billion in military aid.", "", "“$5 billion” money 5000000000 [usd] aid" },
    { "It cost US$5m.", "", "“US$5m” money 5000000 [usd]" },
    { "It cost €60 to €80 million.", "", "“€60 to €80 million” money 60000000..80000000 [eur]" },
    { "It cost 40 US dollars.", "", "“40 US dollars” money 40 [usd]" },
    { "Prices rose 8.8 percent.", "", "“8.8 percent” percent 8.8 [%]" },
    { "Oil fell 1.2% to $67.40.", "", "“1.2%” percent 1.2 [%]; “$67.40” money 67.4 [usd]" },
    { "Sales rose 5% to 300 cars.", "", "“5%” percent 5 [%]; “300” quantity 300 car" },
    { "Sales rose 5% to 10%.", "", "“5% to 10%” percent 5..10 [%]" },
    { "It fell to -20 degrees Celsius.", "", "“-20 degrees Celsius” quantity -20 [celsius]" },
    { "In 2022-23 it cost billions of dollars.", "", "“billions of dollars” money ~2000000000..10000000000 [usd]" },
    { "Prices rose 8.8% in a year.", "", "“8.8%” percent 8.8 [%]" },
    { "Support fell by 3 percentage points.", "", "“3 percentage points” percent 3 [points]" },
    { "For the first time in 17 years it snowed.", "", "“17 years” duration 17 [year]" },
    { "The two-week truce held.", "", "“two-week” duration 2 [week]" },
    { "A 17-year-old boy won.", "", "“17-year-old” duration 17 [year] age" },
    { "The magnitude 7.8 quake struck.", "", "“7.8” quantity 7.8 [magnitude]" },
  };
  CHECK (rows);
}

static void
test_no_quantities (void)
{
  static const Row rows[] = {
    { "Article 5 and Option Two apply.", "", "" },
    { "Resolution 1325 passed in 1994.", "", "" },
    { "The G7 met at 10:30.", "", "" },
    { "A video of 1:04 was shown.", "", "" },
    { "Arsenal won 3-1.", "", "" },
    { "Look at note [3] and at point 4.", "", "" },
    { "1. Wash the dishes.", "", "" },
    { "The F-16 and the T-72 are old.", "", "" },
    { "He left on 9/11.", "", "" },
    { "It is the 5th day of the 21st century.", "", "" },
    { "No one came, and the one who did left.", "", "" },
    { "Olena Petrenko, 45, said so.", "", "" },
    { "One in four children is poor, and two in five are ill.", "", "" },
    { "The 12-point plan and the two-layered cake failed.", "", "" },
    { "It opens at 8 pm.", "", "" },
  };
  CHECK (rows);
}

static void
test_shares (void)
{
  static const Row rows[] = {
    { "A third of the drivers left.", "", "“A third” percent ~33.33333333 [%] driver" },
    { "Two-thirds of members voted.", "", "“Two-thirds” percent ~66.66666666 [%] member" },
    { "Nearly half of the shops closed.", "", "“Nearly half” percent ~50 [%] shop" },
    { "It won in the second half of the year.", "", "" },
    { "The farm is a third of a mile away.", "", "" },
    { "Critics gave it 7.3/10 on average.", "", "“7.3/10” quantity 7.3 [/10]" },
    { "It scored 51 out of 100, the site said.", "", "“51 out of 100” quantity 51 [/100]" },
    { "It rained on 9/10 and on 24/7.", "", "" },
    { "About 3 out of 10 children are poor.", "", "" },
    { "It was a magnitude-5.2 quake.", "", "“5.2” quantity 5.2 [magnitude]" },
    { "It had a magnitude of 4.4.", "", "“4.4” quantity 4.4 [magnitude]" },
    { "It fell to minus 20 degrees Celsius.", "", "“20 degrees Celsius” quantity -20 [celsius]" },
    { "It earned 75 crore rupees.", "", "“75 crore rupees” money 750000000 [inr]" },
    { "It heard from fewer than 60 witnesses.", "", "“fewer than 60” quantity 0..60 wit" },
    { "Sales are in the range of $5 and $6 million.", "", "“$5 and $6 million” money 5000000..6000000 [usd]" },
  };
  CHECK (rows);
}

/* What the figures of one sentence are of: "kind/attribute/state", with the half of the last place where it is asked for. */
static char *
slots_of (Fixture *fixture, const char *text)
{
  fixture_read (fixture, text, "");
  GString *out = g_string_new (NULL);
  guint n;
  const BlMention *mentions = bl_mentions_list (fixture->mentions, &n);
  for (guint i = 0; i < n; i++)
    if (mentions[i].type == BL_MENTION_QUANTITY || mentions[i].type == BL_MENTION_MONEY
        || mentions[i].type == BL_MENTION_PERCENT)
      g_string_append_printf (out, "%s%s/%s/%s", out->len > 0 ? " " : "", mentions[i].quantity->kind,
                              mentions[i].quantity->attribute, mentions[i].quantity->state);
  return g_string_free (out, FALSE);
}

static void
test_slots (void)
{
  static const struct
  {
    const char *text, *slots;
  } rows[] = {
    { "The storm killed 12 people and injured 40.", "person//death //injury" },
    { "Twelve fatalities were counted.", "death//death" },
    { "The death toll rose to 122.", "death/toll/death" },
    { "The number of cases registered in the valley is 727.", "case/case/" },
    { "It lies at a depth of 10 km.", "/depth/" },
    { "Turnout in the old town was 37 percent.", "/turnout/" },
    { "The town has a population of 20,000.", "person/popul/" },
    { "They sent 512 parcels.", "parcel//" },
    { "About 40 houses were damaged.", "home//damage" },
  };
  Fixture fixture;
  fixture_open (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *slots = slots_of (&fixture, rows[i].text);
      g_assert_cmpstr (slots, ==, rows[i].slots);
    }
  fixture_close (&fixture);
}

static void
test_measures (void)
{
  static const struct
  {
    const char *text;
    double low, grain, converted; /* to the unit of its dimension; NAN: none */
    gboolean open;
  } rows[] = {
    { "It is more than 12 miles away.", 12, 0.5, 19312.128, TRUE },
    { "It is at least 12 miles away.", 12, 0.5, 19312.128, FALSE },
    { "It weighs 500 kg.", 500, 50, 500, FALSE },
    { "It was 50 degrees Fahrenheit.", 50, 5, 10, FALSE },
    { "It covers 1,000 hectares.", 1000, 500, 1e7, FALSE },
    { "It cost $7.2 million.", 7.2e6, 5e4, NAN, FALSE },
    { "It cost $7.25 million.", 7.25e6, 5e3, NAN, FALSE },
  };
  Fixture fixture;
  fixture_open (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_read (&fixture, rows[i].text, "");
      const BlQuantity *quantity = bl_mentions_get (fixture.mentions, 0)->quantity;
      g_assert_cmpfloat_with_epsilon (quantity->low, rows[i].low, 1e-9 * rows[i].low);
      g_assert_cmpfloat_with_epsilon (quantity->grain, rows[i].grain, 1e-9 * rows[i].low);
      g_assert_cmpint (quantity->open, ==, rows[i].open);
      g_assert_cmpint (quantity->measure == NULL, ==, isnan (rows[i].converted));
      if (quantity->measure != NULL)
        g_assert_cmpfloat_with_epsilon (quantity->low * quantity->measure->factor + quantity->measure->offset,
                                        rows[i].converted, 1e-6 * rows[i].converted);
    }
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/quantities/numbers", test_numbers);
  g_test_add_func ("/mentions/quantities/bounds", test_bounds);
  g_test_add_func ("/mentions/quantities/units", test_units);
  g_test_add_func ("/mentions/quantities/none", test_no_quantities);
  g_test_add_func ("/mentions/quantities/shares", test_shares);
  g_test_add_func ("/mentions/quantities/slots", test_slots);
  g_test_add_func ("/mentions/quantities/measures", test_measures);
  return g_test_run ();
}
