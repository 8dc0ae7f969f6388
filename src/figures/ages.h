/* Inside figures/: what ages and births of persons ask of two claims. */
#pragma once

#include "claims/claims.h"
#include "judge/comparison.h"

/* A parent and a child of one name. */
#define BL_GENERATION_YEARS 20

/* The sentences of two claims about one name share a term that is no part of it, so that more than the name says that both are one person. */
gboolean bl_ages_share_term (const BlClaim *a, const BlClaim *b);

/* "age of Ann Lee": for BlConflict. */
void bl_ages_say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other);
