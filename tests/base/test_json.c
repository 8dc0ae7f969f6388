/* The strict reader of JSON. Cases are files: fixtures/json/valid/NAME.json with the compact form of its tree in NAME.expect,
 * fixtures/json/invalid/NAME.json with the whole message in NAME.expect. A new case needs no C. */
#include <string.h>

#include "base/base.h"

static char *
read_fixture (const char *folder, const char *name, const char *suffix, gsize *length)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (BL_TESTS_DIR, "base", "fixtures", "json", folder, file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = bl_file_read (path, BL_LIMIT_JSON_BYTES, length, &error);
  g_assert_no_error (error);
  return text;
}

static BlJson *
parse_fixture (const char *folder, const char *name, GError **error)
{
  gsize length = 0;
  g_autofree char *text = read_fixture (folder, name, ".json", &length);
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  return bl_json_parse (text, length, file, error);
}

static char *
expected (const char *folder, const char *name)
{
  return g_strchomp (read_fixture (folder, name, ".expect", NULL));
}

static void
test_valid_case (gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) json = parse_fixture ("valid", name, &error);
  g_assert_no_error (error);
  g_autofree char *wanted = expected ("valid", name);
  char *printed = cJSON_PrintUnformatted (bl_json_root (json));
  g_assert_cmpstr (printed, ==, wanted);
  cJSON_free (printed);
}

static void
test_invalid_case (gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) json = parse_fixture ("invalid", name, &error);
  g_assert_null (json);
  g_assert_error (error, BL_JSON_ERROR, BL_JSON_ERROR_SYNTAX);
  g_autofree char *wanted = expected ("invalid", name);
  g_assert_cmpstr (error->message, ==, wanted);
}

static void
add_cases (const char *folder, GTestDataFunc function)
{
  g_autofree char *path = g_build_filename (BL_TESTS_DIR, "base", "fixtures", "json", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) cases = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  for (const char *file = NULL; (file = g_dir_read_name (cases)) != NULL;)
    {
      if (!g_str_has_suffix (file, ".json"))
        continue;
      char *name = g_strndup (file, strlen (file) - strlen (".json"));
      g_autofree char *test = g_strdup_printf ("/json/%s/%s", folder, name);
      g_test_add_data_func_full (test, name, function, g_free);
    }
}

/* --- reading files --- */

static void
test_load (void)
{
  g_autofree char *path = g_build_filename (BL_TESTS_DIR, "base", "fixtures", "json", "valid", "comments.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) json = bl_json_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_json_name (json), ==, path);
}

static void
test_load_absent (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (bl_json_load ("/nonexistent/pack.json", &error));
  g_assert_error (error, BL_JSON_ERROR, BL_JSON_ERROR_READ);
  g_assert_cmpstr (error->message, ==, "/nonexistent/pack.json: No such file or directory");
}

static BlJson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BlJson *json = bl_json_parse (text, strlen (text), "t.json", &error);
  g_assert_no_error (error);
  return json;
}

/* --- positions --- */

/* Random JSON with blanks, comments and letters of several bytes between all tokens. */
static void
write_blanks (GRand *random, GString *text)
{
  static const char *const blanks[] = { " ", "\n", "\t", "\r\n", "/* é { \" */", "// ñ ]\n", "/**/" };
  while (g_rand_int_range (random, 0, 3) == 0)
    g_string_append (text, blanks[g_rand_int_range (random, 0, G_N_ELEMENTS (blanks))]);
}

static void
write_random (GRand *random, GString *text, int depth)
{
  static const char *const scalars[] = { "null", "true", "false", "-1.5e3", "0", "\"\"", "\"// é\"", "\"\\\"\\u00e9 ]\"" };
  int kind = g_rand_int_range (random, 0, depth > 5 ? 1 : 3);
  if (kind == 0)
    {
      g_string_append (text, scalars[g_rand_int_range (random, 0, G_N_ELEMENTS (scalars))]);
      return;
    }
  g_string_append_c (text, kind == 1 ? '[' : '{');
  write_blanks (random, text);
  int count = g_rand_int_range (random, 0, 12);
  for (int i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      write_blanks (random, text);
      if (kind == 2)
        {
          g_string_append_printf (text, "\"ключ %d\"", i);
          write_blanks (random, text);
          g_string_append_c (text, ':');
          write_blanks (random, text);
        }
      write_random (random, text, depth + 1);
      write_blanks (random, text);
    }
  g_string_append_c (text, kind == 1 ? ']' : '}');
}

