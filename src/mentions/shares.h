/* Parts of a whole that are written with a second number or in words: "a third of the drivers", "7.3/10", "51 out of 100". Private to
 * src/mentions. */
#pragma once

#include "mentions/not_counts.h"

/* "a third of the drivers", "two-thirds of members", "half of them": the token behind the share, before "of", and its value from 0 to 1.
 * 0 when none begins at token at; "a third of a mile" and "the second half of the year" are none. */
guint bl_share_read (const BlNumbers *numbers, guint at, double *value);

/* "7.3/10", "51 out of 100", a mark and not "3 out of 10 children": the token behind it when value ends before token end, and how many
 * points there are; else 0. */
guint bl_rating_read (const BlNumbers *numbers, guint end, double value, double *of);
