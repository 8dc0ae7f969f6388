/* Folding of typography: what becomes what, and where it came from. */
#include <string.h>

#include "text/fold.h"

static void
fold (BlFolded *folded, const char *text)
{
  bl_folded_init (folded);
  bl_fold_typography (folded, text, strlen (text), 0);
}

static void
test_examples (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "plain text, nothing else.", "plain text, nothing else." },
    { "“We won’t,” ‘they’ said", "\"We won't,\" 'they' said" },
    { "«oui» ‹non› „ja“ 5′ 6″", "\"oui\" 'non' \"ja\" 5' 6\"" },
    { "Tarrow – Bardo—Korda − 5 ‑ 6", "Tarrow - Bardo-Korda - 5 - 6" },
    { "wait… for it‥", "wait... for it.." },
    { "a  b\t\tc\r\n\r\nd\u00A0e\u2009\u00A0f\u3000g", "a b c d e f g" },
    { " lead and trail \n", " lead and trail " },
    { "so\u00ADft\u200B zero\uFEFF", "soft zero" },
    { "a \u200B b", "a b" },
    { "\uE000 private \U000F0000", "\uFFFD private \uFFFD" },
    { "Zelenskyy e\u0301te\u0301", "Zelenskyy été" },
    { "u\u0308\u0304 \u1E69 s\u0307\u0323", "ǖ ṩ ṩ" },
    { "\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글" },
    { "Ł ø Đ ß ſ ﬁ Ⅳ", "Ł ø Đ ß ſ ﬁ Ⅳ" }, /* letters stay: NFC, not NFKC */
    { "Київ, Москва́", "Київ, Москва́" },
    { "ctrl\x01\x7F end", "ctrl\x01\x7F end" },
    { "“ “", "\" \"" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlFolded folded;
      fold (&folded, cases[i][0]);
      g_assert_cmpstr (folded.text->str, ==, cases[i][1]);
      g_assert_cmpuint (folded.origin->len, ==, folded.text->len + 1);
      bl_folded_clear (&folded);
    }
}

/* The source bytes of needle's only place in the folded text. */
static void
assert_origin (const char *text, const char *needle, const char *wanted)
{
  BlFolded folded;
  fold (&folded, text);
  const char *at = strstr (folded.text->str, needle);
  g_assert_nonnull (at);
  gsize start = (gsize) (at - folded.text->str);
  BlSpan span = bl_folded_origin (&folded, bl_span (start, start + strlen (needle)));
  g_autofree char *got = g_strndup (text + span.start, bl_span_length (span));
  g_assert_cmpstr (got, ==, wanted);
  bl_folded_clear (&folded);
}

static void
test_origins (void)
{
  assert_origin ("He said “no”.", "\"no\"", "“no”");
  assert_origin ("He said “no”.", "no", "no");
  assert_origin ("one  \n two", "one two", "one  \n two");
  assert_origin ("one  \n two", "two", "two");
  assert_origin ("wait… now", "now", "now");
  assert_origin ("wait… now", "...", "…");
  assert_origin ("wait… now", "wait.", "wait…"); /* a part of what grew is all of it */
  assert_origin ("e\u0301t\u00E9 is hot", "été", "e\u0301t\u00E9");
  assert_origin ("e\u0301t\u00E9 is hot", "t", "t");
  assert_origin ("e\u0301t\u00E9 is hot", "is", "is");
  assert_origin ("a—b", "-", "—");
  assert_origin ("Łódź – Kraków", "Kraków", "Kraków");
}

/* Parts of one text appended one after another give what the whole gives. */
static void
test_append (void)
{
  const char *text = "“One”  two — three…  four";
  BlFolded whole;
  fold (&whole, text);
  BlFolded parts;
  bl_folded_init (&parts);
  gsize length = strlen (text);
  for (gsize i = 0; i < length;)
    {
      gsize next = (gsize) (g_utf8_next_char (text + i) - text);
      bl_fold_typography (&parts, text + i, next - i, i);
      i = next;
    }
  g_assert_cmpstr (parts.text->str, ==, whole.text->str);
  g_assert_cmpuint (parts.origin->len, ==, whole.origin->len);
  g_assert_true (memcmp (parts.origin->data, whole.origin->data, whole.origin->len * sizeof (gsize)) == 0);
  bl_folded_clear (&parts);
  bl_folded_clear (&whole);
}

