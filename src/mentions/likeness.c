/* Measured on 7,296 politicians, of whom the base knew 925: how many of the others are as near to somebody it knows, and how many of the
 * known ones are still found when two letters of their family name are wrong. Of names in full:
 *
 *   probability        .003   .03   .10   .31   .50   .70   .97
 *   others as near, %    21   6.8   3.0   1.1   0.5   0.3  0.05
 *   found, %             91    91    91    90    88    79    10
 *
 * Of family names alone 46 % are as near as .51 and 13 % as .92, where two thirds are found. So a seat that nobody else holds may be enough
 * for a coarse garbling, while a state or a large party says little: most people in an article about Ukraine are Ukrainians. */
#include "mentions/likeness.h"

#define NEVER 2
#define TIMES_LIKELIER 3 /* odds: of two that are closer neither is more than a guess */

double
bl_likeness_needed (BlBeside beside, gboolean is_whole)
{
  static const struct
  {
    double whole;
    double lone;
  } needed[BL_N_BESIDE] = {
    [BL_BESIDE_NOTHING] = { 0.97, NEVER }, /* a lone family name is never taken for another with nothing beside it */
    [BL_BESIDE_COUNTRY] = { 0.70, 0.988 },
    [BL_BESIDE_LITTLE] = { 0.70, 0.92 },
    [BL_BESIDE_ORGANISATION] = { 0.50, 0.98 },
    [BL_BESIDE_COUNTRY_CLOSE] = { 0.70, 0.96 },
    [BL_BESIDE_OFFICE] = { 0.10, 0.92 },
    [BL_BESIDE_ARTICLE] = { 0.10, 0.87 },
    [BL_BESIDE_SMALL_ORGANISATION] = { 0.03, 0.51 },
    [BL_BESIDE_SEAT_OF_MANY] = { 0.10, 0.74 },
    [BL_BESIDE_SEAT_OF_SEVERAL] = { 0.03, 0.19 },
    [BL_BESIDE_SEAT] = { 0.003, 0.012 }, /* any word that is near at all */
  };
  return is_whole ? needed[beside].whole : needed[beside].lone;
}

static double
odds (double probability)
{
  return probability / (1 - MIN (probability, 1 - 1e-9));
}

gboolean
bl_likeness_decides (double probability, double other)
{
  return odds (probability) >= TIMES_LIKELIER * odds (other);
}
