/* FILE:LINE:COLUMN as people type it, and what lies there. */
#include "command/text_place.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *file;
    guint line, column; /* line 0: no place */
  } cases[] = {
    { "a.txt:3", "a.txt", 3, 0 },
    { "a.txt:3:7", "a.txt", 3, 7 },
    { "news/a b.txt:12:1", "news/a b.txt", 12, 1 },
    { "c:d.txt:3", "c:d.txt", 3, 0 },     /* a colon in the name */
    { "a:1:2:3", "a:1", 2, 3 },           /* two numbers at most */
    { "a.jsonl#7:4", "a.jsonl#7", 4, 0 }, /* as articles of JSON Lines are called */
    { "a.txt", "a.txt", 0, 0 },
    { "a.txt:", "a.txt:", 0, 0 },
    { "a.txt:0", "a.txt:0", 0, 0 },
    { "a.txt:-1", "a.txt:-1", 0, 0 },
    { "a.txt:3x", "a.txt:3x", 0, 0 },
    { "a.txt:99999999999", "a.txt:99999999999", 0, 0 },
    { "a.txt:0:5", "a.txt:0", 5, 0 }, /* 0 is no line, so it is of the name */
    { ":3", ":3", 0, 0 },
    { "", "", 0, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BlTextPlace) place = { 0 };
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (bl_text_place_parse (&place, cases[i].text), ==, cases[i].line != 0);
      g_assert_cmpstr (place.file, ==, cases[i].file);
      g_assert_cmpuint (place.line, ==, cases[i].line);
      g_assert_cmpuint (place.column, ==, cases[i].column);
    }
}

/* From 3:10 to 5:4. */
static void
test_is_in (void)
{
  static const BlLocation at = { .line = 3, .column = 10, .end_line = 5, .end_column = 4 };
  static const struct
  {
    guint line, column;
    gboolean is_in;
  } cases[] = {
    { 2, 0, FALSE }, { 3, 0, TRUE },  { 4, 0, TRUE }, { 5, 0, TRUE },  { 6, 0, FALSE }, { 3, 9, FALSE },
    { 3, 10, TRUE }, { 3, 99, TRUE }, { 4, 1, TRUE }, { 4, 99, TRUE }, { 5, 3, TRUE },  { 5, 5, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BlTextPlace place = { .line = cases[i].line, .column = cases[i].column };
      g_test_message ("%u:%u", place.line, place.column);
      g_assert_cmpint (bl_text_place_is_in (&place, &at), ==, cases[i].is_in);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-place/parse", test_parse);
  g_test_add_func ("/text-place/is-in", test_is_in);
  return g_test_run ();
}
