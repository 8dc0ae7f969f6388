/* Inside sentences/: whether two statements are about the same, slot by slot. */
#pragma once

#include "mentions/mentions.h"
#include "syntax/statements.h"

/* A sentence with its statements, the mentions of its article, and the lemmas of its content words. */
typedef struct
{
  const BlStatements *statements;
  const BlMentions *mentions;
  guint sentence;
  GPtrArray *content; /* const char *: distinct lemmas, in no order */
  GArray *hashes;     /* guint, of each of content */
  guint n_denials;    /* words that deny: "not", "nobody", "without" */
} BlStated;

static inline const BlPhrases *
bl_stated_phrases (const BlStated *stated)
{
  return &stated->statements->phrases;
}

static inline const BlPhrase *
bl_stated_phrase (const BlStated *stated, guint phrase)
{
  return bl_phrases_get (&stated->statements->phrases, phrase);
}

static inline const BlSyntax *
bl_stated_syntax (const BlStated *stated)
{
  return stated->statements->phrases.syntax;
}

void bl_stated_init (BlStated *stated, const BlStatements *statements, const BlMentions *mentions, guint sentence);
void bl_stated_clear (BlStated *stated);

/* 2 * shared / (all of both), of their content words: 0 to 1. */
double bl_stated_dice (const BlStated *a, const BlStated *b);

typedef enum
{
  BL_FIT_NO,       /* different things */
  BL_FIT_WEAK,     /* one is a pronoun: may be the same */
  BL_FIT_OPPOSITE, /* the same but for one word and its opposite: "a full pool", "an empty pool" */
  BL_FIT_YES,
} BlPhraseFit;

/* Two noun phrases, or adjectives, of the two sentences. */
BlPhraseFit bl_fit_phrases (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b);

/* The phrases with a preposition of two statements. */
typedef struct
{
  gboolean conflict; /* the same preposition with different things */
  gboolean opposite; /* opposite prepositions with one thing, or one preposition with opposite things */
  guint n_only_a;    /* without a counterpart, but for times */
  guint n_only_b;
  guint n_times_a, n_times_b; /* times without a counterpart */
  guint n_shared;
  guint n_more; /* words before the nouns of the first that those of the second lack: "a green pepper" against "a pepper" */
} BlAdjunctFit;

/* How many words before its noun the first phrase has that the second lacks; 0 of names. */
guint bl_phrases_more (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b);

/* The word of denial that the first sentence has and the second, else nearly the same word by word, has not; G_MAXUINT for none. */
guint bl_stated_inserted_denial (const BlStated *denying, const BlStated *other);

/* TRUE of one more member of a list: "a singer, musician and actor". */
gboolean bl_adjunct_is_listed (const BlStated *stated, const BlAdjunct *adjunct);

/* TRUE when the other sentence has a word of the same lemma. */
gboolean bl_stated_has (const BlStated *stated, const char *lemma);

BlAdjunctFit bl_fit_adjuncts (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y);

/* Subjects with what belongs to them; NO when a phrase behind one names another thing than behind the other. */
BlPhraseFit bl_fit_subjects (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y);

/* Whether both say what their subject is, and it cannot be both: a film and a company. The subjects are not compared. */
gboolean bl_stated_other_nature (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y);

/* Whether both say what country their subject is of, and it cannot be both. The subjects are not compared. */
gboolean bl_stated_other_nation (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y);

/* One sentence begins with "he", "she", "it" or "the film", and the other with a name, and those are the phrases: of texts on one thing,
 * both are about it. Either may be BL_NO_PHRASE. */
gboolean bl_stated_same_topic (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b);

/* What a word is a mention of, or NULL. */
const BlMention *bl_stated_mention (const BlStated *stated, guint word);
