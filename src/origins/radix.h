/* Sorting of many numbers in time that grows with their number alone. */
#pragma once

#include <glib.h>

/* Sorts by bits [from, to) of each row, and leaves rows that are equal there in their order. Needs as much memory again as the rows.
 * O(n × (to - from)). */
void bl_radix_sort (guint64 *rows, gsize n, guint from, guint to);
