/* Lists by key. */
#include "base/lists.h"

static void
test_lists (void)
{
  g_autoptr (GHashTable) lists = bl_lists_new (g_str_hash, g_str_equal);
  g_autofree char *again = g_strdup ("a"); /* equal keys, not the same pointer */
  bl_lists_add (lists, "a", "first");
  bl_lists_add (lists, "b", "other");
  bl_lists_add (lists, again, "second");
  g_assert_cmpuint (g_hash_table_size (lists), ==, 2);
  const GPtrArray *list = g_hash_table_lookup (lists, "a");
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (list->pdata[0], ==, "first");
  g_assert_cmpstr (list->pdata[1], ==, "second");
  g_assert_null (g_hash_table_lookup (lists, "c"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/lists", test_lists);
  return g_test_run ();
}
