#include "base/parallel.h"

typedef struct
{
  gint done[1000];
} Tally;

static void
mark (guint index, gpointer data)
{
  Tally *tally = data;
  g_atomic_int_inc (&tally->done[index]);
}

/* Every piece once, whatever the number of threads. */
static void
test_each_once (void)
{
  static const guint jobs[] = { 0, 1, 2, 7, 2000 };
  static const guint sizes[] = { 0, 1, 3, 1000 };
  for (guint j = 0; j < G_N_ELEMENTS (jobs); j++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        Tally tally = { 0 };
        bl_parallel_for (sizes[s], MIN (jobs[j], 16), mark, &tally);
        for (guint i = 0; i < G_N_ELEMENTS (tally.done); i++)
          g_assert_cmpint (tally.done[i], ==, i < sizes[s] ? 1 : 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/parallel/each-once", test_each_once);
  return g_test_run ();
}
