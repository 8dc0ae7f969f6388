/* Mentions: the persons, offices, states, organisations, places, quantities and dates that an article names, resolved
 * against the knowledge base and the article's own date.
 *
 * A mention is one stretch of text that refers to one thing. Resolution never guesses: what stays unknown is a mention with
 * its own id ("name/kevin liptok") and how == BL_HOW_UNKNOWN, so that it can still be compared across the corpus. */
#pragma once

#include "corpus/corpus.h"
#include "knowledge/knowledge.h"
#include "knowledge/names.h"
#include "mentions/proper_words.h"
#include "text/text.h"

/* The order is part of the shadow's code points (mentions/shadow.h). */
typedef enum BL_SMALL_ENUM
{
  BL_MENTION_PERSON,
  BL_MENTION_COUNTRY, /* state, its demonym, capital or metonym */
  BL_MENTION_ORG,
  BL_MENTION_PLACE,  /* a place that is no state: city, region, sea */
  BL_MENTION_OFFICE, /* a title: role with modifiers, jurisdiction and holder */
  BL_MENTION_QUANTITY,
  BL_MENTION_MONEY,
  BL_MENTION_PERCENT,
  BL_MENTION_DATE,
  BL_MENTION_DURATION,
  BL_MENTION_QUOTE, /* a quotation with its marks, only in shadows */
  BL_MENTION_TREATY,
  BL_N_MENTION_TYPES,
} BlMentionType;

/* How the text was led to the entity, surest first. */
typedef enum BL_SMALL_ENUM
{
  BL_HOW_EXACT,   /* a name of the entity, as written in the base */
  BL_HOW_VARIANT, /* an accepted transliteration, nickname, initial or subset */
  BL_HOW_PART,    /* a surname (or first name) of somebody the article or the base names in full */
  BL_HOW_CONTEXT, /* a spelling near the holder of the office beside it on that day */
  BL_HOW_NEAR,    /* a spelling near one known person, with a second signal (see BlPersonMention.signals) */
  BL_HOW_PRONOUN,
  BL_HOW_UNKNOWN, /* a capitalised name that nobody in the base bears */
} BlHow;

enum
{
  BL_SIGNAL_OFFICE = 1 << 0,  /* the title beside the name is one the candidate holds on the article's day */
  BL_SIGNAL_COUNTRY = 1 << 1, /* a state of the candidate in the same or the neighbouring sentence */
  BL_SIGNAL_ORG = 1 << 2,     /* an organisation or party of the candidate beside it */
  BL_SIGNAL_ARTICLE = 1 << 3, /* the article also spells the candidate's name rightly, or names other facts of them */
  BL_SIGNAL_CORPUS = 1 << 4,  /* other articles of the same days name the candidate (set in the second pass) */
};

typedef struct
{
  const BlPerson *known; /* the person meant, exact or near; NULL when unknown */
  const char *surface;   /* the name as spelled, without title and possessive; for a pronoun the pronoun, in lower case */
  guint antecedent;      /* for parts and pronouns: index of the mention they refer to, else G_MAXUINT */
  guint8 signals;        /* BL_SIGNAL_*: what speaks for known when how is CONTEXT or NEAR */
  char gender;           /* of the pronoun ('m', 'f') or of known; 0 unknown */
  bool possessive;       /* "his", "her", "Merz's" */
} BlPersonMention;

typedef struct
{
  const BlCountry *country;
  BlSurfaceKind surface; /* COUNTRY, DEMONYM, CAPITAL or METONYM */
  bool area;             /* of a place: a region, island or sea, which has other places in it */
} BlCountryMention;

enum
{
  BL_TITLE_FORMER = 1 << 0, /* former, ex-, one-time */
  BL_TITLE_THEN = 1 << 1,   /* then, at the time */
  BL_TITLE_ACTING = 1 << 2, /* acting, interim, caretaker */
  BL_TITLE_ELECT = 1 << 3,  /* -elect, incoming, designate, nominee */
  BL_TITLE_DEPUTY = 1 << 4, /* deputy, vice, assistant, when the base has no such role of its own */
  BL_TITLE_RETIRED = 1 << 5,
  BL_TITLE_OUTGOING = 1 << 6, /* outgoing, departing, late */
  BL_TITLE_WOULD_BE = 1 << 7, /* candidate for, nominee for, running for, hopeful: not the holder */
};

/* What the verb between a name and its title says of the office. */
typedef enum BL_SMALL_ENUM
{
  BL_TENURE_NONE,    /* there is no such verb, or it says that the office is held today */
  BL_TENURE_HELD,    /* was, has been */
  BL_TENURE_STARTED, /* became */
  BL_TENURE_NAMED,   /* was elected, perhaps for another term */
  BL_TENURE_ENDED,   /* stepped down as */
} BlTenureVerb;

/* What is said of when somebody held an office: "president from 2009 to 2017". Dates as written; unknown where none is given. */
typedef struct
{
  BlTenureVerb verb;
  BlDate from, to;
  BlDate at;   /* a day on which the office was held: "was president in 2015" */
  BlSpan span; /* of the dates in the document's text */
} BlTenure;

typedef struct
{
  const BlRole *role;
  const BlOffice *office;   /* JURISDICTION/ROLE when both are known and the base has it; else NULL */
  const BlCountry *country; /* jurisdiction as written or inferred, or NULL */
  const BlOrganisation *organisation;
  const BlTenure *tenure;     /* NULL when no dates are given */
  guint holder;               /* index of the person mention it is said of, or G_MAXUINT */
  guint16 modifiers;          /* BL_TITLE_* */
  bool other_body;            /* of something that is neither state nor place: "president of the club" */
  bool jurisdiction_inferred; /* from the article's context, not beside the title */
  BlTenureVerb verb;
  bool counted;    /* "the only president", "the 45th president": one among several */
  bool indefinite; /* "a minister", "a former president": names nobody's seat */
} BlTitleMention;

