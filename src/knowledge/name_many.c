/* A column of the table says what it costs to make the first sounds of the word, one more in each row, from the first j of the other.
 * A row depends on the one above it in the same column, by leaving out a sound of the word. Without that, all rows can be worked out at once:
 * x[i]. With it a row is the least of x[k] + what leaving out the sounds behind k costs, over all k up to i; and as
 * that is a difference of sums, row i = sums[i] + least of (x[k] - sums[k]): a running minimum, which takes three steps for eight rows. */
#include "knowledge/name_many.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Eight rows of a column, beginning with that of the first sound. */
typedef gint16 Rows __attribute__ ((vector_size (16)));

#define EACH(value) ((Rows){ (value), (value), (value), (value), (value), (value), (value), (value) })
#define MOST EACH (G_MAXINT16)

/* Rows moved up by n; front moves in: its last n. */
#if defined(__SSE2__)
#define UP(n, front, rows)                                                                                                     \
  ((Rows) _mm_or_si128 (_mm_slli_si128 ((__m128i) (rows), 2 * (n)), _mm_srli_si128 ((__m128i) (front), 16 - 2 * (n))))
#else
#define UP(n, front, rows) move_up (n, front, rows)

static inline Rows
move_up (guint n, Rows front, Rows rows)
{
  gint16 all[16];
  memcpy (all, &front, sizeof front);
  memcpy (all + 8, &rows, sizeof rows);
  Rows up;
  memcpy (&up, all + 8 - n, sizeof up);
  return up;
}
#endif

static inline Rows
least (Rows a, Rows b)
{
#ifdef __SSE2__
  return (Rows) _mm_min_epi16 ((__m128i) a, (__m128i) b);
#else
  const Rows is_less = a < b;
  return (a & is_less) | (b & ~is_less);
#endif
}

static inline Rows
load (const gint16 *from)
{
  Rows rows;
  memcpy (&rows, from, sizeof rows);
  return rows;
}

