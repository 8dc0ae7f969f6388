/* Claims as the tests of rules write them: { "who": "Norway", "polarity": "+" }. */
#pragma once

#include "claims/claims.h"

/* Every member of wanted, an object of a test, holds of the claim. A mention is named by its id, by what it resolves to, or as written;
 * certainty by the word of the scale or the cue. */
gboolean bl_rule_claim_is (const BlKnowledge *kb, const BlClaim *claim, const cJSON *wanted);

/* Appends wanted, or what a test could say of the claim, on one line. */
void bl_rule_claim_write_wanted (const cJSON *wanted, GString *out);
void bl_rule_claim_write (const BlKnowledge *kb, const BlClaim *claim, GString *out);
