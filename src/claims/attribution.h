/* Who is said to say it: "according to Politico …", "Lavrov said that …", "…, he added". */
#pragma once

#include "claims/cues.h"
#include "claims/extraction.h"

/* The speaker of a span of a sentence: the id of a mention, "unnamed/official" for somebody without a name, or NULL for
 * the outlet's own voice. */
const char *bl_attribution_find (BlExtraction *extraction, const BlWords *words, guint sentence, BlSpan span);
