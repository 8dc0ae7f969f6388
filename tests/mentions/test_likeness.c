/* How likely is enough: more for a family name alone, less the more speaks for it. */
#include "mentions/likeness.h"

static void
test_needed (void)
{
  for (BlBeside beside = 0; beside < BL_N_BESIDE; beside++)
    {
      const double whole = bl_likeness_needed (beside, TRUE);
      const double lone = bl_likeness_needed (beside, FALSE);
      g_assert_cmpfloat (whole, >, 0);
      g_assert_cmpfloat (whole, <, 1);
      g_assert_cmpfloat (lone, >, whole);
      g_assert_cmpfloat (lone, <=, bl_likeness_needed (BL_BESIDE_NOTHING, FALSE));
      g_assert_cmpfloat (whole, <=, bl_likeness_needed (BL_BESIDE_NOTHING, TRUE));
    }
  g_assert_cmpfloat (bl_likeness_needed (BL_BESIDE_NOTHING, FALSE), >, 1); /* never */
  g_assert_cmpfloat (bl_likeness_needed (BL_BESIDE_SEAT, FALSE), <, bl_likeness_needed (BL_BESIDE_SEAT_OF_SEVERAL, FALSE));
  g_assert_cmpfloat (bl_likeness_needed (BL_BESIDE_SEAT_OF_SEVERAL, FALSE), <,
                     bl_likeness_needed (BL_BESIDE_SEAT_OF_MANY, FALSE));
}

static void
test_decides (void)
{
  g_assert_true (bl_likeness_decides (0.2, 0));
  g_assert_true (bl_likeness_decides (0.9, 0.5));
  g_assert_true (bl_likeness_decides (0.99, 0.9));
  g_assert_true (bl_likeness_decides (1, 0.999));
  g_assert_false (bl_likeness_decides (0.9, 0.8));
  g_assert_false (bl_likeness_decides (0.02, 0.01));
  g_assert_false (bl_likeness_decides (1, 1));
  g_assert_false (bl_likeness_decides (0.5, 0.9));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/likeness/needed", test_needed);
  g_test_add_func ("/mentions/likeness/decides", test_decides);
  return g_test_run ();
}
