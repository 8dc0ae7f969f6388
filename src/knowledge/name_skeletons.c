#include "knowledge/name_skeletons.h"

#include <string.h>

enum
{
  KEYS_MAX = 18,
  FIRST_SLOTS = 1024
};

/* Marks a key as less than its token's skeleton. Sixteen consonants are rare enough to share the bit. */
#define SHORTENED ((guint64) 1 << 63)

static guint32
find_slot (const BlSkeletonSlot *slots, guint32 n_slots, guint64 key)
{
  guint32 at = (guint32) ((key * 0x9E3779B97F4A7C15u) >> 32) & (n_slots - 1);
  while (slots[at].key != 0 && slots[at].key != key)
    at = (at + 1) & (n_slots - 1);
  return at;
}

static void
resize (BlSkeletonKeys *keys, guint32 n_slots)
{
  BlSkeletonSlot *larger = g_new0 (BlSkeletonSlot, n_slots);
  for (guint32 i = 0; i < keys->n_slots; i++)
    if (keys->slots[i].key != 0)
      larger[find_slot (larger, n_slots, keys->slots[i].key)] = keys->slots[i];
  g_free (keys->slots);
  keys->slots = larger;
  keys->n_slots = n_slots;
}

/* Of two consonants neither may be wrong, or half the vocabulary would meet: there a shortened key meets a whole one only, from
 * either side. Returns the number of keys; there are none of an empty skeleton. */
static guint
make_keys (guint64 skeleton, gboolean asking, guint64 keys[KEYS_MAX])
{
  guint length = bl_name_skeleton_length (skeleton);
  guint n = 0;
  if (skeleton == 0)
    return 0;
  keys[n++] = skeleton;
  if (length == 1 && asking)
    keys[n++] = skeleton | SHORTENED;
  for (guint i = 0; length > 1 && i < length; i++)
    {
      guint64 key = bl_name_skeleton_without (skeleton, i);
      if (length == 2 && !asking)
        key |= SHORTENED;
      if (!(n > 1 && keys[n - 1] == key))
        keys[n++] = key;
    }
  return n;
}

/* Counts how many ranges each key has. */
static void
count_keys (BlSkeletonKeys *keys, const BlSkeletonRange *ranges, guint32 n)
{
  guint64 list[KEYS_MAX];
  guint32 used = 0;
  for (guint32 range = 0; range < n; range++)
    {
      const guint n_keys = make_keys (ranges[range].skeleton, FALSE, list);
      if ((used + n_keys) * 2 > keys->n_slots)
        resize (keys, keys->n_slots * 2);
      for (guint i = 0; i < n_keys; i++)
        {
          BlSkeletonSlot *slot = &keys->slots[find_slot (keys->slots, keys->n_slots, list[i])];
          used += slot->key == 0;
          slot->key = list[i];
          slot->n++;
        }
      keys->n_lists += n_keys;
    }
}

BlSkeletonKeys
bl_skeleton_keys_build (const BlSkeletonRange *ranges, guint32 n)
{
  BlSkeletonKeys keys = { 0 };
  guint64 list[KEYS_MAX];
  resize (&keys, FIRST_SLOTS);
  count_keys (&keys, ranges, n);
  guint32 first = 0;
  for (guint32 i = 0; i < keys.n_slots; i++)
    {
      keys.slots[i].first = first;
      first += keys.slots[i].n;
      keys.slots[i].n = 0;
    }
  keys.lists = g_new (guint32, MAX (keys.n_lists, 1));
  for (guint32 range = 0; range < n; range++)
    {
      const guint n_keys = make_keys (ranges[range].skeleton, FALSE, list);
      for (guint i = 0; i < n_keys; i++)
        {
          BlSkeletonSlot *slot = &keys.slots[find_slot (keys.slots, keys.n_slots, list[i])];
          keys.lists[slot->first + slot->n++] = range;
        }
    }
  return keys;
}

void
bl_skeleton_table_find (const BlSkeletonTable *table, const char *name_class, BlBitSet *found)
{
  guint64 keys[KEYS_MAX];
  const guint n = make_keys (bl_name_skeleton (name_class), TRUE, keys);
  for (guint i = 0; i < n; i++)
    {
      const BlSkeletonSlot *slot = &table->slots[find_slot (table->slots, table->n_slots, keys[i])];
      for (guint32 j = 0; j < slot->n; j++)
        bl_bit_set_add (found, table->lists[slot->first + j]);
    }
}
