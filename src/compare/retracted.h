/* Inside compare/: what was taken back, and the articles in which it may stand again. */
#pragma once

#include "judge/judge.h"

/* One correction that says what was wrong. */
typedef struct
{
  const BlClaim *claim;
  const BlCorrectionDetail *detail;
  GHashTable *context; /* stems and ids of its sentences: what it is about; owned */
} BlTakenBack;

/* An article that may tell a correction's wrong value again: indices of both lists. */
typedef struct
{
  guint correction, article;
} BlRetold;

/* The pairs worth a closer look, by correction and article, each once; the caller's array of BlRetold. corrections are BlTakenBack *. Every
 * pair that has a figure, a day or the words of the correction, on its day or later, is among them.
 *
 * The corrections are indexed by figure, by day, and by the first word of what was wrong; the corpus is then read once: O(claims + bytes +
 * pairs), however many corrections there are. */
GArray *bl_retold_find (const BlCompareState *state, const GPtrArray *corrections);

/* The claim is a figure or a day with the wrong value, of what the correction is about. */
gboolean bl_taken_back_is_value (const BlTakenBack *correction, const BlClaim *claim);

/* Whole words in text, written as they stand; NULL for none. */
const char *bl_retold_find_words (const char *text, gsize length, const char *words);
