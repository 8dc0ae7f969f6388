/* Which sources seem to copy from each other: the pairs worth looking at, and the chance of each (Dong, Berti-Equille and Srivastava 2009).
 *
 * Agreement on what is true says little, since that is what independent sources do; agreement on what is false says much. Of a pair,
 * with kt expected common true values, kf common false ones and kd items on which they differ, A the accuracies and n false values:
 *
 *   Pt = A1 A2     Pf = (1−A1)(1−A2)/n     Pd = 1 − Pt − Pf          when they are independent
 *   A2 c + Pt (1−c),  (1−A2) c + Pf (1−c),  Pd (1−c)                 when s1 copies s2: a share c of its claims are copies
 *
 * each to the power of its count. Before anything is seen a pair depends with chance α; both directions are as likely. All in logs.
 *
 * Cost: pairs come from an inverted index. Looked at are those that share a value of an item about which sources differ, and answer at least
 * BL_TRUTH_LEAST_OVERLAP items both; a value that more than BL_TRUTH_MOST_SHARERS sources give makes no pair by itself. The values that
 * most sources give are not left out: copiers may be the most. */
#pragma once

#include "truth/method.h"

#define BL_TRUTH_LEAST_OVERLAP 5
#define BL_TRUTH_MOST_SHARERS 256

typedef struct
{
  guint32 a, b;        /* sources, a < b */
  guint32 common;      /* where its common values begin in BlTruthPairs.common */
  guint32 n_common;    /* values that both claim */
  guint32 n_different; /* items that both answer without a common value */
  double probability;  /* that one copies the other; 0 at first */
  double a_from_b;     /* that a copies b; the rest is that b copies a */
} BlTruthPair;

/* One end of a pair, as its other end sees it. */
typedef struct
{
  guint32 other, pair;
} BlTruthPartner;

typedef struct
{
  BlTruthPair *pairs; /* by a and b */
  guint32 n_pairs;
  guint32 *common;         /* value ids, ascending in each pair */
  guint32 *partners_start; /* n_sources + 1 */
  BlTruthPartner *partners;
} BlTruthPairs;

BlTruthPairs *bl_truth_pairs_new (const BlTruthTable *table);
void bl_truth_pairs_free (BlTruthPairs *pairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthPairs, bl_truth_pairs_free)

/* The chance of each pair, given the belief in values and the accuracy of sources. O(common values). */
void bl_truth_pairs_judge (BlTruthPairs *pairs, const double *belief, const double *accuracy);

/* Before anything is believed: pairs that agree on nearly all items (95 %) depend for sure, others not. A start. */
void bl_truth_pairs_suspect_mirrors (BlTruthPairs *pairs);

/* independence[c], for each claim: the chance that its source did not just copy it. Sources are taken in the order of how much they depend in
 * all, since who is copied by many is in many pairs; each is discounted by its pairs with those that say the same and came before:
 * I(s) = Π (1 − c·probability). */
void bl_truth_pairs_discount (const BlTruthPairs *pairs, const BlTruthTable *table, double *independence);

/* Pairs that are more likely than not to depend: result->copies. And the groups they make, where everybody has nearly all claims in common
 * with everybody, among them errors: result->copy_group. */
void bl_truth_pairs_report (const BlTruthPairs *pairs, const BlTruthTable *table, BlTruthResult *result);
