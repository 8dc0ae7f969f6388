/* Word 5-grams of an article's body as hashes, for measuring how much of one text stands in another. */
#pragma once

#include "text/text.h"

/* Sorted distinct 64-bit hashes of all runs of five words of the article's own text: boilerplate, captions and bylines, which a whole
 * site shares, are left out. The caller's array of guint64. */
GArray *bl_shingles_new (const BlDocument *document);

/* How much of the smaller set stands in the larger one, 0 to 1; 0 when either is empty. */
double bl_shingles_containment (const GArray *a, const GArray *b);
