#include "reliability/reliability.h"

/* Worked out by hand from Wilson's formula with z = 1.959964. */
static void
test_known (void)
{
  static const struct
  {
    guint k, n;
    double low, high;
  } cases[] = { { 0, 10, 0.0, 0.2775 }, { 5, 10, 0.2366, 0.7634 }, { 10, 10, 0.7225, 1.0 }, { 1, 40, 0.0044, 0.1288 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlProportion p = bl_proportion (cases[i].k, cases[i].n);
      g_assert_cmpfloat_with_epsilon (p.low, cases[i].low, 0.0005);
      g_assert_cmpfloat_with_epsilon (p.high, cases[i].high, 0.0005);
    }
}

static void
test_properties (void)
{
  const BlProportion none = bl_proportion (0, 0);
  g_assert_cmpfloat (none.low, ==, 0);
  g_assert_cmpfloat (none.high, ==, 1);
  for (guint n = 1; n < 60; n++)
    for (guint k = 0; k <= n; k++)
      {
        const BlProportion p = bl_proportion (k, n), mirror = bl_proportion (n - k, n);
        g_assert_true (p.low <= (double) k / n + 1e-12 && (double) k / n <= p.high + 1e-12);
        g_assert_cmpfloat_with_epsilon (p.low, 1 - mirror.high, 1e-9);
        /* More of the same evidence narrows the interval. */
        const BlProportion twice = bl_proportion (2 * k, 2 * n);
        g_assert_cmpfloat (twice.high - twice.low, <, p.high - p.low);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reliability/proportion/known", test_known);
  g_test_add_func ("/reliability/proportion/properties", test_properties);
  return g_test_run ();
}
