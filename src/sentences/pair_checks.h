/* Inside sentences/: the checks of aligned sentences, on several threads. */
#pragma once

#include "events/sentence_pairs.h"

/* Lets each check look at each pair, with state->input->jobs threads. The caller's array of BlConflict; the order of
 * conflicts, and of all that checks hand to bl_compare_judged(), is that of the pairs, whatever the number of threads. */
GArray *bl_pairs_check (BlCompareState *state, const BlPairs *pairs);
