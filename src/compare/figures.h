/* Inside compare/: what figures and days of aligned sentences share. */
#pragma once

#include "compare/pairs.h"

/* Share of the fewer neighbours that both sides have: 0 to 1; 0 when one has none. */
double bl_neighbours_shared (const BlSurroundings *a, const BlSurroundings *b);
