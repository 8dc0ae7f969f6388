#include "knowledge/name_many.h"

#include <string.h>

/* One number for each of the words. */
typedef struct
{
  gint16 of[BL_NAME_LANES];
} Lanes;

/* A loop of sums and minima becomes vector instructions only if it is left as it is; others are faster rolled out. */
#define EACH_LANE(k) for (guint k = 0; k < BL_NAME_LANES; k++)
#define EACH_LANE_BY_ITSELF(k) _Pragma ("GCC unroll 8") EACH_LANE (k)

/* Column j: what it costs to make the first i sounds of the word from the first j of each of the others. */
typedef struct
{
  Lanes rows[BL_NAME_HEAD_SOUNDS + 1];
} Column;

/* The jth sounds of the others, against each of the word's. */
typedef struct
{
  Lanes cost[BL_NAME_HEAD_SOUNDS + 1]; /* of exchanging it for the ith sound; behind the last of leaving it out */
  guint32 swaps; /* bit i: in some of them it and the one before are the ith and the one before, swapped */
  guint j;
} Step;

gboolean
bl_name_many_init (BlNameMany *many, const BlNameCosts *costs, const BlNameSounds *word)
{
  if (word->length == 0 || word->length > BL_NAME_HEAD_SOUNDS)
    return FALSE;
  many->length = word->length;
  many->swap = costs->swap;
  memcpy (many->sounds, word->list, word->length);
  memset (many->places, 0, sizeof many->places);
  for (guint i = 0; i < word->length; i++)
    {
      const guint8 sound = word->list[i];
      const BlNamePlace here = bl_name_place (i, word->length);
      const BlNamePlace inner = i == 0 ? BL_NAME_FIRST : BL_NAME_INNER;
      many->omit[i] = costs->omit[here][sound];
      many->places[sound] = (guint16) (many->places[sound] | 1u << i);
      for (guint other = 0; other < BL_NAME_N_SOUNDS; other++)
        {
          many->rows[BL_NAME_FIRST][other][i] = costs->exchange[BL_NAME_FIRST][sound][other];
          many->rows[BL_NAME_INNER][other][i] = costs->exchange[inner][sound][other];
          many->rows[BL_NAME_LAST][other][i] = costs->exchange[here][sound][other];
        }
    }
  for (guint place = 0; place < BL_N_NAME_PLACES; place++)
    for (guint other = 0; other < BL_NAME_N_SOUNDS; other++)
      many->rows[place][other][word->length] = costs->omit[place][other];
  return TRUE;
}

#if defined(__has_builtin) && G_BYTE_ORDER == G_LITTLE_ENDIAN
#if __has_builtin(__builtin_shufflevector)
#define HAVE_SHUFFLE
#endif
#endif

/* lanes[i].of[k] = rows[k][i] for eight bytes of each row. */
#ifdef HAVE_SHUFFLE
typedef guint8 Bytes __attribute__ ((vector_size (16)));
#define LOW(a, b) __builtin_shufflevector (a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HIGH(a, b) __builtin_shufflevector (a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)

static inline void
turn (const guint8 *const rows[BL_NAME_LANES], Lanes *lanes)
{
  const Bytes zero = { 0 };
  Bytes r[BL_NAME_LANES];
  EACH_LANE_BY_ITSELF (k)
  {
    r[k] = zero;
    memcpy (&r[k], rows[k], 8);
  }
  const Bytes even[] = { LOW (r[0], r[4]), LOW (r[2], r[6]) };
  const Bytes odd[] = { LOW (r[1], r[5]), LOW (r[3], r[7]) };
  const Bytes even_halves[] = { LOW (even[0], even[1]), HIGH (even[0], even[1]) };
  const Bytes odd_halves[] = { LOW (odd[0], odd[1]), HIGH (odd[0], odd[1]) };
  for (guint half = 0; half < 2; half++)
    {
      const Bytes pairs[] = { LOW (even_halves[half], odd_halves[half]), HIGH (even_halves[half], odd_halves[half]) };
      for (guint pair = 0; pair < 2; pair++)
        {
          const Bytes wide[] = { LOW (pairs[pair], zero), HIGH (pairs[pair], zero) };
          memcpy (&lanes[half * 4 + pair * 2], wide, sizeof wide);
        }
    }
}
#else
static void
turn (const guint8 *const rows[BL_NAME_LANES], Lanes *lanes)
{
  for (guint i = 0; i < 8; i++)
    EACH_LANE (k)
  lanes[i].of[k] = rows[k][i];
}
#endif

