/* The gates of design order for two claims of one group: the first that stops the pair decides. */
#pragma once

#include "judge/judge.h"

/* TRUE when no slot of the keys names two different things; a slot that one side leaves out fits when its article names what
 * the other side has there. */
gboolean bl_gates_same_slots (const BlCompareState *state, const BlClaim *a, const BlClaim *b);

/* Two claims with equal predicate and subject (first key slot). */
BlVerdict bl_gates_judge (const BlCompareState *state, const BlClaim *a, const BlClaim *b);

/* TRUE when two claims that can both be so also say the same, of one time and without an if. */
gboolean bl_gates_agree (const BlCompareState *state, const BlClaim *a, const BlClaim *b);

/* TRUE when both intervals of probability share nothing and the gap is worth telling. */
gboolean bl_gates_certainty_differs (const BlClaim *a, const BlClaim *b);
