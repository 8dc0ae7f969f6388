/* The line that a message speaks of, with a mark under the place:
 *
 *     12 |   "phrazes": [
 *        |   ^~~~~~~~~
 */
#pragma once

#include <glib.h>

/* Shows line number `line` of text, of which `start` is the first byte, and marks width characters from column on (1-based, in characters;
 * width 0 counts as 1; what is past the end of the line is not marked, but one caret always is). A long line is cut around the place;
 * a tab becomes blanks, a control character its picture, a byte that is not UTF-8 or a character that would turn the writing direction
 * U+FFFD, so no file can play tricks on a terminal. Two lines, no line break at the end. Owned by the caller. */
char *bl_excerpt (const char *text, gsize length, gsize start, guint line, guint column, guint width);

/* The text as an excerpt shows it: nothing in it moves the cursor of a terminal but line breaks. Owned by the caller. */
char *bl_harmless (const char *text);
