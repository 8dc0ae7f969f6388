/* Two sentences that tell of the same thing, of two articles or one: laid side by side word by word, and by what they state. Figures and days
 * of such sentences are compared by the room figures; all pairs are dealt out and all conflicts are told here. */
#pragma once

#include "events/sentence_pairs.h"

/* The comparison without rules. */
void bl_check_open (BlCompareState *state);

/* Of pairs of sentences: see BlPairCheck. */
void bl_altered_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_order_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_statements_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);

/* What each of the two sentences says, in its own words: for BlConflict. */
void bl_sentences_say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other);

/* Drops the conflicts of two speakers who can be told apart: they are disputes. */
void bl_conflicts_drop_disputed (BlCompareState *state, GArray *conflicts);

/* What the checks remember of sentences. NULL does nothing. */
void bl_statements_read_free (BlStatementsRead *read);
void bl_tokens_kept_free (BlTokensKept *kept);
