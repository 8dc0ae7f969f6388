/* How alike the values of one item are: for estimators that let near values support each other. */
#pragma once

#include "truth/table.h"

/* Only so many values of an item, those with most sources, are compared with each other: the others are like none. An item with more
 * answers than this has no answer; and work stays linear in the size of the table. */
#define BL_TRUTH_SIMILAR_VALUES 48

/* How alike two readings of one kind are, 0 (nothing in common) … 1 (the same); symmetric.
 *   number  1 − |a−b| / max(|a|,|b|), 0 when the signs differ; 0 for different units
 *   clock   1 − distance / 60 minutes, not below 0
 *   set     members in common / members in all (Jaccard)
 *   text    pairs of neighbouring letters in common (Dice), of the first 256 bytes
 *   label   0 unless equal */
double bl_truth_similarity (BlTruthKind kind, const BlTruthReading *a, const BlTruthReading *b);

/* For sets, how much of a is said by b too: members in common / members of a. bl_truth_similarity() otherwise. "a;b" is wholly supported
 * by "a;b;c", not the other way round. */
double bl_truth_support (BlTruthKind kind, const BlTruthReading *a, const BlTruthReading *b);

/* The similarities of all pairs of values of the same item that are not 0, as a sparse matrix by value. Immutable. */
typedef struct
{
  guint32 *start; /* n_values + 1: where the neighbours of a value begin */
  guint32 *other; /* value ids, ascending, never the value itself */
  float *similarity;
} BlTruthSimilarities;

BlTruthSimilarities *bl_truth_similarities_new (const BlTruthTable *table);
void bl_truth_similarities_free (BlTruthSimilarities *similarities);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthSimilarities, bl_truth_similarities_free)
