/* What all checks of the comparison share: the state of one run.
 *
 * Each check is one file and one function, in the room of what it is about; it looks at the claims it knows, passes them through its gates,
 * hands each verdict to bl_compare_judged() and adds what is worth telling. The rooms above say what is compared; this one says of two
 * claims how they relate (comparison.h, gates.h), keeps what the gates said (gate_log.h) and who says the same (agreement.h). */
#pragma once

#include "judge/gate_log.h"
#include "judge/input.h"

/* What the checks of sentences remember of those they read: see sentences/sentences.h. */
typedef struct BlStatementsRead BlStatementsRead;
typedef struct BlTokensKept BlTokensKept;

typedef struct
{
  const BlCompareInput *input;
  GPtrArray *found; /* BlComparison *, owned */
  guint64 gates[BL_N_GATES];
  GHashTable *not_checked; /* reason (owned) → count */
  GArray *corroborated;    /* BlCorroboration */
  GArray *related;         /* BlRelated */
  GArray *single;          /* BlCorroboration, of one origin */
  GArray *agreed;          /* BlRelated: figures and days of two articles that are the same; NULL: none yet */
  GArray *moved;           /* BlRelated: figures that a later one superseded; NULL: none yet */
  const char *check;       /* the check that runs */
  BlArena *arena;          /* of claims that checks make for evidence */
  GPtrArray *arenas;       /* BlArena *, owned: of claims that checks made on other threads */
  BlStemmer *stemmer;      /* of checks that look at words */
  BlStatementsRead *statements;
  BlTokensKept *tokens;
  GArray *ties;         /* BlEventTie by index of article: those of one event; once sentences are aligned */
  GHashTable *answered; /* claims that the base has answered already: not asked about again */
  GHashTable *told;     /* claim → ids of what was told of it; see bl_compare_has_told() */
} BlCompareState;

/* What the gates of the check that runs said of two claims, told or not: counts the gate that stopped them. b may be NULL. */
void bl_compare_judged (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlVerdict verdict);

/* TRUE when somebody wants to know of pairs that are no conflict: else what says only that two agree need not be found out. */
static inline gboolean
bl_compare_is_watched (const BlCompareState *state)
{
  return state->input->keep_related || state->input->log != NULL;
}

/* Adds a comparison; takes it. */
void bl_compare_add (BlCompareState *state, BlComparison *comparison);

/* TRUE when a comparison of that id was added for the claim. */
gboolean bl_compare_has_told (const BlCompareState *state, const BlClaim *claim, const char *id);

/* Counts one check that was not done, or n. */
void bl_compare_not_checked (BlCompareState *state, const char *reason);
void bl_compare_not_checked_times (BlCompareState *state, const char *reason, guint n);

/* TRUE when a is of a later day, or a later article of the corpus, or stands later in the same: of two equals it is asked about. */
gboolean bl_compare_is_later (const BlClaim *a, const BlClaim *b);

/* All claims of one predicate, in corpus order. The caller's array of const BlClaim *. */
GPtrArray *bl_compare_claims_of (const BlCompareState *state, const char *predicate);

/* A claim that a check makes of a span of an article, in the state's arena: place, article's day, full certainty, positive. The caller sets
 * key and value. predicate and maker are literals. */
BlClaim *bl_compare_claim_at (BlCompareState *state, const BlArticle *article, BlSpan span, const char *predicate,
                              const char *maker);
