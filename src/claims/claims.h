/* Claims: what articles assert, in one form whoever made it: a rule, a built-in reader, or the knowledge base.
 *
 * A claim is (predicate, key, value, polarity, certainty, speaker, time) with the span that says it. Claims of one
 * article live in one arena and are immutable once extracted. */
#pragma once

#include "base/base.h"
#include "corpus/corpus.h"
#include "mentions/mentions.h"
#include "rules/rules.h"
#include "text/stem.h"

typedef enum BL_SMALL_ENUM
{
  BL_POLARITY_NEGATIVE = -1, /* denied, ruled out, refused */
  BL_POLARITY_OPEN = 0,      /* "it remains to be seen whether", "is under negotiation": the text says that it is not settled */
  BL_POLARITY_POSITIVE = 1,
} BlPolarity;

/* How sure the text is that it is so, as an interval of probability; scale and source: rules/lexicon/cues.json.
 * A plain assertion is [0.95, 1]. */
typedef struct
{
  double low, high;
  const char *cue;  /* "may", "is planned", or NULL */
  const char *word; /* of the scale: "sure", "planned", "likely", "possible", "unlikely" */
} BlCertainty;

/* The one of a plain assertion. */
extern const BlCertainty bl_certainty_plain;

/* Where in its article a claim does not speak in the outlet's own voice, or not of what is (bit set). */
enum
{
  BL_VOICE_HEADLINE = 1 << 0, /* headline or deck */
  BL_VOICE_QUOTED = 1 << 1,   /* inside a quotation */
  BL_VOICE_QUESTION = 1 << 2,
  BL_VOICE_CONDITION = 1 << 3, /* if, unless, provided that, would */
  BL_VOICE_WISH = 1 << 4,      /* hopes, urges, demands, wants, calls for, proposed */
  BL_VOICE_PAST = 1 << 5,      /* reported of an earlier time */
  BL_VOICE_BOILERPLATE = 1 << 6,
  BL_VOICE_REPORTED = 1 << 7, /* indirect speech: speaker is set */
};

typedef enum BL_SMALL_ENUM
{
  BL_TENSE_NONE,
  BL_TENSE_PAST,    /* "sent", "has sent", "had sent" */
  BL_TENSE_PRESENT, /* "sends", "is sending" */
  BL_TENSE_FUTURE,  /* "will send", "plans to send", "ruled out sending" */
} BlTense;

/* "past", "present", "future"; "" for none. */
const char *bl_tense_name (BlTense tense);

/* When what a claim tells of happened or is to happen, as its own clause says. */
typedef struct
{
  BlTense tense;
  BlDateRange days; /* an open end is G_MININT32 or G_MAXINT32; where only the tense tells, up to or from the article's day */
  const char *text; /* "by the end of next week"; NULL when only the tense tells */
} BlEventTime;

typedef struct
{
  const char *name;    /* slot: "sender" */
  const char *value;   /* canonical: "country/pl"; for unknown things the folded text */
  const char *surface; /* as written */
} BlArgument;

typedef struct
{
  const char *text;    /* canonical text of the value: id, folded words, "+" … : equal values have equal texts */
  const char *surface; /* as written */
  union
  {
    const char *const *items;   /* SET: sorted ids, NULL-terminated; or NULL */
    const BlQuantity *quantity; /* QUANTITY */
  };
  BlDateRange date; /* DATE */
  BlValueKind kind;
  bool partial; /* SET: "including", "such as" */
} BlValue;

/* The place a claim stands, complete without its document. */
typedef struct
{
  const BlArticle *article;
  BlLocation location;
  const char *text;     /* verbatim */
  const char *sentence; /* the sentence around it, verbatim */
  BlSpan in_sentence;   /* where text stands in sentence, bytes */
  guint sentence_index;
} BlPlace;

typedef struct
{
  const char *predicate; /* "sends-troops"; built-in readers: readers/readers.h */
  const char *maker;     /* rule id, or "reader/NAME" */
  const BlRule *rule;    /* NULL for readers */
  const BlArgument *key;
  const BlArgument *others; /* captured, not part of the key */
  guint16 n_key;
  guint16 n_others;
  guint voice; /* BL_VOICE_* */
  BlPolarity polarity;
  bool time_from_text;
  BlValue value;
  const BlCertainty *certainty;
  const char *speaker;  /* id of who is said to say it ("person/…", "name/…", "office/…"); NULL: the outlet */
  const char *reporter; /* who says that the speaker says so ("Politico wrote that Macron had said …"); NULL: the outlet */
  const BlEventTime *
      event; /* of rules' claims, or NULL; not what the comparator goes by, since it may lie far from the day of the statement */
  BlDateRange time; /* event time when the text gives one, else the article's day; may be unknown */
  BlPlace at;
  gconstpointer detail; /* what the reader of this predicate adds, in the same arena (readers/readers.h); may be NULL */
} BlClaim;

/* The cue lexicons of rules/lexicon: negation, certainty, attribution, conditions. Immutable. */
typedef struct BlCues BlCues;

BlCues *bl_cues_load (const char *lexicon_dir, GError **error);
void bl_cues_free (BlCues *cues);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCues, bl_cues_free)

typedef struct
{
  const BlKnowledge *kb;
  const BlMentionFinder *finder;
  const BlRuleSet *rules;
  const BlCues *cues;
  BlProblems *problems;
  BlStems *stems; /* or NULL: nothing is remembered from one article to the next */
} BlClaimContext;

typedef struct BlArticleClaims BlArticleClaims; /* the claims of one article and the arena they live in */

void bl_article_claims_free (BlArticleClaims *claims);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlArticleClaims, bl_article_claims_free)

const GPtrArray *bl_article_claims_list (const BlArticleClaims *claims); /* const BlClaim *, by place */
const BlArticle *bl_article_claims_article (const BlArticleClaims *claims);
const BlMentions *bl_article_claims_mentions (const BlArticleClaims *claims);

/* A sentence as comparison sees it: what it is about, and what it claims. Headline, deck and body; no boilerplate, caption or
 * byline, and none that is too long to be read. */
typedef struct
{
  guint index; /* in the article's document */
  guint n_terms;
  const char *const
      *terms; /* stems of content words and ids of what is mentioned (they contain '/'): sorted, distinct, NULL-terminated */
  const char *const
      *names;        /* those of the terms that name somebody or something: a subset in the same order, NULL-terminated */
  guint first_claim; /* [first_claim, first_claim + n_claims) of bl_article_claims_list() begin in it */
  guint n_claims;
  bool head;        /* headline or deck */
  bool conditional; /* "if", "unless", "would" stand in it */
} BlClaimSentence;

/* The readable sentences of the article, in order. */
const BlClaimSentence *bl_article_claims_sentences (const BlArticleClaims *claims, guint *n);

/* One claim as one JSON line, without the line end. */
void bl_claim_write_json (const BlClaim *claim, GString *out);

/* "sends-troops(sender: country/pl, place: country/ua)": the group key of the comparator. Owned by the caller. */
char *bl_claim_key_string (const BlClaim *claim);

/* The slot of that name in the key; NULL when it has none. */
const BlArgument *bl_claim_argument (const BlClaim *claim, const char *name);
