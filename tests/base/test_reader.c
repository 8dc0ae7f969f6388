/* The reader of files that people write: all complaints at once, each at its place. */
#include <string.h>

#include "base/base.h"

typedef struct
{
  BlJson *json;
  BlArena *arena;
  BlReader reader;
} Fixture;

static Fixture
open_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { .arena = bl_arena_new () };
  fixture.json = bl_json_parse (text, strlen (text), "t.json", &error);
  g_assert_no_error (error);
  fixture.reader = bl_reader_for (fixture.json, fixture.arena);
  return fixture;
}

/* All that was said, or NULL. */
static char *
close_text (Fixture *fixture)
{
  GError *error = NULL;
  const gboolean right = bl_reader_end (&fixture->reader, &error);
  g_assert_true (right == (error == NULL));
  char *said = right ? NULL : g_strjoin ("\n", error->message, bl_json_error_excerpt (error), NULL);
  g_clear_error (&error);
  bl_json_free (fixture->json);
  bl_arena_free (fixture->arena);
  return said;
}

static void
test_members (void)
{
  static const char *const known[] = { "format", "names", "one", "part", "kind", "on", NULL };
  static const char *const kinds[] = { "large", "small", NULL };
  const cJSON *fields[G_N_ELEMENTS (known)];
  Fixture fixture = open_text ("{ \"$schema\": \"s\", \"x-mine\": 1, \"kind\": \"small\", \"on\": true, \"format\": 1.0,\n"
                               "  \"names\": [\"a\", \"b\"], \"one\": \"c\", \"part\": 0.5 }");
  BlReader *reader = &fixture.reader;
  g_assert_true (bl_reader_fields (reader, bl_json_root (fixture.json), known, fields));
  bl_reader_check_format (reader, fields[0]);
  g_assert_cmpstrv (bl_reader_texts (reader, fields[1]), ((const char *[]){ "a", "b", NULL }));
  g_assert_cmpstrv (bl_reader_one_or_more (reader, fields[2]), ((const char *[]){ "c", NULL }));
  g_assert_cmpfloat (bl_reader_unit_number (reader, fields[3], 2), ==, 0.5);
  g_assert_cmpint (bl_reader_word (reader, fields[4], kinds), ==, 1);
  g_assert_true (bl_reader_truth (reader, fields[5]));
  /* What is not there. */
  g_assert_null (bl_reader_text (reader, NULL));
  g_assert_cmpstrv (bl_reader_texts (reader, NULL), ((const char *[]){ NULL }));
  g_assert_cmpfloat (bl_reader_unit_number (reader, NULL, 2), ==, 2);
  g_assert_cmpint (bl_reader_word (reader, NULL, kinds), ==, -1);
  g_assert_cmpuint (bl_reader_array (reader, NULL), ==, 0);
  g_assert_null (close_text (&fixture));
}

static void
test_all_at_once (void)
{
  static const char *const known[] = { "format", "name", "list", "part", NULL };
  const cJSON *fields[G_N_ELEMENTS (known)];
  Fixture fixture = open_text ("{ \"format\": 2, \"nmae\": 1,\n  \"list\": [\"a\", 5, \"\"],\n  \"part\": 7 }");
  BlReader *reader = &fixture.reader;
  const cJSON *root = bl_json_root (fixture.json);
  g_assert_true (bl_reader_fields (reader, root, known, fields));
  bl_reader_check_format (reader, fields[0]);
  g_assert_null (bl_reader_need_text (reader, root, fields[1], "name"));
  g_assert_cmpstrv (bl_reader_texts (reader, fields[2]), ((const char *[]){ "a", NULL }));
  bl_reader_unit_number (reader, fields[3], 0);
  g_assert_cmpuint (reader->n_errors, ==, 6);
  g_autofree char *said = close_text (&fixture);
  g_assert_cmpstr (said, ==,
                   "t.json:1:16: unknown key “nmae”; did you mean “name”?\n"
                   "   1 | { \"format\": 2, \"nmae\": 1,\n"
                   "     |                ^~~~~~\n"
                   "t.json:1:13: this program reads format 1 only; is it older than the file?\n"
                   "   1 | { \"format\": 2, \"nmae\": 1,\n"
                   "     |             ^\n"
                   "t.json:1:1: “name” is missing\n"
                   "   1 | { \"format\": 2, \"nmae\": 1,\n"
                   "     | ^\n"
                   "t.json:2:17: a text is wanted here, and not an empty one\n"
                   "   2 |   \"list\": [\"a\", 5, \"\"],\n"
                   "     |                 ^\n"
                   "t.json:2:20: a text is wanted here, and not an empty one\n"
                   "   2 |   \"list\": [\"a\", 5, \"\"],\n"
                   "     |                    ^~\n"
                   "t.json:3:11: a number from 0 to 1 is wanted here\n"
                   "   3 |   \"part\": 7 }\n"
                   "     |           ^");
}

/* Every character of a string is found in the text, with whatever it is written. */
static void
test_inside (void)
{
  static const char *const parts[] = { "a", "é", "\\n", "\\\"", "\\u00e9", "\\ud83d\\ude00", "日", "\\\\" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new ("{ // \"\n \"k\\u0065y\" /* : \" */ : /**/ \"");
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
      for (guint i = 0; i < 12; i++)
        {
          g_array_append_val (places, text->len);
          g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
        }
      g_array_append_val (places, text->len);
      g_string_append (text, "\" }");
      g_autoptr (GError) error = NULL;
      g_autoptr (BlJson) json = bl_json_parse (text->str, text->len, "t.json", &error);
      g_assert_no_error (error);
      const cJSON *item = bl_json_root (json)->child;
      for (guint i = 0; i < 12; i++)
        {
          const BlSpan span = bl_json_inner_span (json, item, i, 1);
          g_assert_cmpuint (span.start, ==, g_array_index (places, gsize, i));
          g_assert_cmpuint (span.end, ==, g_array_index (places, gsize, i + 1));
        }
      const BlSpan past = bl_json_inner_span (json, item, 99, 5);
      g_assert_cmpuint (past.start, ==, g_array_index (places, gsize, 12));
      g_assert_cmpuint (bl_json_key_span (json, item).end, <, bl_json_value_span (json, item).start);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/members", test_members);
  g_test_add_func ("/reader/all-at-once", test_all_at_once);
  g_test_add_func ("/reader/inside", test_inside);
  return g_test_run ();
}
