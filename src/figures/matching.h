/* Inside figures/: which figure of one sentence belongs to which of the other. */
#pragma once

#include "figures/slot.h"

typedef struct
{
  const BlSentencePair *pair;
  GPtrArray *a, *b; /* const BlClaim *: the figures of each sentence; owned */
  guint n_agreeing; /* telling figures that both sentences have in one slot */
  guint n_disjoint; /* figures that are apart from the one that fits best */
  guint n_apart;    /* plain figures that are apart from the one that fits best */
  gboolean loose;   /* the texts are known to tell of one event */
} BlFigureMeeting;

void bl_meeting_init (BlFigureMeeting *meeting, const BlSentencePair *pair, gboolean loose);
void bl_meeting_clear (BlFigureMeeting *meeting);

static inline const BlQuantity *
bl_claim_quantity (const BlClaim *claim)
{
  return bl_count_detail (claim)->quantity;
}

/* Of all figures of the other sentence each of the two fits the other best, and none that fits nearly as well agrees with it. */
gboolean bl_meeting_belong (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b);

/* What one of the two says is told in the other text of something else, or without its noun: "while the police spoke of 25,000". */
gboolean bl_meeting_told_elsewhere (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b);

/* The two are the only figures of their sort in their articles: all others of one noun or unit say the same, and no article has the
 * other's value. */
gboolean bl_meeting_is_alone (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b);