/* Origins never run backwards and stay in the text; the fold is UTF-8, has no run of blanks, and is a fixed point. */
static void
assert_sound (const char *text, gsize length)
{
  BlFolded once;
  bl_folded_init (&once);
  bl_fold_typography (&once, text, length, 100);
  g_assert_cmpuint (once.origin->len, ==, once.text->len + 1);
  for (guint i = 0; i < once.text->len; i++)
    {
      g_assert_cmpuint (g_array_index (once.origin, gsize, i), <=, g_array_index (once.origin, gsize, i + 1));
      g_assert_cmpuint (g_array_index (once.origin, gsize, i), >=, 100);
    }
  g_assert_cmpuint (g_array_index (once.origin, gsize, once.text->len), ==, 100 + length);
  g_assert_true (g_utf8_validate (once.text->str, (gssize) once.text->len, NULL));
  g_assert_null (strstr (once.text->str, "  "));
  BlFolded twice;
  bl_folded_init (&twice);
  bl_fold_typography (&twice, once.text->str, once.text->len, 0);
  g_assert_cmpstr (twice.text->str, ==, once.text->str);
  bl_folded_clear (&twice);
  bl_folded_clear (&once);
}

/* Every code point alone, and after and before letters. */
static void
test_every_code_point (void)
{
  for (gunichar c = 1; c < 0x110000; c++)
    {
      if (!g_unichar_validate (c))
        continue;
      char text[16] = "e";
      gsize n = 1 + (gsize) g_unichar_to_utf8 (c, text + 1);
      assert_sound (text + 1, n - 1);
      text[n++] = 'x';
      assert_sound (text, n);
      if (c == 0x3FFFF)
        c = 0xDFFFF; /* nothing is assigned between */
    }
}

static gunichar
random_character (GRand *random)
{
  static const gunichar ranges[][2] = {
    { 'a', 'z' },       { ' ', ' ' },         { 1, 0x7F },        { 0xA0, 0x17F },      { 0x300, 0x345 },
    { 0x2000, 0x2069 }, { 0x1100, 0x11FF },   { 0xAC00, 0xAC20 }, { 0x5B0, 0x5C7 },     { 0x915, 0x963 },
    { 0xF70, 0xF84 },   { 0x1D157, 0x1D16F }, { 0x1F00, 0x1FFE }, { 0x340, 0x345 },     { 0xE000, 0xE003 },
    { 0x9BE, 0x9D7 },   { 0x400, 0x45F },     { 0xF900, 0xF920 }, { 0x1F600, 0x1F610 },
  };
  guint k = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (ranges));
  return (gunichar) g_rand_int_range (random, (gint) ranges[k][0], (gint) ranges[k][1] + 1);
}

static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint n = g_rand_int_range (random, 0, 60);
      for (gint i = 0; i < n; i++)
        g_string_append_unichar (text, random_character (random));
      assert_sound (text->str, text->len);
    }
}

/* A letter with a megabyte of marks keeps some of them and takes no longer than other text. */
static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  for (guint i = 0; i < 250000; i++)
    g_string_append (text, i % 2 == 0 ? "\u0323" : "\u0301");
  assert_sound (text->str, text->len);
  BlFolded folded;
  fold (&folded, text->str);
  g_assert_cmpuint (folded.text->len, <, 100);
  bl_folded_clear (&folded);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold/examples", test_examples);
  g_test_add_func ("/text/fold/origins", test_origins);
  g_test_add_func ("/text/fold/append", test_append);
  g_test_add_func ("/text/fold/every-code-point", test_every_code_point);
  g_test_add_func ("/text/fold/property", test_property);
  g_test_add_func ("/text/fold/many-marks", test_many_marks);
  return g_test_run ();
}
