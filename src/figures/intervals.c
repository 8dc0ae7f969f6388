/* A figure allows what its last place allows ("512": half; "7.2 million": 50,000), but of a large round number not more than a few
 * percent; two plain figures also agree within the two percent that print rounds away. Bounds and counts below a hundred are exact. */
#include "figures/intervals.h"

#include <math.h>
#include <string.h>

/* Of the value: what "about" allows, the most that a round number allows, and what each of two plain figures allows in any case. */
#define APPROXIMATE 0.1
#define ROUND 0.07
#define PLAIN 0.01

/* Things below this are counted, not rounded. */
#define EXACT_COUNT 100

typedef struct
{
  double low, high; /* converted */
  double slack;
} Interval;

static const char *
plain_unit (const BlQuantity *quantity)
{
  return strcmp (quantity->unit, "person") == 0 ? "" : quantity->unit;
}

gboolean
bl_quantity_is_time (const BlQuantity *quantity)
{
  const BlMeasure *measure = quantity->measure;
  return measure != NULL && (strcmp (measure->dimension, "time") == 0 || strcmp (measure->dimension, "calendar") == 0);
}

gboolean
bl_quantities_comparable (const BlQuantity *a, const BlQuantity *b)
{
  if (bl_quantity_is_time (a) && bl_quantity_is_time (b) && a->low == b->low && a->high == b->high)
    return TRUE; /* "two weeks" and "two months": a month has no fixed length, but none of two weeks */
  if (a->measure != NULL && b->measure != NULL)
    return strcmp (a->measure->dimension, b->measure->dimension) == 0;
  return strcmp (plain_unit (a), plain_unit (b)) == 0;
}

gboolean
bl_quantity_is_bound (const BlQuantity *quantity)
{
  return isinf (quantity->high) || (quantity->low == 0 && quantity->high > 0);
}

static double
convert (const BlQuantity *quantity, double value, gboolean converted)
{
  return converted && !isinf (value) ? value * quantity->measure->factor + quantity->measure->offset : value;
}

double
bl_quantity_said (const BlQuantity *quantity)
{
  return isinf (quantity->high) ? quantity->low : quantity->high;
}

static Interval
interval_of (const BlQuantity *quantity, gboolean converted)
{
  const double value = fabs (bl_quantity_said (quantity));
  const double factor = converted ? quantity->measure->factor : 1;
  double slack = MIN (quantity->grain, ROUND * value);
  if (quantity->approximate)
    slack = MAX (slack, MAX (APPROXIMATE * value, value < 10 ? 1 : 0)); /* "a couple" may be three */
  else if (bl_quantity_is_bound (quantity)
           || (plain_unit (quantity)[0] == '\0' && value < EXACT_COUNT && value == floor (value)))
    slack = 0; /* who sets a bound does not round it */
  return (Interval){ .low = convert (quantity, quantity->low, converted),
                     .high = convert (quantity, quantity->high, converted),
                     .slack = slack * factor };
}

/* "more than 14" leaves 14 out, which "more than 500" hardly does: who writes a round number means it roughly. */
static gboolean
leaves_out (const BlQuantity *bound, const BlQuantity *exact)
{
  const double value = bl_quantity_said (bound);
  return bound->open && !bound->approximate && !exact->approximate && exact->low == exact->high && exact->low == value
         && !(value == floor (value) && fmod (value, 10) == 0);
}

/* "4 to 7" and "5 to 8": forecasts that share something and are not one. */
static gboolean
ranges_shifted (const Interval *x, const Interval *y)
{
  return x->low < x->high && y->low < y->high && !isinf (x->high) && !isinf (y->high) && x->low > 0 && y->low > 0
         && fabs (x->low - y->low) > x->slack + y->slack && fabs (x->high - y->high) > x->slack + y->slack
         && (x->low < y->low) == (x->high < y->high);
}

BlFigureFit
bl_quantities_fit (const BlQuantity *a, const BlQuantity *b)
{
  const gboolean converted = a->measure != NULL && b->measure != NULL && a->measure != b->measure;
  const gboolean bounded = bl_quantity_is_bound (a) || bl_quantity_is_bound (b);
  const Interval x = interval_of (a, converted), y = interval_of (b, converted);
  const double gap = MAX (x.low - y.high, y.low - x.high);
  if (gap <= 0)
    return leaves_out (a, b) || leaves_out (b, a) || (!a->approximate && !b->approximate && ranges_shifted (&x, &y))
               ? BL_FIT_EDGE
               : BL_FIT_AGREES;
  double slack = x.slack + y.slack;
  const gboolean counted = x.slack == 0 && y.slack == 0;
  if (!bounded && !counted)
    slack = MAX (slack, PLAIN * (MIN (fabs (x.high), fabs (x.low)) + MIN (fabs (y.high), fabs (y.low))));
  if (converted)
    slack = MAX (slack, 2 * PLAIN * MIN (fabs (x.low), fabs (y.low)));
  return gap > slack ? BL_FIT_DISJOINT : BL_FIT_AGREES;
}

gboolean
bl_quantities_thousandfold (const BlQuantity *a, const BlQuantity *b)
{
  const double x = bl_quantity_said (a), y = bl_quantity_said (b);
  return x > 0 && y > 0 && (fabs (x / y - 1000) < 1e-6 * 1000 || fabs (y / x - 1000) < 1e-6 * 1000);
}
