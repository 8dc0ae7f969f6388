/* Two aligned sentences, what a check that looks at such a pair is, and the conflicts that it finds. */
#pragma once

#include "judge/judge.h"

/* Sentences this near (Dice) tell the same with the same words. */
#define BL_NEARLY_SAME 0.7

/* Sentences of fewer terms say too little to be held against others. */
#define BL_ALIGNABLE_TERMS 3

/* One sentence of a pair. Its words and mentions are found by article and sentence->index. */
typedef struct
{
  const BlArticleClaims *article;
  const BlClaimSentence *sentence; /* terms, headline or body */
  const BlClaim *const *claims;    /* of all makers, that begin in the sentence, in order of place */
  guint n_claims;
} BlPairSide;

/* Two sentences that tell of the same thing. */
typedef struct
{
  BlPairSide a, b;
  double overlap, dice; /* see BlAligned */
  guint n_shared;
  gboolean dated; /* the days of both articles are known: else only nearly the same sentences tell of one event */
} BlSentencePair;

/* Pairs of sentences that tell of the same thing, in an order that does not depend on threads. A corpus may have fifty an article, so that
 * each is kept as two numbers of sentences and how alike they are, and is made when it is asked for. Immutable. */
typedef struct BlPairs BlPairs;

/* All of the corpus. Sets state->ties. Counts what was left out, and pairs that only unknown days keep apart. */
BlPairs *bl_pairs_align (BlCompareState *state);
void bl_pairs_free (BlPairs *pairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPairs, bl_pairs_free)

guint bl_pairs_count (const BlPairs *pairs);
BlSentencePair bl_pairs_get (const BlPairs *pairs, guint index);

typedef struct BlConflict BlConflict;

/* A conflict of two claims before it is told. A check whose sentences have no claim of theirs makes one in BlCompareState.arena. */
struct BlConflict
{
  const BlClaim *a, *b;
  const char *id; /* a literal of the catalogue: "number/conflict" */
  BlRelation relation;
  double confidence;
  /* Says the words of the message beside "value", "other" and "where"; NULL for figures and days. claim is asked about. */
  void (*say) (BlComparison *comparison, const BlClaim *claim, const BlClaim *other);
  const char *what; /* what the two figures are of, where say is NULL; NULL: what they count */
};

/* TRUE when both articles are of one day, or known to tell of one event: a later day may tell of a change. */
gboolean bl_pair_is_of_one_day (const BlCompareState *state, const BlSentencePair *pair);

/* Hands a verdict on the two claims of a conflict to bl_compare_judged() and, when no gate stopped them, appends the conflict with the
 * verdict's relation. */
void bl_conflict_tell (BlCompareState *state, const BlConflict *conflict, BlVerdict verdict, GArray *conflicts);

/* Hands a verdict on two claims that a check made to bl_compare_judged() and, when no gate stopped them, appends a conflict of statements.
 * sure: the confidence of a contradiction. */
void bl_pair_tell (BlCompareState *state, const BlConflict *conflict, BlVerdict verdict, double sure, GArray *conflicts);

/* Appends to conflicts (BlConflict) what of the two sentences cannot both be right; hands each verdict on two claims to
 * bl_compare_judged(), those of the gates and those that become a conflict. */
typedef void (*BlPairCheck) (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);

/* Both inside quotations or neither. */
static inline gboolean
bl_same_quoting (const BlClaim *a, const BlClaim *b)
{
  return ((a->voice ^ b->voice) & BL_VOICE_QUOTED) == 0;
}

static inline gboolean
bl_is_predicate (const BlClaim *claim, const char *predicate)
{
  return g_str_equal (claim->predicate, predicate);
}
