/* Packs that are right and packs that are wrong: fixtures/valid/NAME.json, fixtures/invalid/NAME.json with NAME.expect, which lists all
 * complaints without the path. BELIE_UPDATE=1 writes the .expect files anew. */
#include <string.h>

#include "rule_sets.h"

static GPtrArray *
list_cases (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".json")));
  g_assert_cmpuint (names->len, >, 0);
  return names;
}

static BlRuleSet *
load_file (const char *path, BlProblems *problems, GError **error)
{
  const char *const paths[] = { path, NULL };
  return bl_rule_set_load_with (BL_RULES_DIR, paths, problems, error);
}

static char *
list_problems (BlProblems *problems, const char *path)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = bl_problem_format (g_ptr_array_index (list, i));
      g_assert_true (g_utf8_validate (line, -1, NULL));
      const char *rest = g_str_has_prefix (line, path) ? line + strlen (path) + 1 : line;
      /* A second rule of one id names the file of the first. */
      g_auto (GStrv) parts = g_strsplit (rest, path, -1);
      g_autofree char *shown = g_strjoinv ("FILE", parts);
      g_string_append_printf (text, "%s\n", shown);
    }
  return g_string_free (text, FALSE);
}

static void
test_invalid (gconstpointer data)
{
  const char *name = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autofree char *path = g_strdup_printf ("%s/rules/fixtures/invalid/%s.json", BL_TESTS_DIR, name);
  g_autofree char *expect_path = g_strdup_printf ("%s/rules/fixtures/invalid/%s.expect", BL_TESTS_DIR, name);
  g_autoptr (BlRuleSet) set = load_file (path, problems, &error);
  g_assert_null (set);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BL_RULES_ERROR);
  g_assert_true (g_str_has_prefix (error->message, path));

  g_autofree char *listed = list_problems (problems, path);
  if (g_getenv ("BELIE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (expect_path, listed, -1, NULL));
  g_autofree char *expected = NULL;
  g_file_get_contents (expect_path, &expected, NULL, NULL);
  g_assert_cmpstr (listed, ==, expected);
}

static void
test_valid (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autofree char *path = g_strdup_printf ("%s/rules/fixtures/valid/%s.json", BL_TESTS_DIR, (const char *) data);
  g_autoptr (BlRuleSet) set = load_file (path, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bl_problems_list (problems)->len, ==, 0);
  for (guint i = 0; i < bl_rule_set_n_rules (set); i++)
    {
      const BlRule *rule = bl_rule_set_rule (set, i);
      g_assert_true (bl_rule_set_find (set, rule->id) == rule);
      g_autofree char *text = bl_rule_explain (set, rule);
      g_assert_nonnull (strstr (text, rule->id));
    }
  g_assert_null (bl_rule_set_find (set, "no/such-rule"));
  g_assert_cmpuint (strlen (bl_rule_set_hash (set)), ==, 64);
}

/* What a rule became, and what is odd about it. */
static void
test_explain (void)
{
  g_autoptr (BlRuleSet) set
      = load_phrase ("[then] {x:country} army ... left", ", \"unless\": \"if\", \"why\": \"for a test\"", NULL);
  g_autofree char *text = bl_rule_explain (set, bl_rule_set_rule (set, 0));
  static const char *const lines[] = { "test/rule  t\n",
                                       "why     for a test\n",
                                       "report  text/test: m\n",
                                       "phrase  [then] {x:country} army ... left\n",
                                       "⟨country⟩\n",
                                       "is triggered by one of (in about ",
                                       ": army\n",
                                       "also needs one of",
                                       "unless  if\n",
                                       "cost  rare\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (text, lines[i]) == NULL)
      g_error ("“%s” is not in:\n%s", lines[i], text);
}

/* The order that a phrase asks for, in words. */
static void
test_explain_order (void)
{
  static const struct
  {
    const char *phrase;
    const char *order; /* NULL: none is said */
  } table[] = {
    { "army left", "army; then left (the next word)" },
    { "army [then] left", "army; then left (at most 1 word between)" },
    { "army ...4 left", "army; then left (at most 4 words between)" },
    { "army {q:quote} left", "army; then left (anywhere behind)" },
    { "army-base", "army; then base (in the same word); then - (in the same word)" },
    { "(army left|left army)", "army; then left (right before or behind)" },
    { "^ army {w:thing} left $", "army (near the start of the sentence); then left (at most 5 words between) (near its end)" },
    { "the {x:country} , army", "⟨country⟩; then , (in the same word); then army (the next word)" },
    { "army", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRuleSet) set = load_phrase (table[i].phrase, "", &error);
      g_assert_no_error (error);
      g_autofree char *text = bl_rule_explain (set, bl_rule_set_rule (set, 0));
      g_autofree char *line = g_strdup_printf ("\n  in this order: %s\n", table[i].order);
      if (table[i].order != NULL ? strstr (text, line) == NULL : strstr (text, "in this order") != NULL)
        g_error ("“%s” is not in:\n%s", line, text);
    }
}

static void
test_check (void)
{
  static const char *const expected[] = { "fragment colour is not used",
                                          "test/rule: no “yes” test",
                                          "test/rule: no “no” test",
                                          "test/rule: no “why”",
                                          "test/rule: “x” is captured and not used",
                                          "no rare word must be there",
                                          "every sentence is asked",
                                          "more than three gaps" };
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlRuleSet) set = load_phrase ("{x:country}\", \"{x:thing} ... {y:thing}\", \"a ... b ... c ... d ... e", "", NULL);
  guint n = bl_rule_set_check (set, problems);
  const GPtrArray *list = bl_problems_list (problems);
  g_assert_false (bl_problems_any_partial (problems));
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (all, "%s\n", ((const BlProblem *) g_ptr_array_index (list, i))->what);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (all->str, expected[i]) == NULL)
      g_error ("“%s” is not in:\n%s", expected[i], all->str);
  g_assert_cmpuint (n, >=, G_N_ELEMENTS (expected));
}

