#include "claims/reading.h"

#include <glib/gstdio.h>
#include <string.h>

static const char lexicon[]
    = "{ \"format\": 1, \"negation\": { \"before\": [\"not\", \"can|could not\"] }, \"denial\": { \"before\": [\"denied\"] },\n"
      "  \"attitude\": {}, \"open\": { \"after\": [\"is|are not? yet? settled\"] }, \"condition\": {}, \"wish\": {},\n"
      "  \"certainty\": [{ \"word\": \"planned\", \"low\": 0.7, \"high\": 0.9, \"before\": [\"due|agreed to\"] },\n"
      "                { \"word\": \"possible\", \"low\": 0.2, \"high\": 0.6, \"before\": [\"may\"] }],\n"
      "  \"pseudo\": [\"not only\"], \"terminators\": [\"but\"], \"speech\": [\"denied\", \"said\"] }";

static BlCues *
load_cues (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("belie-cues-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cues.json", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  BlCues *cues = bl_cues_load (folder, error);
  g_unlink (path);
  g_rmdir (folder);
  return cues;
}

/* The hits of a sentence, "not only|denied=denied": senses of one cue are joined by "=". */
static char *
hits_of (const BlCues *cues, const char *text)
{
  g_autoptr (BlDocument) document = bl_document_new (NULL, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  BlReading reading;
  bl_reading_init (&reading);
  bl_words_read (&reading.words, document, bl_span (0, strlen (text)));
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < bl_reading_count (&reading);)
    {
      const BlCue *cue = bl_cues_match (cues, &reading.words, i, 0, 0);
      for (const BlCue *sense = cue; sense != NULL; sense = sense->next)
        g_string_append_printf (out, "%s%s", sense != cue ? "=" : out->len > 0 ? "|" : "", sense->text);
      i += cue != NULL ? cue->n_words : 1;
    }
  bl_reading_clear (&reading);
  return g_strdup (out->str);
}

static void
test_forms (void)
{
  static const struct
  {
    const char *text, *hits;
  } cases[] = {
    { "It is settled.", "is settled" },
    { "They are not yet settled.", "are not yet settled" },
    { "It is yet settled, not.", "is yet settled|not" },
    { "It is not, settled.", "not" },
    { "Not only that.", "not only" },
    { "They can't.", "can not" },
    { "They “denied” it.", "denied=denied" },
    { "Is it?", "" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlCues) cues = load_cues (lexicon, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hits = hits_of (cues, cases[i].text);
      g_assert_cmpstr (hits, ==, cases[i].hits);
    }
}

/* "Due" steps over words before its "to". */
static void
test_steps_over (void)
{
  static const char text[] = "Due next week to vote.";
  g_autoptr (GError) error = NULL;
  g_autoptr (BlCues) cues = load_cues (lexicon, &error);
  g_assert_no_error (error);
  g_autoptr (BlDocument) document = bl_document_new (NULL, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  BlReading reading;
  bl_reading_init (&reading);
  bl_words_read (&reading.words, document, bl_span (0, strlen (text)));
  g_assert_null (bl_cues_match (cues, &reading.words, 0, 0, 0));
  const BlCue *cue = bl_cues_match (cues, &reading.words, 0, 1, 3);
  g_assert_nonnull (cue);
  g_assert_cmpstr (cue->text, ==, "due to");
  bl_reading_clear (&reading);
}

static void
test_errors (void)
{
  static const char *const wrong[] = {
    "{ \"format\": 1, \"negation\": {} }",
    "{ \"format\": 1, \"negation\": { \"behind\": [] }, \"attitude\": {}, \"open\": {}, \"condition\": {}, \"wish\": {}, "
    "\"certainty\": [] }",
    "{ \"format\": 1, \"negation\": {}, \"attitude\": {}, \"open\": {}, \"condition\": {}, \"wish\": {},"
    "  \"certainty\": [{ \"low\": 0.8, \"high\": 0.2 }] }",
  };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlCues) cues = load_cues (wrong[i], &error);
      g_assert_null (cues);
      g_assert_error (error, BL_JSON_ERROR, BL_JSON_ERROR_SHAPE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/cues/forms", test_forms);
  g_test_add_func ("/claims/cues/steps-over", test_steps_over);
  g_test_add_func ("/claims/cues/errors", test_errors);
  return g_test_run ();
}
