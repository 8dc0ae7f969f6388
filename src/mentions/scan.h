/* The state of one run over one article: its words, and the mentions found so far ("drafts"), in the order the passes find them.
 *
 * Passes, each a file: dates, surfaces (states, organisations, treaties, places), titles, names, persons (who is meant), offices
 * (which seat), pronouns, quantities. A pass claims words by setting BlToken.mention or .title; later passes leave these alone.
 * finder.c then sorts the drafts into a BlMentions. Private to src/mentions. */
#pragma once

#include <string.h>

#include "mentions/fixed_terms.h"
#include "mentions/mentions.h"
#include "mentions/searches.h"
#include "mentions/tokens.h"

struct BlMentionFinder
{
  const BlKnowledge *kb;
  BlLexicon *lexicon;
  GHashTable *only_offices; /* BlRole → the BlOffice, where the base knows just one of that role */
  BlFixedTerms *fixed_terms;
  BlSearches *searches; /* a memory only, behind its own lock */
};

/* One reading of a title's words: a role of any jurisdiction, or one certain office. */
typedef struct
{
  const BlRole *role;
  const BlOffice *office; /* NULL for a role */
} BlReading;

enum
{
  BL_MAX_READINGS = 8
};

/* What the passes know of a title beside its mention. */
typedef struct
{
  BlReading readings[BL_MAX_READINGS];
  guint n_readings;
  guint role_first, role_end; /* tokens of the role's label */
  gboolean definite;          /* after "the" or a possessive */
  gboolean weak;              /* a common word: kept only beside a name or a jurisdiction */
  gboolean beside;            /* the jurisdiction stands in the title, or it is certain that no state is meant */
  gboolean other_body;        /* of something unknown: "president of the club", "Acme chairman" */
  gboolean of_place;          /* other_body is a place: "Missouri governor" */
  gboolean plural;            /* "Presidents": said of the first of several names */
  gboolean linked;            /* holder is set, by bl_link_titles() */
} BlTitleDraft;

typedef struct BlNameDraft BlNameDraft; /* persons.h */

typedef struct
{
  BlMention mention;
  guint first, end;          /* tokens */
  const BlSurface *readings; /* of states, organisations, treaties: all that the words can mean */
  guint n_readings;
  guint32 outer_start, outer_end; /* bytes that stand for it in a shadow: title and rank beside a name are inside */
  BlTitleDraft *title;            /* of titles, else NULL */
  BlNameDraft *name;              /* of names, else NULL */
  gboolean dropped;
  guint index;         /* in BlScan.drafts; set at the end */
  gboolean in_quote;   /* persons: inside a quotation */
  char honorific;      /* persons: gender of "Mr", "Mrs" beside the name, or 0 */
  char likely_gender;  /* persons nobody knows: of most people with that given name, or 0 */
  guint32 title_index; /* persons: a draft title said of them, or BL_NO_MENTION */
} BlDraft;

typedef struct
{
  const BlMentionFinder *finder;
  const BlKnowledge *kb;
  const BlArticle *article;
  const BlDocument *document;
  const char *text;
  BlDateRange day; /* of publication; may be unknown */
  BlArena *arena;
  BlTokens tokens;
  GPtrArray *drafts;     /* of BlDraft, in the arena */
  GArray *entities;      /* of guint32: drafts of states and organisations, by sentence; see bl_scan_entities() */
  guint32 *first_entity; /* n_sentences + 1 */
  guint8 *title_case;    /* a sentence each: only known names count */
  BlStemmer *stemmer;
  guint8 *lower_words;       /* a bit an id: words that the article writes in lower case; see bl_scan_writes_small() */
  GHashTable *named_rightly; /* set of const BlPerson *: the article names them word for word */
  GHashTable *led;           /* folded word → the capitalised word before it, where two could be a name */
} BlScan;

/* A new draft over tokens [first, end) of a sentence; its tokens' .mention (or .title for offices) point to it. */
BlDraft *bl_scan_add (BlScan *scan, BlMentionType type, guint sentence, guint first, guint end);

static inline BlDraft *
bl_scan_draft (const BlScan *scan, guint index)
{
  return g_ptr_array_index (scan->drafts, index);
}

static inline BlToken *
bl_scan_token (const BlScan *scan, guint at)
{
  return &scan->tokens.list[at];
}

static inline guint
bl_scan_first (const BlScan *scan, guint sentence)
{
  return scan->tokens.first[sentence];
}

static inline guint
bl_scan_end (const BlScan *scan, guint sentence)
{
  return scan->tokens.first[sentence + 1];
}

/* The draft that a token belongs to when it is of this type, else NULL. Titles are found by bl_scan_title_at. */
BlDraft *bl_scan_at (const BlScan *scan, guint at, BlMentionType type);
BlDraft *bl_scan_title_at (const BlScan *scan, guint at);

/* Lists the drafts of states and organisations, once bl_find_surfaces() has run. */
void bl_scan_list_entities (BlScan *scan);

/* Gives the tokens of a draft free again and leaves it out of the result. */
void bl_scan_drop (BlScan *scan, BlDraft *draft);

/* The text of tokens [first, end), without the last one's possessive; in the arena. */
const char *bl_scan_surface (const BlScan *scan, guint first, guint end);

/* "KIND/NAME", the id of a mention; in the arena. */
const char *bl_scan_id (const BlScan *scan, const char *kind, const char *name);

/* TRUE when the article also writes the token's word in lower case, though it is no common word. */
static inline gboolean
bl_scan_writes_small (const BlScan *scan, const BlToken *token)
{
  return (scan->lower_words[token->id / 8] & 1u << token->id % 8) != 0;
}

/* TRUE when a token is the given lower-case ASCII word. */
static inline gboolean
bl_token_equals (const BlToken *token, const char *word)
{
  return token->folded[0] == word[0] && strcmp (token->folded, word) == 0;
}

/* TRUE when a token is one of a NULL-terminated list. */
gboolean bl_token_among (const BlToken *token, const char *const *words);

/* --- the passes, in order ---------------------------------------------------------------------------------------- */
void bl_find_known_names (BlScan *scan); /* persons named in full, word for word */
void bl_find_dates (BlScan *scan);
void bl_find_surfaces (BlScan *scan);
void bl_find_treaties_again (BlScan *scan); /* "the memorandum" */
void bl_find_titles (BlScan *scan);
void bl_find_names (BlScan *scan);  /* name spans, not yet resolved */
void bl_link_titles (BlScan *scan); /* titles with the names beside them */
void bl_resolve_persons (BlScan *scan);
void bl_resolve_offices (BlScan *scan);
void bl_find_pronouns (BlScan *scan);
void bl_find_quantities (BlScan *scan);

/* Last of all, as it looks at what became of the drafts: fills the lists of proper words in mentions. */
void bl_list_proper_words (const BlScan *scan, BlMentions *mentions);
