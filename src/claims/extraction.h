/* The state of one article's extraction, shared by rules and readers. */
#pragma once

#include "claims/claims.h"

struct BlArticleClaims
{
  const BlArticle *article;
  BlMentions *mentions;
  BlArena *arena;
  GPtrArray *claims;          /* BlClaim *, in the arena, by place */
  BlClaimSentence *sentences; /* in the arena */
  guint n_sentences;
};

typedef struct
{
  const BlClaimContext *context;
  const BlArticle *article;
  const BlMentions *mentions;
  BlArena *arena;
  GPtrArray *claims;      /* BlClaim *, in the arena */
  const char **sentences; /* the one copy of each sentence's text, made when a claim first needs it; NULL before */
  GArray *read;           /* BlClaimSentence, in order; see readers/surroundings.h */
} BlExtraction;

/* A new claim about a span, added to the list: place, article's day and block voice are filled in, certainty is full, polarity
 * positive. The caller sets the rest before it returns. maker must be a literal or live as long as the rule set. */
BlClaim *bl_extraction_add (BlExtraction *extraction, const char *predicate, const char *maker, BlSpan span);

/* Arguments in the arena. */
void bl_claim_set_key (BlExtraction *extraction, BlClaim *claim, const BlArgument *arguments, guint n);
void bl_claim_set_others (BlExtraction *extraction, BlClaim *claim, const BlArgument *arguments, guint n);

/* Text of a document span, folded and interned, for values and keys. */
const char *bl_extraction_folded (BlExtraction *extraction, BlSpan span);
/* The same verbatim. */
const char *bl_extraction_text (BlExtraction *extraction, BlSpan span);
