/* The built-in readers' predicates, and what each adds in BlClaim.detail. A reader makes claims from what every article has.
 *
 * predicate            key                      value                detail              says
 * is-named             who (person id or name)  TEXT spelling        BlNameDetail        this person's name is spelled so
 * holds-office         person, office-or-role   ENTITY office id     BlTitleDetail       this person holds this office
 * has-gender           person                   ENUM m|f             BlPronounDetail     a pronoun was used of this person
 * counts               noun (stem), unit        QUANTITY             BlCountDetail       a number is attached to this noun
 * is-aged              person id                QUANTITY years       BlSurroundings        "Ann Lee, 45," "the 45-year-old Ann Lee"
 * is-born              person id                DATE                 BlSurroundings       "Ann Lee, born in 1975", "Born in 1975, Ann Lee"
 * bears                place (word)             QUANTITY degrees     BlBearingDetail       "40 km north-west of Norvik": degrees from north
 * happens-on           date                     DATE                 BlDayDetail          a sentence names a day, month, year or decade
 * spans-years          -                        QUANTITY years       BlSpanDetail        "for the first time in 17 years" … "August 2008"
 * tallies              vote or result           QUANTITY low, high   BlTallyDetail        two numbers against each other: "217-212", "3-1"
 * on-weekday           date                     ENUM weekday         -                   "Monday, 8 November"
 * says                 speaker                  TEXT quotation       BlQuoteDetail       a quotation and its speaker
 * credits              -                        ENTITY org or name   BlCreditDetail      relayed from, contributed by, according to
 * corrects             -                        TEXT right value     BlCorrectionDetail  the outlet takes something back
 * reports              rule's finding id        TEXT match           -                   a report rule fired
 */
#pragma once

#include "claims/claims.h"
#include "claims/quote_words.h"

typedef struct
{
  guint mention; /* index into the article's mentions */
  BlHow how;
  guint8 signals;
  bool ambiguous;
  double score;
  const BlPerson *person;      /* exact or nearest, or NULL */
  const BlTitleMention *title; /* beside the name, or NULL */
  guint n_occurrences;         /* of this spelling in the article; one claim a spelling, at its first place */
} BlNameDetail;

typedef struct
{
  guint title_mention;
  guint person_mention;
  const BlTitleMention *title;
  const BlPerson *person; /* the holder when known (any how) */
  bool in_full;           /* the article names the holder in full somewhere: a lone surname is then no guess */
  BlHow how;
  double score;
} BlTitleDetail;

typedef struct
{
  const BlPerson *person;
  BlHow how;       /* how the antecedent was resolved */
  char expected;   /* gender by the base: 'm', 'f' */
  guint n_between; /* other persons named between antecedent and pronoun: 0 is surest */
  const char *antecedent_text;
} BlPronounDetail;

/* What stands around a figure or a day: content stems, and the ids of what the sentence mentions (they contain '/'). All are
 * NULL-terminated; the claims of one sentence share context. */
typedef struct
{
  const char *const *context; /* of the whole sentence: sorted, distinct, for alignment */
  const char *const *before;  /* the nearest ones before it, nearest first */
  const char *const *after;   /* the nearest ones behind it, its own noun among them, nearest first */
  const char *lead;           /* the word directly before it, whatever it is; "" at the start */
  bool conditional;           /* "if", "unless", "would" stand in the sentence */
} BlSurroundings;

typedef struct
{
  const BlQuantity *quantity;
  const char *noun; /* stem, or "" */
  BlSurroundings around;
  const char *preposition;       /* right behind figure and noun: "in" of "12 soldiers in Kabul"; or "" */
  const char *const *complement; /* the terms behind it, nearest first, NULL-terminated; NULL without a preposition */
  const char *subject;           /* the term of the nearest capitalised word before the figure, or "" */
  bool telling;                  /* the word directly before it is one of "another", "from": see figures.json */
  bool sums;                     /* what is measured is "a total of", "a number of" */
  bool offset;                   /* "nine days before the vote": how far off, not how long */
  gint16 year;                   /* of "a 2009 population of 1.5 million"; else 0 */
  bool part;                     /* the sentence names a part of something: "season" */
  bool toll;                     /* of what grows while an event is counted */
  bool running;                  /* of what grows as long as nobody ends it: "reviews", "followers" */
} BlCountDetail;

/* Which way something lies from a place. */
typedef struct
{
  const BlQuantity *distance;
  BlSurroundings around;
} BlBearingDetail;

/* A vote or a final result, the lower number first in the claim's value. */
typedef struct
{
  bool vote;
  const char *voter; /* the nearest word for who votes before the numbers, or ""; interned */
  BlSurroundings around;
} BlTallyDetail;

