/* What comparison made of two places: their claims, every gate, the verdict. */
#pragma once

#include "judge/gate_log.h"
#include "pipeline/pipeline.h"

/* One sentence that is asked about. */
typedef struct
{
  guint article;  /* index */
  guint sentence; /* in its document */
} BlTraceSentence;

/* Two sides of sentences, and a comparison that had a log. All borrowed. */
typedef struct
{
  const GPtrArray *article_claims;
  const BlComparisons *comparisons;
  const BlFindings *findings;
  const BlGateLog *log;
  const GArray *sides[2]; /* BlTraceSentence: a, b */
} BlPairTrace;

void bl_pair_trace_write (const BlPairTrace *trace, const BlTextOptions *options, GString *out);

/* The strongest relation between the two sides. */
BlRelation bl_pair_trace_relation (const BlPairTrace *trace);
