/* Which values of an item count as the same. */
#pragma once

#include "truth/table.h"

/* Puts the n variants of one item, in the order of bl_truth_compare_values(), into buckets: the variant with most support (of equals, the
 * first) takes all that are within the tolerance of it and not yet taken, then the next, and so on. bucket[i] becomes the index of the
 * variant whose bucket i is in. Only NUMBER and CLOCK attributes have buckets of several. O(n log n) for numbers; for times
 * O(n · buckets), and beyond BL_TRUTH_BUCKETED_TIMES times each is a bucket of its own. */
#define BL_TRUTH_BUCKETED_TIMES 1024

typedef struct
{
  BlTruthKind kind;
  BlTolerance tolerance;
  const BlTruthReading *variants;
  const guint32 *support; /* distinct sources */
  guint32 n;
} BlTruthBuckets;

void bl_truth_bucket (const BlTruthBuckets *item, guint32 *bucket);

/* TRUE when two readings of an attribute are the same within its tolerance; b is the dominant one. */
gboolean bl_truth_same (BlTruthKind kind, BlTolerance tolerance, const BlTruthReading *a, const BlTruthReading *b);

/* A tolerance that is usual for such an attribute: 10 minutes for times; for numbers, 1 % of the median when they are of one
 * magnitude and else 1 % of the dominant value (Li, Dong, Lyons, Meng and Srivastava 2012, “Truth finding on the deep web”, use 1 % and 10
 * minutes); none for the others. numbers are those of its rows, in any order, and are sorted. */
BlTolerance bl_truth_auto_tolerance (BlTruthKind kind, double *numbers, gsize n);
