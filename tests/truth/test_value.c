#include "truth/truth.h"

#include <math.h>

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
    const char *unit;
  } cases[] = {
    { "12", 12, "" },      { " 12.50 ", 12.5, "" },  { "1,234,567", 1234567, "" },
    { "-3", -3, "" },      { "−3", -3, "" },         { "+3", 3, "" },
    { "1e3", 1000, "" },   { "5 %", 5, "%" },        { "$1,200", 1200, "$" },
    { "-$4", -4, "$" },    { ".5", 0.5, "" },        { "12,34", NAN, "" },
    { "1,2345", NAN, "" }, { "12 apples", NAN, "" }, { "1.2.3", NAN, "" },
    { "", NAN, "" },       { ".", NAN, "" },         { "-", NAN, "" },
    { "0x10", NAN, "" },   { "nan", NAN, "" },       { "inf", NAN, "" },
    { "1e999", NAN, "" },  { "12e", NAN, "" },       { "-0", 0, "" },
    { "€3", 3, "€" },
  };
  g_autoptr (BlArena) arena = bl_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlTruthReading reading = bl_truth_read_value (arena, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_true (isnan (reading.number) == isnan (cases[i].number));
      if (isnan (reading.number))
        continue;
      g_assert_cmpfloat (reading.number, ==, cases[i].number);
      g_assert_cmpstr (reading.unit, ==, cases[i].unit);
      g_assert_false (signbit (reading.number) && reading.number == 0);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    double minutes;
    gboolean half_known;
  } cases[] = {
    { "7:45", 465, FALSE },
    { "07:45", 465, TRUE },
    { "19:45", 1185, TRUE },
    { "7:45pm", 1185, TRUE },
    { "7:45 P.M.", 1185, TRUE },
    { "12:10 am", 10, TRUE },
    { "12:10p", 730, TRUE },
    { "0:05", 5, TRUE },
    { "24:00", 0, TRUE },
    { "7:45:30", 465.5, FALSE },
    { "2024-05-01 7:45", 465, TRUE },
    { "2024-05-01T19:45", 1185, TRUE },
    { "13:00 pm", NAN, TRUE },
    { "7:60", NAN, TRUE },
    { "25:00", NAN, TRUE },
    { "7:5x", NAN, TRUE },
    { "24:01", NAN, TRUE },
    { "2024-02-30 7:45", NAN, TRUE },
    { "7", NAN, TRUE },
    { "1:2:3:4", NAN, TRUE },
    { "2024-05-01T01:45:00+02:00", 1425, TRUE },
    { "2024-05-01T19:45Z", 1185, TRUE },
    { "2024-05-01T19:45:30.5Z", 1185.5 + 0.5 / 60, TRUE },
    { "19:45+02:00", NAN, TRUE },
    { "2024-05-01T19:45+2", NAN, TRUE },
  };
  g_autoptr (BlArena) arena = bl_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlTruthReading reading = bl_truth_read_value (arena, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_true (isnan (reading.minutes) == isnan (cases[i].minutes));
      if (isnan (reading.minutes))
        continue;
      g_assert_cmpfloat_with_epsilon (reading.minutes, cases[i].minutes, 1e-9);
      g_assert_cmpint (reading.half_known, ==, cases[i].half_known);
    }
}

static void
test_clock_distance (void)
{
  static const struct
  {
    const char *a, *b;
    double minutes;
  } cases[] = {
    { "19:45", "7:46 pm", 1 },                            /* with and without am and pm */
    { "23:55", "00:05", 10 },                             /* over midnight */
    { "11:55 am", "12:05 pm", 10 },                       /* over noon */
    { "7:45", "19:40", 5 },                               /* of either half */
    { "7:45 am", "7:45 pm", 720 },                        /* of different halves */
    { "12:58", "1:02", 4 },                               /* over twelve */
    { "2024-05-01 23:55", "2024-05-02 00:05", 10 },       /* with dates */
    { "2024-05-01 23:55", "2024-05-01 00:05", 1430 },     /* the date says that it is not over midnight */
    { "2024-05-01T23:55Z", "2024-05-02T02:00+02:00", 5 }, /* in two zones */
    { "2024-05-01 24:00", "2024-05-02 00:00", 0 },
    { "2024-05-01 23:55", "00:05", 10 }, /* one has none */
  };
  g_autoptr (BlArena) arena = bl_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlTruthReading a = bl_truth_read_value (arena, cases[i].a), b = bl_truth_read_value (arena, cases[i].b);
      g_assert_cmpfloat (bl_truth_clock_distance (&a, &b), ==, cases[i].minutes);
      g_assert_cmpfloat (bl_truth_clock_distance (&b, &a), ==, cases[i].minutes);
    }
}