/* places: of the sounds before, and then of these. */
static void
prepare (const BlNameMany *many, const BlNameHead *const *heads, guint j, guint16 *places, Step *step)
{
  const guint8 *rows[BL_NAME_LANES];
  step->j = j;
  step->swaps = 0;
  EACH_LANE_BY_ITSELF (k)
  {
    const guint8 sound = heads[k]->sounds[j];
    rows[k] = many->rows[bl_name_place (j, heads[k]->length)][sound];
    step->swaps |= ((guint32) many->places[sound] << 1) & places[k];
    places[k] = many->places[sound];
  }
  turn (rows, step->cost);
  if (many->length < 8)
    return;
  EACH_LANE_BY_ITSELF (k)
  rows[k] += 8;
  turn (rows, step->cost + 8);
}

/* best = the cheapest way to the row i + 1 that ends with a swap, if that is less. */
static void
try_swap (const BlNameMany *many, const BlNameHead *const *heads, const Column *before, guint i, Lanes *best, guint j)
{
  EACH_LANE (k)
  {
    const guint8 *sounds = heads[k]->sounds;
    if (sounds[j] == many->sounds[i - 1] && sounds[j - 1] == many->sounds[i])
      best->of[k] = (gint16) MIN (best->of[k], before->rows[i - 1].of[k] + many->swap);
  }
}

/* The column behind old, before being the one in front of it. */
static void
advance (const BlNameMany *many, const BlNameHead *const *heads, const Step *step, const Column *before,
         const Column *restrict old, Column *restrict column)
{
  const Lanes omit_there = step->cost[many->length];
  Lanes best;
  EACH_LANE (k)
  best.of[k] = (gint16) (old->rows[0].of[k] + omit_there.of[k]);
  column->rows[0] = best;
  for (guint i = 0; i < many->length; i++)
    {
      const gint16 omit_here = many->omit[i];
      EACH_LANE (k)
      {
        const gint16 left_out_here = (gint16) (best.of[k] + omit_here);
        const gint16 left_out_there = (gint16) (old->rows[i + 1].of[k] + omit_there.of[k]);
        const gint16 exchanged = (gint16) (old->rows[i].of[k] + step->cost[i].of[k]);
        const gint16 least = MIN (left_out_here, left_out_there);
        best.of[k] = MIN (least, exchanged);
      }
      if (G_UNLIKELY ((step->swaps >> i & 1) != 0))
        try_swap (many, heads, before, i, &best, step->j);
      column->rows[i + 1] = best;
    }
}

void
bl_name_many_distances (const BlNameMany *many, const BlNameHead *const heads[BL_NAME_LANES], gint16 distances[BL_NAME_LANES])
{
  Column columns[3];
  Column *before = &columns[0];
  Column *old = &columns[1];
  Column *column = &columns[2];
  Lanes ends[BL_NAME_HEAD_SOUNDS]; /* what the column of each length ends with */
  guint16 places[BL_NAME_LANES] = { 0 };
  gint16 sum = 0;
  guint longest = 0;
  for (guint i = 0; i <= many->length; i++)
    {
      EACH_LANE (k)
      old->rows[i].of[k] = sum;
      sum = (gint16) (sum + (i < many->length ? many->omit[i] : 0));
    }
  EACH_LANE (k)
  longest = MAX (longest, heads[k]->length);
  for (guint j = 0; j < longest; j++)
    {
      Step step;
      prepare (many, heads, j, places, &step);
      advance (many, heads, &step, before, old, column);
      ends[j] = column->rows[many->length];
      Column *free = before;
      before = old;
      old = column;
      column = free;
    }
  EACH_LANE (k)
  distances[k] = ends[heads[k]->length - 1].of[k];
}
