/* Inside events/: groups of a sparse graph, so that each is alike within. */
#pragma once

#include <glib.h>

typedef struct
{
  guint a, b; /* nodes, a < b */
  double likeness;
} BlClusterEdge;

/* The group of each of n nodes, numbered by their first node; the caller's array of n guint, g_free(). edges (BlClusterEdge) are the
 * pairs that were found alike; the others count as 0.
 *
 * Agglomerative clustering by average linkage (Sokal and Michener 1958), nearest pairs first: two groups are one when their pairs are
 * alike by least on average, and by at least ratio of what the pairs within either group are. One likeness that is too high by chance
 * does not join two groups, which single linkage would. */
guint *bl_clusters_find (const GArray *edges, guint n, double least, double ratio);
