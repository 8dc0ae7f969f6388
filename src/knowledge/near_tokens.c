#include "knowledge/near_tokens.h"

#include "base/base.h"

enum
{
  WORD_COST = 8 /* of a place in a table, the text and its allocation, in tokens */
};

struct BlNearMemory
{
  GMutex lock;
  GHashTable *words;    /* folded word → BlNearTokens; entries are never changed or removed */
  GHashTable *partners; /* folded word → BlPartners */
  gsize size;           /* tokens of all words, and a few for each word */
  gsize partners_size;  /* the same of all partners, which may take as much again */
};

BlNearMemory *
bl_near_memory_new (void)
{
  BlNearMemory *memory = g_new0 (BlNearMemory, 1);
  g_mutex_init (&memory->lock);
  memory->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  memory->partners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return memory;
}

void
bl_near_memory_free (BlNearMemory *memory)
{
  if (memory == NULL)
    return;
  g_hash_table_unref (memory->words);
  g_hash_table_unref (memory->partners);
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
  g_mutex_lock (&memory->lock);
  const gsize size = memory->size + (*tokens)->n + WORD_COST;
  if (size <= BL_LIMIT_REMEMBERED_NEAR_TOKENS && !g_hash_table_contains (memory->words, word))
    {
      memory->size = size;
      g_hash_table_insert (memory->words, g_strdup (word), g_steal_pointer (tokens));
    }
  g_mutex_unlock (&memory->lock);
}

static gsize
partners_size (guint n)
{
  return (n / 16 + 1) * sizeof (guint32);
}

BlPartners *
bl_partners_new (guint n)
{
  return g_malloc0 (partners_size (n));
}

BlPartners *
bl_near_memory_partners (BlNearMemory *memory, const char *word, guint n, BlPartners **own)
{
  g_mutex_lock (&memory->lock);
  BlPartners *partners = g_hash_table_lookup (memory->partners, word);
  const gsize size = memory->partners_size + partners_size (n) / sizeof (BlNearToken) + WORD_COST;
  if (partners == NULL)
    {
      partners = bl_partners_new (n);
      if (size <= BL_LIMIT_REMEMBERED_NEAR_TOKENS)
        {
          memory->partners_size = size;
          g_hash_table_insert (memory->partners, g_strdup (word), partners);
        }
      else
        *own = partners;
    }
  g_mutex_unlock (&memory->lock);
  return partners;
}
