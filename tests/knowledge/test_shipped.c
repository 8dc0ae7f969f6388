/* The base that is shipped: it loads without a problem, and its facts agree with each other. What is odd and true says so (“accepted”). */
#include "fixture.h"

static void
test_loads (void)
{
  const char *paths[] = { BL_RULES_DIR "/knowledge", NULL };
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlKnowledge) kb = bl_knowledge_load (paths, problems, &error);
  g_autofree char *found = list_problems (problems, BL_RULES_DIR "/knowledge/");
  g_assert_cmpstr (found, ==, "");
  g_assert_no_error (error);

  g_autoptr (BlProblems) doubts = bl_problems_new ();
  guint n = bl_knowledge_check (kb, doubts);
  g_autofree char *doubtful = list_problems (doubts, BL_RULES_DIR "/knowledge/");
  g_test_message ("%u persons, %u terms, %u offices", bl_knowledge_persons (kb)->len, bl_knowledge_n_terms (kb),
                  bl_knowledge_offices (kb)->len);
  g_assert_cmpstr (doubtful, ==, "");
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/shipped/loads", test_loads);
  return g_test_run ();
}
