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
  g_autofree char *path = g_build_filename (BL_RULES_DIR, "lexicon", "kinds.json", NULL);
  g_autoptr (GError) error = NULL;
  BlWordKinds *kinds = bl_word_kinds_load (path, &error);
  g_assert_no_error (error);
  return kinds;
}

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

/* Where two kinds have both words, what says most against them decides. */
static void
test_several_kinds (void)
{
  g_autofree char *path = NULL;
  const int file = g_file_open_tmp ("kinds-XXXXXX.json", &path, NULL);
  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path,
                                      "{ \"format\": 1, \"kinds\": [ { \"name\": \"one\", \"words\": [\"left\", \"right\"] },"
                                      " { \"name\": \"two\", \"sure\": false, \"words\": [\"left\", \"right\"] },"
                                      " { \"name\": \"three\", \"words\": [[\"left\", \"gone\"], \"here\"] } ] }",
                                      -1, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (BlWordKinds) kinds = bl_word_kinds_load (path, &error);
  g_assert_no_error (error);
  const char *kind;
  g_assert_cmpint (bl_word_kinds_relate (kinds, "left", "right", &kind), ==, BL_KINDS_EXCLUDE);
  g_assert_cmpstr (kind, ==, "one");
  g_assert_cmpint (bl_word_kinds_relate (kinds, "left", "gone", NULL), ==, BL_KINDS_SAME);
  g_assert_cmpint (bl_word_kinds_relate (kinds, "right", "here", NULL), ==, BL_KINDS_UNRELATED);
  g_remove (path);
}

static void
test_errors (void)
{
  static const char *const wrong[][2] = {
    { "{ \"format\": 1 }", "“kinds” is missing" },
    { "{ \"format\": 1, \"kinds\": [ { \"name\": \"x\", \"words\": [\"a\"] } ] }", "at least two" },
    { "{ \"format\": 1, \"kinds\": [ { \"name\": \"x\", \"words\": [\"a\", \"!\"] } ] }", "of letters" },
    { "{ \"format\": 1, \"kinds\": [ { \"name\": \"x\", \"words\": [\"a\", [\"b\", \"a\"]] } ] }", "two alternatives" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = NULL;
      const int file = g_file_open_tmp ("kinds-XXXXXX.json", &path, NULL);
      g_close (file, NULL);
      g_assert_true (g_file_set_contents (path, wrong[i][0], -1, NULL));
      g_autoptr (GError) error = NULL;
      g_assert_null (bl_word_kinds_load (path, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, wrong[i][1]));
      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/word-kinds/relations", test_relations);
  g_test_add_func ("/text/word-kinds/several-kinds", test_several_kinds);
  g_test_add_func ("/text/word-kinds/errors", test_errors);
  return g_test_run ();
}
