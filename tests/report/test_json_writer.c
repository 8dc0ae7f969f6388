#include "report/json_writer.h"

#include <string.h>

static void
test_nesting (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "n", 3);
  bl_json_writer_string (&writer, "absent", NULL);
  bl_json_writer_begin (&writer, "list", '[');
  bl_json_writer_string (&writer, NULL, "a");
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_end (&writer, '}');
  bl_json_writer_bool (&writer, NULL, TRUE);
  bl_json_writer_end (&writer, ']');
  bl_json_writer_number (&writer, "p", 0.5);
  bl_json_writer_end (&writer, '}');
  g_assert_cmpstr (out->str, ==, "{\"n\":3,\"list\":[\"a\",{},true],\"p\":0.5}");
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = { { 0, "0" }, { 1, "1" }, { 0.97, "0.97" }, { 0.1, "0.1" }, { 100, "100" }, { 12.345, "12.35" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      BlJsonWriter writer = bl_json_writer (out);
      bl_json_writer_number (&writer, NULL, cases[i].value);
      g_assert_cmpstr (out->str, ==, cases[i].text);
    }
}

/* Whatever an article holds, the line is JSON again, on one line. */
static void
test_hostile_text (void)
{
  static const char *const texts[]
      = { "</script>", "line\nbreak\r\ttab", "quote \" and \\ back", "\xE2\x80\xA8", "\x01\x7f", "😀" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      BlJsonWriter writer = bl_json_writer (out);
      bl_json_writer_begin (&writer, NULL, '{');
      bl_json_writer_string (&writer, "text", texts[i]);
      bl_json_writer_end (&writer, '}');
      g_assert_null (strpbrk (out->str, "\n\r<"));
      cJSON *parsed = cJSON_Parse (out->str);
      g_assert_nonnull (parsed);
      g_assert_cmpstr (cJSON_GetObjectItem (parsed, "text")->valuestring, ==, texts[i]);
      cJSON_Delete (parsed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/json-writer/nesting", test_nesting);
  g_test_add_func ("/report/json-writer/numbers", test_numbers);
  g_test_add_func ("/report/json-writer/hostile", test_hostile_text);
  return g_test_run ();
}
