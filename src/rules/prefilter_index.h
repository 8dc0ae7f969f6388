/* Private to the prefilter: how needs and phrases lead to each other. */
#pragma once

#include "rules/prefilter.h"

/* Lists of numbers for each of n keys: those of key k are values[starts[k]] up to starts[k + 1]. */
typedef struct
{
  guint32 *starts;
  guint32 *values;
} BlNumberLists;

/* A need that differs from all others, with its words as numbers. */
typedef struct
{
  const guint32 *words;
  guint n_words;
  guint types;
  const BlCharPairs *pairs; /* or NULL */
  gboolean listed;          /* all its words are among those that the backend finds */
} BlIndexedNeed;

#define BL_NO_NEED G_MAXUINT32

/* Phrases of one trigger that have another need in common. Many rules may wait for one word; most of them wait for another too. */
typedef struct
{
  guint32 trigger;
  guint32 second;     /* a listed need of words only, or BL_NO_NEED */
  guint32 first, end; /* elements of BlPrefilter.grouped */
} BlPhraseGroup;

/* Numbers of the edges of a sentence beside those of needs. */
enum
{
  BL_PLACE_START = BL_MAX_NEEDS,
  BL_PLACE_END,
  BL_N_PLACES
};

/* The place of one need of a phrase, as seen from that of another, or from an edge of the sentence. */
typedef struct
{
  guint32 need, from_need; /* BL_NO_NEED: an edge */
  guint8 to, from;         /* numbers in order of place, which is not that of BlIndexedPhrase.needs */
  gboolean list;           /* the place may be any of a list of mentions */
  BlDistance distance;
} BlPlaceStep;

typedef struct
{
  guint32 needs[BL_MAX_NEEDS]; /* the first is the trigger */
  guint8 n_needs;
  guint8 barred; /* BL_WHERE_* */
  guint8 n_steps;
  const BlPlaceStep *steps; /* those from edges first, then ascending by "to" */
} BlIndexedPhrase;

struct BlPrefilter
{
  const BlPrefilterClass *class;
  gpointer backend;
  BlArena *arena; /* of all vectors */
  BlLetters letters;

  BlIndexedPhrase *phrases;
  guint n_phrases;
  BlIndexedNeed *needs;
  guint n_needs;
  BlPhraseGroup *groups; /* by trigger, then second */
  guint32 *groups_of;    /* need → its first group; the last is that of the next need */
  guint32 *grouped;      /* phrases */
  guint32 *group_table;  /* hash of trigger and second → group + 1, or 0 */
  guint32 group_mask;
  guint64 *group_filter; /* two bits a group, in a word for each eight of group_table: most pairs of needs have no group */

  GPtrArray *words; /* of all needs; number → word */
  BlWordTable table;
  GPtrArray *listed_words; /* those of listed needs, with numbers of their own, which are a backend's */
  BlNumberLists by_word;   /* listed word → needs */
  BlNumberLists by_type;   /* BlMentionType → needs that are triggers */
  BlNumberLists by_pair;   /* a * BL_N_CHAR_CLASSES + b → needs that are triggers */
  guint types;             /* of all triggers */
  BlCharPairs pairs;       /* of all triggers */
  gboolean any_pairs;
  guint32 *open; /* phrases without needs */
  guint n_open;
};

/* Where to look in group_table first. */
static inline guint32
bl_group_hash (guint32 trigger, guint32 second)
{
  const guint32 hash = trigger * 0x9E3779B1u ^ second * 0x85EBCA77u;
  return hash ^ hash >> 15;
}

/* The two bits of a hash, in the one word of the filter where they belong. */
static inline guint64
bl_group_filter_bits (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash >> 26) | G_GUINT64_CONSTANT (1) << (hash >> 20 & 63);
}

/* FALSE when there is no group of this hash. */
static inline gboolean
bl_group_filter_has (const BlPrefilter *prefilter, guint32 hash)
{
  const guint64 bits = bl_group_filter_bits (hash);
  return (prefilter->group_filter[hash & prefilter->group_mask / 8] & bits) == bits;
}
