/* Writing JSON: strings against a plain writer, numbers against printf. */
#include <math.h>
#include <string.h>

#include "base/json_write.h"

/* The definition, letter by letter. Owned. */
static char *
write_plainly (const char *text)
{
  GString *out = g_string_new ("\"");
  while (*text != '\0')
    {
      const gunichar letter = g_utf8_get_char_validated (text, -1);
      if (letter >= 0x110000)
        g_string_append (out, "\xEF\xBF\xBD");
      else if (letter == '\n' || letter == '\r' || letter == '\t')
        g_string_append (out, letter == '\n' ? "\\n" : letter == '\r' ? "\\r" : "\\t");
      else if (letter == '"' || letter == '\\')
        g_string_append_printf (out, "\\%c", (char) letter);
      else if (letter < 0x20 || letter == '<' || letter == 0x2028 || letter == 0x2029)
        g_string_append_printf (out, "\\u%04x", letter);
      else
        g_string_append_unichar (out, letter);
      text += letter >= 0x110000 ? 1 : g_utf8_next_char (text) - text;
    }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

static void
assert_written (const char *text)
{
  g_autofree char *wanted = write_plainly (text);
  g_autoptr (GString) out = g_string_new ("[1,");
  bl_json_write_string (out, text);
  g_assert_cmpuint (out->len, ==, strlen (out->str));
  g_assert_cmpstr (out->str + 3, ==, wanted);
}

/* Every byte at every place of the eight that are looked at together. */
static void
test_bytes (void)
{
  for (guint byte = 1; byte < 256; byte++)
    for (guint at = 0; at < 17; at++)
      {
        char text[] = "Zoom in on Wales!";
        text[at] = (char) byte;
        assert_written (text);
      }
}

/* Random text of all lengths up to some blocks, with what needs an escape and with broken bytes. */
static void
test_strings_property (void)
{
  static const char *const pieces[] = { "a",    "plain words ",     "“",        "ü",    "\xE2\x80\xA8", "<", "\"", "\\", "\n",
                                        "\x01", "\xF0\x9F\x98\x80", "\xE2\x80", "\xFF", "\xED\xA0\x80" };
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  for (int round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const gint32 kinds = round % 2 == 0 ? 2 : (gint32) G_N_ELEMENTS (pieces);
      for (int i = g_rand_int_range (random, 0, round < 380 ? 60 : 4000); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, kinds)]);
      assert_written (text->str);
    }
  g_autoptr (GString) out = g_string_new (NULL);
  bl_json_write_string (out, NULL);
  g_assert_cmpstr (out->str, ==, "null");
}

static void
assert_number (double value)
{
  char wanted[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (wanted, sizeof wanted, "%.6g", value);
  g_autoptr (GString) out = g_string_new (NULL);
  bl_json_write_number (out, value);
  g_assert_cmpstr (out->str, ==, wanted);
}

static void
test_numbers (void)
{
  static const double values[]
      = { 0,       -0.0,     1,        -1,      0.95,       0.05,    0.001,  0.0009,    0.0001,    0.00001,
          999999,  999999.5, 1000000,  1e6 - 1, 4294967295, 1.5e300, 0.9995, 0.0005,    123.456,   1234.5,
          999.999, 999.9995, 99999.95, 1e-300,  2.0 / 3,    26.4,    -26.4,  0.1 + 0.2, 12345.678, 8e9 };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    assert_number (values[i]);
  for (int i = 0; i <= 1000000; i += 7)
    {
      assert_number (i / 1000.0);
      assert_number (i / 100.0);
      assert_number (nextafter (i / 1000.0, 1e9));
      assert_number (-i / 1000.0);
    }
}

static void
test_unsigned (void)
{
  static const guint64 values[] = { 0, 9, 10, 1234567890, G_MAXUINT32, G_MAXUINT64 };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *wanted = g_strdup_printf ("%" G_GUINT64_FORMAT, values[i]);
      g_autoptr (GString) out = g_string_new (NULL);
      bl_json_write_unsigned (out, values[i]);
      g_assert_cmpstr (out->str, ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-write/bytes", test_bytes);
  g_test_add_func ("/json-write/strings/property", test_strings_property);
  g_test_add_func ("/json-write/numbers", test_numbers);
  g_test_add_func ("/json-write/unsigned", test_unsigned);
  return g_test_run ();
}
