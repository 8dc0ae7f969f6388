/* What the clause around a match does to it: polarity, certainty, condition, wish.
 *
 * In the manner of NegEx and ConText (Chapman et al. 2001, Harkema et al. 2009): cues before or behind a statement bear on it inside
 * their clause; pseudo cues ("not only") and terminators ("but") stop them. */
#pragma once

#include "claims/cues.h"

typedef struct
{
  BlPolarity polarity;
  BlCertainty certainty;
  guint voice; /* BL_VOICE_QUESTION, _CONDITION, _WISH */
} BlScope;

typedef struct
{
  const BlWords *words;
  guint first, last;      /* the match is words [first, last) */
  const BlSpan *subjects; /* document spans of what the match captured */
  guint n_subjects;
  const BlSpan *actors; /* persons, states, organisations of the sentence */
  guint n_actors;
  gboolean lexical_negative; /* the phrase itself says the opposite ("ruled out …"): cues inside it are its own words */
} BlScopeQuery;

BlScope bl_scope_read (const BlCues *cues, const BlDocument *document, const BlScopeQuery *query);
