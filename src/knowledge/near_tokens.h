/* Private to src/knowledge: which tokens of a name index are near a word, remembered.
 *
 * An article says "Marta Jarvis" once and "Jarvis" ten times, and other articles go on doing so: the dear part of looking a name up is
 * the same for all of them. A memory only: what it says depends on the word and the index alone. Shared by threads, behind a lock. */
#pragma once

#include <glib.h>
#include <stdatomic.h>

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

/* Which tokens may be partners of a word: two bits for each, see BlPartner. Filled as they are asked for, by any thread: a bit that two
 * threads set at once may be lost, and is asked for again. */
typedef struct
{
  _Atomic guint32 bits[1]; /* as many as it was made for */
} BlPartners;

typedef enum
{
  BL_PARTNER_UNKNOWN = 0,
  BL_PARTNER_NO = 1,
  BL_PARTNER_YES = 3,
} BlPartner;

static inline BlPartner
bl_partners_get (const BlPartners *partners, guint at)
{
  return (BlPartner) (atomic_load_explicit (&partners->bits[at / 16], memory_order_relaxed) >> at % 16 * 2 & 3);
}

static inline void
bl_partners_set (BlPartners *partners, guint at, BlPartner partner)
{
  const guint32 before = atomic_load_explicit (&partners->bits[at / 16], memory_order_relaxed);
  atomic_store_explicit (&partners->bits[at / 16], before | (guint32) partner << at % 16 * 2, memory_order_relaxed);
}

/* Of n tokens nothing is known. Freed with g_free(). */
BlPartners *bl_partners_new (guint n);

typedef struct BlNearMemory BlNearMemory;

BlNearMemory *bl_near_memory_new (void);
void bl_near_memory_free (BlNearMemory *memory);

/* NULL when nothing is remembered; else it lives as long as the memory. */
const BlNearTokens *bl_near_memory_get (BlNearMemory *memory, const char *word);

/* Remembers, and takes *tokens, unless the memory is full or has the word already. *tokens is NULL when it was taken. */
void bl_near_memory_put (BlNearMemory *memory, const char *word, BlNearTokens **tokens);

/* The partners of a word among n tokens, the same n at each call: the memory's; when it is full the caller's, in *own too. */
BlPartners *bl_near_memory_partners (BlNearMemory *memory, const char *word, guint n, BlPartners **own);
