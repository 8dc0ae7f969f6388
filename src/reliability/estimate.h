/* Inside reliability/: what truth discovery makes of the facts on which several origins speak. */
#pragma once

#include "reliability/facts.h"
#include "reliability/tally.h"

/* Fills estimated, estimated_by_vote, estimated_by and estimated_remark of the profiles; leaves estimated_by NULL where fewer than
 * BL_ENOUGH_CLAIMS claims of a source can be judged. Each origin is one voice, however many print it; a source is judged by all it
 * prints, once a fact. Facts on which the method cannot decide are left out, and quotations,
 * whose agreement says nothing of what is true. */
void bl_estimate_sources (const BlProfileInput *input, const GPtrArray *facts, BlTally *tallies);
