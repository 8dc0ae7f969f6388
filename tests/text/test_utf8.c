/* Repair of what is no UTF-8. */
#include <string.h>

#include "text/fold.h"

#define R "\xEF\xBF\xBD"

static void
assert_repaired (const char *bytes, gsize length, const char *wanted, guint broken, gsize first)
{
  char *text = g_memdup2 (bytes, length + 1);
  gsize n = length;
  gsize at = 12345;
  g_assert_cmpuint (bl_utf8_repair (&text, &n, &at), ==, broken);
  g_assert_cmpuint (n, ==, strlen (wanted));
  g_assert_cmpstr (text, ==, wanted);
  g_assert_cmpint (text[n], ==, '\0');
  g_assert_cmpuint (at, ==, broken > 0 ? first : 12345);
  g_free (text);
}

#define REPAIRED(bytes, wanted, broken, first) assert_repaired (bytes, sizeof (bytes) - 1, wanted, broken, first)

static void
test_examples (void)
{
  REPAIRED ("", "", 0, 0);
  REPAIRED ("plain text of more than eight bytes", "plain text of more than eight bytes", 0, 0);
  REPAIRED ("Łódź “ok” 😀", "Łódź “ok” 😀", 0, 0);
  REPAIRED ("caf\xE9 society", "caf" R " society", 1, 3); /* Latin-1 */
  REPAIRED ("\x93quoted\x94", R "quoted" R, 2, 0);        /* Windows-1252 */
  REPAIRED ("cut \xE2\x80", "cut " R, 1, 4);              /* one damaged character, one replacement */
  REPAIRED ("\xE2\x80"
            "abc",
            R "abc", 1, 0);
  REPAIRED ("\xC0\xAF", R R, 2, 0);             /* overlong */
  REPAIRED ("\xED\xA0\x80", R R R, 3, 0);       /* surrogate */
  REPAIRED ("\xF4\x90\x80\x80", R R R R, 4, 0); /* over U+10FFFF */
  REPAIRED ("nul\0inside", "nul" R "inside", 1, 3);
  REPAIRED ("\xF0\x9F\x98\x80\xFF", "😀" R, 1, 4);
}

/* Whatever the bytes: the result is UTF-8 that GLib accepts, text that was right is not touched. */
static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  for (guint round = 0; round < 50000; round++)
    {
      gsize n = (gsize) g_rand_int_range (random, 0, 40);
      char *bytes = g_malloc (n + 1);
      for (gsize i = 0; i < n; i++)
        {
          static const guchar leads[] = { 0xC2, 0xE2, 0xED, 0xF0, 0xF4, 0x80, 0xBF, 0 };
          bytes[i] = (char) (g_rand_boolean (random)   ? 'a'
                             : g_rand_boolean (random) ? leads[g_rand_int_range (random, 0, 8)]
                                                       : g_rand_int_range (random, 0, 256));
        }
      bytes[n] = '\0';
      gboolean valid = g_utf8_validate_len (bytes, n, NULL);
      g_assert_cmpint (bl_utf8_is_valid (bytes, n), ==, valid);
      gsize length = n;
      guint broken = bl_utf8_repair (&bytes, &length, NULL);
      g_assert_true (valid == (broken == 0));
      g_assert_true (g_utf8_validate (bytes, (gssize) length, NULL));
      g_free (bytes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/utf8/examples", test_examples);
  g_test_add_func ("/text/utf8/property", test_property);
  return g_test_run ();
}
