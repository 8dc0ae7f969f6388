/* Cue phrases of rules/lexicon/cues.json: what turns, weakens, conditions or attributes a statement. */
#pragma once

#include "claims/claims.h"
#include "claims/time_words.h"
#include "claims/words.h"

typedef enum
{
  BL_CUE_NEGATION,   /* not, no, never: several of them deny once */
  BL_CUE_DENIAL,     /* ruled out, refused: each turns polarity */
  BL_CUE_ATTITUDE,   /* rejects, opposes: turns polarity when the rejecter is the one the claim is about, else a wish */
  BL_CUE_PSEUDO,     /* not only, no doubt: looks like a cue and is none */
  BL_CUE_OPEN,       /* remains to be seen, whether: not settled */
  BL_CUE_PROSPECT,   /* is considering, possibility of: not settled either, but can be denied */
  BL_CUE_CERTAINTY,  /* may, plans to: low and high */
  BL_CUE_CONDITION,  /* if, unless, provided that */
  BL_CUE_WISH,       /* urges, hopes, must */
  BL_CUE_PAST,       /* decades ago, during the cold war */
  BL_CUE_TERMINATOR, /* but, although, which: a clause ends here */
  BL_CUE_SPEECH,     /* said, told */
  BL_CUE_SOURCE,     /* according to */
} BlCueKind;

/* Where a cue may stand against the words of a statement (bit set). */
enum
{
  BL_SIDE_BEFORE = 1 << 0,
  BL_SIDE_BESIDE = 1 << 1, /* right before it */
  BL_SIDE_INSIDE = 1 << 2,
  BL_SIDE_AFTER = 1 << 3,
  BL_SIDE_OPENING = 1 << 4, /* first word of a clause: "Should the talks fail, …" */
  BL_SIDE_NEGATED = 1 << 5, /* counts beside a negative statement only: "not … until" */
};

typedef struct BlCue
{
  BlCueKind kind;
  const char *text; /* as matched: "ruled out" */
  char **words;     /* NULL-terminated */
  guint n_words;
  double low, high;         /* CERTAINTY */
  const char *word;         /* CERTAINTY: the level's name, "likely" */
  guint sides;              /* BL_SIDE_* */
  const struct BlCue *next; /* the same words in another sense: "denied" is a denial and a verb of saying */
} BlCue;

/* "the", "said": a word that says nothing of what a sentence is about. word is folded. */
gboolean bl_cues_is_stop_word (const BlCues *cues, const char *word);

/* "if", "would": a word in whose sentence things may not be so. Coarser than a cue of condition, which is held against a statement. */
gboolean bl_cues_is_hypothetical (const BlCues *cues, const char *word);

/* "union", "residents": a word for who speaks for one side without a name. */
gboolean bl_cues_is_party (const BlCues *cues, const char *word);

/* The longest cue of the lexicon that begins at a word, the first of its senses; NULL when none does. Words [from, to), where
 * from is the one behind the first, are stepped over, as in "agreed (on Monday) to"; none where from is to. */
const BlCue *bl_cues_match (const BlCues *cues, const BlWords *words, guint index, guint from, guint to);

/* The words of times.json, which are loaded with the cues. */
const BlTimeWords *bl_cues_time_words (const BlCues *cues);
