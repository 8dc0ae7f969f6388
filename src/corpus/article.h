/* From a record to an article: what corpus.json, the file and its folder say is put together, in this order of trust. */
#pragma once

#include "corpus/corpus.h"
#include "corpus/loader.h"
#include "corpus/roots.h"
#include "corpus/sources.h"

typedef struct
{
  BlSources *sources; /* new ones are added */
  BlProblems *problems;
} BlArticleMaker;

/* Takes the document and the strings out of record, which is of that root. The index is not set. A NULL maker leaves the source open
 * and complains of nothing: the article was made before. Owned. */
BlArticle *bl_article_make (const BlArticleMaker *maker, const BlRoot *root, BlRecord *record);
