/* What a number is of, beside the noun that it counts. Private to src/mentions. */
#pragma once

#include "mentions/not_counts.h"

/* The noun that is measured: "a depth of [10 km]", "the death toll rose to [122]", "turnout in the city was [37 percent]". first is the
 * first token of the quantity. Returns its token, or G_MAXUINT. */
guint bl_measured_noun (const BlNumbers *numbers, guint first);

/* What became of those counted: "killing [10 people]", "[24 people] were injured", "[12] dead". first and end are the quantity's tokens,
 * noun its noun or G_MAXUINT. Returns the code of the list, or "". */
const char *bl_measured_state (const BlNumbers *numbers, guint first, guint end, guint noun);

/* Words that narrow what a figure is of, in tokens [first, end): bits of BlQuantity.scopes. */
guint32 bl_measured_scopes (const BlNumbers *numbers, guint first, guint end);
