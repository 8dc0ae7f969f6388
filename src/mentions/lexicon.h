/* The word lists of src/mentions, read once from rules/lexicon: titles.json, names.json, numbers.json, dates.json, places.json.
 *
 * A list is a set of phrases of one kind; a phrase is one to six folded words with a code or a value ("at least" → BOUND, ">=").
 * Every word that begins a phrase is in one table, with a bit for each kind it begins, so that the tokeniser's one look-up tells
 * what a word may be. Immutable, shared by all threads. Private to src/mentions. */
#pragma once

#include "knowledge/knowledge.h"
#include "mentions/mentions.h"

typedef enum
{
  /* titles.json */
  BL_LEX_MODIFIER, /* former, acting, -elect; code: the modifier */
  BL_LEX_WOULD_BE, /* "candidate for": before a role, makes it no office held; code: before or after */
  BL_LEX_LINKING,  /* "serves as": between a name and its title; code: now, held, started, named, ended, over, adverb or time */
  BL_LEX_EPITHET,  /* may stand between a state and a role: new, longtime, hard-line */
  BL_LEX_INNER,    /* may stand inside a role label: "chair of the parliamentary committee" */
  BL_LEX_WEAK_ROLE,   /* role labels that are common words: a title only beside a name or a state */
  BL_LEX_HONORIFIC,   /* Mr, Dr; code: m, f or "" */
  BL_LEX_RANK,        /* Lt. Gen. */
  BL_LEX_DETERMINER,  /* the, a; code: definite, pointing, indefinite or any */
  BL_LEX_STATE_NOUN,  /* country, nation: "the country's president" */
  BL_LEX_VERB_LEAD,   /* will, to, who: a role's word behind it is a verb */
  BL_LEX_COUNTED,     /* only, last: before a title that is one among several */
  BL_LEX_TENURE,      /* from, since: between a title and its dates; code: in, since, until, between or and */
  BL_LEX_SHORT_WORD,  /* Sec, Dep: a label's word cut short; code: the whole word */
  BL_LEX_PERSON_NOUN, /* official, spokesman, wife: somebody without a name; code: m, f or "" */
  /* names.json */
  BL_LEX_PARTICLE,     /* von, de la, bin */
  BL_LEX_SUFFIX,       /* Jr, III */
  BL_LEX_SPEECH,       /* said, told, added */
  BL_LEX_FUNCTION,     /* articles, prepositions, auxiliaries …: never part of a name, wherever they stand */
  BL_LEX_COMMON,       /* plain words: no name when a sentence begins with them or every word is capitalised */
  BL_LEX_BODY,         /* Ministry, Council, Street: what the capitalised words beside it name is no person */
  BL_LEX_NO_PERSON,    /* proper names that are neither persons nor places nor organisations: Christmas, Twitter, Muslim */
  BL_LEX_ABBREVIATION, /* Mr, Gen, Jr: a dot behind it belongs to it */
  /* numbers.json */
  BL_LEX_NUMBER,       /* value */
  BL_LEX_MAGNITUDE,    /* value */
  BL_LEX_COLLECTIVE,   /* dozen; value */
  BL_LEX_VAGUE,        /* "dozens of"; value, and ten times it at most */
  BL_LEX_BOUND,        /* code: low, above, high, below, about */
  BL_LEX_BOUND_AFTER,  /* "12 or more", "12 at most"; code as above */
  BL_LEX_UNIT,         /* code: km */
  BL_LEX_DURATION,     /* code: year */
  BL_LEX_CURRENCY,     /* code: usd */
  BL_LEX_PERCENT,      /* code: % or points */
  BL_LEX_GROUP,        /* company, brigade: "a company of troops" */
  BL_LEX_PLURAL,       /* people, personnel: plurals without an s */
  BL_LEX_LABEL,        /* Article, Option, No: the number after it names and does not count */
  BL_LEX_NOT_NOUN,     /* words that end the search for the counted noun */
  BL_LEX_ORDINAL,      /* first; value */
  BL_LEX_FRACTION,     /* third, quarters; value: 0 to 1 */
  BL_LEX_ALIKE,        /* nouns that count the same; code: death of "fatalities" */
  BL_LEX_STATE,        /* what becomes of those counted; code: death of "killed" */
  BL_LEX_SCOPE,        /* worldwide, average; value: its bit in BlQuantity.scopes */
  BL_LEX_JOINING,      /* and, with: what stands behind belongs to the next figure */
  BL_LEX_RICHES,       /* magnitudes of money where nothing is counted; code: inr of "crore" */
  BL_LEX_CIRCUMSTANCE, /* in, during: opens a phrase of place or time beside what is measured */
  BL_LEX_STATE_BEFORE, /* of, the: may stand between a state and the figure behind it */
  BL_LEX_STATE_AFTER,  /* were, reportedly: between a figure and the state behind it */
  BL_LEX_WHOLE,        /* the, its: what stands behind "half of" with one of these is a whole */
  BL_LEX_HALF_OWNER,   /* its, either: makes a half of something no share */
  BL_LEX_AMOUNTING,    /* between what is measured and the number: "reached", "stood at" */
  /* dates.json */
  BL_LEX_MONTH,     /* value 1..12 */
  BL_LEX_WEEKDAY,   /* value 1..7 */
  BL_LEX_DAY,       /* today, yesterday; value: days from the article's */
  BL_LEX_PERIOD,    /* week, month, year; code */
  BL_LEX_DIRECTION, /* this, last, next; value -1, 0, 1 */
  BL_LEX_DATE_WORD, /* before a bare year: in, since, by */
  BL_LEX_DECADE,    /* seventies; value: its first year */
  BL_LEX_CENTURY,   /* eighteenth; value */
  BL_LEX_NO_DECADE, /* temperatures, aged: beside these "the seventies" is no decade */
  /* places.json */
  BL_LEX_PLACE, /* code: id; country; value 1: an area, which has other places in it */
  /* from the knowledge base */
  BL_LEX_SURFACE, /* begins a name of a state, organisation or treaty: asked only when capitalised */
  BL_LEX_ROLE,    /* begins a label of a role or office: asked in any case */
  BL_LEX_PERSON,  /* begins the name of a known person */
  BL_N_LEX,
} BlLexKind;

