/* A run that asks about few articles of a corpus: a draft, or what a change touches. */
#pragma once

#include "pipeline/article_cache.h"

/* Once articles are found (bl_pipeline_open()) and pipeline->focus tells which are in question: reads those and the ones that they are to be
 * held against (index/neighbourhood.h), and forgets the rest; indices, pipeline->focus among them, are those of the articles that were read.
 * Where most are in question all are read. cache: what is kept between runs, or NULL; nothing but time depends on it. */
void bl_focus_narrow (BlPipeline *pipeline, const BlPipelineOptions *options, BlArticleCache *cache);
