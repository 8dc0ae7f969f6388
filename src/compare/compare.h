/* Comparison: which claims cannot all be true.
 *
 * Claims are grouped by predicate and key; inside a group distinct values are compared, never all pairs of claims. Each pair
 * passes the gates in order; the first that stops it is counted and kept for `belie explain`. What comes out says how two sides
 * relate; wording, severity and fingerprints are made from it in findings/. */
#pragma once

#include "judge/comparison.h"
#include "judge/input.h"

/* A check that was not done, and why: "12 titles in 3 articles without a date". */
typedef struct
{
  char *what;
  guint n;
} BlNotChecked;

typedef struct BlComparisons BlComparisons;

BlComparisons *bl_compare (const BlCompareInput *input);
void bl_comparisons_free (BlComparisons *comparisons);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlComparisons, bl_comparisons_free)

const GPtrArray *bl_comparisons_list (const BlComparisons *comparisons);        /* BlComparison *, in a fixed order */
const guint64 *bl_comparisons_gates (const BlComparisons *comparisons);         /* BL_N_GATES counts of stopped pairs */
const GPtrArray *bl_comparisons_not_checked (const BlComparisons *comparisons); /* BlNotChecked * */

/* What articles say alike of one thing: keyed claims of rules, and figures and days that were held against each other and agree. */
const GArray *bl_comparisons_corroborated (const BlComparisons *comparisons); /* of at least two origins */
const GArray *bl_comparisons_single (const BlComparisons *comparisons); /* of one origin only, however many articles have it */

/* Figures and days of two articles that were held against each other and are the same, pair by pair; NULL: none. For
 * compare/witnesses.h. */
const GArray *bl_comparisons_same (const BlComparisons *comparisons); /* BlRelated */

const GPtrArray *
bl_comparisons_series (const BlComparisons *comparisons); /* BlSeries *, by their first claims; of dated articles */

/* In the order of checks; without keep_related only what rules read and speakers dispute. */
const GArray *bl_comparisons_related (const BlComparisons *comparisons);
