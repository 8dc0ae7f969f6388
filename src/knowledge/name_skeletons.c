#include "knowledge/name_skeletons.h"

#include <string.h>

enum
{
  KEYS_MAX = 18,
  FIRST_SLOTS = 1024
};

/* Marks a key as less than its token's skeleton. Sixteen consonants are rare enough to share the bit. */
#define SHORTENED ((guint64) 1 << 63)

static BlSkeletonSlot *
find_slot (const BlSkeletonTable *table, guint64 skeleton)
{
  guint32 at = (guint32) ((skeleton * 0x9E3779B97F4A7C15u) >> 32) & table->mask;
  while (table->slots[at].skeleton != 0 && table->slots[at].skeleton != skeleton)
    at = (at + 1) & table->mask;
  return &table->slots[at];
}

static void
resize (BlSkeletonTable *table, guint32 n_slots)
{
  BlSkeletonTable larger = *table;
  larger.slots = g_new0 (BlSkeletonSlot, n_slots);
  larger.mask = n_slots - 1;
  for (guint32 i = 0; table->slots != NULL && i <= table->mask; i++)
    if (table->slots[i].skeleton != 0)
      *find_slot (&larger, table->slots[i].skeleton) = table->slots[i];
  g_free (table->slots);
  *table = larger;
}

void
bl_skeleton_table_init (BlSkeletonTable *table, guint n_tokens)
{
  *table = (BlSkeletonTable){ .n_tokens = n_tokens, .links = g_array_new (FALSE, FALSE, sizeof (BlSkeletonLink)) };
  guint32 n_slots = FIRST_SLOTS;
  while (n_slots < n_tokens * 4) /* names share shortened keys: about two new ones a token */
    n_slots *= 2;
  resize (table, n_slots);
}

void
bl_skeleton_table_clear (BlSkeletonTable *table)
{
  g_free (table->slots);
  g_clear_pointer (&table->links, g_array_unref);
  *table = (BlSkeletonTable){ 0 };
}

/* The keys of a class. Of two consonants neither may be wrong, or half the vocabulary would meet: there a shortened key meets a
 * whole one only, from either side. Returns their number. */
static guint
make_keys (const char *name_class, gboolean asking, guint64 keys[KEYS_MAX])
{
  guint64 skeleton = bl_name_skeleton (name_class);
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
      keys[n++] = key;
    }
  return n;
}

void
bl_skeleton_table_add (BlSkeletonTable *table, const char *name_class, guint32 token)
{
  guint64 keys[KEYS_MAX];
  guint n = make_keys (name_class, FALSE, keys);
  if ((table->n_used + n) * 2 > table->mask)
    resize (table, (table->mask + 1) * 2);
  for (guint i = 0; i < n; i++)
    {
      BlSkeletonSlot *slot = find_slot (table, keys[i]);
      table->n_used += slot->skeleton == 0;
      slot->skeleton = keys[i];
      BlSkeletonLink link = { .token = token, .next = slot->first };
      g_array_append_val (table->links, link);
      slot->first = table->links->len;
    }
}

void
bl_skeleton_table_find (const BlSkeletonTable *table, const char *name_class, BlBitSet *found)
{
  guint64 keys[KEYS_MAX];
  guint n = make_keys (name_class, TRUE, keys);
  const BlSkeletonLink *links = (const BlSkeletonLink *) (const void *) table->links->data;
  for (guint i = 0; i < n; i++)
    for (guint32 at = find_slot (table, keys[i])->first; at != 0; at = links[at - 1].next)
      bl_bit_set_add (found, links[at - 1].token);
}
