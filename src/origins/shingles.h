/* Word 5-grams of a text as hashes, for measuring how much of one text stands in another. */
#pragma once

#include "text/text.h"

/* Four bytes a distinct run of five words: an article of 400 words takes 1.6 kB. */
typedef struct
{
  guint64 text;  /* hash of all words in order: equal for texts that differ in case, marks and white space only */
  guint n_words; /* of the text */
  guint n;       /* of runs */
  guint32 *runs; /* hashes of all runs of five words: sorted, distinct; owned */
} BlShingles;

/* Of an article's own text: boilerplate, captions and bylines, which a whole site shares, are left out. Words are those of
 * bl_fold_letters(); no run crosses the end of a block. Clear with bl_shingles_clear(). */
BlShingles bl_shingles_of_document (const BlDocument *document);

/* Of one block of text, valid UTF-8. */
BlShingles bl_shingles_of_text (const char *text, gsize length);

void bl_shingles_clear (BlShingles *shingles);

/* How many runs both have. O(n). */
guint bl_shingles_shared (const BlShingles *a, const BlShingles *b);

/* How much of the smaller set stands in the larger one, 0 to 1; 0 when either is empty. Broder, A. (1997), On the resemblance and
 * containment of documents. */
double bl_shingles_containment (const BlShingles *a, const BlShingles *b);

/* Leaves out runs that stand in the sorted list. */
void bl_shingles_remove (BlShingles *shingles, const GArray *runs); /* guint32 */
