/* The arena: alignment, zeroes, blocks of every size, interning. */
#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"

/* Blocks of random sizes are zeroed, aligned and do not overlap: each is filled with its own byte and read back at the end. */
static void
test_blocks_property (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  struct
  {
    guint8 *data;
    gsize size;
  } blocks[2000];
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      gsize size = (gsize) g_rand_int_range (random, 0, i % 50 == 0 ? 100000 : 200);
      blocks[i].size = size;
      blocks[i].data = i % 3 == 0 ? (guint8 *) bl_arena_strndup (arena, "", 0) : bl_arena_alloc (arena, size);
      if (i % 3 == 0)
        blocks[i].size = 0;
      else
        g_assert_cmpuint ((guintptr) blocks[i].data % alignof (max_align_t), ==, 0);
      for (gsize k = 0; k < blocks[i].size; k++)
        g_assert_cmpuint (blocks[i].data[k], ==, 0);
      memset (blocks[i].data, (int) (i & 0xFF), blocks[i].size);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    for (gsize k = 0; k < blocks[i].size; k++)
      g_assert_cmpuint (blocks[i].data[k], ==, i & 0xFF);
}

static void
test_empty (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_assert_nonnull (bl_arena_alloc (arena, 0));
  bl_arena_free (NULL);
}

static void
test_new0 (void)
{
  typedef struct
  {
    gint64 number;
    const char *text;
  } Pair;
  g_autoptr (BlArena) arena = bl_arena_new ();
  Pair *pair = bl_arena_new0 (arena, Pair);
  g_assert_cmpint (pair->number, ==, 0);
  g_assert_null (pair->text);
}

static void
test_strings (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_assert_cmpstr (bl_arena_strndup (arena, "Kyiv Post", 4), ==, "Kyiv");
  g_assert_cmpstr (bl_arena_strndup (arena, NULL, 0), ==, "");
  g_assert_cmpstr (bl_arena_printf (arena, "%s/%d", "uk", 7), ==, "uk/7");
  /* Around the size of the buffer on the stack, and beyond a chunk. */
  static const gsize lengths[] = { 254, 255, 256, 257, 8192, 100000 };
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = g_strnfill (lengths[i], 'x');
      g_assert_cmpstr (bl_arena_printf (arena, "%s", text), ==, text);
    }
}

static void
test_intern (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  const char *name = bl_arena_intern (arena, "Łódź");
  g_assert_cmpstr (name, ==, "Łódź");
  g_autofree char *copy = g_strdup ("Łódź");
  g_assert_true (bl_arena_intern (arena, copy) == name);
  g_assert_true (bl_arena_intern_len (arena, "Łódź and more", strlen ("Łódź")) == name);
  g_assert_true (bl_arena_intern (arena, "Łód") != name);
  g_assert_null (bl_arena_intern (arena, NULL));
  g_assert_true (bl_arena_intern (arena, "") == bl_arena_intern_len (arena, "x", 0));
}

/* Texts stay when the table goes; what is interned later is a copy of its own. */
static void
test_seal (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  bl_arena_seal (arena);
  const char *before = bl_arena_intern (arena, "country/pl");
  bl_arena_seal (arena);
  g_assert_cmpstr (before, ==, "country/pl");
  const char *after = bl_arena_intern (arena, "country/pl");
  g_assert_cmpstr (after, ==, before);
  g_assert_true (bl_arena_intern (arena, "country/pl") == after);
}

/* Texts that share all but one byte, at every length around the eight bytes that are hashed at once. */
static void
test_intern_lengths (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_autofree char *text = g_strnfill (40, 'a');
  for (gsize length = 0; length <= 40; length++)
    {
      const char *plain = bl_arena_intern_len (arena, text, length);
      g_assert_cmpuint (strlen (plain), ==, length);
      for (gsize i = 0; i < length; i++)
        {
          text[i] = 'b';
          g_assert_true (bl_arena_intern_len (arena, text, length) != plain);
          text[i] = 'a';
        }
      g_assert_true (bl_arena_intern_len (arena, text, length) == plain);
    }
}

/* Pointers are equal exactly when texts are. */
static void
test_intern_property (void)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  const char *interned[5000];
  for (guint i = 0; i < G_N_ELEMENTS (interned); i++)
    {
      g_autofree char *text = g_strdup_printf ("person/%u", i);
      interned[i] = bl_arena_intern (arena, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (interned); i++)
    {
      g_autofree char *text = g_strdup_printf ("person/%u", i);
      g_assert_cmpstr (interned[i], ==, text);
      g_assert_true (bl_arena_intern (arena, text) == interned[i]);
    }
}

/* All of it stands side by side, in order, zeroed; past its room the arena goes on as an ordinary one. */
static void
test_region (void)
{
  const gsize room = 8 * 1024 * 1024;
  g_autoptr (BlArena) arena = bl_arena_new_at (NULL, room);
  gsize length = 1;
  const char *start = bl_arena_region (arena, &length);
  g_assert_nonnull (start);
  g_assert_cmpuint (length, ==, 0);
  const char *end = start;
  for (guint i = 1; i < 2000; i++)
    {
      char *block = bl_arena_alloc (arena, i);
      g_assert_true (block >= end && block < end + 16);
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (block[k], ==, 0);
      memset (block, 'x', i);
      end = block + i;
    }
  g_assert_true (bl_arena_region (arena, &length) == start);
  g_assert_true (start + length == end);
  g_assert_true ((const char *) bl_arena_alloc (arena, 3 * 1024 * 1024) < start + room);

  char *outside = bl_arena_alloc (arena, room);
  g_assert_null (bl_arena_region (arena, &length));
  memset (outside, 'x', room);
  memset (bl_arena_alloc (arena, 100), 'x', 100);
  g_assert_cmpint (start[length - 1], ==, 'x');
}

/* Two at one address: the second stands elsewhere. */
static void
test_region_taken (void)
{
  gsize length = 0;
  g_autoptr (BlArena) first = bl_arena_new_at (NULL, 1024 * 1024);
  gpointer address = bl_arena_region (first, &length);
  g_autoptr (BlArena) second = bl_arena_new_at (address, 1024 * 1024);
  g_assert_true (bl_arena_region (second, &length) != address);
  memset (bl_arena_alloc (second, 1000), 'x', 1000);
  g_assert_cmpint (*(char *) bl_arena_alloc (first, 1000), ==, 0);
  g_autoptr (BlArena) none = bl_arena_new_at (NULL, 0);
  g_assert_null (bl_arena_region (none, &length));
  g_assert_nonnull (bl_arena_alloc (none, 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/blocks/property", test_blocks_property);
  g_test_add_func ("/arena/region", test_region);
  g_test_add_func ("/arena/region/taken", test_region_taken);
  g_test_add_func ("/arena/empty", test_empty);
  g_test_add_func ("/arena/new0", test_new0);
  g_test_add_func ("/arena/strings", test_strings);
  g_test_add_func ("/arena/intern", test_intern);
  g_test_add_func ("/arena/intern/seal", test_seal);
  g_test_add_func ("/arena/intern/lengths", test_intern_lengths);
  g_test_add_func ("/arena/intern/property", test_intern_property);
  return g_test_run ();
}
