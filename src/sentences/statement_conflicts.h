/* Inside sentences/: two sentences whose statements are held against each other, and the kinds of conflict between two statements. */
#pragma once

#include "events/sentence_pairs.h"
#include "sentences/statement_match.h"

/* What two sides do to each other is told with other words for each: only what is nearly the same sentence exchanges them. */
#define BL_MIN_EXCHANGED 0.75

/* Opposite verbs are two events more often than one. */
#define BL_MIN_OPPOSITE 0.5

typedef struct
{
  BlStated a, b;
  double dice;        /* of content words */
  gboolean one_event; /* both texts are known to be about one thing */
  const BlKnowledge *kb;
} BlStatedPair;

typedef enum
{
  BL_CONFLICT_NONE,
  BL_CONFLICT_DENIED,
  BL_CONFLICT_OPPOSITE,
  BL_CONFLICT_EXCHANGED,
  BL_CONFLICT_NATURE, /* two sorts of things */
  BL_CONFLICT_NATION, /* of two countries */
  BL_CONFLICT_MAKER,  /* made by two */
  BL_CONFLICT_COPIED, /* the same sentence but for the denial */
} BlStatedConflict;

/* The predicate by which two statements are compared. */
const char *bl_stated_predicate (const BlStated *stated, const BlStatement *statement);

/* "A man", "two boys", "some": another one may do otherwise. FALSE of BL_NO_PHRASE. */
gboolean bl_stated_is_any (const BlStated *stated, guint phrase);

/* Whether the first denies what the second says; a and b are the sides of pair, in either order. */
gboolean bl_stated_denied (const BlStatedPair *pair, const BlStated *a, const BlStatement *denying, const BlStated *b,
                           const BlStatement *stating);

/* Whether two statements, neither denied, say opposite things of the same. */
gboolean bl_stated_opposite (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y);

/* Whether two statements exchange who did it and to whom. */
gboolean bl_stated_exchanged (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y);

/* Whether two statements name two makers of one thing. */
gboolean bl_stated_other_maker (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y);

/* The pronoun or "the film" that opens one text is the name that opens the other, when both are known to be about one thing. */
gboolean bl_stated_one_topic (const BlStatedPair *pair, const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b);

/* Both sentences with their statements, which are kept for the other sentences they meet; what a and b hold is borrowed until the next
 * call. syntax must be open. */
void bl_stated_read (BlCompareState *state, const BlSentencePair *pair, const BlSyntax *syntax, BlStated *a, BlStated *b);
