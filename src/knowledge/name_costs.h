/* Private to src/knowledge: what it costs to write one sound for another.
 *
 * Read from rules/lexicon/name-costs.json; a base without that file counts every letter
 * whole. The unit is a hundredth of a letter. */
#pragma once

#include <glib.h>

enum
{
  BL_NAME_N_SOUNDS = 64, /* a-z are 1-26, then the codes of name_fold.h; bytes of other scripts are 32-63 */
  BL_NAME_COST_WHOLE = 100
};

/* Where in a word: first and last letters are written with more care than those between. */
typedef enum
{
  BL_NAME_FIRST,
  BL_NAME_INNER,
  BL_NAME_LAST,
  BL_N_NAME_PLACES
} BlNamePlace;

typedef struct
{
  guint8 exchange[BL_N_NAME_PLACES][BL_NAME_N_SOUNDS][BL_NAME_N_SOUNDS]; /* symmetric; nothing for equal sounds */
  guint8 omit[BL_N_NAME_PLACES][BL_NAME_N_SOUNDS];
  guint8 swap; /* two neighbours in the wrong order: Merkle */

  /* The least of all places. */
  guint8 least_exchange[BL_NAME_N_SOUNDS][BL_NAME_N_SOUNDS];
  guint8 least_omit[BL_NAME_N_SOUNDS];
} BlNameCosts;

/* Where the ith of length letters stands. */
static inline BlNamePlace
bl_name_place (guint i, guint length)
{
  return i == 0 ? BL_NAME_FIRST : i + 1 == length ? BL_NAME_LAST : BL_NAME_INNER;
}

/* Every letter whole. */
void bl_name_costs_init (BlNameCosts *costs);

/* The sound of a byte of a transliteration class. */
guint8 bl_name_sound (char c);
