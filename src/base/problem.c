#include "base/problem.h"

#include <stdarg.h>

#include "base/excerpt.h"

struct BlProblems
{
  GMutex lock;
  GPtrArray *list; /* of owned BlProblem */
  gboolean sorted; /* list is sorted and free of repetitions */
  gboolean partial;
};

static void
problem_free (gpointer data)
{
  BlProblem *problem = data;
  g_free (problem->file);
  g_free (problem->what);
  g_free (problem->excerpt);
  g_free (problem);
}

BlProblems *
bl_problems_new (void)
{
  BlProblems *problems = g_new0 (BlProblems, 1);
  g_mutex_init (&problems->lock);
  problems->list = g_ptr_array_new_with_free_func (problem_free);
  problems->sorted = TRUE;
  return problems;
}

void
bl_problems_free (BlProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->list);
  g_mutex_clear (&problems->lock);
  g_free (problems);
}

static void add_list (BlProblems *problems, BlProblemLevel level, const BlProblemPlace *place, const char *format,
                      va_list arguments) G_GNUC_PRINTF (4, 0);

static void
add_list (BlProblems *problems, BlProblemLevel level, const BlProblemPlace *place, const char *format, va_list arguments)
{
  BlProblem *problem = g_new0 (BlProblem, 1);
  problem->level = level;
  problem->file = g_strdup (place->file);
  problem->line = place->line;
  problem->column = place->column;
  problem->what = g_strdup_vprintf (format, arguments);
  problem->excerpt = g_strdup (place->excerpt);

  g_mutex_lock (&problems->lock);
  g_ptr_array_add (problems->list, problem);
  problems->sorted = FALSE;
  if (level == BL_PROBLEM_PARTIAL)
    problems->partial = TRUE;
  g_mutex_unlock (&problems->lock);
}

void
bl_problems_add (BlProblems *problems, BlProblemLevel level, const char *file, guint line, guint column, const char *format,
                 ...)
{
  const BlProblemPlace place = { .file = file, .line = line, .column = column };
  va_list arguments;
  va_start (arguments, format);
  add_list (problems, level, &place, format, arguments);
  va_end (arguments);
}

void
bl_problems_add_at (BlProblems *problems, BlProblemLevel level, const BlProblemPlace *place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  add_list (problems, level, place, format, arguments);
  va_end (arguments);
}

static int
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

/* Problems without a file come first (g_strcmp0 puts NULL before any text). Bytes, not collation: the order must not
 * depend on the locale. */
static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const BlProblem *left = *(BlProblem *const *) a;
  const BlProblem *right = *(BlProblem *const *) b;
  int order = g_strcmp0 (left->file, right->file);
  if (order == 0)
    order = compare_numbers (left->line, right->line);
  if (order == 0)
    order = compare_numbers (left->column, right->column);
  if (order == 0)
    order = g_strcmp0 (left->what, right->what);
  if (order == 0)
    order = compare_numbers (left->level, right->level);
  return order;
}

/* Expects the list to be sorted, so that repetitions are neighbours. */
static void
drop_repetitions (GPtrArray *list)
{
  guint kept = 0;
  for (guint i = 0; i < list->len; i++)
    {
      gpointer problem = list->pdata[i];
      if (kept > 0 && compare_problems (&list->pdata[kept - 1], &problem) == 0)
        {
          problem_free (problem);
          list->pdata[i] = NULL;
          continue;
        }
      list->pdata[i] = NULL;
      list->pdata[kept++] = problem;
    }
  /* The slots past kept are NULL and must not reach the free function. */
  g_ptr_array_set_free_func (list, NULL);
  g_ptr_array_set_size (list, (gint) kept);
  g_ptr_array_set_free_func (list, problem_free);
}

const GPtrArray *
bl_problems_list (BlProblems *problems)
{
  g_mutex_lock (&problems->lock);
  if (!problems->sorted)
    {
      g_ptr_array_sort (problems->list, compare_problems);
      drop_repetitions (problems->list);
      problems->sorted = TRUE;
    }
  g_mutex_unlock (&problems->lock);
  return problems->list;
}

gboolean
bl_problems_any_partial (BlProblems *problems)
{
  g_mutex_lock (&problems->lock);
  gboolean partial = problems->partial;
  g_mutex_unlock (&problems->lock);
  return partial;
}

char *
bl_place_format (const BlProblemPlace *place, const char *what)
{
  GString *text = g_string_new (NULL);
  if (place->file != NULL)
    g_string_append_printf (text, "%s:", place->file);
  if (place->line > 0)
    g_string_append_printf (text, place->file != NULL ? "%u:" : "line %u:", place->line);
  if (place->line > 0 && place->column > 0)
    g_string_append_printf (text, "%u:", place->column);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, what);
  g_autofree char *raw = g_string_free (text, FALSE);
  return bl_harmless (raw);
}

char *
bl_problem_format (const BlProblem *problem)
{
  const BlProblemPlace place = { .file = problem->file, .line = problem->line, .column = problem->column };
  return bl_place_format (&place, problem->what);
}

char *
bl_problem_show (const BlProblem *problem)
{
  char *line = bl_problem_format (problem);
  if (problem->excerpt == NULL)
    return line;
  char *all = g_strconcat (line, "\n", problem->excerpt, NULL);
  g_free (line);
  return all;
}
