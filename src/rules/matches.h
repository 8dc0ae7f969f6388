/* Private to src/rules: from what PCRE2 found to matches. */
#pragma once

#include "rules/set.h"

/* Fills match from the vector of matcher: the span in the document, and a capture for each slot that is set. FALSE for a match of no
 * text. */
gboolean bl_match_fill (BlMatch *match, const BlRuleEntry *rule, guint phrase, const BlMatcher *matcher,
                        const BlShadow *shadow);

/* Of matches of one rule in one sentence that overlap, keeps the longer; of equals the one that captures more, then the earlier
 * phrase. Leaves matches (of BlMatch) sorted by start. */
void bl_matches_settle (GArray *matches);