static void
test_folding (void)
{
  static const char *const same[][2] = {
    { "Müller-Lüdenscheidt, K.", "muller ludenscheidt k" },
    { "  O’Neil ", "oneil" },
    { "“The Ark”", "the ark" },
    { "Ｆｕｌｌ width", "full width" },
    { "New   York", "new york" },
    { "STRASSE", "straße" },
    { "Ark\xC2\xA0Royal", "ark royal" },
  };
  static const char *const different[][2] = {
    { "C++", "C" },
    { "R&B", "RB" },
    { "#1", "1st" },
    { "!!", "??" },
  };
  g_autoptr (BlArena) arena = bl_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_cmpstr (bl_truth_read_value (arena, same[i][0]).folded, ==, bl_truth_read_value (arena, same[i][1]).folded);
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    g_assert_cmpstr (bl_truth_read_value (arena, different[i][0]).folded, !=,
                     bl_truth_read_value (arena, different[i][1]).folded);
}

static void
test_sets (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_assert_cmpstr (bl_truth_read_value (arena, "Zoe; Adam ;zoe;").members, ==, "adam;zoe");
  g_assert_null (bl_truth_read_value (arena, "Adam").members);
  g_assert_null (bl_truth_read_value (arena, " ; ;").members);
  const BlTruthReading a = bl_truth_read_value (arena, "b;a"), b = bl_truth_read_value (arena, "A;B"),
                       one = bl_truth_read_value (arena, "A;");
  g_assert_cmpint (bl_truth_compare_values (BL_TRUTH_SET, &a, &b), ==, 0);
  const BlTruthReading single = bl_truth_read_value (arena, "a");
  g_assert_cmpint (bl_truth_compare_values (BL_TRUTH_SET, &one, &single), ==, 0);
}

static void
test_similarity (void)
{
  static const struct
  {
    BlTruthKind kind;
    const char *a, *b;
    double similarity, support; /* support of a by b */
  } cases[] = {
    { BL_TRUTH_NUMBER, "90", "100", 0.9, 0.9 },
    { BL_TRUTH_NUMBER, "-1", "1", 0, 0 },
    { BL_TRUTH_NUMBER, "5%", "5", 0, 0 },
    { BL_TRUTH_NUMBER, "0", "0.0", 1, 1 },
    { BL_TRUTH_CLOCK, "7:30 am", "8:00 am", 0.5, 0.5 },
    { BL_TRUTH_CLOCK, "7:30 am", "9:00 am", 0, 0 },
    { BL_TRUTH_SET, "a;b", "b;a;c", 2.0 / 3, 1 },
    { BL_TRUTH_SET, "a;b;c", "b;a", 2.0 / 3, 2.0 / 3 },
    { BL_TRUTH_SET, "a", "b;c", 0, 0 },
    { BL_TRUTH_TEXT, "night", "nacht", 0.25, 0.25 }, /* ni ig gh HT, na ac ch HT: 2·1/8 */
    { BL_TRUTH_TEXT, "a", "b", 0, 0 },
    { BL_TRUTH_LABEL, "yes", "yess", 0, 0 },
    { BL_TRUTH_LABEL, "yes", "Yes", 1, 1 },
  };
  g_autoptr (BlArena) arena = bl_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlTruthReading a = bl_truth_read_value (arena, cases[i].a), b = bl_truth_read_value (arena, cases[i].b);
      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      g_assert_cmpfloat_with_epsilon (bl_truth_similarity (cases[i].kind, &a, &b), cases[i].similarity, 1e-12);
      g_assert_cmpfloat_with_epsilon (bl_truth_similarity (cases[i].kind, &b, &a), cases[i].similarity, 1e-12);
      g_assert_cmpfloat_with_epsilon (bl_truth_support (cases[i].kind, &a, &b), cases[i].support, 1e-12);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/value/numbers", test_numbers);
  g_test_add_func ("/truth/value/times", test_times);
  g_test_add_func ("/truth/value/clock-distance", test_clock_distance);
  g_test_add_func ("/truth/value/folding", test_folding);
  g_test_add_func ("/truth/value/sets", test_sets);
  g_test_add_func ("/truth/value/similarity", test_similarity);
  return g_test_run ();
}
