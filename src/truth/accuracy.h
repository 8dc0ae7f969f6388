/* What the Bayesian methods share whose trust is an accuracy: the chance A(s) that a claim of source s is true. */
#pragma once

#include "truth/method.h"

/* Kept away from certainty, which no number of claims could undo (Dong, Berti-Equille and Srivastava 2009 do the same). */
#define BL_TRUTH_LEAST_ACCURACY 0.01
#define BL_TRUTH_MOST_ACCURACY 0.99

/* What is believed of a source before it has said anything, in the same paper. */
#define BL_TRUTH_FIRST_ACCURACY 0.8

/* ln (A / (1 − A)), of an accuracy kept within the bounds above. */
double bl_truth_log_odds (double accuracy);

/* A(s) = mean of belief over the claims of s, weighted by how sure they were read; a source without claims keeps what it has. */
void bl_truth_accuracies (const BlTruthTable *table, const double *belief, double *accuracy);

/* The same with a few imagined claims of first accuracy, for sources of one or two. */
void bl_truth_smoothed_accuracies (const BlTruthTable *table, const double *belief, double *accuracy);

/* Makes chances of the log scores of each item: P(v) = exp score[v] / (Σ_w exp score[w] + rest), where rest is what the answers weigh that
 * nobody gave: max (0, n_false + 1 − |O_i|) of weight 1 (ACCU), or none when n_false is 0. Values without claims get 0. In place. */
void bl_truth_normalise (const BlTruthTable *table, double n_false, double *score);
