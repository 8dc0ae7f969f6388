/* Stock text: what a site prints below every article, which is no evidence that one was copied from another. */
#pragma once

#include "origins/shingles.h"

/* Takes out of each of the n texts the runs that are stock:
 *
 * - of its source: runs in at least three of the source's articles that are otherwise each other's strangers, that is, to a third at least
 *   of runs that the source does not keep repeating. The updates of one story repeat each other nearly whole, so their text stays.
 * - of the corpus: runs in at least eight such articles and in half of all. A wire that many papers take over whole stays.
 *
 * sources: of each text a number below n_sources, or G_MAXUINT for none. Cost is linear in the runs; memory beside the texts at most 16
 * bytes a run of what is looked at together, some four million runs and thread. */
void bl_stock_remove (BlShingles *texts, guint n, const guint *sources, guint n_sources, guint jobs);
