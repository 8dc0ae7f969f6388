#include "knowledge/name_distance.h"

#include <string.h>

#include "knowledge/name_fold.h"
#include "knowledge/names.h"
#include "text/fold.h"

/* What it costs to write one sound for another, in hundredths of a letter; other pairs cost a whole one. Vowels are heard and
 * written loosely, voiced and unvoiced are confused, h comes and goes. */
enum
{
  WHOLE = 100,
  SWAPPED = 55, /* two letters in the wrong order: Merkle */
};

/* How many letters one word may have more: a name and the same name with another behind it are two. */
#define MOST_MISSING(length) (2 + (length) / 6)

/* A word is a stranger when 3 of 10 letters are wrong (see BL_NAME_LEAST_ALIKE). */
#define STRICTNESS 1.3

/* a-z are 1-26; the codes of name_fold.h follow; bytes of other scripts are 32-63, and exchange with nothing. */
enum
{
  SOUND_S = 27,
  SOUND_C = 28,
  SOUND_Z = 29
};

#define L(letter) ((letter) - 'a' + 1)
#define PAIR(a, b, cost) [a][b] = WHOLE - (cost), [b][a] = WHOLE - (cost)

#define SAME4(n) [n][n] = WHOLE, [(n) + 1][(n) + 1] = WHOLE, [(n) + 2][(n) + 2] = WHOLE, [(n) + 3][(n) + 3] = WHOLE
#define SAME16(n) SAME4 (n), SAME4 ((n) + 4), SAME4 ((n) + 8), SAME4 ((n) + 12)

/* What the exchange costs less than a whole letter; of equal sounds nothing. */
static const guint8 exchange_less[BL_NAME_N_SOUNDS][BL_NAME_N_SOUNDS] = {
  SAME16 (0),
  SAME16 (16),
  SAME16 (32),
  SAME16 (48),
  PAIR (L ('a'), L ('e'), 35),
  PAIR (L ('a'), L ('i'), 45),
  PAIR (L ('a'), L ('o'), 30),
  PAIR (L ('a'), L ('u'), 40),
  PAIR (L ('e'), L ('i'), 25),
  PAIR (L ('e'), L ('o'), 35),
  PAIR (L ('e'), L ('u'), 45),
  PAIR (L ('i'), L ('o'), 50),
  PAIR (L ('i'), L ('u'), 40),
  PAIR (L ('o'), L ('u'), 25),
  PAIR (L ('b'), L ('p'), 40),
  PAIR (L ('d'), L ('t'), 40),
  PAIR (L ('g'), L ('k'), 40),
  PAIR (L ('g'), L ('h'), 30),
  PAIR (L ('h'), L ('k'), 40),
  PAIR (L ('f'), L ('v'), 40),
  PAIR (L ('b'), L ('v'), 50),
  PAIR (L ('u'), L ('v'), 40),
  PAIR (L ('m'), L ('n'), 60),
  PAIR (L ('l'), L ('r'), 80),
  PAIR (L ('s'), L ('z'), 30),
  PAIR (L ('s'), SOUND_S, 35),
  PAIR (L ('s'), SOUND_C, 50),
  PAIR (L ('s'), SOUND_Z, 50),
  PAIR (L ('z'), SOUND_Z, 30),
  PAIR (L ('z'), SOUND_C, 40),
  PAIR (L ('z'), SOUND_S, 50),
  PAIR (L ('k'), SOUND_C, 50),
  PAIR (L ('h'), SOUND_C, 30),
  PAIR (L ('g'), SOUND_Z, 45),
  PAIR (L ('i'), SOUND_Z, 45),
  PAIR (SOUND_S, SOUND_C, 35),
  PAIR (SOUND_S, SOUND_Z, 35),
  PAIR (SOUND_C, SOUND_Z, 45),
};

#define LESS(sound, cost) [sound] = WHOLE - (cost)

/* What leaving a sound out costs less than a whole letter. */
static const guint8 omission_less[BL_NAME_N_SOUNDS] = {
  LESS (L ('a'), 45), LESS (L ('e'), 40), LESS (L ('i'), 30), LESS (L ('o'), 45),
  LESS (L ('u'), 45), LESS (L ('h'), 30), LESS (L ('t'), 80), LESS (L ('d'), 80),
};

