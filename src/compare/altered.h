/* Inside compare/: one word of a sentence that another sentence has otherwise, and what decides whether both can be right. */
#pragma once

#include "compare/token_alignment.h"

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
} BlAlteredPair;

typedef struct
{
  const BlToken *a, *b;
  const char *kind; /* "colour", "place" */
  BlKindRelation relation;
  guint beside; /* sides on which the same stands directly beside both: 0 to 2 */
  guint near;   /* things near both */
} BlAltered;

/* Whether what the tokens name excludes one another, in part or wholly: sets a, b, kind and relation. */
gboolean bl_altered_relate (const BlAlteredPair *check, const BlToken *a, const BlToken *b, BlAltered *altered);

/* The gates. n_altered: altered words of the two sentences. */
BlVerdict bl_altered_judge (const BlAlteredPair *check, const BlAltered *altered, guint n_altered);
