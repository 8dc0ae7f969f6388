/* The figures of a table, for methods whose truth is a number between those of the sources: medians, means, distances. */
#pragma once

#include "truth/method.h"

/* Which attributes of NUMBERs are taken as such. Where nearly every figure is given by several sources alike (times of a timetable, prices),
 * a number between two of them is nobody's answer, and who is off by little is as wrong as who is off by much. */
typedef enum
{
  BL_TRUTH_ALL_NUMBERS,
  BL_TRUTH_MEASURED, /* those where less than three quarters of the claims about which there are several have company */
} BlTruthWhichNumbers;

/* An item is numeric when its attribute is one of these and more than half of its claims are numbers of one unit. Times are not: a mean of
 * 23:55 and 0:05 has no meaning without a day. */
typedef struct
{
  double *number; /* by claim; NaN when the item is not numeric, or the claim is no number of its unit */
  guint32 *order; /* n_claims: the claims of each numeric item by number; those without one last */
  guint32 *count; /* by item: claims with a number; 0 when it is not numeric */
  double *scale;  /* by item: standard deviation of the numbers; 0 when all are equal */
} BlTruthNumbers;

BlTruthNumbers *bl_truth_numbers_new (const BlTruthTable *table, BlTruthWhichNumbers which);
void bl_truth_numbers_free (BlTruthNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthNumbers, bl_truth_numbers_free)

/* The claim at which half of the weight of the item's numbers is reached; weights by source, ≥ 0. When none has weight, the middle claim.
 * of the item must be > 0 in count. */
guint32 bl_truth_median_claim (const BlTruthTable *table, const BlTruthNumbers *numbers, guint32 item, const double *weight);

/* Σ w x / Σ w over the item's numbers; the plain mean when none has weight. */
double bl_truth_mean_number (const BlTruthTable *table, const BlTruthNumbers *numbers, guint32 item, const double *weight);

/* Makes value the choice of its item: belief is the share of the sources' weight, and 1 more for the chosen; confidence the share. */
void bl_truth_choose_by_weight (const BlTruthTable *table, guint32 item, guint32 value, const double *weight,
                                BlTruthResult *result);

/* The value with a claim whose number is nearest to this one; of equals the least. */
guint32 bl_truth_nearest_value (const BlTruthTable *table, const BlTruthNumbers *numbers, guint32 item, double number);