void
bl_name_sounds (const char *name_class, guint length, guint8 *sounds)
{
  for (guint i = 0; i < length; i++)
    {
      char c = name_class[i];
      if (c >= 'a' && c <= 'z')
        sounds[i] = (guint8) L (c);
      else
        sounds[i] = c == 'S' ? SOUND_S : c == 'C' ? SOUND_C : c == 'Z' ? SOUND_Z : (guint8) (32 + (c & 31));
    }
}

void
bl_name_least_costs (const guint8 *sounds, guint length, guint8 least[BL_NAME_N_SOUNDS])
{
  guint8 less[BL_NAME_N_SOUNDS];
  memcpy (less, omission_less, sizeof less);
  for (guint i = 0; i < length; i++)
    for (guint sound = 0; sound < BL_NAME_N_SOUNDS; sound++)
      less[sound] = MAX (less[sound], exchange_less[sounds[i]][sound]);
  for (guint sound = 0; sound < BL_NAME_N_SOUNDS; sound++)
    least[sound] = (guint8) (WHOLE - less[sound]);
}

/* What the sounds of b from each place on cost at the least: every one is kept, exchanged, left out or swapped for its neighbour. */
static void
sum_least (const guint8 *least, const BlNameSounds *b, guint *rest)
{
  rest[b->length] = 0;
  for (guint j = b->length; j > 0; j--)
    rest[j - 1] = rest[j] + (least == NULL ? 0 : least[b->list[j - 1]]);
}

/* Damerau-Levenshtein (optimal string alignment) with the costs above; three rows of the table are alive. rest[j] is what the sounds
 * of b behind the jth cost at the least. Any number above budget when the distance is above it. */
static guint
distance (const BlNameSounds *a, const BlNameSounds *b, const guint *rest, guint budget)
{
  guint rows[3][BL_NAME_CLASS_MAX + 1];
  guint leave_b[BL_NAME_CLASS_MAX];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];
  guint above_least = 0;
  guint8 a_before = 0; /* no sound */
  above[0] = 0;
  for (guint j = 0; j < b->length; j++)
    {
      leave_b[j] = (guint) (WHOLE - omission_less[b->list[j]]);
      above[j + 1] = above[j] + leave_b[j];
    }
  for (guint i = 0; i < a->length; i++)
    {
      const guint8 sound = a->list[i];
      const guint8 *less = exchange_less[sound];
      const guint leave_a = (guint) (WHOLE - omission_less[sound]);
      guint left = row[0] = above[0] + leave_a;
      guint least = left + rest[0];
      guint8 b_before = 0;
      for (guint j = 0; j < b->length; j++)
        {
          const guint8 other = b->list[j];
          guint best = above[j] + WHOLE - less[other];
          best = MIN (best, above[j + 1] + leave_a);
          best = MIN (best, left + leave_b[j]);
          if (other == a_before && sound == b_before)
            best = MIN (best, before[j - 1] + SWAPPED);
          row[j + 1] = left = best;
          least = MIN (least, best + rest[j + 1]);
          b_before = other;
        }
      if (least > budget && above_least + SWAPPED > budget)
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
bl_name_sounds_similarity (const BlNameSounds *a, const BlNameSounds *b, double at_least)
{
  guint longest = MAX (a->length, b->length);
  guint shortest = MIN (a->length, b->length);
  guint budget = (guint) ((1 - at_least) * longest * WHOLE / STRICTNESS);
  if (longest == 0 || longest - shortest > MOST_MISSING (longest))
    return 0;
  guint rest[BL_NAME_CLASS_MAX + 1];
  sum_least (a->least, b, rest);
  guint cost = rest[0] > budget ? rest[0] : distance (a, b, rest, budget);
  return cost > budget ? 0 : 1 - STRICTNESS * cost / (WHOLE * longest);
}

double
bl_name_token_similarity (const char *a, const char *b)
{
  char name_class[BL_NAME_CLASS_MAX];
  guint8 a_sounds[BL_NAME_CLASS_MAX];
  guint8 b_sounds[BL_NAME_CLASS_MAX];
  g_autofree char *a_folded = bl_fold_letters (a, -1);
  g_autofree char *b_folded = bl_fold_letters (b, -1);
  guint a_length = bl_name_fold_class (a_folded, name_class);
  bl_name_sounds (name_class, a_length, a_sounds);
  guint b_length = bl_name_fold_class (b_folded, name_class);
  bl_name_sounds (name_class, b_length, b_sounds);
  return bl_name_sounds_similarity (&(BlNameSounds){ .list = a_sounds, .length = a_length },
                                    &(BlNameSounds){ .list = b_sounds, .length = b_length }, 0);
}
