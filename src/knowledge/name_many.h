/* Private to src/knowledge: the distance of one word from many.
 *
 * The same numbers as name_distance.c gives: of each column of the table eight rows are worked out at once. About ten times faster a
 * word. */
#pragma once

#include "knowledge/name_distance.h"

enum
{
  BL_NAME_HEAD_SOUNDS = 15,
  BL_NAME_ROWS = 16 /* one for each sound of a head, and one more */
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
  guint8 sounds[BL_NAME_ROWS];
  gint16 sums[BL_NAME_ROWS];   /* what leaving out all sounds up to this costs */
  gint16 behind[BL_NAME_ROWS]; /* all bits of the rows behind the last sound, which hold nothing */
  gint16 swap;
  guint8 least[BL_NAME_N_SOUNDS];   /* the word's, see bl_name_least_costs(), and nothing for no sound */
  guint16 places[BL_NAME_N_SOUNDS]; /* bit i: the ith sound */
  gint16 rows[BL_N_NAME_PLACES][BL_NAME_N_SOUNDS][BL_NAME_ROWS]; /* by where the other sound stands */
} BlNameMany;

/* FALSE for a word longer than a head, or an empty one, of which only the least costs are filled: such are compared otherwise. word has least
 * costs. */
gboolean bl_name_many_init (BlNameMany *many, const BlNameCosts *costs, const BlNameSounds *word);

/* The sum of what the sounds of a head cost at the least. */
static inline guint
bl_name_many_least (const BlNameMany *many, const BlNameHead *head)
{
  guint least = 0;
  for (guint i = 0; i < 8; i++)
    least += many->least[head->sounds[i]];
  if (head->length > 8)
    for (guint i = 8; i < BL_NAME_HEAD_SOUNDS; i++)
      least += many->least[head->sounds[i]];
  return least;
}

/* Hundredths of a letter; any number above budget for a distance above it, which is found out sooner. least is bl_name_many_least(), or 0;
 * the head is of a word of 1 to BL_NAME_HEAD_SOUNDS sounds. */
guint bl_name_many_distance (const BlNameMany *many, const BlNameHead *head, guint least, guint budget);
