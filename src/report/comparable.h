/* Inside report/: whether a claim has anything that a claim of another article could share. */
#pragma once

#include "claims/claims.h"

/* Why not, in words that follow "cannot be compared: ", a literal; NULL: it can. */
const char *bl_not_comparable (const BlClaim *claim, const BlArticleClaims *of_article);

/* TRUE when the article asks, wishes or supposes it: whoever says the same, nobody asserts it. */
gboolean bl_is_not_asserted (const BlClaim *claim);
