/* Problems: one order whatever the threads, no repetitions, one line each. */
#include "base/problem.h"

static char *
join (BlProblems *problems)
{
  const GPtrArray *list = bl_problems_list (problems);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = bl_problem_format (list->pdata[i]);
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  bl_problems_add (problems, BL_PROBLEM_NOTE, "b.txt", 1, 1, "first of b");
  bl_problems_add (problems, BL_PROBLEM_NOTE, "a.txt", 10, 1, "tenth line");
  bl_problems_add (problems, BL_PROBLEM_NOTE, "a.txt", 9, 20, "far right");
  bl_problems_add (problems, BL_PROBLEM_NOTE, "a.txt", 9, 3, "z");
  bl_problems_add (problems, BL_PROBLEM_NOTE, "a.txt", 9, 3, "%d%%", 5);
  bl_problems_add (problems, BL_PROBLEM_NOTE, "a.txt", 0, 0, "the whole file");
  bl_problems_add (problems, BL_PROBLEM_NOTE, NULL, 0, 0, "no file at all");
  bl_problems_add (problems, BL_PROBLEM_NOTE, "b.txt", 1, 1, "first of b");
  g_autofree char *text = join (problems);
  g_assert_cmpstr (text, ==,
                   "no file at all\n"
                   "a.txt: the whole file\n"
                   "a.txt:9:3: 5%\n"
                   "a.txt:9:3: z\n"
                   "a.txt:9:20: far right\n"
                   "a.txt:10:1: tenth line\n"
                   "b.txt:1:1: first of b\n");

  /* Adding goes on after listing. */
  bl_problems_add (problems, BL_PROBLEM_NOTE, "b.txt", 1, 1, "first of b");
  bl_problems_add (problems, BL_PROBLEM_NOTE, "a.txt", 1, 0, "no column");
  g_autofree char *more = join (problems);
  g_assert_cmpuint (bl_problems_list (problems)->len, ==, 8);
  g_assert_nonnull (g_strstr_len (more, -1, "a.txt:1: no column\n"));
}

static void
test_partial (void)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_assert_cmpuint (bl_problems_list (problems)->len, ==, 0);
  g_assert_false (bl_problems_any_partial (problems));
  bl_problems_add (problems, BL_PROBLEM_NOTE, NULL, 0, 0, "a note");
  g_assert_false (bl_problems_any_partial (problems));
  bl_problems_add (problems, BL_PROBLEM_PARTIAL, NULL, 0, 0, "not read");
  g_assert_true (bl_problems_any_partial (problems));
  bl_problems_free (NULL);
}

enum
{
  THREADS = 6,
  EACH = 200
};

static gpointer
add_some (gpointer data)
{
  for (guint i = 0; i < EACH; i++)
    bl_problems_add (data, BL_PROBLEM_PARTIAL, "a.txt", i + 1, 1, "line %u", i + 1);
  return NULL;
}

/* All threads say the same, so the list is what one of them said, in order. */
static void
test_threads (void)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  GThread *threads[THREADS];
  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("add", add_some, problems);
  for (guint i = 0; i < THREADS; i++)
    g_thread_join (threads[i]);
  const GPtrArray *list = bl_problems_list (problems);
  g_assert_cmpuint (list->len, ==, EACH);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpuint (((const BlProblem *) list->pdata[i])->line, ==, i + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/order", test_order);
  g_test_add_func ("/problem/partial", test_partial);
  g_test_add_func ("/problem/threads", test_threads);
  return g_test_run ();
}