/* The text from line and column on, found the slow way. */
static const char *
text_at (const char *text, guint line, guint column)
{
  while (--line > 0)
    text = strchr (text, '\n') + 1;
  return g_utf8_offset_to_pointer (text, (glong) column - 1);
}

static void
check_positions (const BlJson *json, const char *text, const cJSON *item)
{
  for (; item != NULL; item = item->next)
    {
      guint line = 0;
      guint column = 0;
      bl_json_position (json, item, &line, &column);
      const char *place = text_at (text, line, column);
      if (item->string != NULL)
        {
          g_autofree char *key = g_strdup_printf ("\"%s\"", item->string);
          g_assert_true (g_str_has_prefix (place, key));
        }
      else if (cJSON_IsObject (item) || cJSON_IsArray (item))
        g_assert_cmpint (*place, ==, cJSON_IsObject (item) ? '{' : '[');
      else
        {
          char *printed = cJSON_PrintUnformatted (item);
          g_assert_cmpint (*place, ==, printed[0]);
          cJSON_free (printed);
        }
      check_positions (json, text, item->child);
    }
}

static void
test_position_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20220330);
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      write_blanks (random, text);
      write_random (random, text, 0);
      write_blanks (random, text);
      g_autoptr (BlJson) json = parse (text->str);
      check_positions (json, text->str, bl_json_root (json));
    }
}

static void
test_position_of_null_is_root (void)
{
  g_autoptr (BlJson) json = parse ("// x\n  {\"a\": 1}");
  guint line = 0;
  guint column = 0;
  bl_json_position (json, NULL, &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 3);
}

static gpointer
ask_position (gpointer data)
{
  const BlJson *json = data;
  guint line = 0;
  guint column = 0;
  bl_json_position (json, cJSON_GetArrayItem (bl_json_root (json), 2), &line, &column);
  return GUINT_TO_POINTER (line * 100 + column);
}

/* The table is built by whichever thread asks first. */
static void
test_position_threads (void)
{
  g_autoptr (BlJson) json = parse ("[1,\n 2,\n  3]");
  GThread *threads[8];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("position", ask_position, json);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 303);
}

/* --- damaged text --- */

/* Any change of a byte gives a tree or a message with a place, never a crash: the sanitizers watch. Both may be right: a
 * digit for a digit is still JSON. */
