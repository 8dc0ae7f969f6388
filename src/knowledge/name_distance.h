/* Private to src/knowledge: how alike two transliteration classes are. */
#pragma once

#include <glib.h>

/* Words less alike than this are strangers. */
#define BL_NAME_LEAST_ALIKE 0.6

/* The sounds of a class as numbers below 64, one a letter: what the costs are looked up by. sounds has room for length. */
void bl_name_sounds (const char *name_class, guint length, guint8 *sounds);

/* Similarity in [0, 1]: 1 less the weighted edit distance by length. 0 when it is below least, which makes it faster. */
double bl_name_sounds_similarity (const guint8 *a, guint a_length, const guint8 *b, guint b_length, double least);
