/* Inside reliability/: quotations of several articles that are of one utterance. */
#pragma once

#include "claims/claims.h"

typedef struct
{
  const BlClaim *a, *b; /* "says", of two articles */
} BlQuoteTie;

/* Quotations that share a run of six words, two of which say something, or that are the same in all of four or more words; of articles at most
 * two weeks apart and not of two known persons. Each is tied to the last one before it that has such a run, so that all that share one
 * hang together. The caller's array of BlQuoteTie. O(words). */
GArray *bl_quote_ties_find (const GPtrArray *article_claims);
