/* Private to src/knowledge: a set of small numbers that is walked in order: gathering what several lists name, each once and
 * sorted, costs a bit a number and no sorting. */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 *words;
  guint n_words;
} BlBitSet;

/* For numbers below n. */
static inline BlBitSet
bl_bit_set_new (guint n)
{
  const guint n_words = n / 64 + 1;
  return (BlBitSet){ .words = g_new0 (guint64, n_words), .n_words = n_words };
}

static inline void
bl_bit_set_clear (BlBitSet *set)
{
  g_free (set->words);
  *set = (BlBitSet){ 0 };
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlBitSet, bl_bit_set_clear)

static inline void
bl_bit_set_add (BlBitSet *set, guint number)
{
  set->words[number / 64] |= (guint64) 1 << number % 64;
}

/* The least number at or after from, or G_MAXUINT: for (i = next (set, 0); i != G_MAXUINT; i = next (set, i + 1)). */
static inline guint
bl_bit_set_next (const BlBitSet *set, guint from)
{
  guint at = from / 64;
  if (at >= set->n_words)
    return G_MAXUINT;
  guint64 rest = set->words[at] >> from % 64 << from % 64;
  while (rest == 0)
    {
      if (++at == set->n_words)
        return G_MAXUINT;
      rest = set->words[at];
    }
  return at * 64 + (guint) __builtin_ctzll (rest);
}
