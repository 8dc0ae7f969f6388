/* Who is said to say it: "according to Politico …", "Lavrov said that …", "…, he added", "Tusk: …". */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

typedef struct
{
  const char
      *speaker; /* the id of a mention, "unnamed/official" for somebody without a name, or NULL for the outlet's own voice */
  const char *reporter; /* who says that the speaker says so; NULL for the outlet */
} BlAttribution;

/* Who speaks in a span of the sentence that was read. The innermost speaker counts ("A said B had said"), the next one outwards is the
 * reporter; one who speaks before the statement comes before one behind it; a quotation of several sentences has the speaker of its
 * first or last. */
BlAttribution bl_attribution_read (BlExtraction *extraction, const BlReading *reading, BlSpan span);

/* The speaker alone. */
const char *bl_attribution_find (BlExtraction *extraction, const BlReading *reading, BlSpan span);
