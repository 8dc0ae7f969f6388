/* What a run of the comparison is given. */
#pragma once

#include "origins/origins.h"
#include "readers/readers.h"
#include "syntax/syntax.h"

/* See judge/gate_log.h. */
typedef struct BlGateLog BlGateLog;

/* See events/term_counts.h and events/events.h. */
typedef struct BlTermCounts BlTermCounts;
typedef struct BlEventTie BlEventTie;

/* Of a corpus of which only a part is loaded, what the comparison of that part needs to be as it is in the whole. */
typedef struct
{
  const BlTermCounts *counts; /* of all articles */
  const GArray
      *ties; /* BlEventTie by index of loaded article, by a, b: which of them tell of one event; those that are wanted */
} BlWider;

typedef struct
{
  const BlKnowledge *kb;
  const GPtrArray *article_claims; /* BlArticleClaims *, by article index */
  const BlOrigins *origins;
  const BlCues *cues;       /* who says a figure, what denies; NULL: not asked */
  const BlWordKinds *kinds; /* with cues: sentences are also held against each other word by word; NULL: not */
  gboolean one_event;       /* it is known that all articles are of one day and tell of one event, whatever dates they lack */
  gboolean keep_related;    /* for bl_comparisons_related(): one of two claims on a thing there are many in a large corpus */
  const BlWider *wider;     /* NULL: the articles are the whole corpus */
  BlSyntax *syntax;         /* NULL: sentences are not compared by what they state */
  BlGateLog *log;           /* what became of each pair is written down here; NULL in all but `belie explain` */
  BlStems *stems;           /* remembers stems; NULL: nothing does */
  guint jobs;               /* threads, at most; 0 is one. Nothing but time depends on it */
} BlCompareInput;
