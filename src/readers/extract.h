/* What an article claims: by the rules, and by readers of what every article has (readers/readers.h). */
#pragma once

#include "claims/claims.h"

/* Mentions, rules and readers over one article. scanner belongs to the calling thread. Owned by the caller; the claims
 * borrow strings from the rule set and the base, which must live longer. */
BlArticleClaims *bl_claims_extract (const BlClaimContext *context, BlScanner *scanner, const BlArticle *article);
