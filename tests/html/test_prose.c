/* Days on one line, numbers that can be read, codes of the base in words. */
#include "html/parts.h"

static void
assert_prose (const char *text, const char *wanted)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlHtmlWriter writer = bl_html_writer (out);
  writer.dense = TRUE;
  bl_html_prose_element (&writer, "p", NULL, text);
  g_autofree char *whole = g_strdup_printf ("<p>%s</p>", wanted);
  g_assert_cmpstr (out->str, ==, whole);
}

static void
test_days (void)
{
  assert_prose ("of 2025-08-21, not a Monday", "of <time>2025-08-21</time>, not a Monday");
  assert_prose ("2014-03 to 2025-06-30", "<time>2014-03</time> to <time>2025-06-30</time>");
  assert_prose ("2025-08-01..2025-08-03", "<time>2025-08-01</time>..<time>2025-08-03</time>");
  assert_prose ("no day", "no day");
  assert_prose ("", "");
}

static void
test_no_days (void)
{
  assert_prose ("the season 2014-15", "the season 2014-15");
  assert_prose ("2025-13-01", "2025-13-01");
  assert_prose ("12025-08-21", "12025-08-21");
  assert_prose ("wire/2025-08-21.txt", "wire/2025-08-21.txt");
  assert_prose ("2025-08-21b", "2025-08-21b");
  assert_prose ("2025-08-41", "2025-08-41");
  assert_prose ("2025-0", "2025-0");
}

static void
test_markup (void)
{
  assert_prose ("<b>2025-08-21</b> & so on", "&lt;b&gt;<time>2025-08-21</time>&lt;/b&gt; &amp; so on");
}

static void
assert_owned (char *got, const char *wanted)
{
  g_autofree char *text = got;
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_numbers (void)
{
  assert_owned (bl_html_number (0), "0");
  assert_owned (bl_html_number (999), "999");
  assert_owned (bl_html_number (5115), "5,115");
  assert_owned (bl_html_number (1234567), "1,234,567");
}

static void
test_capitals (void)
{
  assert_owned (bl_html_capitalised ("relayed from a wire"), "Relayed from a wire");
  assert_owned (bl_html_capitalised ("être"), "Être");
  assert_owned (bl_html_capitalised ("“quoted” words"), "“quoted” words");
  assert_owned (bl_html_capitalised (""), "");
}

static void
test_terms (void)
{
  assert_owned (bl_html_term_words ("ru/foreign-minister 2004-03-09/"), "foreign minister (RU), since 2004-03-09");
  assert_owned (bl_html_term_words ("gb/defence-minister 2019-07-24/2023-08-31"),
                "defence minister (GB), 2019-07-24 to 2023-08-31");
  assert_owned (bl_html_term_words ("fi/president /2012-03-01"), "president (FI), until 2012-03-01");
  assert_owned (bl_html_term_words ("no vice president"), "no vice president");
  assert_owned (bl_html_term_words ("either/or of it"), "either/or of it");
  assert_owned (bl_html_term_words ("/"), "/");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prose/days", test_days);
  g_test_add_func ("/prose/no-days", test_no_days);
  g_test_add_func ("/prose/markup", test_markup);
  g_test_add_func ("/prose/numbers", test_numbers);
  g_test_add_func ("/prose/capitals", test_capitals);
  g_test_add_func ("/prose/terms", test_terms);
  return g_test_run ();
}
