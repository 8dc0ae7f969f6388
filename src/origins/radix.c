#include "origins/radix.h"

#include <string.h>

/* Least significant digit first (Knuth, The Art of Computer Programming 3, 5.2.5), with digits of 11 bits: their counts fit the
 * first cache. */
#define DIGIT 11
#define N_DIGITS (1u << DIGIT)

/* Below this, insertion is faster than counting. */
#define FEW 48

static void
sort_few (guint64 *rows, gsize n, guint from, guint64 mask)
{
  for (gsize i = 1; i < n; i++)
    {
      const guint64 row = rows[i], key = (row >> from) & mask;
      gsize k = i;
      for (; k > 0 && ((rows[k - 1] >> from) & mask) > key; k--)
        rows[k] = rows[k - 1];
      rows[k] = row;
    }
}

void
bl_radix_sort (guint64 *rows, gsize n, guint from, guint to)
{
  const guint64 all = to - from >= 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << (to - from)) - 1;
  if (n <= FEW)
    {
      sort_few (rows, n, from, all);
      return;
    }
  g_autofree guint64 *spare = g_new (guint64, n);
  guint64 *in = rows, *out = spare;
  for (guint bit = from; bit < to; bit += DIGIT)
    {
      const guint64 mask = (G_GUINT64_CONSTANT (1) << MIN (DIGIT, to - bit)) - 1;
      gsize counts[N_DIGITS] = { 0 };
      for (gsize i = 0; i < n; i++)
        counts[(in[i] >> bit) & mask]++;
      gsize at = 0;
      for (guint i = 0; i < N_DIGITS; i++)
        {
          const gsize count = counts[i];
          counts[i] = at;
          at += count;
        }
      for (gsize i = 0; i < n; i++)
        out[counts[(in[i] >> bit) & mask]++] = in[i];
      guint64 *const swap = in;
      in = out;
      out = swap;
    }
  if (in != rows)
    memcpy (rows, in, n * sizeof (guint64));
}
