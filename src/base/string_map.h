/* A table from strings to pointers that only grows, for tables of thousands of names built at every start: about four times
 * faster to fill than GHashTable, because keys need no NUL, hashes are kept, and nothing is allocated per entry.
 *
 * Keys are borrowed and must outlive the map. Not thread-safe while it grows. */
#pragma once

#include "base/arena.h"

typedef struct
{
  const char *key; /* NULL: free */
  guint32 hash;
  guint32 length;
  gpointer value;
} BlStringSlot;

/* All zero is an empty map. Open addressing, at most half full. */
typedef struct
{
  BlStringSlot *slots;
  guint32 mask; /* number of slots - 1 */
  guint32 used;
} BlStringMap;

/* Room for expected keys without growing. */
void bl_string_map_reserve (BlStringMap *map, guint expected);
void bl_string_map_clear (BlStringMap *map);

/* Moves the slots into the arena; the map is only read from then on, and not cleared. */
void bl_string_map_freeze (BlStringMap *map, BlArena *arena);

/* The place of the value for key, a new one (NULL) when it was not there; valid until the next call of this. */
gpointer *bl_string_map_insert (BlStringMap *map, const char *key, gsize length);

/* NULL when there is none. */
gpointer bl_string_map_get (const BlStringMap *map, const char *key, gsize length);

guint32 bl_string_hash (const char *key, gsize length);
