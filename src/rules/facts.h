/* Private to src/rules: what can be said of every text that a phrase matches, without matching.
 *
 * A need is a set of words, types of mentions and pairs of neighbouring characters of which at least one stands in every match. Each
 * element of a sequence adds its own; of alternatives, needs of all are joined into one or a few. A phrase keeps its rarest: a sentence that
 * lacks one of them is not asked. "{sender:country|org} {modal} [not] {send} {troops} to {place:country}" has five needs:
 * {country, org}, {will, would, …}, {send, sends, …}, {troops, soldiers, …}, {country}; with "to" six, of which the most frequent
 * are dropped.
 *
 * A sequence also says in which order its needs stand, and how many words may be between them (rules/distance.h). Each match has places,
 * one for each need, that keep all these distances at once. */
#pragma once

#include "base/base.h"
#include "rules/char_pairs.h"
#include "rules/distance.h"

typedef struct BlNode BlNode;

#define BL_MAX_NEEDS 4
#define BL_MAX_NEED_WORDS 400

typedef struct
{
  const char *const *words; /* as bl_literal_fold() leaves them */
  guint n_words;
  guint types;              /* 1 << BlMentionType */
  const BlCharPairs *pairs; /* NULL: none */
  double word_cost;         /* about how many of 1,000 sentences have one of the words */
  double cost;              /* or one of the types or pairs */
  BlDistance before;        /* from the start of the whole to its place */
  BlDistance after;         /* from its place to the end of the whole */
  gboolean list;            /* its place may be a list of mentions: "Britain, France and Germany" */
  guint8 number;            /* while facts are made: that of a part + 1, or 0 */
} BlNeed;

enum
{
  BL_EDGE_WORD = 1 << 0,  /* may begin (end) with a letter or digit */
  BL_EDGE_OTHER = 1 << 1, /* with anything else */
};

typedef struct
{
  gsize size;                 /* of its regular expression, in bytes; an upper bound */
  guint first, last;          /* BL_EDGE_* */
  BlNeed needs[BL_MAX_NEEDS]; /* rarest first */
  guint n_needs;
  gboolean at_start;                              /* its start is that of the sentence, but for quotation marks and brackets */
  gboolean at_end;                                /* and its end, but for these and what closes a sentence */
  BlDistance width;                               /* from its start to its end */
  BlDistance between[BL_MAX_NEEDS][BL_MAX_NEEDS]; /* from the place of the first to that of the second */
} BlFacts;

/* Facts of a tree whose fragments are settled. Vectors in the arena. O(size of the tree). */
void bl_facts_of_node (const BlNode *node, BlArena *arena, BlFacts *facts);

/* The same of a phrase's root. */
void bl_facts_of_phrase (const BlNode *root, gboolean at_start, gboolean at_end, BlArena *arena, BlFacts *facts);

/* Fills order with the numbers of all needs, those that stand before others first. */
void bl_facts_order (const BlFacts *facts, guint order[BL_MAX_NEEDS]);

/* For a group in a regular expression around alternatives, in bytes; an upper bound. */
#define BL_SIZE_GROUP 10

/* Saturates. */
static inline gsize
bl_facts_add_sizes (gsize a, gsize b)
{
  return MIN (a + b, (gsize) G_MAXINT32);
}

/* A need under way that joins one need of each alternative. */
#define BL_MAX_JOINS 3
#define BL_MAX_VECTORS 8

typedef struct
{
  GPtrArray *words;
  double word_cost;
  guint types;
  BlCharPairs *pairs;                         /* or NULL */
  const char *const *vectors[BL_MAX_VECTORS]; /* some of what words come from */
  guint n_vectors;
  guint n_first; /* words of the first vector */
  gboolean lost; /* too many words */
  BlDistance before, after;
  gboolean list;
} BlJoin;

/* Facts of one of several, added one by one. */
typedef struct
{
  BlFacts *facts; /* grows */
  BlJoin joins[BL_MAX_JOINS];
  BlDistance between[BL_MAX_JOINS][BL_MAX_JOINS];
  guint n_joins;
  guint n;
  gboolean lost; /* one of them has no needs, so all together have none */
} BlEither;

void bl_either_begin (BlEither *either, BlFacts *facts);
void bl_either_add (BlEither *either, const BlFacts *one);
void bl_either_end (BlEither *either, BlArena *arena);

/* Sums up what its words, types and pairs cost. */
void bl_need_add_costs (BlNeed *need);

/* Adds a need unless it is there, and keeps the rarest. from: from the places of the needs that are there already to that of the new
 * one; NULL: not known. */
void bl_facts_add_placed (BlFacts *facts, const BlNeed *need, const BlDistance *from);

/* For regexes, whose trees are others. Keeps the rarest needs; of needs that are equal in cost the first stays, so results do not
 * depend on addresses. An open edge may be inside of a word. Nothing is known of the place of what is added so. */
void bl_facts_add_need (BlFacts *facts, const BlNeed *need);
void bl_facts_forget_places (BlFacts *facts);
void bl_facts_settle (BlFacts *facts); /* at the end: drops what is too frequent */
void bl_facts_of_text (const char *text, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts);
void bl_facts_of_part (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts);

/* Appends to words (of char *) the words of text, folded: maximal runs of letters, digits and "_", and each ASCII sign between
 * them. A word at an edge that is open goes on outside of text, and is left out. */
void bl_literal_words (const char *text, gboolean open_start, gboolean open_end, BlArena *arena, GPtrArray *words);

/* Equal for all characters that PCRE2 holds equal when case does not matter. */
static inline gunichar
bl_literal_fold (gunichar c)
{
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return g_unichar_tolower (g_unichar_toupper (c));
}

static inline gboolean
bl_literal_is_word (gunichar c)
{
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return g_unichar_isalnum (c);
}

/* Signs count as words of one character. */
static inline gboolean
bl_literal_is_sign (gunichar c)
{
  return c < 0x80 && c != '_' && g_ascii_ispunct ((char) c);
}

/* About how many of 1,000 sentences of news have this word, a mention of this type, or one of these pairs. */
double bl_word_frequency (const char *word);
double bl_type_frequency (guint type);
double bl_pairs_frequency (const BlCharPairs *pairs);
