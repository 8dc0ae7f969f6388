/* Which sentences of tied articles tell of the same thing. */
#pragma once

#include "events/events.h"

/* Two sentences on one thing share so many terms at least, and so much of the lighter one's weight. */
typedef struct
{
  guint n_shared;
  double overlap;
} BlAlignLeast;

typedef struct
{
  guint a, b;     /* sentences by index, a < b */
  double overlap; /* weight of what both share, of the lighter sentence: 0 to 1 */
  double dice;    /* the same of the mean of both: near 1 when they are nearly the same */
  guint n_shared;
} BlAligned;

/* Pairs of sentences of tied articles, and of headline and body of one article, that have enough of their terms in common, and sentences of
 * one body that nearly repeat each other; by a, b. The caller's array of BlAligned. The cost follows the number of ties.
 *
 * Of a short sentence most has to stand in the other one, of two long ones many terms; where it is known that both tell of one event (a
 * claim and its evidence) less will do: one_event. jobs: threads at most; the result does not depend on it. */
GArray *bl_align (const BlCorpusTerms *corpus, const GArray *ties, gboolean one_event, guint jobs);
