/* Source maps: copies, escapes, text the loader put in, and the property that a copied byte finds its way back. */
#include "text/source_map.h"

static void
assert_original (const BlSourceMap *map, gsize start, gsize end, gsize original_start, gsize original_end)
{
  BlSpan span = bl_source_map_original (map, bl_span (start, end));
  g_assert_cmpuint (span.start, ==, original_start);
  g_assert_cmpuint (span.end, ==, original_end);
}

static void
test_identity (void)
{
  assert_original (NULL, 3, 7, 3, 7);
  g_autoptr (BlSourceMap) empty = bl_source_map_new ();
  assert_original (empty, 3, 7, 0, 0);
}

/* "<p>A&amp;B</p><p>C</p>" was read as "A&B\n\nC". */
static void
test_markup (void)
{
  g_autoptr (BlSourceMap) map = bl_source_map_new ();
  bl_source_map_add (map, 0, 1, 3, 1);
  bl_source_map_add (map, 1, 1, 4, 5);
  bl_source_map_add (map, 2, 1, 9, 1);
  bl_source_map_add (map, 5, 1, 17, 1);
  assert_original (map, 0, 1, 3, 4);
  assert_original (map, 1, 2, 4, 9); /* the entity as a whole */
  assert_original (map, 0, 3, 3, 10);
  assert_original (map, 2, 6, 9, 18);
  assert_original (map, 3, 6, 17, 18); /* the line breaks are the loader's own */
  assert_original (map, 0, 5, 3, 10);
  assert_original (map, 3, 5, 17, 17);
  assert_original (map, 1, 1, 4, 4); /* empty */
  assert_original (map, 6, 6, 18, 18);
}

/* Text made of random pieces: bytes of copies map one to one, bytes of escapes to the whole escape, results never run backwards. */
static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (BlSourceMap) map = bl_source_map_new ();
      g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (BlSpan)); /* for each byte of text */
      gsize original = 0;
      for (guint piece = 0; piece < 20; piece++)
        {
          gsize length = (gsize) g_rand_int_range (random, 1, 5);
          gboolean escape = g_rand_boolean (random);
          gsize original_length = escape ? length + (gsize) g_rand_int_range (random, 1, 6) : length;
          original += (gsize) g_rand_int_range (random, 0, 3);
          bl_source_map_add (map, from->len, length, original, original_length);
          for (gsize i = 0; i < length; i++)
            {
              BlSpan span = escape ? bl_span (original, original + original_length) : bl_span (original + i, original + i + 1);
              g_array_append_val (from, span);
            }
          original += original_length;
        }
      for (guint start = 0; start < from->len; start++)
        for (guint end = start + 1; end <= from->len; end++)
          assert_original (map, start, end, g_array_index (from, BlSpan, start).start,
                           g_array_index (from, BlSpan, end - 1).end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/source-map/identity", test_identity);
  g_test_add_func ("/text/source-map/markup", test_markup);
  g_test_add_func ("/text/source-map/property", test_property);
  return g_test_run ();
}
