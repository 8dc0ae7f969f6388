/* The rounds that Sums and Average·Log share. */
#pragma once

#include "truth/method.h"

/* T(s) = weight (|V_s|) · Σ over its claims of B(v),  B(v) = Σ over its sources of T(s), each divided by its greatest; B starts at ½; 20
 * rounds, or those of options. weight gets the number of claims of a source, and is 0 or more. */
void bl_truth_hubs (const BlTruthTable *table, const BlTruthOptions *options, double (*weight) (double n_claims),
                    BlTruthResult *result);
