/* The writer of markup: whatever an article holds comes out as text. */
#include "report/html_writer.h"

#include <string.h>

/* What <p>text</p> holds when text goes through the writer. Owned by the caller. */
static char *
written (const char *text, gssize length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_begin (&writer, "p");
  bl_html_text_len (&writer, text, length);
  bl_html_end (&writer, "p");
  g_assert_true (g_str_has_prefix (out->str, "<p>") && g_str_has_suffix (out->str, "</p>"));
  return g_strndup (out->str + 3, out->len - 7);
}

static void
test_nesting (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_doctype (&writer);
  bl_html_begin (&writer, "section");
  bl_html_attribute (&writer, "id", "a");
  bl_html_attribute (&writer, "class", NULL);
  bl_html_attribute (&writer, "hidden", "");
  bl_html_attributef (&writer, "data-n", "%u", 3);
  bl_html_begin (&writer, "br");
  bl_html_end (&writer, "br");
  bl_html_element (&writer, "b", "k", "one");
  bl_html_textf (&writer, " %s", "two");
  bl_html_text (&writer, NULL);
  bl_html_begin (&writer, "i");
  bl_html_end (&writer, "i");
  bl_html_end (&writer, "section");
  g_assert_cmpuint (writer.depth, ==, 0);
  g_assert_cmpstr (out->str, ==,
                   "<!DOCTYPE html>\n<section id=\"a\" hidden data-n=\"3\"><br><b class=\"k\">one</b> two<i></i></section>");
}

static void
test_text (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "", "" },
    { "plain – “text”, naïve, Українська, 中文, العربية", "plain – “text”, naïve, Українська, 中文, العربية" },
    { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
    { "</style><img src=x onerror='a()'>", "&lt;/style&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;" },
    { "a & b &amp; c \"d\"", "a &amp; b &amp;amp; c &#34;d&#34;" },
    { "<!-- ]]> -->", "&lt;!-- ]]&gt; --&gt;" },
    { "tab\tline\nreturn\r", "tab\tline\nreturn\r" },
    { "bell\a escape\033[31m delete\x7F", "bell⟨U+0007⟩ escape⟨U+001B⟩[31m delete⟨U+007F⟩" },
    { "\xC2\x85next line", "⟨U+0085⟩next line" },
    { "\xE2\x80\xAEoverride\xE2\x80\xAC", "⟨U+202E⟩override⟨U+202C⟩" },
    { "\xE2\x81\xA6isolate\xE2\x81\xA9", "⟨U+2066⟩isolate⟨U+2069⟩" },
    { "one\xE2\x80\xA8two\xE2\x80\xA9three", "one⟨U+2028⟩two⟨U+2029⟩three" },
    { "\xEF\xBB\xBFmark", "⟨U+FEFF⟩mark" },
    { "non\xEF\xBF\xBE", "non⟨U+FFFE⟩" },
    /* Persian needs the zero-width non-joiner, Hebrew and Arabic the marks of direction. */
    { "می\xE2\x80\x8Cخواهم \xE2\x80\x8F", "می\xE2\x80\x8Cخواهم \xE2\x80\x8F" },
    /* Broken UTF-8: a stray byte, a cut character, an overlong "<", a surrogate. */
    { "a\xFF"
      "b",
      "a\xEF\xBF\xBD"
      "b" },
    { "cut \xE2\x80", "cut \xEF\xBF\xBD\xEF\xBF\xBD" },
    { "\xC0\xBC", "\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = written (cases[i].text, -1);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_length (void)
{
  g_autofree char *first = written ("abc<def", 4);
  g_assert_cmpstr (first, ==, "abc&lt;");
  g_autofree char *none = written ("abc", 0);
  g_assert_cmpstr (none, ==, "");
  g_autofree char *nul = written ("a\0b", 3);
  g_assert_cmpstr (nul, ==, "a⟨U+0000⟩b");
}

static void
test_attribute (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_begin (&writer, "a");
  bl_html_attribute (&writer, "href", "#f=\"><script>alert('1')</script>&\n\xE2\x80\xAE");
  bl_html_end (&writer, "a");
  g_assert_cmpstr (out->str, ==, "<a href=\"#f=&#34;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\n⟨U+202E⟩\"></a>");
}

/* Style and script hold our own assets as they are, and nothing that could end them. */
static void
test_raw (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_begin (&writer, "style");
  bl_html_text (&writer, "a > b { content: \"&\"; }");
  g_test_expect_message ("belie", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  bl_html_text (&writer, "</style><script>");
  g_test_assert_expected_messages ();
  g_test_expect_message ("belie", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  bl_html_text (&writer, "<!--");
  g_test_assert_expected_messages ();
  bl_html_end (&writer, "style");
  g_assert_cmpstr (out->str, ==, "<style>a > b { content: \"&\"; }</style>");
}

static void
test_refused (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_begin (&writer, "p");
  const char *const refused[] = { "style", "onclick", "onerror" };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_expect_message ("belie", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
      bl_html_attribute (&writer, refused[i], "x");
      g_test_assert_expected_messages ();
    }
  bl_html_text (&writer, "t");
  /* Too late for an attribute, and not the element that is open. */
  g_test_expect_message ("belie", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  bl_html_attribute (&writer, "id", "x");
  g_test_assert_expected_messages ();
  g_test_expect_message ("belie", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  bl_html_end (&writer, "div");
  g_test_assert_expected_messages ();
  bl_html_end (&writer, "p");
  g_assert_cmpstr (out->str, ==, "<p>t</p>");
}

/* No bytes whatever give a tag, an entity of their own, or broken UTF-8. */
static void
test_any_bytes (void)
{
  for (guint run = 0; run < 2000; run++)
    {
      char text[24];
      for (guint i = 0; i < sizeof text; i++)
        text[i] = (char) g_test_rand_int_range (0, 256);
      g_autofree char *out = written (text, sizeof text);
      g_assert_true (g_utf8_validate (out, -1, NULL));
      g_assert_null (strpbrk (out, "<>\"'"));
      for (const char *p = strchr (out, '&'); p != NULL; p = strchr (p + 1, '&'))
        g_assert_true (g_str_has_prefix (p, "&amp;") || g_str_has_prefix (p, "&lt;") || g_str_has_prefix (p, "&gt;")
                       || g_str_has_prefix (p, "&#34;") || g_str_has_prefix (p, "&#39;"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-writer/nesting", test_nesting);
  g_test_add_func ("/html-writer/text", test_text);
  g_test_add_func ("/html-writer/length", test_length);
  g_test_add_func ("/html-writer/attribute", test_attribute);
  g_test_add_func ("/html-writer/raw", test_raw);
  g_test_add_func ("/html-writer/refused", test_refused);
  g_test_add_func ("/html-writer/any-bytes", test_any_bytes);
  return g_test_run ();
}
