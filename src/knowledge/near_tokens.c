#include "knowledge/near_tokens.h"

#include "base/base.h"

struct BlNearMemory
{
  GMutex lock;
  GHashTable *words; /* folded word → BlNearTokens; entries are never changed or removed */
  gsize size;        /* tokens of all of them, and a few for each word */
};

BlNearMemory *
bl_near_memory_new (void)
{
  BlNearMemory *memory = g_new0 (BlNearMemory, 1);
  g_mutex_init (&memory->lock);
  memory->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return memory;
}

void
bl_near_memory_free (BlNearMemory *memory)
{
  if (memory == NULL)
    return;
  g_hash_table_unref (memory->words);
  g_mutex_clear (&memory->lock);
  g_free (memory);
}

const BlNearTokens *
bl_near_memory_get (BlNearMemory *memory, const char *word)
{
  g_mutex_lock (&memory->lock);
  const BlNearTokens *tokens = g_hash_table_lookup (memory->words, word);
  g_mutex_unlock (&memory->lock);
  return tokens;
}

void
bl_near_memory_put (BlNearMemory *memory, const char *word, BlNearTokens **tokens)
{
  enum
  {
    WORD_COST = 8 /* of a place in the table, the text and its allocation, in tokens */
  };
  g_mutex_lock (&memory->lock);
  const gsize size = memory->size + (*tokens)->n + WORD_COST;
  if (size <= BL_LIMIT_REMEMBERED_NEAR_TOKENS && !g_hash_table_contains (memory->words, word))
    {
      memory->size = size;
      g_hash_table_insert (memory->words, g_strdup (word), g_steal_pointer (tokens));
    }
  g_mutex_unlock (&memory->lock);
}
