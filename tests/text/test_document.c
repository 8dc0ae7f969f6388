/* Documents: places in the original file, and what holds for the parts of any text. */
#include <string.h>

#include "text/text.h"

static BlTextLexicon *lexicon;

static BlDocument *
plain (const char *text)
{
  return bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
}

/* needle's first place in the document's text is at line:column to end_line:end_column, "1:1-1:5". */
static void
assert_place (const BlDocument *document, const char *needle, const char *wanted)
{
  const char *text = bl_document_text (document, NULL);
  const char *at = strstr (text, needle);
  g_assert_nonnull (at);
  gsize start = (gsize) (at - text);
  BlLocation place = bl_document_locate (document, bl_span (start, start + strlen (needle)));
  g_autofree char *got = g_strdup_printf ("%u:%u-%u:%u", place.line, place.column, place.end_line, place.end_column);
  g_assert_cmpstr (got, ==, wanted);
}

static void
test_locate (void)
{
  g_autoptr (BlDocument) document = plain ("one\ntwo Łódź three\r\nfour\rfive\n\nsix “seven” 😀 eight");
  assert_place (document, "one", "1:1-1:4");
  assert_place (document, "two", "2:1-2:4");
  assert_place (document, "three", "2:10-2:15");
  assert_place (document, "four", "3:1-3:5");
  assert_place (document, "five", "4:1-4:5");
  assert_place (document, "six", "6:1-6:4");
  assert_place (document, "eight", "6:15-6:20");
  assert_place (document, "one\ntwo", "1:1-2:4");
  BlLocation place = bl_document_locate (document, bl_span (4, 7));
  g_assert_cmpuint (place.offset, ==, 4);
  g_assert_cmpuint (place.length, ==, 3);
  place = bl_document_locate (document, bl_span (1000, 2000)); /* past the end: the end */
  g_assert_cmpuint (place.line, ==, 6);
  g_assert_cmpuint (place.length, ==, 0);
}

static void
test_byte_order_mark (void)
{
  g_autoptr (BlDocument) document = plain ("\xEF\xBB\xBFone two\nthree");
  assert_place (document, "one", "1:1-1:4");
  assert_place (document, "two", "1:5-1:8");
  assert_place (document, "three", "2:1-2:6");
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  g_assert_cmpuint (sentences[0].span.start, ==, 3);
}

/* Columns behind the samples of a long line agree with a plain count. */
static void
test_long_lines (void)
{
  g_autoptr (GString) text = g_string_new ("x\n");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i % 7 == 0 ? "é" : "a");
  g_string_append (text, "\nlast ü z");
  g_autoptr (BlDocument) document = plain (text->str);
  guint column = 1;
  for (gsize i = 2; text->str[i] != '\n'; i = (gsize) (g_utf8_next_char (text->str + i) - text->str))
    {
      BlLocation place = bl_document_locate (document, bl_span (i, i + 1));
      g_assert_cmpuint (place.line, ==, 2);
      g_assert_cmpuint (place.column, ==, column);
      column++;
    }
  assert_place (document, "z", "3:8-3:9");
}

/* A loader that took markup out, and a part of a larger file. */
static void
test_map_and_origin (void)
{
  const char *original = "<p>Ships &amp; boats.</p>\n<p>They stay.</p>\n";
  const char *text = "Ships & boats.\n\nThey stay.";
  BlSourceMap *map = bl_source_map_new ();
  bl_source_map_add (map, 0, 6, 3, 6);
  bl_source_map_add (map, 6, 1, 9, 5);
  bl_source_map_add (map, 7, 7, 14, 7);
  bl_source_map_add (map, 16, 10, 29, 10);
  g_autoptr (BlDocument) document
      = bl_document_new (lexicon, g_strdup (original), strlen (original), g_strdup (text), strlen (text), map, NULL, 0);
  assert_place (document, "boats", "1:16-1:21");
  assert_place (document, "& b", "1:10-1:17");
  assert_place (document, "They", "2:4-2:8");
  bl_document_set_origin (document, 1000, 50);
  assert_place (document, "boats", "50:16-50:21");
  assert_place (document, "They", "51:4-51:8");
  g_assert_cmpuint (bl_document_locate (document, bl_span (0, 5)).offset, ==, 1003);
}

/* A file with broken bytes: offsets and lengths are those of the file, columns those of the repaired text. */
static void
test_repairs (void)
{
  const char broken[] = "caf\xE9 one\ncut \xE2\x80 two";
  char *text = g_memdup2 (broken, sizeof broken);
  gsize length = sizeof broken - 1;
  BlSourceMap *map = NULL;
  g_assert_cmpuint (bl_utf8_repair_mapped (&text, &length, NULL, &map), ==, 2);
  g_autoptr (BlDocument) document = bl_document_new (lexicon, text, length, NULL, 0, NULL, NULL, 0);
  bl_document_set_repairs (document, map);
  assert_place (document, "one", "1:6-1:9");
  assert_place (document, "two", "2:7-2:10");
  const char *two = strstr (bl_document_text (document, NULL), "two");
  gsize start = (gsize) (two - bl_document_text (document, NULL));
  BlLocation place = bl_document_locate (document, bl_span (start - 5, start + 3)); /* with the broken character */
  g_assert_cmpuint (place.offset, ==, (gsize) (strstr (broken, " \xE2\x80 two") - broken));
  g_assert_cmpuint (place.length, ==, strlen (" \xE2\x80 two"));
}

