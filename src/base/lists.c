#include "base/lists.h"

GHashTable *
bl_lists_new (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

void
bl_lists_add (GHashTable *lists, gconstpointer key, gconstpointer element)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) key, list);
    }
  g_ptr_array_add (list, (gpointer) element);
}
