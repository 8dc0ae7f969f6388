#include "reliability/reliability.h"

#include <math.h>

/* Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212. */
BlProportion
bl_proportion (guint k, guint n)
{
  BlProportion proportion = { .k = k, .n = n, .low = 0, .high = 1 };
  if (n == 0)
    return proportion;
  const double z = 1.959964, p = (double) k / n, z2 = z * z;
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z * sqrt (p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
  proportion.low = MAX (0, centre - half);
  proportion.high = MIN (1, centre + half);
  return proportion;
}
