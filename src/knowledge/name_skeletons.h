/* Private to src/knowledge: which name tokens sound roughly like a given one.
 *
 * A token's keys are its consonant skeleton and the skeleton with one consonant left out, so that two tokens meet when a consonant
 * is wrong, missing or added, whatever the vowels. The table finds candidates and never decides: 1 % of unrelated politicians
 * share a skeleton. Tokens are numbered in order of their skeletons, so that those of one are a range. */
#pragma once

#include "knowledge/bit_set.h"
#include "knowledge/name_fold.h"

/* The tokens of one skeleton. Skeletons ascend; one more at the end, where the last range ends. */
typedef struct
{
  guint64 skeleton; /* never 0: a word without consonants has none */
  guint32 first;
  guint32 longest; /* class */
} BlSkeletonRange;

/* Open addressing, at most half full. */
typedef struct
{
  guint64 key;   /* 0: free */
  guint32 first; /* in lists */
  guint32 n;
} BlSkeletonSlot;

typedef struct
{
  const BlSkeletonRange *ranges;
  const BlSkeletonSlot *slots;
  const guint32 *lists; /* of ranges */
  guint32 n_ranges;
  guint32 n_slots; /* a power of two */
} BlSkeletonTable;

/* What bl_skeleton_keys_build() makes: both owned by the caller. */
typedef struct
{
  BlSkeletonSlot *slots;
  guint32 *lists;
  guint32 n_slots;
  guint32 n_lists;
} BlSkeletonKeys;

/* The keys of n ranges. */
BlSkeletonKeys bl_skeleton_keys_build (const BlSkeletonRange *ranges, guint32 n);

/* Adds the numbers of the ranges that share a key with the class; found has room for n_ranges. */
void bl_skeleton_table_find (const BlSkeletonTable *table, const char *name_class, BlBitSet *found);
