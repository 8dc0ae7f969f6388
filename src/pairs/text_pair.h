/* Two texts, as two sources tell of one event on one day, and how they relate. */
#pragma once

#include "pipeline/pipeline.h"

enum
{
  BL_PAIR_A,
  BL_PAIR_B,
  BL_PAIR_TEXTS
};

typedef struct
{
  const char *texts[BL_PAIR_TEXTS]; /* UTF-8 */
  BlDate day;                       /* of both; unknown: one day, but nobody says which */
  BlGateLog *log;                   /* see BlCompareInput; or NULL */
} BlPairTexts;

/* All that was found; articles are called "a" and "b", and places in them count from the begin of their text. */
typedef struct
{
  BlArticle *articles[BL_PAIR_TEXTS];
  BlProblems *problems;
  GPtrArray *article_claims;
  BlOrigins *origins;
  BlComparisons *comparisons;
  BlFindings *findings;
} BlTextPair;

/* Rules of the pipeline must be loaded. scanner belongs to the calling thread. Owned by the caller. */
BlTextPair *bl_text_pair_new (const BlPipeline *pipeline, const BlPipelineOptions *options, BlScanner *scanner,
                              const BlPairTexts *texts);
void bl_text_pair_free (BlTextPair *pair);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTextPair, bl_text_pair_free)

/* The strongest relation of a finding, or of two related claims, with one side in either text; else NONE. */
BlRelation bl_text_pair_relation (const BlTextPair *pair);
