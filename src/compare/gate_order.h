/* The gates of each check, for `belie explain --pair`. */
#pragma once

#include "judge/comparison.h"

/* The gates of a check in the order in which it asks them, ended by BL_GATE_NONE; NULL for a check that has no list here. */
const BlGate *bl_gate_order (const char *check);
