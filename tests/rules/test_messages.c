/* What an author sees: fixtures/messages/CASE/input.json, a pack, and expected.txt with all that is said of it, excerpts included; FILE
 * stands for the path. A new case needs no C. BELIE_UPDATE=1 writes the expected.txt files anew. */
#include <string.h>

#include "rule_sets.h"

static char *
show_problems (BlProblems *problems, const char *path)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *shown = bl_problem_show (g_ptr_array_index (list, i));
      g_auto (GStrv) parts = g_strsplit (shown, path, -1);
      g_autofree char *renamed = g_strjoinv ("FILE", parts);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_string_append_printf (text, "%s\n", renamed);
    }
  return g_string_free (text, FALSE);
}

/* A pack that loads is looked at for remarks too. */
static void
test_case (gconstpointer data)
{
  g_autofree char *folder = g_build_filename (BL_TESTS_DIR, "rules", "fixtures", "messages", data, NULL);
  g_autofree char *path = g_build_filename (folder, "input.json", NULL);
  g_autofree char *expect_path = g_build_filename (folder, "expected.txt", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlRuleSet) set = bl_rule_set_load_with (BL_RULES_DIR, paths, problems, &error);
  g_assert_true ((set == NULL) == (error != NULL));
  if (set != NULL)
    bl_rule_set_check (set, problems);

  g_autofree char *shown = show_problems (problems, path);
  if (g_getenv ("BELIE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (expect_path, shown, -1, NULL));
  g_autofree char *expected = NULL;
  g_file_get_contents (expect_path, &expected, NULL, NULL);
  g_assert_cmpstr (shown, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *path = g_build_filename (BL_TESTS_DIR, "rules", "fixtures", "messages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  for (const char *name = NULL; (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *test = g_strdup_printf ("/messages/%s", name);
      g_test_add_data_func_full (test, g_strdup (name), test_case, g_free);
    }
  return g_test_run ();
}
