/* The packs that ship: they load, quickly, and pass their own tests. */
#include "rules/set.h"

typedef struct
{
  BlTextLexicon *lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  const char *const knowledge[] = { BL_RULES_DIR "/knowledge", NULL };
  fixture->lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  fixture->kb = bl_knowledge_load (knowledge, NULL, &error);
  g_assert_no_error (error);
  fixture->finder = bl_mention_finder_new (fixture->kb, BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  bl_mention_finder_free (fixture->finder);
  bl_knowledge_free (fixture->kb);
  bl_text_lexicon_free (fixture->lexicon);
}

static void
show_problems (BlProblems *problems)
{
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = bl_problem_format (g_ptr_array_index (list, i));
      g_test_message ("%s", line);
    }
}

static void
test_own_tests (Fixture *fixture, gconstpointer data)
{
  (void) data;
  const char *const packs[] = { BL_RULES_DIR "/packs", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BlRuleSet) set = bl_rule_set_load (packs, problems, &error);
  g_test_message ("%u rules in %.2f ms", set != NULL ? bl_rule_set_n_rules (set) : 0,
                  (double) (g_get_monotonic_time () - start) / 1000);
  show_problems (problems);
  g_assert_no_error (error);

  BlRuleTestReport report;
  start = g_get_monotonic_time ();
  guint n_failed = bl_rule_set_run_tests (set, fixture->finder, fixture->lexicon, problems, &report);
  g_test_message ("%u yes, %u no, %u todo, %u conflicts, %u examples in %.1f ms", report.n_yes, report.n_no, report.n_todo,
                  report.n_conflict, report.n_fragments, (double) (g_get_monotonic_time () - start) / 1000);
  bl_rule_set_check (set, problems);
  show_problems (problems);
  g_assert_cmpuint (n_failed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/shipped/own-tests", Fixture, NULL, set_up, test_own_tests, tear_down);
  return g_test_run ();
}
