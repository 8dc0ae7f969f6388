/* The cue lists: the shipped file loads, a wrong one is named with its place. */
#include <glib/gstdio.h>
#include <string.h>

#include "text/text.h"

static BlTextLexicon *
load (const char *json, GError **error)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("lexicon-XXXXXX.json", &path, NULL);
  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  BlTextLexicon *lexicon = bl_text_lexicon_load (path, error);
  g_remove (path);
  return lexicon;
}

#define FORMAT "\"format\": 1, "
#define EMPTY_LISTS "\"boilerplate\": {}, \"links\": {}, \"byline\": {}, \"caption\": {}"

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTextLexicon) lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  g_assert_nonnull (lexicon);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "[]", ":1:1: an object { … } is wanted here" },
    { "{ \"abbreviations\": {}, \"words\": {}, " EMPTY_LISTS " }", ":1:1: “format” is missing" },
    { "{ \"format\": 2,\n \"abbreviations\": {}, \"words\": {}, " EMPTY_LISTS " }",
      ":1:13: this program reads format 1 only; is it older than the file?" },
    { "{ " FORMAT "\"words\": {} }", "abbreviations" },
    { "{ " FORMAT "\"abbreviation\": {} }", "abbreviations" }, /* the nearest key is named */
    { "{ " FORMAT "\"abbreviations\": { \"titel\": [] }, \"words\": {}, " EMPTY_LISTS " }", "title" },
    { "{ " FORMAT "\"abbreviations\": {\n \"title\": [ \"\" ] }, \"words\": {}, " EMPTY_LISTS " }", ":2:" },
    { "{ " FORMAT "\"abbreviations\": {}, \"words\": { \"opener\": [ 5 ] }, " EMPTY_LISTS " }", "a text is wanted here" },
    { "{ " FORMAT
      "\"abbreviations\": {}, \"words\": {}, \"boilerplate\": { \"whole\": [ \"…\" ] }, \"links\": {}, \"byline\": {}, "
      "\"caption\": {} }",
      "“…”" },
    { "{ " FORMAT
      "\"abbreviations\": {}, \"words\": {}, \"boilerplate\": { \"start\": [ \"the\" ] }, \"links\": {}, \"byline\": {}, "
      "\"caption\": {} }",
      "“the”" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (load (cases[i].json, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("case %u: %s", i, error->message);
    }
  g_autoptr (GError) error = NULL;
  g_assert_null (bl_text_lexicon_load ("/no/such/file.json", &error));
  g_assert_error (error, BL_JSON_ERROR, BL_JSON_ERROR_READ);
}

/* A file of one's own decides what is a short form and what is boilerplate. */
static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTextLexicon) lexicon = load (
      "{ " FORMAT
      "\"abbreviations\": { \"title\": [ \"Hrbr\" ] }, \"words\": {}, \"boilerplate\": { \"whole\": [ \"Buy fish!\" ] }, "
      "\"links\": {}, \"byline\": {}, \"caption\": {} }",
      &error);
  g_assert_no_error (error);
  const char *text = "The Hrbr. Lee spoke. Mr. Ray left.\nBUY  FISH\nMore.";
  g_autoptr (BlDocument) document = bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  guint n;
  const BlBlock *blocks = bl_document_blocks (document, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (blocks[0].n_sentences, ==, 3);
  g_assert_cmpint (blocks[1].kind, ==, BL_BLOCK_BOILERPLATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/lexicon/shipped", test_shipped);
  g_test_add_func ("/text/lexicon/wrong", test_wrong);
  g_test_add_func ("/text/lexicon/own", test_own);
  return g_test_run ();
}
