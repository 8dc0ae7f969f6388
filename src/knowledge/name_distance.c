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
  SOUND_Z = 29,
  N_SOUNDS = 64
};

#define L(letter) ((letter) - 'a' + 1)
#define PAIR(a, b, cost) [a][b] = WHOLE - (cost), [b][a] = WHOLE - (cost)

/* What the exchange costs less than a whole letter. */
static const guint8 exchange_less[N_SOUNDS][N_SOUNDS] = {
  PAIR (L ('a'), L ('e'), 35), PAIR (L ('a'), L ('i'), 45), PAIR (L ('a'), L ('o'), 30), PAIR (L ('a'), L ('u'), 40),
  PAIR (L ('e'), L ('i'), 25), PAIR (L ('e'), L ('o'), 35), PAIR (L ('e'), L ('u'), 45), PAIR (L ('i'), L ('o'), 50),
  PAIR (L ('i'), L ('u'), 40), PAIR (L ('o'), L ('u'), 25), PAIR (L ('b'), L ('p'), 40), PAIR (L ('d'), L ('t'), 40),
  PAIR (L ('g'), L ('k'), 40), PAIR (L ('g'), L ('h'), 30), PAIR (L ('h'), L ('k'), 40), PAIR (L ('f'), L ('v'), 40),
  PAIR (L ('b'), L ('v'), 50), PAIR (L ('u'), L ('v'), 40), PAIR (L ('m'), L ('n'), 60), PAIR (L ('l'), L ('r'), 80),
  PAIR (L ('s'), L ('z'), 30), PAIR (L ('s'), SOUND_S, 35), PAIR (L ('s'), SOUND_C, 50), PAIR (L ('s'), SOUND_Z, 50),
  PAIR (L ('z'), SOUND_Z, 30), PAIR (L ('z'), SOUND_C, 40), PAIR (L ('z'), SOUND_S, 50), PAIR (L ('k'), SOUND_C, 50),
  PAIR (L ('h'), SOUND_C, 30), PAIR (L ('g'), SOUND_Z, 45), PAIR (L ('i'), SOUND_Z, 45), PAIR (SOUND_S, SOUND_C, 35),
  PAIR (SOUND_S, SOUND_Z, 35), PAIR (SOUND_C, SOUND_Z, 45),
};

#define LESS(sound, cost) [sound] = WHOLE - (cost)

/* What leaving a sound out costs less than a whole letter. */
static const guint8 omission_less[N_SOUNDS] = {
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

/* Damerau-Levenshtein (optimal string alignment) with the costs above; three rows of the table are alive. Any number above
 * budget when the distance is above it. */
static guint
distance (const guint8 *a, guint a_length, const guint8 *b, guint b_length, guint budget)
{
  guint rows[3][BL_NAME_CLASS_MAX + 1];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];
  guint above_least = 0;
  above[0] = 0;
  for (guint j = 0; j < b_length; j++)
    above[j + 1] = above[j] + WHOLE - omission_less[b[j]];
  for (guint i = 0; i < a_length; i++)
    {
      guint leave_a = (guint) (WHOLE - omission_less[a[i]]);
      const guint8 *less = exchange_less[a[i]];
      guint least = row[0] = above[0] + leave_a;
      for (guint j = 0; j < b_length; j++)
        {
          guint best = above[j] + (a[i] == b[j] ? 0 : (guint) (WHOLE - less[b[j]]));
          best = MIN (best, above[j + 1] + leave_a);
          best = MIN (best, row[j] + WHOLE - omission_less[b[j]]);
          if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
            best = MIN (best, before[j - 1] + SWAPPED);
          row[j + 1] = best;
          least = MIN (least, best);
        }
      if (least > budget && above_least + SWAPPED > budget)
        return least;
      above_least = least;
      guint *oldest = before;
      before = above;
      above = row;
      row = oldest;
    }
  return above[b_length];
}

double
bl_name_sounds_similarity (const guint8 *a, guint a_length, const guint8 *b, guint b_length, double least)
{
  guint longest = MAX (a_length, b_length);
  guint shortest = MIN (a_length, b_length);
  guint budget = (guint) ((1 - least) * longest * WHOLE / STRICTNESS);
  if (longest == 0 || longest - shortest > MOST_MISSING (longest))
    return 0;
  guint cost = distance (a, a_length, b, b_length, budget);
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
  return bl_name_sounds_similarity (a_sounds, a_length, b_sounds, b_length, 0);
}