static void
test_damage_property (void)
{
  static const char bytes[] = "{}[]\",:/*\\u0dD\n\t\x01\xC3\xFF 1e-.tn";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      write_random (random, text, 3);
      for (int changes = g_rand_int_range (random, 1, 4); changes > 0 && text->len > 0; changes--)
        {
          gssize place = g_rand_int_range (random, 0, (gint32) text->len);
          if (g_rand_boolean (random))
            g_string_erase (text, place, 1);
          else
            text->str[place] = bytes[g_rand_int_range (random, 0, sizeof bytes)];
        }
      g_autoptr (GError) error = NULL;
      g_autoptr (BlJson) json = bl_json_parse (text->str, text->len, "t.json", &error);
      g_assert_true ((json == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_true (g_regex_match_simple ("^t\\.json:[1-9]\\d*:[1-9]\\d*: \\S", error->message, 0, 0));
    }
}

/* --- members --- */

static const char *const MEMBERS = "{\n"
                                   "  \"name\": \"Łódź\",\n"
                                   "  \"count\": 2.5,\n"
                                   "  \"shown\": true,\n"
                                   "  \"list\": [\"a\", \"b\"],\n"
                                   "  \"mixed\": [\"a\", 1],\n"
                                   "  \"object\": {\"x\": null}\n"
                                   "}";

static void
test_members (void)
{
  g_autoptr (BlJson) json = parse (MEMBERS);
  g_autoptr (GError) error = NULL;
  const cJSON *root = bl_json_root (json);
  const char *name = NULL;
  gboolean shown = FALSE;
  double count = 0;
  g_assert_true (bl_json_get_string (json, root, "name", &name, &error));
  g_assert_true (bl_json_get_bool (json, root, "shown", &shown, &error));
  g_assert_true (bl_json_get_number (json, root, "count", &count, &error));
  g_assert_cmpstr (name, ==, "Łódź");
  g_assert_true (shown);
  g_assert_cmpfloat (count, ==, 2.5);
  g_assert_cmpstr (bl_json_need_string (json, root, "name", &error), ==, "Łódź");
  g_assert_cmpint (cJSON_GetArraySize (bl_json_need_array (json, root, "list", &error)), ==, 2);
  g_assert_nonnull (bl_json_need_object (json, root, "object", &error));
  g_assert_no_error (error);
}

static void
test_member_absent (void)
{
  g_autoptr (BlJson) json = parse (MEMBERS);
  g_autoptr (GError) error = NULL;
  const char *value = "as before";
  g_assert_true (bl_json_get_string (json, bl_json_root (json), "none", &value, &error));
  g_assert_cmpstr (value, ==, "as before");
  g_autofree const char **strings = bl_json_get_strings (json, bl_json_root (json), "none", &error);
  g_assert_nonnull (strings);
  g_assert_null (strings[0]);
  g_assert_no_error (error);
}

static void
test_strings (void)
{
  g_autoptr (BlJson) json = parse (MEMBERS);
  g_autofree const char **list = bl_json_get_strings (json, bl_json_root (json), "list", NULL);
  g_autofree const char **single = bl_json_get_strings (json, bl_json_root (json), "name", NULL);
  g_assert_cmpstrv ((char **) list, ((char *[]){ "a", "b", NULL }));
  g_assert_cmpstrv ((char **) single, ((char *[]){ "Łódź", NULL }));
}

static void
assert_shape (GError **error, const char *message)
{
  g_assert_error (*error, BL_JSON_ERROR, BL_JSON_ERROR_SHAPE);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_clear_error (error);
}

static void
test_member_wrong (void)
{
  g_autoptr (BlJson) json = parse (MEMBERS);
  g_autoptr (GError) error = NULL;
  const cJSON *root = bl_json_root (json);
  const char *text = NULL;
  gboolean shown = FALSE;
  double count = 0;
  g_assert_false (bl_json_get_string (json, root, "count", &text, &error));
  assert_shape (&error, "t.json:3:12: “count” must be a string, not a number");
  g_assert_false (bl_json_get_bool (json, root, "name", &shown, &error));
  assert_shape (&error, "t.json:2:11: “name” must be true or false, not a string");
  g_assert_false (bl_json_get_number (json, root, "shown", &count, &error));
  assert_shape (&error, "t.json:4:12: “shown” must be a number, not true or false");
  g_assert_null (bl_json_get_strings (json, root, "object", &error));
  assert_shape (&error, "t.json:7:13: “object” must be an array, not an object");
  g_assert_null (bl_json_get_strings (json, root, "mixed", &error));
  assert_shape (&error, "t.json:6:18: “mixed” holds strings only, not a number");
  g_assert_null (bl_json_need_string (json, root, "nome", &error));
  assert_shape (&error, "t.json:1:1: “nome” is missing; it must be a string");
  g_assert_null (bl_json_need_array (json, root, "object", &error));
  assert_shape (&error, "t.json:7:13: “object” must be an array, not an object");
  const cJSON *list = bl_json_need_array (json, root, "list", NULL);
  g_assert_null (bl_json_need_object (json, list, "x", &error));
  assert_shape (&error, "t.json:5:11: an object is wanted here, not an array");
}

static void
test_check_keys (void)
{
  static const char *const known[] = { "name", "count", "shown", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) right = parse ("{\"name\": 1, \"$schema\": 1, \"x-note\": 1}");
  g_assert_true (bl_json_check_keys (right, bl_json_root (right), known, &error));
  g_assert_no_error (error);
  g_autoptr (BlJson) slip = parse ("{\"count\": 1, \"nmae\": 1}");
  g_assert_false (bl_json_check_keys (slip, bl_json_root (slip), known, &error));
  assert_shape (&error, "t.json:1:14: unknown key “nmae”; did you mean “name”?");
  g_autoptr (BlJson) far = parse ("{\"polarity\": 1}");
  g_assert_false (bl_json_check_keys (far, bl_json_root (far), known, &error));
  assert_shape (&error,
                "t.json:1:2: unknown key “polarity”; there are: name, count, shown; or is the program older than the file?");
  g_autoptr (BlJson) dollar = parse ("{\"name\": 1, \"$name\": 1}");
  g_assert_false (bl_json_check_keys (dollar, bl_json_root (dollar), known, &error));
  assert_shape (&error, "t.json:1:13: unknown key “$name”; did you mean “name”?");
  g_autoptr (BlJson) deep = parse ("{\"shown\": {\"$schema\": \"x\"}}");
  g_assert_false (bl_json_check_keys (deep, bl_json_root (deep)->child, known, &error));
  assert_shape (&error,
                "t.json:1:12: unknown key “$schema”; there are: name, count, shown; or is the program older than the file?");
}

static void
test_check_format (void)
{
  static const struct
  {
    const char *text, *message;
  } cases[] = { { "{\"format\": 1}", NULL },
                { "{}", "t.json:1:1: “format” is missing; it is 1" },
                { "{\"format\": 2}", "t.json:1:12: this program reads format 1 only; is it older than the file?" },
                { "{\"format\": 1.5}", "t.json:1:12: this program reads format 1 only; is it older than the file?" },
                { "{\"format\": \"1\"}", "t.json:1:12: “format” must be a number, not a string" },
                { "[1]", "t.json:1:1: an object is wanted here, not an array" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlJson) json = parse (cases[i].text);
      g_assert_cmpint (bl_json_check_format (json, &error), ==, cases[i].message == NULL);
      if (cases[i].message != NULL)
        assert_shape (&error, cases[i].message);
    }
}

/* --- writing --- */

static void
assert_written (const char *text, const char *wanted)
{
  g_autoptr (GString) out = g_string_new ("> ");
  bl_json_write_string (out, text);
  g_assert_cmpstr (out->str + 2, ==, wanted);
}

static void
test_write_string (void)
{
  assert_written (NULL, "null");
  assert_written ("", "\"\"");
  assert_written ("Zoë “said” no", "\"Zoë “said” no\"");
  assert_written ("a\"b\\c/\n\r\t\x01\x7F", "\"a\\\"b\\\\c/\\n\\r\\t\\u0001\x7F\"");
  assert_written ("</script>", "\"\\u003c/script>\"");
  assert_written ("\xE2\x80\xA8\xE2\x80\xA9", "\"\\u2028\\u2029\"");
  assert_written ("a\xFF\xC3", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void
test_write_string_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (int i = g_rand_int_range (random, 0, 40); i > 0; i--)
        {
          gint32 most = (gint32[]){ 0x80, 0x800, 0x2100, 0xD800, 0x10FFFF }[g_rand_int_range (random, 0, 5)];
          gunichar letter = (gunichar) g_rand_int_range (random, 1, most);
          if (g_unichar_validate (letter))
            g_string_append_unichar (text, letter);
        }
      g_autoptr (GString) out = g_string_new (NULL);
      bl_json_write_string (out, text->str);
      g_autoptr (BlJson) json = parse (out->str);
      g_assert_cmpstr (bl_json_root (json)->valuestring, ==, text->str);
      g_assert_null (strpbrk (out->str, "\n<"));
    }
}

/* cJSON_Compare() takes the square of an object's size; both trees have their members in the order of the text. */
static void
check_same_nodes (const cJSON *ours, const cJSON *theirs)
{
  for (; ours != NULL && theirs != NULL; ours = ours->next, theirs = theirs->next)
    {
      g_assert_cmpint (ours->type & 0xFF, ==, theirs->type & 0xFF);
      g_assert_cmpstr (ours->string, ==, theirs->string);
      g_assert_cmpstr (ours->valuestring, ==, theirs->valuestring);
      g_assert_cmpint (ours->valueint, ==, theirs->valueint);
      g_assert_true (ours->valuedouble == theirs->valuedouble);
      check_same_nodes (ours->child, theirs->child);
    }
  g_assert_null (ours);
  g_assert_null (theirs);
}

/* The tree is built by a builder of our own: it must be what cJSON's parser makes of the same text. */
static void
check_same_as_cjson (const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = bl_file_read (path, BL_LIMIT_JSON_BYTES, &length, &error);
  g_assert_no_error (error);
  g_autoptr (BlJson) json = bl_json_parse (text, length, path, &error);
  g_assert_no_error (error);
  cJSON_Minify (text);
  cJSON *theirs = cJSON_Parse (text);
  g_assert_nonnull (theirs);
  check_same_nodes (bl_json_root (json), theirs);
  cJSON_Delete (theirs);
}

static void
test_same_as_cjson (void)
{
  static const char *const folders[]
      = { BL_RULES_DIR "/knowledge", BL_RULES_DIR "/packs", BL_RULES_DIR "/lexicon", BL_TESTS_DIR "/base/fixtures/json/valid" };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name;
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], name, NULL);
          if (!g_str_has_suffix (name, ".json"))
            continue;
          check_same_as_cjson (path);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 20);
}

