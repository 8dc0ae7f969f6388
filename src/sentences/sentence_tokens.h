/* Inside sentences/: one sentence as the things it says, in order: content words, what is mentioned, figures, days.
 *
 * A mention is one token whatever its words; words that say nothing ("of", "said") are kept as function words, so that what stands
 * directly beside what can be told; articles are left out. */
#pragma once

#include "claims/words.h"
#include "events/sentence_pairs.h"

typedef enum
{
  BL_TOKEN_FUNCTION, /* stop words and words of one or two letters */
  BL_TOKEN_TITLE,    /* a word of an office beside a name: compared by names/titles.c */
  BL_TOKEN_WORD,
  BL_TOKEN_ENTITY, /* a person, state, organisation or place; pronouns are function words */
  BL_TOKEN_VALUE,  /* a figure or a date */
} BlTokenKind;

typedef struct
{
  BlTokenKind kind;
  const char *text;         /* folded words, one space between; of an entity its id */
  const char *stem;         /* what equal tokens have in common: the stem of a word, else text */
  BlSpan span;              /* document bytes */
  gboolean capital;         /* written with a capital where no sentence begins */
  const BlMention *mention; /* of entity and value */
} BlToken;

typedef struct
{
  BlWords words;
  BlStemmer *stemmer;
  GStringChunk *texts;
  GArray *tokens; /* BlToken */
} BlSentenceTokens;

/* stemmer is borrowed. */
void bl_sentence_tokens_init (BlSentenceTokens *tokens, BlStemmer *stemmer);
void bl_sentence_tokens_clear (BlSentenceTokens *tokens);

/* Replaces the tokens by those of one side of a pair. */
void bl_sentence_tokens_read (BlSentenceTokens *tokens, const BlPairSide *side);

/* The tokens of both sides: a sentence meets many others, and is read once. Valid until the next call. */
void bl_sentence_tokens_of (BlCompareState *state, const BlSentencePair *pair, const BlSentenceTokens **a,
                            const BlSentenceTokens **b);

static inline const BlToken *
bl_sentence_tokens_get (const BlSentenceTokens *tokens, guint index)
{
  return &g_array_index (tokens->tokens, BlToken, index);
}

/* Whether the term, a stem or an id, is one of the sentence's. O(log terms). */
gboolean bl_sentence_has_term (const BlClaimSentence *sentence, const char *term);

/* Whether the sentence has this token, in any form of its word. */
gboolean bl_sentence_tokens_have (const BlSentenceTokens *tokens, const BlToken *token);
