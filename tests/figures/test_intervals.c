#include "figures/intervals.h"

#include <math.h>

static BlQuantity
plain (double value, double grain, const char *unit)
{
  return (BlQuantity){
    .low = value, .high = value, .grain = grain, .unit = unit, .noun = "", .kind = "", .attribute = "", .state = ""
  };
}

static BlQuantity
above (double value)
{
  BlQuantity quantity = plain (value, 0.5, "");
  quantity.high = HUGE_VAL;
  quantity.open = TRUE;
  return quantity;
}

static BlQuantity
below (double value)
{
  BlQuantity quantity = plain (value, 0.5, "");
  quantity.low = 0;
  quantity.open = TRUE;
  return quantity;
}

static BlQuantity
range (double low, double high)
{
  BlQuantity quantity = plain (low, 0.5, "%");
  quantity.high = high;
  return quantity;
}

static void
check (BlQuantity a, BlQuantity b, BlFigureFit fit)
{
  g_assert_cmpint (bl_quantities_fit (&a, &b), ==, fit);
  g_assert_cmpint (bl_quantities_fit (&b, &a), ==, fit); /* neither side is special */
}

static void
test_plain (void)
{
  check (plain (14, 0.5, ""), plain (14, 0.5, ""), BL_FIT_AGREES);
  check (plain (14, 0.5, ""), plain (15, 0.5, ""), BL_FIT_DISJOINT);
  check (plain (500, 50, ""), plain (512, 0.5, ""), BL_FIT_AGREES); /* rounding */
  check (plain (4.97e9, 5e6, "usd"), plain (5e9, 5e8, "usd"), BL_FIT_AGREES);
  check (plain (8.4, 0.05, "%"), plain (6.4, 0.05, "%"), BL_FIT_DISJOINT);
  check (plain (7, 0.5, "%"), plain (7.3, 0.05, "%"), BL_FIT_AGREES);
}

static void
test_bounds (void)
{
  check (above (500), plain (512, 0.5, ""), BL_FIT_AGREES);
  check (above (50), plain (49, 0.5, ""), BL_FIT_DISJOINT);
  check (below (500), plain (512, 0.5, ""), BL_FIT_DISJOINT);
  check (above (14), plain (14, 0.5, ""), BL_FIT_EDGE);
  check (above (500), plain (500, 50, ""), BL_FIT_AGREES); /* who writes a round number means it roughly */
  check (above (500), above (700), BL_FIT_AGREES);
  check (above (500), below (400), BL_FIT_DISJOINT);
}

static void
test_ranges (void)
{
  check (range (3, 5), plain (4, 0.5, "%"), BL_FIT_AGREES);
  check (range (3, 5), range (6, 8), BL_FIT_DISJOINT);
  check (range (4, 7), range (5, 9), BL_FIT_EDGE);
  check (range (4, 9), range (5, 7), BL_FIT_AGREES);
}

static void
test_units (void)
{
  static const BlMeasure mile = { "length", 1609.344, 0 }, km = { "length", 1000, 0 }, kg = { "mass", 1, 0 };
  BlQuantity miles = plain (12, 0.5, "mile"), near = plain (19, 0.5, "km"), far = plain (30, 5, "km"),
             weight = plain (12, 0.5, "kg");
  miles.measure = &mile;
  near.measure = far.measure = &km;
  weight.measure = &kg;
  check (miles, near, BL_FIT_AGREES);
  check (miles, far, BL_FIT_DISJOINT);
  g_assert_true (bl_quantities_comparable (&miles, &far));
  g_assert_false (bl_quantities_comparable (&miles, &weight));
  BlQuantity people = plain (12, 0.5, "person"), things = plain (12, 0.5, ""), million = plain (3e6, 5e5, "usd"),
             billion = plain (3e9, 5e8, "usd");
  g_assert_true (bl_quantities_comparable (&people, &things));
  g_assert_true (bl_quantities_thousandfold (&million, &billion));
  g_assert_false (bl_quantities_thousandfold (&people, &billion));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/intervals/plain", test_plain);
  g_test_add_func ("/figures/intervals/bounds", test_bounds);
  g_test_add_func ("/figures/intervals/ranges", test_ranges);
  g_test_add_func ("/figures/intervals/units", test_units);
  return g_test_run ();
}
