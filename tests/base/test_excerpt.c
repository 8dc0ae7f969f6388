/* Excerpts: the mark stands under the place, whatever stands before it; nothing of a file reaches the terminal as it is. */
#include <string.h>

#include "base/base.h"

static void
assert_excerpt (const char *text, guint line, guint column, guint width, const char *expected)
{
  const char *start = text;
  for (guint i = 1; i < line; i++)
    start = strchr (start, '\n') + 1;
  g_autofree char *shown = bl_excerpt (text, strlen (text), (gsize) (start - text), line, column, width);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_places (void)
{
  assert_excerpt ("one\n  two three\r\nfour", 2, 7, 5, "   2 |   two three\n     |       ^~~~~");
  assert_excerpt ("one", 1, 1, 0, "   1 | one\n     | ^");
  assert_excerpt ("one", 1, 4, 1, "   1 | one\n     |    ^"); /* the end */
  assert_excerpt ("one", 1, 3, 90, "   1 | one\n     |   ^"); /* no further than the line */
  assert_excerpt ("", 1, 1, 1, "   1 |\n     | ^");
}

static void
test_widths (void)
{
  assert_excerpt ("\ta\tb", 1, 4, 1, "   1 |     a    b\n     |          ^");
  assert_excerpt ("日本 b", 1, 4, 1, "   1 | 日本 b\n     |      ^");
  assert_excerpt ("日本 b", 1, 1, 2, "   1 | 日本 b\n     | ^~~~");
  assert_excerpt ("e\u0301 b", 1, 4, 1, "   1 | e\u0301 b\n     |   ^");
}

static void
test_harmless (void)
{
  assert_excerpt ("a\x1B[31m b", 1, 8, 1, "   1 | a␛[31m b\n     |        ^");
  assert_excerpt ("\x7F\u202E\u2066\xFF b", 1, 6, 1, "   1 | ␡\uFFFD\uFFFD\uFFFD b\n     |      ^");
  g_autofree char *line = bl_harmless ("a\nb\x1B\u202Ec é日");
  g_assert_cmpstr (line, ==, "a\nb␛\uFFFDc é日");
}

static void
test_long_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%02u ", i);
  for (guint column = 1; column <= text->len; column += 3)
    {
      g_autofree char *shown = bl_excerpt (text->str, text->len, 0, 12345, column, 2);
      g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 2);
      g_assert_cmpint (g_utf8_strlen (lines[0], -1), <=, 110);
      /* What stands over the mark is what was meant. */
      const glong place = (glong) (strchr (lines[1], '^') - lines[1]);
      g_autofree char *marked = g_utf8_substring (lines[0], place, place + 2);
      g_autofree char *meant = g_strndup (text->str + column - 1, 2);
      g_assert_cmpstr (marked, ==, meant);
      g_assert_true (g_str_has_prefix (lines[0], "12345 | "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/places", test_places);
  g_test_add_func ("/excerpt/widths", test_widths);
  g_test_add_func ("/excerpt/harmless", test_harmless);
  g_test_add_func ("/excerpt/long-lines", test_long_lines);
  return g_test_run ();
}
