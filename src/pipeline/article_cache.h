/* The rows of a corpus (index/row.h) and the manifest of its files, kept between runs. */
#pragma once

#include "corpus/heads.h"
#include "pipeline/pipeline.h"

typedef struct BlArticleCache BlArticleCache;

/* For the corpus of these paths (NULL-terminated, as bl_corpus_load() takes them). NULL with --no-cache, and when nothing can be kept, which
 * is said on standard error. */
BlArticleCache *bl_article_cache_open (const char *const *paths, const BlPipelineOptions *options);

/* Says on standard error what was wrong with what was kept, once. */
void bl_article_cache_close (BlArticleCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlArticleCache, bl_article_cache_close)

/* For BlCorpusOptions. Borrowed. */
BlHeads *bl_article_cache_heads (BlArticleCache *cache);

/* Once rules are loaded: the rows that are kept of the articles of the corpus, by index. */
void bl_article_cache_rows (BlArticleCache *cache, const BlPipeline *pipeline, const BlPipelineOptions *options, GBytes **rows);

/* Keeps what was not kept before. */
void bl_article_cache_keep (BlArticleCache *cache, const BlPipeline *pipeline, GBytes *const *rows);
