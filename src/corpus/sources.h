/* The sources of a corpus: the declared ones, and those that articles bring with them. */
#pragma once

#include "corpus/config.h"
#include "corpus/corpus.h"

typedef struct BlSources BlSources;

BlSources *bl_sources_new (void);
void bl_sources_free (BlSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSources, bl_sources_free)

/* Adds what a corpus.json declares; of two declarations of one id the first counts. */
void bl_sources_declare (BlSources *sources, const BlConfig *config);

/* The source with exactly this id, made when it is new. Borrowed; pointers stay good. */
BlSource *bl_sources_by_id (BlSources *sources, const char *id);

/* The source that a file's own words mean: one that its own configuration (NULL for none) declares, else one of the others, as a draft
 * from elsewhere is held against a corpus; else a new one, "The Herald" as "the-herald", "www.herald.example" as "herald.example". */
BlSource *bl_sources_by_name (BlSources *sources, const BlConfig *config, const char *text);

/* Sorted by id, and each index set. Borrowed. */
const GPtrArray *bl_sources_sort (BlSources *sources);
