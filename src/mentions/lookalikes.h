/* Letters of other alphabets that look like Latin ones. Private to src/mentions. */
#pragma once

#include <glib.h>

/* The word in Latin letters when it mixes them with fewer of the Cyrillic or the Greek alphabet, all of which look like Latin ones;
 * NULL for any other word ("μm", "Путин", "naïve"). *alphabet gets the other's name, a literal. Owned by the caller. */
char *bl_lookalikes_to_latin (const char *word, gsize length, const char **alphabet);
