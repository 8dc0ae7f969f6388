/* Figures that moved with time, put together from pairs that a check called superseded. */
#pragma once

#include "judge/comparison.h"

/* pairs: BlRelated of figures. A GPtrArray of BlSeries, owned by the caller, in the order of their first claims. */
GPtrArray *bl_series_new (const GArray *pairs);
