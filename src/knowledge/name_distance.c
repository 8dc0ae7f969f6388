#include "knowledge/name_distance.h"

#include <string.h>

#include "knowledge/name_fold.h"
#include "knowledge/names.h"
#include "knowledge/tables.h"
#include "text/fold.h"

/* How many letters one word may have more: a name and the same name with another behind it are two. */
#define MOST_MISSING(length) (2 + (length) / 6)

/* A word is a stranger when 3 of 10 letters are wrong (see BL_NAME_LEAST_ALIKE). */
#define STRICTNESS 1.3

void
bl_name_sounds (const char *name_class, guint length, guint8 *sounds)
{
  for (guint i = 0; i < length; i++)
    sounds[i] = bl_name_sound (name_class[i]);
}

void
bl_name_least_costs (const BlNameCosts *costs, const guint8 *sounds, guint length, guint8 least[BL_NAME_N_SOUNDS])
{
  guint8 own[BL_NAME_N_SOUNDS]; /* nothing else can stand here: sixteen at a time */
  memcpy (own, costs->least_omit, sizeof own);
  for (guint i = 0; i < length; i++)
    for (guint sound = 0; sound < BL_NAME_N_SOUNDS; sound++)
      own[sound] = MIN (own[sound], costs->least_exchange[sounds[i]][sound]);
  memcpy (least, own, sizeof own);
}

/* What the sounds of b from each place on cost at the least: every one is kept, exchanged, left out or swapped for its neighbour. */
static void
sum_least (const guint8 *least, const BlNameSounds *b, guint *rest)
{
  rest[b->length] = 0;
  for (guint j = b->length; j > 0; j--)
    rest[j - 1] = rest[j] + (least == NULL ? 0 : least[b->list[j - 1]]);
}

/* An exchange is at the start when either letter is, and at the end when both are. */
static inline BlNamePlace
place_of_both (BlNamePlace here, guint j, guint length)
{
  if (here == BL_NAME_FIRST || j == 0)
    return BL_NAME_FIRST;
  return j + 1 == length ? here : BL_NAME_INNER;
}

/* Damerau-Levenshtein (optimal string alignment) with weighted costs; three rows of the table are alive. rest[j] is what the
 * sounds of b behind the jth cost at the least. Any number above budget when the distance is above it. */
static guint
distance (const BlNameCosts *costs, const BlNameSounds *a, const BlNameSounds *b, const guint *rest, guint budget)
{
  guint rows[3][BL_NAME_CLASS_MAX + 1];
  guint omit_b[BL_NAME_CLASS_MAX];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];
  guint above_least = 0;
  guint8 a_before = 0; /* no sound */
  above[0] = 0;
  for (guint j = 0; j < b->length; j++)
    {
      omit_b[j] = costs->omit[bl_name_place (j, b->length)][b->list[j]];
      above[j + 1] = above[j] + omit_b[j];
    }
  for (guint i = 0; i < a->length; i++)
    {
      const guint8 sound = a->list[i];
      const BlNamePlace here = bl_name_place (i, a->length);
      const guint omit_a = costs->omit[here][sound];
      guint left = row[0] = above[0] + omit_a;
      guint least = left + rest[0];
      guint8 b_before = 0;
      for (guint j = 0; j < b->length; j++)
        {
          const guint8 other = b->list[j];
          guint best = above[j] + costs->exchange[place_of_both (here, j, b->length)][sound][other];
          best = MIN (best, above[j + 1] + omit_a);
          best = MIN (best, left + omit_b[j]);
          if (other == a_before && sound == b_before)
            best = MIN (best, before[j - 1] + costs->swap);
          row[j + 1] = left = best;
          least = MIN (least, best + rest[j + 1]);
          b_before = other;
        }
      if (least > budget && above_least + costs->swap > budget)
        return least;
      above_least = least;
      a_before = sound;
      guint *oldest = before;
      before = above;
      above = row;
      row = oldest;
    }
  return above[b->length];
}

double
bl_name_sounds_alike (guint distance, guint longest)
{
  return 1 - STRICTNESS * distance / (BL_NAME_COST_WHOLE * longest);
}

int
bl_name_sounds_budget (guint length_a, guint length_b, double at_least)
{
  const guint longest = MAX (length_a, length_b);
  const guint shortest = MIN (length_a, length_b);
  if (longest == 0 || longest - shortest > MOST_MISSING (longest))
    return -1;
  return (int) ((1 - at_least) * longest * BL_NAME_COST_WHOLE / STRICTNESS);
}

double
bl_name_sounds_similarity (const BlNameCosts *costs, const BlNameSounds *a, const BlNameSounds *b, double at_least)
{
  const guint longest = MAX (a->length, b->length);
  const int most = bl_name_sounds_budget (a->length, b->length, at_least);
  if (most < 0)
    return 0;
  const guint budget = (guint) most;
  guint rest[BL_NAME_CLASS_MAX + 1];
  sum_least (a->least, b, rest);
  guint cost = rest[0] > budget ? rest[0] : distance (costs, a, b, rest, budget);
  return cost > budget ? 0 : bl_name_sounds_alike (cost, longest);
}

double
bl_name_token_similarity (const BlKnowledge *kb, const char *a, const char *b)
{
  char name_class[BL_NAME_CLASS_MAX];
  guint8 a_sounds[BL_NAME_CLASS_MAX];
  guint8 b_sounds[BL_NAME_CLASS_MAX];
  BlNameCosts whole;
  const BlNameCosts *costs = kb != NULL ? &kb->name_costs : &whole;
  if (kb == NULL)
    bl_name_costs_init (&whole);
  g_autofree char *a_folded = bl_fold_letters (a, -1);
  g_autofree char *b_folded = bl_fold_letters (b, -1);
  guint a_length = bl_name_fold_class (a_folded, name_class);
  bl_name_sounds (name_class, a_length, a_sounds);
  guint b_length = bl_name_fold_class (b_folded, name_class);
  bl_name_sounds (name_class, b_length, b_sounds);
  return bl_name_sounds_similarity (costs, &(BlNameSounds){ .list = a_sounds, .length = a_length },
                                    &(BlNameSounds){ .list = b_sounds, .length = b_length }, 0);
}
