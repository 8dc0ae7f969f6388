/* Runs of words as bl_knowledge_match_surface() wants them. Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

enum
{
  BL_WINDOW_WORDS = 12,
  BL_WINDOW_BYTES = 40
};

typedef struct
{
  const char *words[BL_WINDOW_WORDS];
  guint tokens[BL_WINDOW_WORDS];  /* the token each word is */
  gboolean ends[BL_WINDOW_WORDS]; /* a possessive: a name may end here, with the bare word */
  const char *bare[BL_WINDOW_WORDS];
  char joined[BL_WINDOW_WORDS][BL_WINDOW_BYTES]; /* "president's" folds to "presidents" */
  guint n;
} BlWindow;

/* Words from token first on, as long as only spaces and hyphens stand between them. */
void bl_window_fill (BlWindow *window, const BlScan *scan, guint first, guint end);

/* The same, leaving out what stands between the parts of a label that the base writes without it: a state ("chairman of the
 * [Russian] Security Council") and, with inner_too, words of BL_LEX_INNER ("chair of the [parliamentary] committee"). Returns the
 * index of the draft of a state left out, or BL_NO_MENTION; *skipped tells whether anything was. */
guint32 bl_window_fill_reduced (BlWindow *window, const BlScan *scan, guint first, guint end, gboolean inner_too,
                                gboolean *skipped);

/* The longest known surface over at most room words; returns its words (see bl_knowledge_match_surface). */
guint bl_window_match (const BlWindow *window, const BlKnowledge *kb, guint room, BlSurface *found, guint *n_found);