G_STATIC_ASSERT (BL_N_LEX <= 64);

#define BL_LEX_BIT(kind) (G_GUINT64_CONSTANT (1) << (kind))

enum
{
  BL_PHRASE_WORDS = 6
};

typedef struct
{
  const char *code; /* "" when the list has none */
  double value;
  const char *name;         /* of a place: as written; else NULL */
  const BlCountry *country; /* of a place, or NULL */
  guint8 kind;
  guint8 n;            /* at most BL_PHRASE_WORDS */
  const char *words[]; /* n of them, folded; interned, so equal words are equal pointers */
} BlPhrase;

/* What passes ask of every token, worked out once a word. */
enum
{
  BL_MARK_LISTED = 1 << 0,   /* begins a phrase of the lexicon, or stands in one */
  BL_MARK_DATE = 1 << 1,     /* may begin a date */
  BL_MARK_QUANTITY = 1 << 2, /* may begin a quantity */
  BL_MARK_ARTICLE = 1 << 3,  /* a, an */
  BL_MARK_FUTURE = 1 << 4,   /* will, expected: the sentence speaks of what is to come */
  BL_MARK_HE = 1 << 5,       /* he, him, his */
  BL_MARK_SHE = 1 << 6,
  BL_MARK_WHO = 1 << 7,
  BL_MARK_TREATY = 1 << 8, /* treaty, accord: a noun that names treaties */
  BL_MARK_RANGE = 1 << 9,  /* between, from: before two numbers */
};

/* A word of the lexicon, or of one article; equal texts are one word there. */
typedef struct
{
  const char *text; /* folded */
  guint32 length;
  guint32 hash;
  guint32 id;               /* its number in its vocabulary */
  guint32 marks;            /* BL_MARK_* */
  guint64 begins;           /* kinds of which some phrase begins with this word */
  guint64 alone;            /* kinds of which this word is a phrase by itself */
  const BlPhrase **phrases; /* beginning with it, the longest first; NULL-terminated, or NULL */
} BlWord;

typedef struct BlLexicon BlLexicon;

BlLexicon *bl_lexicon_new (const BlKnowledge *kb, const char *folder, GError **error);
void bl_lexicon_free (BlLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLexicon, bl_lexicon_free)

/* The entry of a folded word, or NULL. Closed classes of words that passes ask for are in it too; only words of the lists have
 * BL_MARK_LISTED. hash is bl_vocabulary_hash(). */
const BlWord *bl_lexicon_word (const BlLexicon *lexicon, const char *text, gsize length, guint32 hash);

/* One more than the highest id of its words. */
guint bl_lexicon_n_words (const BlLexicon *lexicon);

/* How the unit of a code is converted, or NULL. */
const BlMeasure *bl_lexicon_measure (const BlLexicon *lexicon, const char *unit);

/* Every phrase of the lists, in no order to rely on. */
void bl_lexicon_foreach_phrase (const BlLexicon *lexicon, void (*visit) (const BlPhrase *phrase, gpointer data), gpointer data);

/* The phrase of this kind that the word is by itself, or NULL. */
const BlPhrase *bl_word_phrase (const BlWord *word, BlLexKind kind);

static inline gboolean
bl_word_is (const BlWord *word, BlLexKind kind)
{
  return word != NULL && (word->alone & BL_LEX_BIT (kind)) != 0;
}

static inline gboolean
bl_word_begins (const BlWord *word, BlLexKind kind)
{
  return word != NULL && (word->begins & BL_LEX_BIT (kind)) != 0;
}