/* --- several packs ----------------------------------------------------------------------------------------------- */
static char *
write_pack (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
remove_all (const char *folder, char **paths)
{
  for (; *paths != NULL; paths++)
    g_unlink (*paths);
  g_rmdir (folder);
}

#define RULE(id, title, phrase)                                                                                                \
  "{ \"id\": \"" id "\", \"title\": \"" title                                                                                  \
  "\", \"report\": { \"finding\": \"a/b\", \"message\": \"m\" }, \"phrases\": [\"" phrase                                      \
  "\"], \"tests\": [ { \"yes\": \"" title "\" } ] }"

/* A nearer rule replaces one of the same id, and its tests; nearer shared fragments leave farther packs as they were. */
static void
test_layers (void)
{
  g_autofree char *folder = g_dir_make_tmp ("belie-rules-XXXXXX", NULL);
  char *files[]
      = { write_pack (folder, "far.json",
                      "{ \"format\": 1, \"pack\": \"far\", \"rules\": [" RULE ("a/one", "far", "{colour}") "," RULE (
                          "a/two", "two", "x") "] }"),
          write_pack (folder, "shared.json",
                      "{ \"format\": 1, \"pack\": \"common\", \"fragments\": { \"colour\": { \"any\": [\"red\"] } } }"),
          write_pack (folder, "nearer.json",
                      "{ \"format\": 1, \"pack\": \"common\", \"fragments\": { \"colour\": { \"any\": [\"blue\"] } } }"),
          write_pack (folder, "near.json",
                      "{ \"format\": 1, \"pack\": \"near\", \"rules\": [" RULE ("a/one", "near", "{colour}") "] }"),
          NULL };
  const char *const far_paths[] = { files[1], files[0], files[2], NULL };
  const char *const all_paths[] = { files[1], files[0], files[2], files[3], NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRuleSet) far_set = bl_rule_set_load (far_paths, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BlRuleSet) set = bl_rule_set_load (all_paths, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bl_rule_set_n_rules (set), ==, 2);
  g_assert_cmpstr (bl_rule_set_find (set, "a/one")->title, ==, "near");
  g_assert_cmpuint (bl_rule_set_n_tests (set), ==, 2);
  g_assert_cmpstr (bl_rule_set_test (set, 0)->text[0], ==, "near");
  g_autofree char *near_text = bl_rule_explain (set, bl_rule_set_find (set, "a/one"));
  g_assert_nonnull (strstr (near_text, "blue"));
  g_autofree char *far_text = bl_rule_explain (far_set, bl_rule_set_find (far_set, "a/one"));
  g_assert_nonnull (strstr (far_text, "red"));
  g_assert_cmpstr (bl_rule_set_hash (set), !=, bl_rule_set_hash (far_set));
  remove_all (folder, files);
  for (char **path = files; *path != NULL; path++)
    g_free (*path);
}

static void
test_no_such_path (void)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { "/nonexistent/packs", NULL };
  g_assert_null (bl_rule_set_load (paths, NULL, &error));
  g_assert_error (error, BL_RULES_ERROR, BL_RULES_ERROR_SCHEMA);
  g_clear_error (&error);
  const char *const none[] = { NULL };
  g_autoptr (BlRuleSet) set = bl_rule_set_load (none, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bl_rule_set_n_rules (set), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GPtrArray) invalid = list_cases (BL_TESTS_DIR "/rules/fixtures/invalid");
  g_autoptr (GPtrArray) valid = list_cases (BL_TESTS_DIR "/rules/fixtures/valid");
  for (guint i = 0; i < invalid->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("/packs/invalid/%s", (char *) g_ptr_array_index (invalid, i));
      g_test_add_data_func (name, g_ptr_array_index (invalid, i), test_invalid);
    }
  for (guint i = 0; i < valid->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("/packs/valid/%s", (char *) g_ptr_array_index (valid, i));
      g_test_add_data_func (name, g_ptr_array_index (valid, i), test_valid);
    }
  g_test_add_func ("/packs/explain", test_explain);
  g_test_add_func ("/packs/explain-order", test_explain_order);
  g_test_add_func ("/packs/check", test_check);
  g_test_add_func ("/packs/layers", test_layers);
  g_test_add_func ("/packs/no-such-path", test_no_such_path);
  return g_test_run ();
}