/* What is asked by number is the same before and after, wherever it stands. */
static void
test_fold (void)
{
  static const char text[] = "\xEF\xBB\xBF// head\n{ \"a\": [1, \"\\u00e9\"],\n  \"b\": { \"c\": null } }";
  g_autoptr (BlJson) json = bl_json_parse (text, strlen (text), "x.json", NULL);
  g_assert_nonnull (json);
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (bl_json_root (json), "b")->child;
  const guint number = bl_json_number (json, member);
  g_assert_cmpuint (bl_json_number (json, bl_json_root (json)), ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      guint line = 0;
      guint column = 0;
      bl_json_position (json, bl_json_item (json, number), &line, &column);
      g_assert_cmpuint (line, ==, 3);
      g_assert_cmpuint (column, ==, 10);
      g_assert_cmpstr (bl_json_item (json, number)->string, ==, "c");
      g_assert_cmpstr (bl_json_root (json)->child->child->next->valuestring, ==, "é");
      bl_json_fold (json);
    }
  bl_json_fold (json); /* twice is the same as once */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("valid", test_valid_case);
  add_cases ("invalid", test_invalid_case);
  g_test_add_func ("/json/same-as-cjson", test_same_as_cjson);
  g_test_add_func ("/json/load", test_load);
  g_test_add_func ("/json/load/absent", test_load_absent);
  g_test_add_func ("/json/position/property", test_position_property);
  g_test_add_func ("/json/position/of-null-is-root", test_position_of_null_is_root);
  g_test_add_func ("/json/position/threads", test_position_threads);
  g_test_add_func ("/json/damage/property", test_damage_property);
  g_test_add_func ("/json/fold", test_fold);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/members/absent", test_member_absent);
  g_test_add_func ("/json/members/strings", test_strings);
  g_test_add_func ("/json/members/wrong", test_member_wrong);
  g_test_add_func ("/json/check-keys", test_check_keys);
  g_test_add_func ("/json/check-format", test_check_format);
  g_test_add_func ("/json/write-string", test_write_string);
  g_test_add_func ("/json/write-string/property", test_write_string_property);
  return g_test_run ();
}
