/* Inside sentences/: one word of a sentence that another sentence has otherwise, and what decides whether both can be right. */
#pragma once

#include "sentences/token_alignment.h"

/* Tokens on each side of a word that show whether two stand in the same place; so many the same do when nothing directly beside them
 * is. */
#define BL_ALTERED_NEAR 4
#define BL_ALTERED_SAME_NEAR 5

typedef struct
{
  BlCompareState *state;
  const BlSentencePair *pair;
  const BlSentenceTokens *a, *b;
  const BlTokenAlignment *alignment;
  const BlPairSide *full; /* see bl_altered_full(), or NULL */
} BlAlteredPair;

typedef struct
{
  const BlToken *a, *b;
  const char *kind; /* "colour", "place" */
  BlKindRelation relation;
  guint beside;    /* sides on which the same stands directly beside both: 0 to 2 */
  guint near;      /* things near both */
  gboolean unsaid; /* the word of the short text is nowhere in the full one; then the place may be less sure */
  gboolean weak;   /* the two exclude one another only where one is unsaid */
} BlAltered;

/* Whether what the tokens name excludes one another, in part or wholly: sets a, b, kind, relation and weak. */
gboolean bl_altered_relate (const BlAlteredPair *check, const BlToken *a, const BlToken *b, BlAltered *altered);

/* Of two texts known to tell of one event the one that tells it in full, when the other sums it up: what the full one does not have
 * anywhere, the event did not have. NULL when neither does. */
const BlPairSide *bl_altered_full (const BlCompareState *state, const BlSentencePair *pair);

/* The word of the short text is nowhere in the full one, nor another word for the same where that tells of the same; and what stands
 * there in its place is not in the sentence that sums up. Needs kind, beside and near. */
gboolean bl_altered_is_unsaid (const BlAlteredPair *check, const BlAltered *altered);

/* Any sentence of the side's article has the token; of one article that both are from, any third sentence. */
gboolean bl_altered_article_has (const BlAlteredPair *check, const BlPairSide *side, const BlToken *token);

/* The gates. n_altered: altered words of the two sentences. */
BlVerdict bl_altered_judge (const BlAlteredPair *check, const BlAltered *altered, guint n_altered);
