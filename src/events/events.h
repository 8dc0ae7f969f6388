/* Which articles report one event.
 *
 * The sentences of such articles that tell of the same thing are found by alignment.h, and made pairs for the checks by sentence_pairs.h. */
#pragma once

#include "events/corpus_terms.h"
#include "judge/input.h"

/* Articles further apart than this do not report one event alike. */
#define BL_EVENT_WINDOW_DAYS 7

/* An article is held against this many others at most, the likest ones. */
#define BL_EVENT_NEAREST 24

/* Two articles on one event, or on neighbouring ones: indices into bl_corpus_terms_articles(), a < b. */
struct BlEventTie
{
  guint a, b;
  gboolean same_event; /* else what both tell has to be told alike before it is held against each other */
  double likeness;     /* 0 to 1.5: cosine of all terms, and half the share of either one's main names that the other has too */
};

/* All ties of a corpus, by a, b; the caller's array of BlEventTie. one_event: it is known that all are, and nothing is asked.
 *
 * Articles are compared as vectors of their terms, weighted by how rare they are and how often they stand there (cosine; topic detection
 * and tracking: Allan, Papka and Lavrenko 1998), among those that share one of their heaviest terms within a week: near-linear in the
 * number of articles. Two earthquakes, two trials or two matches of the same days have most words in common, so names count twice, and the
 * main names of each must stand in the other. Articles are then grouped into events by average linkage (events/clusters.h). *n_cut: ties of
 * one event beyond the likest BL_EVENT_NEAREST of both sides. */
GArray *bl_events_find (const BlCorpusTerms *corpus, gboolean one_event, guint64 *n_cut);