/* What the word before a date makes of it. */
typedef enum BL_SMALL_ENUM
{
  BL_DAY_PLAIN,
  BL_DAY_BEFORE, /* "before", "prior to" */
  BL_DAY_UNTIL,  /* "by", "until", "no later than" */
  BL_DAY_AFTER,
  BL_DAY_SINCE, /* "since", "from" */
  BL_DAY_AS_OF, /* the day of a count, not of an event */
} BlDayBound;

/* What kind of doing a verb tells of: a saying is of another day than what is said, and what comes of an event of another than it. */
typedef enum BL_SMALL_ENUM
{
  BL_DAY_DEED,
  BL_DAY_SAYING,
  BL_DAY_AFTERMATH, /* "charged", "mourned", "resumed" */
} BlDayNature;

/* The time of day beside a date: around midnight two days meet. */
typedef enum BL_SMALL_ENUM
{
  BL_DAY_HOUR_NONE,
  BL_DAY_HOUR_EARLY, /* "early Friday", "Friday morning" */
  BL_DAY_HOUR_LATE,  /* "Thursday night" */
} BlDayHour;

/* What happened on a day, by the nearest verb or noun of an event, and what its clause says of it. Terms are as in BlSurroundings. */
typedef struct
{
  const char *name; /* "release" (rules/lexicon/times.json), or the stem of another verb */
  bool known;       /* by the lexicon */
  guint32 akin;     /* BlEventWord.akin */
  bool once;        /* it happens once to one thing */
  bool again;       /* it comes again and again */
  BlDayNature nature;
  const char *const *subject; /* terms of the clause before the word */
  const char *const *rest;    /* terms of the clause behind it */
  const char *ordinal;        /* "second", "another"; "" for none */
  bool possessive;            /* the subject is somebody's: "Berg's brother", "the mayor's deputy" */
  bool kin;                   /* the subject is a relative */
  bool named;                 /* the subject has a name: a capitalised word */
  bool planned, negated;
  bool future, past; /* "will open", "opened"; neither for "opens" */
} BlDayEvent;

typedef struct
{
  const BlDateMention *date;
  BlSurroundings around;
  BlDayBound bound;
  BlDayHour hour;
  BlDateRange days;        /* as named, without the bound; of a year that is not written the article's nearest, or 2000 */
  bool yearless;           /* no year is written, and the article's day does not give it */
  bool any;                /* "on a Sunday", "every Sunday": a weekday of no known week */
  bool season;             /* by a season, which is another half of the year in the south */
  bool names;              /* "the 2016 election": says which one, not when */
  const BlDayEvent *event; /* or NULL */
} BlDayDetail;

typedef struct
{
  double years;        /* as claimed */
  BlDateMention since; /* the date it counts from; of precision unknown when none is given */
  int until_year;      /* of the article */
  bool dated;          /* "since 1996": the years are counted from it */
  BlSurroundings around;
} BlSpanDetail;

typedef struct
{
  BlSpan inner;
  const BlQuoteWord *words; /* of the quotation, ready for alignment */
  guint n_words;
  guint n_persons;  /* people named in the sentences around the quotation, outside of it: more than one may have said it */
  bool named;       /* the speaker is a person known to the base or named in full, and not through a pronoun */
  bool second_hand; /* a spokesman, a letter, a joint statement, words of somebody else: whose they are is open */
} BlQuoteDetail;

typedef enum BL_SMALL_ENUM
{
  BL_CREDIT_BYLINE,   /* "CNN's Ann Lee contributed to this report" */
  BL_CREDIT_DATELINE, /* "LUMEN (Reuters) -" */
  BL_CREDIT_RELAY,    /* "according to Politico", "Reuters reported" */
} BlCreditKind;

typedef struct
{
  BlCreditKind kind;
  bool whole; /* of the whole article: a byline, a dateline, or a relay in its headline or its first sentences */
} BlCreditDetail;

/* One thing that an article takes back. A correction that does not say what was wrong has no wrong. */
typedef struct
{
  const char *wrong, *right;                     /* as written, without marks; NULL when not said */
  const BlQuantity *wrong_figure, *right_figure; /* when they are figures */
  const BlDateMention *wrong_date, *right_date;  /* when they are dates */
  BlSpan around;                                 /* the sentences of the correction, document bytes */
} BlCorrectionDetail;

/* The predicates above, sorted, NULL-terminated: a rule's claims must be called otherwise, as they have no such detail. */
const char *const *bl_reader_predicates (void);
