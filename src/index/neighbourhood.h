/* Which articles of a corpus have to be read to answer for a few of them.
 *
 * The neighbourhood of the articles in question: those that tell of one event with them (events/events.h, on the rows of the weeks around),
 * those that tell of one event with these (a conflict is told of the side that is contradicted more often, and each side is counted), and
 * those that share a claim's subject, a quotation, a spelling, an office or an odd word with them within the days that the checks allow.
 * Names that half of all articles have lead nowhere: a spelling that is accepted is held only against one that is not, a title only against
 * another. What a check takes as witnesses ("three others write so") is taken a few times and not a thousand.
 *
 * What this leaves open: events are grouped by the articles of three weeks to either side, and a chain of articles that agree with
 * each other is followed through the neighbourhood only, so a count of who says the same may be lower than in a comparison of everything. */
#pragma once

#include "compare/compare.h"
#include "index/row.h"

typedef struct
{
  const BlKnowledge *kb;
  const BlIndexRow *rows; /* by article */
  guint n;
  const gboolean *focus;         /* by article: the ones in question */
  const GPtrArray *focus_claims; /* BlArticleClaims * of those, in any order */
} BlNeighbourhoodInput;

typedef struct
{
  gboolean *wanted; /* by article; the ones in question among them */
  guint n_wanted;
  BlTermCounts *counts; /* of the whole corpus, for all terms of wanted articles that are near in time */
  GArray *ties;         /* BlEventTie by article, by a, b: those of wanted articles */
} BlNeighbourhood;

BlNeighbourhood *bl_neighbourhood_find (const BlNeighbourhoodInput *input);
void bl_neighbourhood_free (BlNeighbourhood *neighbourhood);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeighbourhood, bl_neighbourhood_free)
