/* Who says what a claim says, for claims of readers, which do not ask: it is wanted of the few that may be a conflict. */
#pragma once

#include "claims/claims.h"

/* The speaker as in BlClaim, found now when the claim has none: "unnamed/union", "person/…"; NULL: the outlet. claims are those of its
 * article; the string lives in the arena or with the claims. */
const char *bl_claim_find_speaker (const BlCues *cues, const BlArticleClaims *claims, const BlClaim *claim, BlArena *arena);

/* TRUE for who can be told from others: somebody named, or one side of something, "unnamed/union". "unnamed/officials" and "unnamed/he"
 * may be anybody. */
gboolean bl_speaker_is_distinct (const BlCues *cues, const char *speaker);
