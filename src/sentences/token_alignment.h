/* Inside sentences/: two sentences laid side by side. */
#pragma once

#include "sentences/sentence_tokens.h"

/* Tokens [a_first, a_end) of one sentence stand where [b_first, b_end) of the other do, between tokens that both have. Only tokens that
 * say something are counted; either range may be empty. */
typedef struct
{
  guint a_first, a_end, b_first, b_end;
} BlTokenRun;

typedef struct
{
  GArray *content_a, *content_b; /* guint: the tokens that say something, of each sentence */
  GArray *runs;                  /* BlTokenRun, indices into content_a and content_b, in order */
  guint equal;                   /* tokens that both have */
} BlTokenAlignment;

/* One word in any of its forms, one mention, or synonyms of one kind. kinds may be NULL. */
gboolean bl_tokens_are_equal (const BlToken *a, const BlToken *b, const BlWordKinds *kinds);

/* Lays two sentences side by side: the longest common subsequence of what they say (Wagner and Fischer 1974), where synonyms of one kind
 * are equal. kinds may be NULL. Time and memory: product of the lengths, of which at most BL_TOKEN_ALIGNMENT_TOKENS are looked at. */
#define BL_TOKEN_ALIGNMENT_TOKENS 120
BlTokenAlignment bl_token_alignment (const BlSentenceTokens *a, const BlSentenceTokens *b, const BlWordKinds *kinds);
void bl_token_alignment_clear (BlTokenAlignment *alignment);

/* A token by its place among those that say something. */
static inline const BlToken *
bl_token_at (const BlSentenceTokens *tokens, const GArray *content, guint index)
{
  return bl_sentence_tokens_get (tokens, g_array_index (content, guint, index));
}
