/* Lists by key. */
#pragma once

#include <glib.h>

/* An empty table that owns its lists (GPtrArray) and borrows its keys; hash and equal as g_hash_table_new() takes them. */
GHashTable *bl_lists_new (GHashFunc hash, GEqualFunc equal);

/* Adds an element, borrowed, to the list of key, which is made when there is none. */
void bl_lists_add (GHashTable *lists, gconstpointer key, gconstpointer element);
