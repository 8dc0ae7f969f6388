/* Slots of aligned sentences: what figures.c and days.c share. Inside of src/compare only. */
#pragma once

#include "compare/checks.h"

/* Two sentences that tell of the same thing, with the claims of each. */
typedef struct
{
  const GPtrArray *a, *b; /* const BlClaim * */
  double overlap, dice;   /* see BlAligned */
  guint n_shared;
  gboolean dated; /* the days of both articles are known: else only nearly the same sentences tell of one event */
} BlSentencePair;

/* Sentences this near (Dice) tell the same with the same words. */
#define BL_NEARLY_SAME 0.7

/* A conflict of two claims before it is told. */
typedef struct
{
  const BlClaim *a, *b;
  const char *id; /* "number/conflict" or "date/conflict" */
  BlRelation relation;
  double confidence;
} BlConflict;

/* The figures, and the days, of two aligned sentences that cannot both be right: appends BlConflict; counts what the gates stop. */
void bl_figures_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_days_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);

/* Share of the fewer neighbours that both sides have: 0 to 1; 0 when one has none. */
double bl_neighbours_shared (const BlSurroundings *a, const BlSurroundings *b);

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
