/* Inside sentences/: two sentences of one article. A headline stands for its article, so that what it denies is asked of the headline; and a
 * sentence of the body that repeats another with another figure or day is a slip, unless it tells of another time. */
#pragma once

#include "events/sentence_pairs.h"

typedef enum
{
  BL_INSIDE_NOT,  /* of two articles */
  BL_INSIDE_HEAD, /* headline or deck, and body */
  BL_INSIDE_BODY,
} BlInside;

BlInside bl_inside_kind (const BlSentencePair *pair);

/* "headline" or "deck", or "article" of a claim of the body. */
const char *bl_inside_part (const BlClaim *claim);

/* The one of headline or deck, where the other is of the body of the same article; else NULL. */
const BlClaim *bl_inside_head (const BlClaim *a, const BlClaim *b);

/* TRUE when one sentence of the body says nothing but what the other says too, values apart. */
gboolean bl_inside_repeats (BlCompareState *state, const BlSentencePair *pair);

/* TRUE when one sentence of the body is about nothing but what the other is about too, little words apart. */
gboolean bl_inside_restates (BlCompareState *state, const BlSentencePair *pair);

/* Of the conflicts [from, …) of the pair: drops those whose value the article tells in another place as well, and those of the body that are
 * less than a contradiction; gives the others their id and what they say. */
void bl_inside_settle (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts, guint from);
