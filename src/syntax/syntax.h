/* What reading the syntax of sentences needs: the tagger, lemmas, and words that turn statements (rules/lexicon/statements.json). Read
 * from its files when it is first asked for, since a corpus without two sentences on one thing needs none of it. */
#pragma once

#include "text/lemma.h"
#include "text/tagger.h"
#include "text/word_kinds.h"

typedef struct BlSyntax BlSyntax; /* shared by threads */

/* lexicon_dir: the folder of rules/lexicon. Reads nothing yet. kinds (or NULL: no opposites) is borrowed. */
BlSyntax *bl_syntax_new (const char *lexicon_dir, const BlWordKinds *kinds);
void bl_syntax_free (BlSyntax *syntax);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSyntax, bl_syntax_free)

/* Reads the files, once. FALSE when one cannot be read, each time with the error. */
gboolean bl_syntax_open (BlSyntax *syntax, GError **error);

/* Lists of statements.json. A word may be in several. */
typedef enum
{
  BL_WORDS_NEGATORS,   /* not, never, hardly */
  BL_WORDS_NOBODY,     /* nobody, nothing, none */
  BL_WORDS_FAILING,    /* fail, refuse: what depends on it did not happen */
  BL_WORDS_UNABLE,     /* unable, incapable: what depends on it did not happen */
  BL_WORDS_DENYING,    /* deny, dispute */
  BL_WORDS_UNREAL,     /* want, plan, try: what depends on it need not have happened */
  BL_WORDS_SAYING,     /* say, report */
  BL_WORDS_CONDITIONS, /* if, unless */
  BL_WORDS_SUBORDINATORS,
  BL_WORDS_PEOPLE,   /* man, girl, biker */
  BL_WORDS_ANYBODY,  /* person, people, somebody: fits all of PEOPLE */
  BL_WORDS_TIMES,    /* week, Monday, today */
  BL_WORDS_CONTESTS, /* beat, overtake: who does it and whom cannot be exchanged */
  BL_WORDS_MAKING,   /* write, discover: one does it, and not another */
  BL_WORDS_LEARNED,  /* teacher, translator: "a French teacher" may teach French */
  BL_WORDS_PARTIAL,  /* all, every, only: a denial may bear on them alone */
  BL_WORDS_SCOPE,    /* because, until: a denial may bear on what they open */
  BL_WORDS_PHRASAL,  /* "turn on": verb and particle, where the particle could be a preposition */
  BL_WORDS_LIGHT,    /* that say nothing of what a sentence is about */
  BL_N_WORD_LISTS,
} BlWordList;

gboolean bl_syntax_has (const BlSyntax *syntax, BlWordList list, const char *word);

/* Words that stand for one another ("child", "kid"): the first of their group; the word itself when it is in none. */
const char *bl_syntax_same (const BlSyntax *syntax, const char *word);

/* What sort of thing a noun names, as the first word of its group ("singer": person; "novel": book); NULL of other nouns. What is of one
 * nature is of no other. The lemma in small letters. */
const char *bl_syntax_nature (const BlSyntax *syntax, const char *word);

/* Lemmas that cannot both be said of one thing: "open" and "closed". */
gboolean bl_syntax_opposite (const BlSyntax *syntax, const char *a, const char *b);

const BlTagger *bl_syntax_tagger (const BlSyntax *syntax);
const BlLemmas *bl_syntax_lemmas (const BlSyntax *syntax);
