/* Private to the prefilter: how needs and phrases lead to each other. */
#pragma once

#include "rules/prefilter.h"
#include "rules/word_table.h"

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
} BlIndexedNeed;

typedef struct
{
  guint32 needs[BL_MAX_NEEDS]; /* the first is the trigger */
  guint8 n_needs;
  guint8 barred; /* BL_WHERE_* */
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
  BlNumberLists triggered; /* need → phrases whose trigger it is */

  GPtrArray *words; /* of all needs; number → word */
  BlWordTable table;
  GPtrArray *trigger_words; /* those of triggers, with numbers of their own, which are a backend's */
  BlNumberLists by_word;    /* trigger word → needs */
  BlNumberLists by_type;    /* BlMentionType → needs */
  BlNumberLists by_pair;    /* a * BL_N_CHAR_CLASSES + b → needs */
  guint types;              /* of all triggers */
  BlCharPairs pairs;        /* of all triggers */
  gboolean any_pairs;
  guint32 *open; /* phrases without needs */
  guint n_open;
};
