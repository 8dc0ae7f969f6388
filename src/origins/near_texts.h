/* Texts that stand in each other, among many: near duplicates, found without comparing all with all. */
#pragma once

#include "origins/shingles.h"

/* With fewer runs of five words in common two texts share a sentence, which says nothing. */
#define BL_NEAR_LEAST_RUNS 12

/* Below this the two have not been copied from each other, nor from a third. */
#define BL_NEAR_LEAST 0.2

typedef struct
{
  guint a, b;         /* texts by index, a < b */
  guint n_shared;     /* runs of five words */
  double containment; /* of the smaller in the larger: BL_NEAR_LEAST to 1 */
  gboolean same;      /* equal texts */
} BlNearTexts;

/* Pairs of the n texts that share BL_NEAR_LEAST_RUNS runs and BL_NEAR_LEAST of the smaller one; by a, b. Equal texts are each paired
 * with the first of them only. The result does not depend on jobs. The caller's array of BlNearTexts.
 *
 * Candidates come from a one-permutation MinHash (Li, Owen, Zhang 2012, One Permutation Hashing) of N_BINS bins, each a band of its own:
 * the least hash of a bin is equal in two texts with the probability of their resemblance, so that a tenth of 400 runs in common shows in
 * some twenty bins, where bands of several rows would want most of the text. Two bins make a candidate. In each bin a text is held
 * against at most 8 earlier ones, the first four and the last four: cost is linear in the texts however many copies of one there are.
 * All candidates are then measured.
 *
 * Memory: beside the texts 150 bytes a text, and 16 bytes a candidate, of which there are some tens a text in news and at most 8 a bin. */
GArray *bl_near_texts (const BlShingles *texts, guint n, guint jobs);