static void
test_sentence_at (void)
{
  const char *text = "Head\n\nOne is here. Two is there.\n\nThree.";
  g_autoptr (BlDocument) document = plain (text);
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (bl_document_sentence_at (document, 0), ==, 0);
  g_assert_cmpuint (bl_document_sentence_at (document, sentences[1].span.start), ==, 1);
  g_assert_cmpuint (bl_document_sentence_at (document, sentences[1].span.end), ==, 1); /* between two: the one before */
  g_assert_cmpuint (bl_document_sentence_at (document, sentences[2].span.start), ==, 2);
  g_assert_cmpuint (bl_document_sentence_at (document, 1000), ==, 3);
  guint n_blocks;
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 3);
  g_assert_cmpuint (blocks[1].first_sentence, ==, 1);
  g_assert_cmpuint (blocks[1].n_sentences, ==, 2);
  g_assert_cmpuint (sentences[2].block, ==, 1);
  g_autofree char *slice = bl_document_slice (document, sentences[2].span);
  g_assert_cmpstr (slice, ==, "Two is there.");
}

/* Blocks are in order and apart, sentences are in their blocks, in order, apart, without blanks at their edges; no letter outside
 * of list markers is lost. */
static void
assert_sound (const BlDocument *document)
{
  gsize length;
  const char *text = bl_document_text (document, &length);
  guint n_blocks;
  guint n;
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  const BlSentence *sentences = bl_document_sentences (document, &n);
  gsize end = 0;
  guint next = 0;
  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpuint (blocks[i].span.start, >=, end);
      g_assert_cmpuint (blocks[i].span.end, >, blocks[i].span.start);
      g_assert_cmpuint (blocks[i].first_sentence, ==, next);
      gsize inside = blocks[i].span.start;
      for (guint k = 0; k < blocks[i].n_sentences; k++, next++)
        {
          BlSpan span = sentences[next].span;
          g_assert_cmpuint (sentences[next].block, ==, i);
          g_assert_cmpuint (span.start, >=, inside);
          g_assert_cmpuint (span.end, >, span.start);
          g_assert_false (g_ascii_isspace (text[span.start]));
          g_assert_false (g_ascii_isspace (text[span.end - 1]));
          for (gsize at = inside; at < span.start; at++)
            g_assert_false (g_ascii_isalpha (text[at]) && !(at + 1 < length && text[at + 1] == ')'));
          inside = span.end;
        }
      g_assert_cmpuint (inside, <=, blocks[i].span.end);
      for (gsize at = inside; at < blocks[i].span.end; at++)
        g_assert_false (g_ascii_isalpha (text[at]));
      end = blocks[i].span.end;
    }
  g_assert_cmpuint (next, ==, n);
  g_assert_cmpuint (end, <=, length);
}

static void
test_property (void)
{
  static const char *const pieces[] = {
    "The ",
    "U.S. ",
    "Mr. ",
    "war",
    ".",
    "...",
    "…",
    "?",
    "!",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "“",
    "”",
    "\"",
    "'",
    "(",
    ")",
    "[1] ",
    "[2] ",
    "- ",
    "• ",
    "1. ",
    "a) ",
    "No. ",
    "5 ",
    "Read also:\n",
    "Latest\n",
    "By Ann Lee\n",
    "said ",
    "é",
    "Ł",
    "\u00A0",
    "|",
    " | ",
    "1:04\n",
    "p.m. ",
    "http://x.y ",
    ":",
    ", ",
    "Lee ",
    "asked ",
    ". . .",
    "\xEF\xBB\xBF",
    "。",
    "Inc. ",
    "J. ",
    "and ",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (77);
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint length = g_rand_int_range (random, 0, 60);
      for (gint i = 0; i < length; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      g_autoptr (BlDocument) document = plain (text->str);
      assert_sound (document);
      g_autoptr (BlDocument) bare = bl_document_new (NULL, g_strdup (text->str), text->len, NULL, 0, NULL, NULL, 0);
      assert_sound (bare);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  g_test_add_func ("/text/document/locate", test_locate);
  g_test_add_func ("/text/document/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/text/document/long-lines", test_long_lines);
  g_test_add_func ("/text/document/map-and-origin", test_map_and_origin);
  g_test_add_func ("/text/document/repairs", test_repairs);
  g_test_add_func ("/text/document/sentence-at", test_sentence_at);
  g_test_add_func ("/text/document/property", test_property);
  int result = g_test_run ();
  bl_text_lexicon_free (lexicon);
  return result;
}
