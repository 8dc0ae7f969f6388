/* Words of one kind exclude one another, synonyms and words of different kinds do not. */
#include <string.h>

#include <glib/gstdio.h>

#include "base/json.h"
#include "text/word_kinds.h"

typedef struct
{
  const char *a, *b;
  BlKindRelation relation;
  const char *kind;
} Case;

static BlWordKinds *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  BlWordKinds *kinds = bl_word_kinds_load (BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  return kinds;
}

/* A lexicon of these kinds and opposites, and one irregular verb; what is read of it, or NULL with the error. */
static BlWordKinds *
load_texts (const char *kinds_text, const char *opposites_text, GError **error)
{
  const char *const files[][2]
      = { { "kinds.json", kinds_text },
          { "opposites.json", opposites_text },
          { "inflections.json", "{ \"format\": 1, \"irregular\": [[\"rise\", \"rises\", \"rising\", \"rose\"]] }" } };
  g_autofree char *folder = g_dir_make_tmp ("kinds-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i][0], NULL);
      g_assert_true (g_file_set_contents (path, files[i][1], -1, NULL));
    }
  BlWordKinds *kinds = bl_word_kinds_load (folder, error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i][0], NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return kinds;
}

#define NO_KINDS "{ \"format\": 1, \"kinds\": [] }"
#define NO_OPPOSITES "{ \"format\": 1, \"opposites\": [] }"

static void
test_relations (void)
{
  static const Case cases[] = {
    { "red", "blue", BL_KINDS_EXCLUDE, "colour" },
    { "red", "crimson", BL_KINDS_SAME, "colour" },
    { "lorry", "trucks", BL_KINDS_SAME, "vehicle" },
    { "lorries", "trams", BL_KINDS_EXCLUDE, "vehicle" },
    { "coaches", "taxi", BL_KINDS_EXCLUDE, "vehicle" },
    { "murder", "manslaughter", BL_KINDS_EXCLUDE, "offence" },
    { "brother", "cousin", BL_KINDS_EXCLUDE, "relative" },
    { "air force", "navy", BL_KINDS_EXCLUDE, "service" },
    { "serious", "minor", BL_KINDS_MIXED, "severity" },
    { "chicken", "beef", BL_KINDS_EXCLUDE, "meat" },
    { "north east", "southeast", BL_KINDS_EXCLUDE, "direction, north or south" },
    { "northern", "southwestern", BL_KINDS_EXCLUDE, "direction, north or south" },
    { "northern", "north west", BL_KINDS_SAME, "direction, north or south" },
    { "alzheimers", "dementia", BL_KINDS_EXCLUDE, "disease" },
    { "catholic", "christian", BL_KINDS_SAME, "faith" },
    { "catholic", "protestants", BL_KINDS_EXCLUDE, "church" },
    { "vehicle", "car", BL_KINDS_UNRELATED, NULL },
    { "red", "republican", BL_KINDS_UNRELATED, NULL },
    { "red", "redder", BL_KINDS_UNRELATED, NULL },
    { "", "red", BL_KINDS_UNRELATED, NULL },
    { "s", "es", BL_KINDS_UNRELATED, NULL },
  };
  g_autoptr (BlWordKinds) kinds = load_shipped ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *kind = "?";
      g_test_message ("%s / %s", cases[i].a, cases[i].b);
      g_assert_cmpint (bl_word_kinds_relate (kinds, cases[i].a, cases[i].b, &kind), ==, cases[i].relation);
      g_assert_cmpstr (kind, ==, cases[i].kind);
      g_assert_cmpint (bl_word_kinds_relate (kinds, cases[i].b, cases[i].a, NULL), ==, cases[i].relation);
    }
  g_assert_true (bl_word_kinds_are_capital (kinds, "republicans"));
  g_assert_false (bl_word_kinds_are_capital (kinds, "blues"));
  g_assert_false (bl_word_kinds_are_capital (kinds, "horsemen"));
}

static gboolean
is_stem (gconstpointer wanted, const char *stem)
{
  return strcmp (wanted, stem) == 0;
}

/* Words for the same, of one kind at a time: "lorry" for "truck", as vehicles and as nothing else. */
static void
test_alike (void)
{
  g_autoptr (BlWordKinds) kinds = load_shipped ();
  g_assert_true (bl_word_kinds_any_alike (kinds, "truck", "vehicle", is_stem, "lorri"));
  g_assert_true (bl_word_kinds_any_alike (kinds, "lorries", "vehicle", is_stem, "truck"));
  g_assert_true (bl_word_kinds_any_alike (kinds, "truck", "vehicle", is_stem, "truck"));
  g_assert_false (bl_word_kinds_any_alike (kinds, "truck", "vehicle", is_stem, "van"));
  g_assert_false (bl_word_kinds_any_alike (kinds, "truck", "animal", is_stem, "lorri"));
  g_assert_false (bl_word_kinds_any_alike (kinds, "thing", "vehicle", is_stem, "thing"));
}

