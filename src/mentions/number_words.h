/* Reading a number: "1,500", "8.8", "1.5 million", "5bn", "twenty-five", "two hundred and fifty", "a dozen", "one and a half
 * million". Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

typedef struct
{
  double value;
  guint first, end;   /* tokens */
  gboolean digits;    /* begins with digits */
  gboolean whole;     /* digits only, no separator: may be a year */
  gboolean magnitude; /* ends with thousand, million … */
  gboolean about;     /* of several, a few, a couple */
} BlNumber;

/* The longest number that starts at token at and ends before end. FALSE when there is none, or when the digits are no number
 * ("30.03.2022", "1,5"). "a" and "an" begin one only before a magnitude or a collective. */
gboolean bl_number_read (const BlScan *scan, guint at, guint end, BlNumber *number);

/* Digits of one token, without magnitudes. */
gboolean bl_number_digits (const BlScan *scan, guint at, double *value, gboolean *whole);
