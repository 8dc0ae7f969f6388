/* Cue phrases of rules/lexicon/cues.json: what turns, weakens, conditions or attributes a statement. */
#pragma once

#include "claims/claims.h"
#include "claims/event_slots.h"
#include "claims/figure_words.h"
#include "claims/sourcing_words.h"
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
  guint n_words;
  const char *text;       /* as matched: "ruled out" */
  double low, high;       /* CERTAINTY */
  const char *word;       /* CERTAINTY: the level's name, "likely" */
  guint sides;            /* BL_SIDE_* */
  struct BlCue *next;     /* the same words in another sense: "denied" is a denial and a verb of saying */
  struct BlCue *follower; /* of cues that begin alike, the one that is looked at behind this; only of the first sense */
} BlCue;

/* Classes of single words that say something about who speaks: “attribution” of the lexicon, in the order of its schema. */
typedef enum
{
  BL_WORDS_INSERTION_ENDS,   /* behind the comma of "…, said X, …": what follows is no part of the statement */
  BL_WORDS_CIRCUMSTANCE,     /* begins the time or place of speaking: "said on Friday, …" */
  BL_WORDS_PROMISE,          /* a promise or a threat, which is about oneself */
  BL_WORDS_REPORTED,         /* shows reported speech: "would" */
  BL_WORDS_DIRECT,           /* shows that a clause is told by the outlet: "will" */
  BL_WORDS_PARENTHESIS_ENDS, /* before or behind "…, officials say, …": it is no insertion */
  BL_WORDS_CLAUSE_JOIN,      /* behind a verb of saying: what follows is not said */
  BL_WORDS_FIRST_PERSON,     /* who speaks inside a quotation: "i" */
  BL_WORDS_REPORT,           /* a noun of saying: "reports that …" */
  BL_WORDS_SEGMENT_OPENER,   /* behind the comma: what follows is no "…, X said" */
  BL_WORDS_RELATIVE,         /* opens a clause of its own between a statement and a verb of saying */
  BL_WORDS_SUBJECT,          /* behind a verb of saying: the subject of what is said */
  BL_WORDS_ASKING,           /* speaks for a quotation before it: "asked" */
  BL_WORDS_MANNER,           /* how somebody speaks who then does: "could not have been clearer: …" */
  BL_WORDS_VIEW,             /* a noun of "in X's view, …" */
  BL_WORDS_SUBORDINATOR,     /* opens a clause behind which somebody else may speak: "after Macron had said …, Scholz …" */
  BL_WORDS_CITED,            /* somebody without a name who can be cited: "officials" */
  BL_WORDS_PREPOSITION,      /* stands before the complement of a speaker: "spokesman for …" */
  BL_WORDS_ARTICLE,          /* begins a noun phrase */
  BL_WORDS_FORM_OF_ADDRESS,  /* stands before a name */
  BL_WORDS_PRONOUN,          /* speaks for somebody */
  BL_WORDS_NO_SPEAKER,       /* no head of a speaker's noun phrase */
  BL_WORDS_AUXILIARY,        /* may stand between a speaker and the verb of saying */
  BL_WORDS_BODY,             /* speaks for the state beside it: "ministry" */
  BL_WORDS_CLOSE_TO,         /* an adjective between a speaker and a preposition: "sources close to …" */
  BL_WORDS_SPEAKER_RELATIVE, /* stands between a speaker and the verb: "Lee, who said …" */
  BL_WORDS_SPEAKER_ENDS,     /* behind a speaker: his noun phrase is over */
  BL_N_WORD_CLASSES
} BlWordClass;

/* Whether a folded word is of a class; it may be of several. */
gboolean bl_cues_is_of (const BlCues *cues, const char *word, BlWordClass class);

/* Whether text, in small letters, leaves open whose words a quotation in it has. */
gboolean bl_cues_is_second_hand (const BlCues *cues, const char *text);

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

/* Those of figures.json, likewise. */
const BlFigureWords *bl_cues_figure_words (const BlCues *cues);

/* The words of sourcing.json, which are loaded with the cues. */
const BlSourcingWords *bl_cues_sourcing_words (const BlCues *cues);

/* The slots of slots.json, which are loaded with the cues. */
const BlEventSlots *bl_cues_event_slots (const BlCues *cues);