/* Where two kinds have both words, what says most against them decides. */
static void
test_several_kinds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlWordKinds) kinds
      = load_texts ("{ \"format\": 1, \"kinds\": [ { \"name\": \"one\", \"words\": [\"left\", \"right\"] },"
                    " { \"name\": \"two\", \"sure\": false, \"words\": [\"left\", \"right\"] },"
                    " { \"name\": \"three\", \"words\": [[\"left\", \"gone\"], \"here\"] } ] }",
                    NO_OPPOSITES, &error);
  g_assert_no_error (error);
  const char *kind;
  g_assert_cmpint (bl_word_kinds_relate (kinds, "left", "right", &kind), ==, BL_KINDS_EXCLUDE);
  g_assert_cmpstr (kind, ==, "one");
  g_assert_cmpint (bl_word_kinds_relate (kinds, "left", "gone", NULL), ==, BL_KINDS_SAME);
  g_assert_cmpint (bl_word_kinds_relate (kinds, "right", "here", NULL), ==, BL_KINDS_UNRELATED);
  g_assert_false (bl_word_kinds_opposite (kinds, "left", "right"));
}

/* Verbs in all their forms, nouns in both numbers, words as they stand; of each side against each of the other. */
static void
test_opposites (void)
{
  static const char *const yes[][2]
      = { { "rises", "fell" },  { "rose", "drops" }, { "rising", "losses" }, { "higher", "lower" },      { "untied", "tying" },
          { "able", "unable" }, { "up", "down" },    { "gain", "loss" },     { "struck down", "upheld" } };
  static const char *const no[][2] = { { "rises", "rose" },     { "rise", "higher" },   { "able", "untied" },
                                       { "higher", "highers" }, { "unable", "unable" }, { "lowers", "higher" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlWordKinds) kinds
      = load_texts (NO_KINDS,
                    "{ \"format\": 1, \"opposites\": [ { \"name\": \"size\", \"verbs\": [[\"rise\"], [\"fell\", \"drop\"]],"
                    " \"nouns\": [[\"gain\"], [\"loss\", \"losse\"]], \"words\": [[\"higher\"], [\"lower\"]] },"
                    " { \"name\": \"way\", \"alone\": false, \"words\": [[\"up\"], [\"down\"]] },"
                    " { \"name\": \"age\", \"sure\": false, \"words\": [[\"old\"], [\"young\"]] },"
                    " { \"name\": \"ruling\", \"words\": [[\"upheld\"], [\"struck down\"]] } ],"
                    " \"contraries\": [ { \"prefix\": \"un\", \"verbs\": [\"tie\"], \"words\": [\"able\"] } ] }",
                    &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      g_test_message ("%s / %s", yes[i][0], yes[i][1]);
      g_assert_true (bl_word_kinds_opposite (kinds, yes[i][0], yes[i][1]));
      g_assert_true (bl_word_kinds_opposite (kinds, yes[i][1], yes[i][0]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    {
      g_test_message ("%s / %s", no[i][0], no[i][1]);
      g_assert_false (bl_word_kinds_opposite (kinds, no[i][0], no[i][1]));
    }
  const char *kind;
  g_assert_cmpint (bl_word_kinds_relate (kinds, "rose", "losses", &kind), ==, BL_KINDS_EXCLUDE);
  g_assert_cmpstr (kind, ==, "size");
  g_assert_cmpint (bl_word_kinds_relate (kinds, "old", "young", NULL), ==, BL_KINDS_MIXED);
  g_assert_cmpint (bl_word_kinds_relate (kinds, "up", "down", NULL), ==, BL_KINDS_UNRELATED);
  g_assert_true (bl_word_kinds_has_stem (kinds, "higher"));
  g_assert_false (bl_word_kinds_has_stem (kinds, "up"));
}

static void
test_errors (void)
{
  static const char *const wrong[][3] = {
    { "{ \"format\": 1 }", NO_OPPOSITES, "“kinds” is missing" },
    { "{ \"format\": 1, \"kinds\": [ { \"name\": \"x\", \"words\": [\"a\"] } ] }", NO_OPPOSITES, "at least two" },
    { "{ \"format\": 1, \"kinds\": [ { \"name\": \"x\", \"words\": [\"a\", \"!\"] } ] }", NO_OPPOSITES, "of letters" },
    { "{ \"format\": 1, \"kinds\": [ { \"name\": \"x\", \"words\": [\"a\", [\"b\", \"a\"]] } ] }", NO_OPPOSITES,
      "two alternatives" },
    { NO_KINDS, "{ \"format\": 1 }", "“opposites” is missing" },
    { NO_KINDS, "{ \"format\": 1, \"opposites\": [ { \"name\": \"x\" } ] }", "“verbs”, “nouns” or “words”" },
    { NO_KINDS, "{ \"format\": 1, \"opposites\": [ { \"name\": \"x\", \"words\": [[\"a\"]] } ] }", "two lists" },
    { NO_KINDS, "{ \"format\": 1, \"opposites\": [ { \"name\": \"x\", \"words\": [[\"a\"], [\"a\"]] } ] }",
      "two alternatives" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_test_message ("%s", wrong[i][2]);
      g_assert_null (load_texts (wrong[i][0], wrong[i][1], &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, wrong[i][2]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/word-kinds/relations", test_relations);
  g_test_add_func ("/text/word-kinds/alike", test_alike);
  g_test_add_func ("/text/word-kinds/several-kinds", test_several_kinds);
  g_test_add_func ("/text/word-kinds/opposites", test_opposites);
  g_test_add_func ("/text/word-kinds/errors", test_errors);
  return g_test_run ();
}
