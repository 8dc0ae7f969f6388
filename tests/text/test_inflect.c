/* Forms of words. */
#include "text/inflect.h"

#include <string.h>

#include "text/stem.h"

static BlJson *json;
static BlInflections *inflections;

static void
test_forms (void)
{
  static const struct
  {
    const char *word;
    const char *forms;
  } table[] = {
    { "attack", "attack attacks attacked attacking" },
    { "agree", "agree agrees agreed agreeing" },
    { "accuse", "accuse accuses accused accusing" },
    { "deny", "deny denies denied denying" },
    { "deploy", "deploy deploys deployed deploying" },
    { "reach", "reach reaches reachs reached reaching" },
    { "crash", "crash crashes crashed crashing" },
    { "tax", "tax taxes taxed taxing" },
    { "pass", "pass passes passed passing" },
    { "plan", "plan plans planned planning" },
    { "stop", "stop stops stopped stopping" },
    { "equip", "equip equips equipped equipping equiped equiping" },
    { "visit", "visit visits visitted visitting visited visiting" },
    { "permit", "permit permits permitted permitting permited permiting" },
    { "travel", "travel travels travelled travelling traveled traveling" },
    { "show", "show shows showing showed shown" },
    { "stay", "stay stays stayed staying" },
    { "veto", "veto vetoes vetos vetoed vetoing" },
    { "die", "die dies died dying" },
    { "panic", "panic panics paniced panicking panicked" },
    { "sent", "sent send sends sending" },
    { "withdraw", "withdraw withdraws withdrawing withdrew withdrawn" },
    { "found", "found find finds finding" },
    { "lay", "lay lays laying laid lie lies lying lain lied" },
    { "country", "country countries countried countrying" },
    { "woman", "woman women" },
    { "a", "a as aed aing" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) forms = bl_inflect (inflections, table[i].word);
      g_autofree char *joined = g_strjoinv (" ", forms);
      g_assert_cmpstr (joined, ==, table[i].forms);
    }
}

/* Every regular form has the stem of its word, doubled consonants that nobody writes aside. */
static void
test_stems (void)
{
  static const char *const words[]
      = { "attack",  "accuse", "deny",     "deploy", "reach",   "plan",   "stop",    "agree",   "threaten",
          "suspend", "order",  "announce", "offer",  "launch",  "cancel", "country", "missile", "company",
          "battle",  "rally",  "ban",      "refer",  "assault", "injure", "bomb",    "strike" };
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *stem = g_strdup (bl_stemmer_stem (stemmer, words[i], strlen (words[i])));
      g_auto (GStrv) forms = bl_inflect (NULL, words[i]);
      guint n_same = 0;
      for (guint f = 0; forms[f] != NULL; f++)
        n_same += strcmp (stem, bl_stemmer_stem (stemmer, forms[f], strlen (forms[f]))) == 0;
      g_test_message ("%s", words[i]);
      g_assert_cmpuint (n_same, >=, 4);
    }
}

static void
test_faults (void)
{
  static const char *const texts[] = { "[]",
                                       "{}",
                                       "{\"format\": 1, \"irregular\": {}}",
                                       "{\"format\": 1, \"irregular\": [\"send\"]}",
                                       "{\"format\": 1, \"irregular\": [[]]}",
                                       "{\"format\": 1, \"irregular\": [[1]]}",
                                       "{\"format\": 1, \"irregular\": [[\"\"]]}",
                                       "{\"iregular\": []}",
                                       "{\"irregular\": []}",
                                       "{\"format\": 2, \"irregular\": []}" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlJson) wrong = bl_json_parse (texts[i], strlen (texts[i]), "inflections.json", &error);
      g_autoptr (BlInflections) none = bl_inflections_new ();
      g_autoptr (BlArena) arena = bl_arena_new ();
      BlReader reader = bl_reader_for (wrong, arena);
      g_assert_no_error (error);
      bl_inflections_read (none, &reader);
      g_assert_false (bl_reader_end (&reader, &error));
      g_assert_true (g_str_has_prefix (error->message, "inflections.json:1:"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  json = bl_json_load (BL_RULES_DIR "/lexicon/inflections.json", &error);
  g_assert_no_error (error);
  inflections = bl_inflections_new ();
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlReader reader = bl_reader_for (json, arena);
  bl_inflections_read (inflections, &reader);
  g_assert_true (bl_reader_end (&reader, &error));
  g_test_add_func ("/inflect/forms", test_forms);
  g_test_add_func ("/inflect/stems", test_stems);
  g_test_add_func ("/inflect/faults", test_faults);
  int result = g_test_run ();
  bl_inflections_free (inflections);
  bl_json_free (json);
  return result;
}
