/* Who is said to say it: "according to Politico …", "Lavrov said that …", "…, he added", "Tusk: …". */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

/* The speaker of a span of the sentence that was read: the id of a mention, "unnamed/official" for somebody without a name, or NULL
 * for the outlet's own voice. The innermost speaker counts ("A said B had said"); one who speaks before the statement comes before
 * one behind it; a quotation of several sentences has the speaker of its first or last. */
const char *bl_attribution_find (BlExtraction *extraction, const BlReading *reading, BlSpan span);
