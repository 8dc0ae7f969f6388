/* What two figures leave open, as intervals. */
#pragma once

#include "mentions/mentions.h"

typedef enum
{
  BL_FIT_AGREES, /* one value fits both, also after rounding */
  BL_FIT_EDGE, /* ranges that overlap and are not one, "4 to 7" and "5 to 8"; or an exact figure stands on the bound that leaves it out: "more than 14" and "14" */
  BL_FIT_DISJOINT, /* no value fits both */
} BlFigureFit;

/* A span of time, of fixed length or by the calendar. */
gboolean bl_quantity_is_time (const BlQuantity *quantity);

/* The same unit, or units of one dimension; and as many weeks and months. People are counted as other things are. */
gboolean bl_quantities_comparable (const BlQuantity *a, const BlQuantity *b);

/* What can be true of two comparable figures. What is written exactly, "512", allows less rounding than "500"; "about" allows a tenth. */
BlFigureFit bl_quantities_fit (const BlQuantity *a, const BlQuantity *b);

/* "more than", "at least", "up to", "fewer than": only one end is said. */
gboolean bl_quantity_is_bound (const BlQuantity *quantity);

/* The end that is said: 500 of "more than 500". */
double bl_quantity_said (const BlQuantity *quantity);

/* A thousand times the other: million for billion. */
gboolean bl_quantities_thousandfold (const BlQuantity *a, const BlQuantity *b);
