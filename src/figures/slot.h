/* Whether two figures of two sentences are of the same thing. */
#pragma once

#include "events/sentence_pairs.h"
#include "figures/intervals.h"

static inline const BlCountDetail *
bl_count_detail (const BlClaim *claim)
{
  return claim->detail;
}

/* "35 years ago": counted back from the article's day. */
gboolean bl_count_is_ago (const BlClaim *claim);

/* Share of the fewer neighbours that both sides have: 0 to 1; 0 when one has none. */
double bl_neighbours_shared (const BlSurroundings *a, const BlSurroundings *b);

/* What speaks for two figures being of one thing. */
typedef struct
{
  double near; /* share of their neighbours, 0 to 1 */
  double
      affinity; /* neighbours weighed by how near they stand, with subject, attribute and complement: to tell candidates apart */
  gboolean counted;    /* both count the same noun, or nouns that mean the same */
  gboolean subject;    /* the same person, or word with a capital, stands before both */
  gboolean attribute;  /* the same is measured: "a depth of", "turnout was" */
  gboolean complement; /* the same stands behind both: "members of the caucus" */
  gboolean state;      /* the same became of those counted: "killed" */
  gboolean qualified;  /* the same word between figure and noun */
  gboolean lead;       /* the same word right before both: "for 35 days" */
} BlSlotMatch;

/* May the two be of one thing at all: units, nouns, what is measured, what became of them. */
gboolean bl_slots_comparable (const BlClaim *a, const BlClaim *b);

BlSlotMatch bl_slots_match (const BlClaim *a, const BlClaim *b);

typedef struct
{
  BlGate gate;
  const char *why; /* NULL: nothing */
} BlGateReason;

/* What shows that they are not of one thing, though comparable: another subject, place, scope, qualifier, or "another 12" against "12".
 * loose: the two texts are known to tell of one event, so that only what excludes counts. */
BlGateReason bl_slots_differ (const BlClaim *a, const BlClaim *b, gboolean loose);
