/* Cue phrases of rules/lexicon/cues.json: what turns, weakens, conditions or attributes a statement. */
#pragma once

#include "claims/claims.h"
#include "claims/words.h"

typedef enum
{
  BL_CUE_NEGATION,   /* not, no, ruled out: turns polarity */
  BL_CUE_ATTITUDE,   /* rejects, opposes: turns polarity when the rejecter is the one the claim is about, else a wish */
  BL_CUE_PSEUDO,     /* not only, no doubt: looks like a negation and is none */
  BL_CUE_OPEN,       /* remains to be seen, under negotiation: not settled */
  BL_CUE_CERTAINTY,  /* may, plans to: low and high */
  BL_CUE_CONDITION,  /* if, unless, provided that */
  BL_CUE_WISH,       /* urges, hopes, calls for */
  BL_CUE_TERMINATOR, /* but, although: a clause ends here */
  BL_CUE_SPEECH,     /* said, told, according to */
} BlCueKind;

typedef struct
{
  BlCueKind kind;
  const char *text; /* as listed: "ruled out" */
  char **words;     /* NULL-terminated */
  guint n_words;
  double low, high; /* CERTAINTY */
  gboolean after;   /* the cue stands behind what it bears on: "was ruled out", "is unlikely" */
  gboolean before;  /* the cue stands before it */
} BlCue;

/* The longest cue of the lexicon that begins at a word; NULL when none does. */
const BlCue *bl_cues_match (const BlCues *cues, const BlWords *words, guint index);