gboolean
bl_name_many_init (BlNameMany *many, const BlNameCosts *costs, const BlNameSounds *word)
{
  memcpy (many->least, word->least, sizeof many->least);
  many->least[0] = 0;
  if (word->length == 0 || word->length > BL_NAME_HEAD_SOUNDS)
    return FALSE;
  many->length = word->length;
  many->swap = costs->swap;
  memset (many->sounds, 0, sizeof many->sounds);
  memset (many->sums, 0, sizeof many->sums);
  memset (many->places, 0, sizeof many->places);
  /* What rows behind the last sound hold is never asked, but it is added up with the rest. */
  memset (many->rows, 0, sizeof many->rows);
  for (guint i = 0; i < BL_NAME_ROWS; i++)
    many->behind[i] = i < word->length ? 0 : -1;
  memcpy (many->sounds, word->list, word->length);
  gint16 sum = 0;
  for (guint i = 0; i < word->length; i++)
    {
      const guint8 sound = word->list[i];
      const BlNamePlace here = bl_name_place (i, word->length);
      const BlNamePlace inner = i == 0 ? BL_NAME_FIRST : BL_NAME_INNER;
      many->places[sound] = (guint16) (many->places[sound] | 1u << i);
      sum = (gint16) (sum + costs->omit[here][sound]);
      many->sums[i] = sum;
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

/* Every row is above most, or behind the last sound. */
static inline gboolean
is_above (Rows rows, Rows behind, int most)
{
  const Rows above = (rows > EACH ((gint16) most)) | behind;
#ifdef __SSE2__
  return _mm_movemask_epi8 ((__m128i) above) == 0xFFFF;
#else
  gint64 all[2];
  memcpy (all, &above, sizeof all);
  return (all[0] & all[1]) == -1;
#endif
}

/* A column, or half of one, and the row above it. */
typedef struct
{
  Rows rows;
  gint16 above;
} Column;

/* The rows of x, of which some bits say where the sound and the one before are those of the word, swapped. before is the column two
 * in front of x's, over the one row above those that it knows; places counts from its first row. */
static inline Rows
swapped (Rows x, const Column *before, guint32 places, gint16 over, gint16 swap)
{
  const Rows bits = { 1, 2, 4, 8, 16, 32, 64, 128 };
  const Rows not_here = (EACH ((gint16) (places & 0xFF)) & bits) == 0;
  const Rows front = { 0, 0, 0, 0, 0, 0, over, before->above };
  const Rows from = UP (2, front, before->rows) + EACH (swap);
  return least (x, (from & ~not_here) | (MOST & not_here));
}

/* The running minimum; front: what stands above the first row. */
static inline Rows
settle (Rows x, Rows sums, Rows front)
{
  Rows least_yet = x - sums;
  least_yet = least (least_yet, UP (1, MOST, least_yet));
  least_yet = least (least_yet, UP (2, MOST, least_yet));
  least_yet = least (least_yet, UP (4, MOST, least_yet));
  return least (least_yet, front) + sums;
}

/* What a step from column to column needs. */
typedef struct
{
  const gint16 *costs;
  gint16 omit;
  guint32 swaps; /* bit i: the sound and the one before are the ith and the one before, swapped */
} Step;

static inline Step
step_of (const BlNameMany *many, const BlNameHead *head, guint j)
{
  const guint8 sound = head->sounds[j];
  const gint16 *costs = many->rows[bl_name_place (j, head->length)][sound];
  const guint32 last_places = j > 0 ? many->places[head->sounds[j - 1]] : 0;
  return (Step){ costs, costs[many->length], ((guint32) many->places[sound] << 1) & last_places };
}

/* For words of up to eight sounds. */
static guint
short_distance (const BlNameMany *many, const BlNameHead *head, int most, guint budget)
{
  const Rows sums = load (many->sums);
  const Rows behind = load (many->behind);
  Column old = { .rows = sums };
  Column before = old;
  gboolean was_above = FALSE;
  for (guint j = 0; j < head->length; j++)
    {
      const Step step = step_of (many, head, j);
      Rows x = least (UP (1, EACH (old.above), old.rows) + load (step.costs), old.rows + EACH (step.omit));
      if (G_UNLIKELY (step.swaps != 0))
        x = swapped (x, &before, step.swaps, 0, many->swap);
      before = old;
      old.above = (gint16) (old.above + step.omit);
      old.rows = settle (x, sums, EACH (old.above));
      most += many->least[head->sounds[j]];
      const gboolean above = old.above > most && is_above (old.rows, behind, most);
      if (above && was_above)
        return budget + 1;
      was_above = above;
    }
  gint16 rows[8];
  memcpy (rows, &old.rows, sizeof rows);
  return (guint) rows[many->length - 1];
}

/* The same in two halves: the rows above the second are the last of the first. */
static guint
long_distance (const BlNameMany *many, const BlNameHead *head, int most, guint budget)
{
  const Rows sums = load (many->sums);
  const Rows low_sums = load (many->sums + 8);
  const Rows behind = load (many->behind + 8);
  Column old = { .rows = sums };
  Column before = old;
  Column low = { .rows = low_sums, .above = sums[7] };
  Column low_before = low;
  gboolean was_above = FALSE;
  for (guint j = 0; j < head->length; j++)
    {
      const Step step = step_of (many, head, j);
      Rows x = least (UP (1, EACH (old.above), old.rows) + load (step.costs), old.rows + EACH (step.omit));
      Rows low_x = least (UP (1, old.rows, low.rows) + load (step.costs + 8), low.rows + EACH (step.omit));
      if (G_UNLIKELY (step.swaps != 0))
        {
          x = swapped (x, &before, step.swaps, 0, many->swap);
          low_x = swapped (low_x, &low_before, step.swaps >> 8, before.rows[6], many->swap);
        }
      before = old;
      low_before = low;
      old.above = (gint16) (old.above + step.omit);
      old.rows = settle (x, sums, EACH (old.above));
      low.above = old.rows[7];
      low.rows = settle (low_x, low_sums, EACH ((gint16) (low.above - sums[7])));
      most += many->least[head->sounds[j]];
      const gboolean above = old.above > most && is_above (old.rows, EACH (0), most) && is_above (low.rows, behind, most);
      if (above && was_above)
        return budget + 1;
      was_above = above;
    }
  gint16 rows[8];
  memcpy (rows, &low.rows, sizeof rows);
  return (guint) rows[many->length - 9];
}

/* What is spent up to a column, and what the sounds behind it cost at the least, must stay within the budget. A way through the table
 * passes each column, or the one before and, by a swap, the one behind: two columns in a row that are all above are the end. */
guint
bl_name_many_distance (const BlNameMany *many, const BlNameHead *head, guint least, guint budget)
{
  const int most = (int) budget - (int) least;
  return many->length <= 8 ? short_distance (many, head, most, budget) : long_distance (many, head, most, budget);
}
