/* Which known word was meant: for "did you mean" in messages. */
#pragma once

#include <glib.h>

/* The member of candidates (NULL-terminated) nearest to word by edit distance, or NULL when none is near: at most about a
 * third of the letters may differ. Letter case counts for nothing; of equals, the first wins. Borrowed. */
const char *bl_nearest_word (const char *word, const char *const *candidates);

/* How many letters are inserted, left out, exchanged or swapped with a neighbour to make b of a; letter case counts for nothing.
 * G_MAXUINT when one has more than 64 letters. O(|a|·|b|). */
guint bl_word_distance (const char *a, const char *b);

/* "unknown KIND “word”; did you mean “y”?", or when nothing is near, "…; there are: a, b, c". Owned by the caller. */
char *bl_unknown_word (const char *kind, const char *word, const char *const *known);

/* The same of a key of a file; where no known key is near, it asks whether the file is of a later program. Owned by the caller. */
char *bl_unknown_key (const char *key, const char *const *known);
