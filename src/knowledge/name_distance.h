/* Private to src/knowledge: how alike two transliteration classes are. */
#pragma once

#include "knowledge/name_costs.h"

/* Words less alike than this are strangers. */
#define BL_NAME_LEAST_ALIKE 0.6

/* A transliteration class as numbers below BL_NAME_N_SOUNDS, one a letter: what the costs are looked up by. */
typedef struct
{
  const guint8 *list;
  const guint8 *least; /* of a word that is compared with many: see bl_name_least_costs(); else NULL */
  guint length;
} BlNameSounds;

/* Fills sounds, which has room for length. */
void bl_name_sounds (const char *name_class, guint length, guint8 *sounds);

/* What each sound costs at the least when it stands in a word that is compared with these: nothing for one of theirs, else what
 * exchanging it for the nearest of theirs costs, or leaving it out. The sum over a word is never more than the distance of the two,
 * and a tenth of the work. */
void bl_name_least_costs (const BlNameCosts *costs, const guint8 *sounds, guint length, guint8 least[BL_NAME_N_SOUNDS]);

/* Similarity in [0, 1]: 1 less the weighted edit distance by length. 0 when it is below at_least, which makes it faster, most of
 * all when a has least costs. */
double bl_name_sounds_similarity (const BlNameCosts *costs, const BlNameSounds *a, const BlNameSounds *b, double at_least);

/* What a distance in hundredths of a letter says of two words, the longer of which has so many: 1 for none. */
double bl_name_sounds_alike (guint distance, guint longest);

/* The largest distance of words of these lengths, in hundredths of a letter, that is at least so alike; -1 when there is none. */
int bl_name_sounds_budget (guint length_a, guint length_b, double at_least);
