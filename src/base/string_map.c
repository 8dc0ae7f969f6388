#include "base/string_map.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 64
};

/* Eight bytes at a step, mixed by multiplication (the finisher of MurmurHash3, 64 bit). Only for tables in memory: the value
 * depends on the byte order of the machine. */
guint32
bl_string_hash (const char *key, gsize length)
{
  guint64 hash = 0x9E3779B97F4A7C15u ^ length;
  for (; length >= 8; key += 8, length -= 8)
    {
      guint64 word;
      memcpy (&word, key, 8);
      hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
      hash ^= hash >> 32;
    }
  guint64 rest = 0;
  memcpy (&rest, key, length);
  hash = (hash ^ rest) * 0xC4CEB9FE1A85EC53u;
  return (guint32) (hash ^ (hash >> 32));
}

static BlStringSlot *
find (const BlStringMap *map, const char *key, gsize length, guint32 hash)
{
  for (guint32 at = hash & map->mask;; at = (at + 1) & map->mask)
    {
      BlStringSlot *slot = &map->slots[at];
      if (slot->key == NULL || (slot->hash == hash && slot->length == length && memcmp (slot->key, key, length) == 0))
        return slot;
    }
}

static void
resize (BlStringMap *map, guint32 n_slots)
{
  BlStringMap larger = { .slots = g_new0 (BlStringSlot, n_slots), .mask = n_slots - 1, .used = map->used };
  for (guint32 i = 0; map->slots != NULL && i <= map->mask; i++)
    {
      if (map->slots[i].key == NULL)
        continue;
      guint32 at = map->slots[i].hash & larger.mask;
      while (larger.slots[at].key != NULL)
        at = (at + 1) & larger.mask;
      larger.slots[at] = map->slots[i];
    }
  g_free (map->slots);
  *map = larger;
}

void
bl_string_map_reserve (BlStringMap *map, guint expected)
{
  guint32 n_slots = FIRST_SLOTS;
  while (n_slots / 2 < expected)
    n_slots *= 2;
  if (map->slots == NULL || n_slots > map->mask + 1)
    resize (map, n_slots);
}

void
bl_string_map_clear (BlStringMap *map)
{
  g_free (map->slots);
  *map = (BlStringMap){ 0 };
}

void
bl_string_map_freeze (BlStringMap *map, BlArena *arena)
{
  if (map->slots == NULL)
    return;
  const gsize size = ((gsize) map->mask + 1) * sizeof *map->slots;
  BlStringSlot *slots = bl_arena_alloc (arena, size);
  memcpy (slots, map->slots, size);
  g_free (map->slots);
  map->slots = slots;
}

gpointer *
bl_string_map_insert (BlStringMap *map, const char *key, gsize length)
{
  bl_string_map_reserve (map, map->used + 1);
  guint32 hash = bl_string_hash (key, length);
  BlStringSlot *slot = find (map, key, length, hash);
  if (slot->key == NULL)
    {
      *slot = (BlStringSlot){ .key = key, .hash = hash, .length = (guint32) length };
      map->used++;
    }
  return &slot->value;
}

gpointer
bl_string_map_get (const BlStringMap *map, const char *key, gsize length)
{
  if (map->slots == NULL)
    return NULL;
  return find (map, key, length, bl_string_hash (key, length))->value;
}
