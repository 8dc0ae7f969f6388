/* Private to src/knowledge: which name tokens sound roughly like a given one.
 *
 * A token's keys are its consonant skeleton and the skeleton with one consonant left out, so that two tokens meet when a consonant
 * is wrong, missing or added, whatever the vowels. The table finds candidates and never decides: 1 % of unrelated politicians
 * share a skeleton. */
#pragma once

#include "knowledge/bit_set.h"
#include "knowledge/name_fold.h"

typedef struct
{
  guint64 skeleton; /* 0: free; the empty skeleton has no entry */
  guint32 first;    /* index + 1 of the first link; 0: none */
} BlSkeletonSlot;

typedef struct
{
  guint32 token;
  guint32 next; /* index + 1, 0 ends */
} BlSkeletonLink;

typedef struct
{
  BlSkeletonSlot *slots; /* open addressing, at most half full */
  guint32 mask;
  guint32 n_used;
  guint32 n_tokens;
  GArray *links; /* of BlSkeletonLink */
} BlSkeletonTable;

/* For tokens with the numbers 0 … n_tokens - 1. */
void bl_skeleton_table_init (BlSkeletonTable *table, guint n_tokens);
void bl_skeleton_table_clear (BlSkeletonTable *table);
void bl_skeleton_table_add (BlSkeletonTable *table, const char *name_class, guint32 token);

/* Adds the numbers of the tokens that share a key with the class; found has room for n_tokens. */
void bl_skeleton_table_find (const BlSkeletonTable *table, const char *name_class, BlBitSet *found);
