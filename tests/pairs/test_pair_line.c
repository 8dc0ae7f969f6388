/* Lines of `belie pairs`: ids come back as they were, and what is wrong is told with its column. */
#include "pairs/pair_line.h"

#include <string.h>

static void
test_right (void)
{
  static const struct
  {
    const char *line, *id, *a, *b;
    gboolean dated;
  } cases[] = {
    { "{\"id\":7,\"a\":\"x\",\"b\":\"y\"}", "7", "x", "y", FALSE },
    { "{\"b\":\"y\",\"a\":\"x\",\"id\":\"p-1\"}", "\"p-1\"", "x", "y", FALSE },
    { "{\"a\":\"x\",\"b\":\"y\"}", "null", "x", "y", FALSE },
    { "{\"id\":null,\"a\":\"x\",\"b\":\"y\",\"date\":null}", "null", "x", "y", FALSE },
    { "{\"id\":1.50,\"a\":\"x\",\"b\":\"y\",\"date\":\"2031-04-02\"}", "1.50", "x", "y", TRUE }, /* digit for digit */
    { "{\"id\":12345678901234567890,\"a\":\"x\",\"b\":\"y\"}", "12345678901234567890", "x", "y", FALSE },
    { "{\"id\":1,\"a\":\"\",\"b\":\"caf\\u00e9\"}", "1", "", "café", FALSE },
    { "{\"id\":1,\"a\":\"x\",\"b\":\"y\",\"label\":[1,{}]}", "1", "x", "y", FALSE }, /* of others */
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BlPairLine) pair = { 0 };
      g_test_message ("%s", cases[i].line);
      g_assert_true (bl_pair_line_read (&pair, cases[i].line, strlen (cases[i].line)));
      g_assert_cmpstr (pair.wrong, ==, NULL);
      g_assert_cmpstr (pair.id, ==, cases[i].id);
      g_assert_cmpstr (pair.texts[BL_PAIR_A], ==, cases[i].a);
      g_assert_cmpstr (pair.texts[BL_PAIR_B], ==, cases[i].b);
      g_autofree char *day = bl_date_format (pair.day);
      g_assert_cmpstr (day, ==, cases[i].dated ? "2031-04-02" : "");
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *line, *wrong; /* its begin */
    guint column;
  } cases[] = {
    { "", "no JSON object", 1 },
    { "[1]", "no JSON object", 1 },
    { "{\"id\":1}", "“a” is missing", 1 },
    { "{\"a\":\"x\"}", "“b” is missing", 1 },
    { "{\"a\":\"x\",\"b\":3}", "“b” is no string", 14 },
    { "{\"a\":\"é\",\"b\":3}", "“b” is no string", 14 }, /* characters, not bytes */
    { "{\"id\":[],\"a\":\"x\",\"b\":\"y\"}", "“id” must be a string or a number", 7 },
    { "{\"a\":\"x\",\"b\":\"y\",\"date\":\"soon\"}", "“date” is no date", 25 },
    { "{\"a\":\"x\",\"b\":\"y\",\"date\":20310402}", "“date” is no date", 25 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BlPairLine) pair = { 0 };
      g_test_message ("%s: %s", cases[i].line, cases[i].wrong);
      g_assert_false (bl_pair_line_read (&pair, cases[i].line, strlen (cases[i].line)));
      g_assert_true (g_str_has_prefix (pair.wrong, cases[i].wrong));
      g_assert_cmpuint (pair.column, ==, cases[i].column);
    }
}

/* Bytes that are no UTF-8 and escapes that are no character are read otherwise, and that is said. */
static void
test_repaired (void)
{
  static const char bytes[] = "{\"a\":\"x\xFFz\",\"b\":\"y\"}", escape[] = "{\"a\":\"x\",\"b\":\"\\ud800\"}";
  g_auto (BlPairLine) first = { 0 };
  g_assert_true (bl_pair_line_read (&first, bytes, sizeof bytes - 1));
  g_assert_cmpstr (first.wrong, ==, "byte 0xFF is not UTF-8; read as U+FFFD");
  g_assert_cmpuint (first.column, ==, 8);
  g_assert_cmpstr (first.texts[BL_PAIR_A], ==, "x\uFFFDz");
  g_auto (BlPairLine) second = { 0 };
  g_assert_true (bl_pair_line_read (&second, escape, sizeof escape - 1));
  g_assert_nonnull (second.wrong);
  g_assert_cmpstr (second.texts[BL_PAIR_B], ==, "\uFFFD");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-line/right", test_right);
  g_test_add_func ("/pair-line/wrong", test_wrong);
  g_test_add_func ("/pair-line/repaired", test_repaired);
  return g_test_run ();
}
