/* Truths and weights of sources that together make the weighted distance of all claims small: the loop of CRH and CATD, which differ in how
 * a source's distances become its weight. */
#pragma once

#include "truth/numbers.h"

typedef enum
{
  BL_TRUTH_MEDIAN, /* of numbers: d = |x − t| / σ, the truth is the weighted median */
  BL_TRUTH_MEAN, /* d = (x − t)² / σ², the truth is the weighted mean; its decimals are those of the claims' figures, and no more */
} BlTruthCentre;

/* What a source's claims are off in all, and how many they are. */
typedef struct
{
  double loss;
  guint n;
  double mean; /* over all claims of the table, not of the source */
} BlTruthLoss;

typedef struct
{
  BlTruthCentre centre;
  guint rounds;
  /* Weights from losses, ≥ 0; loss[s].n may be 0. */
  void (*weigh) (const BlTruthLoss *loss, guint32 n_sources, double *weight);
} BlTruthLosses;

/* Fills result. Words (and figures that most sources give alike) have d = 0 or 1 and the value with the greatest weight; numbers as
 * centre says, σ being the standard deviation of the item's claims, so that items of all sizes and both kinds add up. Starts with the
 * weights of result->trust; ends when no weight moves, or after the rounds. */
void bl_truth_settle (const BlTruthTable *table, const BlTruthOptions *options, const BlTruthLosses *losses,
                      BlTruthResult *result);
