/* belie_truth_bench: what one round of each method of truth discovery costs, on a table made up here.
 *
 * usage: belie_truth_bench [--claims N] [--sources N] [--seed N] [--smoke]
 *
 * Each item is answered by twenty sources on average; a source is right with a chance of its own, and what is wrong is one of five answers. The
 * same arguments give the same table. Times are the least of some passes, in processor time of this thread, which suffers less from a busy
 * machine. */
#include "truth/truth.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define ANSWERS_AN_ITEM 20
#define PASSES 5

static int n_claims = 100000, n_sources = 1000, seed = 1;
static gboolean smoke;

static double
milliseconds (void)
{
  struct timespec time;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * (double) time.tv_sec + 1e-6 * (double) time.tv_nsec;
}

/* The table as comma-separated values: words in one half of the items, numbers in the other. */
static GString *
write_table (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) seed);
  g_autofree double *accuracy = g_new (double, n_sources);
  for (int s = 0; s < n_sources; s++)
    accuracy[s] = g_rand_double_range (rand, 0.4, 0.95);
  GString *out = g_string_new ("source,object,attribute,value\n");
  for (int c = 0; c < n_claims; c++)
    {
      const int item = c / ANSWERS_AN_ITEM, source = g_rand_int_range (rand, 0, n_sources);
      const int answer = g_rand_double (rand) < accuracy[source] ? 0 : g_rand_int_range (rand, 1, 6);
      if (item % 2 == 0)
        g_string_append_printf (out, "source %d,object %d,place,answer %c%d\n", source, item, 'a' + answer, item);
      else
        g_string_append_printf (out, "source %d,object %d,size,%d\n", source, item, 1000 + item + 17 * answer);
    }
  return out;
}

static BlTruthTable *
read_table (const GString *text, double *reading, double *making)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  const double start = milliseconds ();
  BlTruthBuilder *builder = bl_truth_read ("table", text->str, text->len, problems, &error);
  if (builder == NULL)
    g_error ("%s", error->message);
  *reading = milliseconds () - start;
  BlTruthTable *table = bl_truth_builder_end (builder, (BlTolerance){ 0 });
  *making = milliseconds () - start - *reading;
  return table;
}

static void
measure (const BlTruthMethod *method, const BlTruthTable *table, int passes)
{
  double least = INFINITY, least_one = INFINITY;
  guint rounds = 0;
  for (int pass = 0; pass < passes; pass++)
    {
      double start = milliseconds ();
      g_autoptr (BlTruthResult) all = bl_truth_run (method, table, NULL, NULL);
      least = MIN (least, milliseconds () - start);
      if (all == NULL)
        return;
      rounds = all->iterations;
      start = milliseconds ();
      bl_truth_result_free (bl_truth_run (method, table, &(BlTruthOptions){ .max_iterations = 1 }, NULL));
      least_one = MIN (least_one, milliseconds () - start);
    }
  if (rounds > 1)
    printf ("%-20s %6u rounds  %8.2f ms a round  %9.1f ms in all\n", method->name, rounds,
            MAX (least - least_one, 0) / (rounds - 1), least);
  else
    printf ("%-20s %6u rounds  %8s              %9.1f ms in all\n", method->name, rounds, "", least);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "claims", 0, 0, G_OPTION_ARG_INT, &n_claims, "Rows of the table (default: 100000)", "N" },
    { "sources", 0, 0, G_OPTION_ARG_INT, &n_sources, "Sources (default: 1000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Of the table (default: 1)", "N" },
    { "smoke", 0, 0, G_OPTION_ARG_NONE, &smoke, "A small table, once: whether it runs at all", NULL },
    { 0 },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[METHOD…]");
  g_option_context_add_main_entries (context, entries, NULL);
  g_autoptr (GError) error = NULL;
  if (!g_option_context_parse (context, &argc, &argv, &error) || n_claims < 1 || n_sources < 1)
    {
      fprintf (stderr, "belie_truth_bench: %s\n", error != NULL ? error->message : "numbers start at 1");
      return 2;
    }
  if (smoke)
    {
      n_claims = 2000;
      n_sources = 50;
    }
  g_autoptr (GString) text = write_table ();
  double reading, making;
  g_autoptr (BlTruthTable) table = read_table (text, &reading, &making);
  printf ("%u claims of %u sources on %u items: %.0f ms to read, %.0f ms for the table\n", table->n_claims, table->n_sources,
          table->n_items, reading, making);
  for (const BlTruthMethod *const *method = bl_truth_methods (); *method != NULL; method++)
    if (argc < 2 || g_strv_contains ((const char *const *) argv + 1, (*method)->name))
      measure (*method, table, smoke ? 1 : PASSES);
  return 0;
}
