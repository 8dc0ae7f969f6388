/* What several articles say alike, and how many independent witnesses that makes. */
#pragma once

#include "judge/judge.h"

/* Takes note of a verdict when it says that two claims of two articles say the same of one thing. */
void bl_agreement_note (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlVerdict verdict);

/* TRUE when two claims of one key have the same value: "more than 100" does not say what "512" says, though both can be so. */
gboolean bl_agreement_is_same (const BlClaim *a, const BlClaim *b);

/* A row for claims that say the same, one an article, in order of articles; takes claims. */
void bl_agreement_add (BlCompareState *state, GPtrArray *claims);

void bl_corroboration_clear (gpointer row); /* of a BlCorroboration */

/* Who stands on which side of what was told. The last of all checks. */
void bl_check_agreements (BlCompareState *state);
