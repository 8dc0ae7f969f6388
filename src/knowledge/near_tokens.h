/* Private to src/knowledge: which tokens of a name index are near a word, remembered.
 *
 * An article says "Marta Jarvis" once and "Jarvis" ten times, and other articles go on doing so: the dear part of looking a name up is
 * the same for all of them. A memory only: what it says depends on the word and the index alone. Shared by threads, behind a lock. */
#pragma once

#include <glib.h>

typedef struct
{
  guint32 token; /* its number in the vocabulary */
  double alike;
} BlNearToken;

typedef struct
{
  guint n;
  BlNearToken list[];
} BlNearTokens;

typedef struct BlNearMemory BlNearMemory;

BlNearMemory *bl_near_memory_new (void);
void bl_near_memory_free (BlNearMemory *memory);

/* NULL when nothing is remembered; else it lives as long as the memory. */
const BlNearTokens *bl_near_memory_get (BlNearMemory *memory, const char *word);

/* Remembers, and takes *tokens, unless the memory is full or has the word already. *tokens is NULL when it was taken. */
void bl_near_memory_put (BlNearMemory *memory, const char *word, BlNearTokens **tokens);
