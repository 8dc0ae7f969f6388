#include "base/csv.h"

#include <string.h>

/* Records as "line:field|field;…", "!" before a broken one. */
static char *
read_all (const char *text)
{
  g_auto (BlCsv) csv = { 0 };
  bl_csv_init (&csv, text, strlen (text));
  GString *out = g_string_new (NULL);
  while (bl_csv_next (&csv))
    {
      g_string_append_printf (out, "%s%u:", csv.fault != NULL ? "!" : "", csv.line);
      for (guint i = 0; i < bl_csv_n_fields (&csv); i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", bl_csv_field (&csv, i));
      g_string_append_c (out, ';');
    }
  return g_string_free (out, FALSE);
}

static void
test_records (void)
{
  static const struct
  {
    const char *text;
    const char *records;
  } cases[] = {
    { "", "" },
    { "a,b\nc,d\n", "1:a|b;2:c|d;" },
    { "a,b\r\nc,d", "1:a|b;2:c|d;" },
    { "\xEF\xBB\xBF"
      "a,,\n",
      "1:a||;" },
    { "\n\na\n\nb\n", "3:a;5:b;" },
    { "\"a,b\",\"say \"\"no\"\"\"\n", "1:a,b|say \"no\";" },
    { "\"two\nlines\",x\ny\n", "1:two\nlines|x;3:y;" },
    { "\"\",\"\"", "1:|;" },
    { "a \"b\" c,d\n", "1:a \"b\" c|d;" },
    { "\"a\"b,c\nd\n", "!1:ab|c;2:d;" },
    { "x,\"open\ny,z\n", "!1:x|open;2:y|z;" },
    { "x,\"a\"\"b\n", "!1:x|a\"\"b;" },
    { "a\rb,c\n", "1:a\rb|c;" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *records = read_all (cases[i].text);
      g_assert_cmpstr (records, ==, cases[i].records);
    }
}

static void
test_fields_past_the_end (void)
{
  g_auto (BlCsv) csv = { 0 };
  bl_csv_init (&csv, "a\n", 2);
  g_assert_true (bl_csv_next (&csv));
  g_assert_cmpstr (bl_csv_field (&csv, 0), ==, "a");
  g_assert_cmpstr (bl_csv_field (&csv, 7), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/records", test_records);
  g_test_add_func ("/csv/fields-past-the-end", test_fields_past_the_end);
  return g_test_run ();
}
