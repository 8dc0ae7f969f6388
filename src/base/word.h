/* Which known word was meant: for "did you mean" in messages. */
#pragma once

#include <glib.h>

/* The member of candidates (NULL-terminated) nearest to word by edit distance, or NULL when none is near: at most about a
 * third of the letters may differ. Letter case counts for nothing; of equals, the first wins. Borrowed. */
const char *bl_nearest_word (const char *word, const char *const *candidates);

/* "unknown KIND “word”; did you mean “y”?", or when nothing is near, "…; there are: a, b, c". Owned by the caller. */
char *bl_unknown_word (const char *kind, const char *word, const char *const *known);
