/* Private to src/knowledge: the distance of one word from many, several at a time.
 *
 * The same numbers as name_distance.c gives, without its early ends: columns of the table are computed for BL_NAME_LANES words side by
 * side, in loops of that many steps that compilers turn into single instructions. About six times faster a word. */
#pragma once

#include "knowledge/name_distance.h"

enum
{
  BL_NAME_LANES = 8,
  BL_NAME_HEAD_SOUNDS = 15
};

/* The first sounds of a word, for a first look at many: 0 behind the last. */
typedef struct
{
  guint8 sounds[BL_NAME_HEAD_SOUNDS];
  guint8 length; /* of the class: may be more */
} BlNameHead;

/* The word that is compared with many. A row says what a sound of another word costs: exchanged for each of the word's, and, behind
 * these, left out. */
typedef struct
{
  guint length;
  guint8 sounds[BL_NAME_HEAD_SOUNDS + 1];
  gint16 omit[BL_NAME_HEAD_SOUNDS + 1];
  gint16 swap;
  guint16 places[BL_NAME_N_SOUNDS];                                         /* bit i: the ith sound */
  guint8 rows[BL_N_NAME_PLACES][BL_NAME_N_SOUNDS][BL_NAME_HEAD_SOUNDS + 1]; /* by where the other sound stands */
} BlNameMany;

/* FALSE for a word longer than a head, or an empty one: such are compared one by one. */
gboolean bl_name_many_init (BlNameMany *many, const BlNameCosts *costs, const BlNameSounds *word);

/* Hundredths of a letter. The heads are of words of 1 to BL_NAME_HEAD_SOUNDS sounds. */
void bl_name_many_distances (const BlNameMany *many, const BlNameHead *const heads[BL_NAME_LANES],
                             gint16 distances[BL_NAME_LANES]);
