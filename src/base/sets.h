/* Disjoint sets of the numbers 0 to n - 1 (union-find: Galler and Fischer 1964; paths are halved as Tarjan and van Leeuwen 1984 do).
 *
 * The root of a set is its least member, so that what is made of the sets does not depend on the order in which they were joined. */
#pragma once

#include <glib.h>

/* parents of n sets of one member each. Owned by the caller (g_free()). */
static inline guint *
bl_sets_new (guint n)
{
  guint *parents = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    parents[i] = i;
  return parents;
}

static inline guint
bl_sets_root (guint *parents, guint member)
{
  while (parents[member] != member)
    member = parents[member] = parents[parents[member]];
  return member;
}

/* Makes one set of the two that a and b are in. FALSE: they were in one. */
static inline gboolean
bl_sets_join (guint *parents, guint a, guint b)
{
  const guint x = bl_sets_root (parents, a), y = bl_sets_root (parents, b);
  parents[MAX (x, y)] = MIN (x, y);
  return x != y;
}