/* How values of one unit become values of the unit that its dimension is compared in: value × factor + offset. */
typedef struct
{
  const char *dimension; /* "length", "temperature" … */
  double factor, offset;
} BlMeasure;

/* An interval of numbers. A plain "12" is [12, 12]; "at least 12" [12, inf); "about 12" has approximate set and the
 * comparator widens it; "60 to 150" is [60, 150]. */
typedef struct
{
  double low, high;
  double grain;             /* half of the last place that is written: 0.5 of "512", 50 of "500", 50,000 of "7.2 million" */
  const char *unit;         /* "%", "usd", "km", "year", "person" …, or "" for a bare count */
  const BlMeasure *measure; /* of the unit, when it can be converted; else NULL */
  const char *noun;         /* stem of the head noun that is counted ("soldier"), or "" */
  BlSpan noun_span;
  const char *kind;      /* what that noun means, "death" of "fatalities" (numbers.json, counted); else the noun itself */
  const char *attribute; /* stem of what is measured: "a depth of 10 km", "turnout was 37 percent"; or "" */
  const char *state;     /* what became of those counted: "death" of "12 people were killed" (numbers.json, states); or "" */
  bool approximate;
  bool open;          /* the bound itself is left out: "more than 12", "under 12" */
  guint32 scopes;     /* words beside it that narrow what is counted: "worldwide", "average", "second" (numbers.json, scopes) */
  guint32 all_scopes; /* those of the whole sentence */
} BlQuantity;

typedef struct
{
  BlDateRange range;     /* days, absolute; known == FALSE when it cannot be resolved (no article date) */
  bool relative;         /* "yesterday", "on Wednesday": resolved with the article's date */
  gint8 weekday;         /* 1..7 when the text names one, else 0 */
  BlDate written;        /* what stands in the text, "August 2008" → 2008-08; year 0 when the text names none ("March 30"):
                          the range then takes the year that is nearest to the article's day */
  const BlQuantity *ago; /* "35 years ago": 35 years, as plainly as that; else NULL */
} BlDateMention;

typedef struct
{
  BlMentionType type;
  BlHow how;
  bool ambiguous; /* several entities fit equally: never used against anybody */
  guint sentence; /* index of the sentence that contains it */
  BlSpan span;    /* in the document's text */
  double score;   /* how likely the spelling means them, for CONTEXT and NEAR; else 1 */
  const char *id; /* "person/dominic-raab", "name/kevin liptok", "country/gb", "org/nato", "place/kabul",
                         "office/gb/prime-minister" (also when the base has no such office: "office/ua/vice-president"),
                         "role/mayor" when nothing tells whose, "treaty/…"; NULL for quantities and dates */
  union
  {
    BlPersonMention person;
    BlCountryMention country; /* also of a place: the state it lies in (NULL when in none), surface has no meaning */
    const BlOrganisation *organisation;
    BlTitleMention title;
    const BlQuantity *quantity; /* also of money, percent and duration */
    BlDateMention date;
    const BlTreaty *treaty;
  };
} BlMention;

/* A quantity, also money, a percentage or a duration: its quantity is set. */
static inline gboolean
bl_mention_is_figure (const BlMention *mention)
{
  return mention->type == BL_MENTION_QUANTITY || mention->type == BL_MENTION_MONEY || mention->type == BL_MENTION_PERCENT
         || mention->type == BL_MENTION_DURATION;
}

/* What one article mentions, sorted by span start; a title and its holder are two mentions, side by side. */
typedef struct BlMentions BlMentions;

/* What finding mentions needs beside the article: built once from the base, immutable, shared by all threads. */
typedef struct BlMentionFinder BlMentionFinder;

/* lexicon_dir: the folder of rules/lexicon (numbers, units, titles, weekdays … are data). */
BlMentionFinder *bl_mention_finder_new (const BlKnowledge *kb, const char *lexicon_dir, GError **error);
void bl_mention_finder_free (BlMentionFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMentionFinder, bl_mention_finder_free)

/* Pure function of article and base. Owned by the caller. */
BlMentions *bl_mentions_find (const BlMentionFinder *finder, const BlArticle *article);
void bl_mentions_free (BlMentions *mentions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMentions, bl_mentions_free)

const BlMention *bl_mentions_list (const BlMentions *mentions, guint *n);
const BlMention *bl_mentions_get (const BlMentions *mentions, guint index);

/* The bytes that stand for a mention where one code point replaces it (mentions/shadow.h): its span, and for a person also the
 * title, rank or form of address directly before the name ("Retired Lt. Gen. Keith Kellogg"). */
BlSpan bl_mentions_outer (const BlMentions *mentions, guint index);

/* Indices [first, first + n) of the mentions of one sentence. */
void bl_mentions_in_sentence (const BlMentions *mentions, guint sentence, guint *first, guint *n);

/* Capitalised words side by side, by place; and damaged names and titles of the base (BlDamagedTerm *). Borrowed. */
const BlProperWord *bl_mentions_proper_words (const BlMentions *mentions, guint *n);
const GPtrArray *bl_mentions_damaged_terms (const BlMentions *mentions);

/* Sentences that were too long or had too many mentions, and were left out; for Not checked. */
guint bl_mentions_n_skipped (const BlMentions *mentions);
