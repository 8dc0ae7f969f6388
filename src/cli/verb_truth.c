/* belie truth: truth discovery on any table of source, object, attribute and value. */
#include "cli/truth_output.h"
#include "cli/verbs.h"
#include "command/options.h"
#include "command/outputs.h"
#include "pipeline/standard_input.h"

#include <string.h>

typedef struct
{
  char **paths;
  char *method;
  char *tolerance;
  char *format;
  char *gold;
  gboolean sources;
  gboolean copies;
  gboolean quiet;
  int rounds;
  int seed;

  const BlTruthMethod *const *methods; /* what --method names; several with "all" */
  const BlTruthMethod *one[2];
  BlTruthFormat out;
  BlTolerance within;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->paths);
  g_free (options->method);
  g_free (options->tolerance);
  g_free (options->format);
  g_free (options->gold);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- options ------------------------------------------------------------------------------------------------------ */

/* "Methods:" and a line for each, behind the options of --help. */
static char *
list_methods (void)
{
  GString *list = g_string_new ("Methods:\n");
  for (const BlTruthMethod *const *method = bl_truth_methods (); *method != NULL; method++)
    g_string_append_printf (list, "  %-18s %s (%s)\n", (*method)->name, (*method)->summary, (*method)->paper);
  g_string_append (
      list,
      "  all                every method, with --gold\n\n"
      "DATA.csv has a header that names source, object, attribute and value in any order, and a claim a row; “-” reads\n"
      "standard input. Members of a set are joined by ';'. A column “confidence” (0 to 1) says how sure a claim was read.\n"
      "Ties are flagged and go to the least value. The result does not depend on the order of the rows.\n\n"
      "Exit: 0 done, 2 usage or no table, 3 done, but rows were left out.");
  return g_string_free (list, FALSE);
}

/* NULL-terminated. */
static GPtrArray *
method_names (void)
{
  GPtrArray *names = g_ptr_array_new ();
  for (const BlTruthMethod *const *method = bl_truth_methods (); *method != NULL; method++)
    g_ptr_array_add (names, (gpointer) (*method)->name);
  g_ptr_array_add (names, NULL);
  return names;
}

static gboolean
parse_words (Options *options, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "method", 'm', 0, G_OPTION_ARG_STRING, &options->method, "How truth is estimated; see below", "NAME" },
    { "tolerance", 't', 0, G_OPTION_ARG_STRING, &options->tolerance,
      "What counts as the same: 3, 1%, 10min (times; plain minutes of a day too), auto (1% or 10min) or 0 (default)", "T" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, "table, csv or json (default: table)", "FORMAT" },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &options->sources,
      "Print the sources: trust, number of claims, agreement with its interval", NULL },
    { "copies", 0, 0, G_OPTION_ARG_NONE, &options->copies, "Print which sources seem to take from each other", NULL },
    { "gold", 0, 0, G_OPTION_ARG_FILENAME, &options->gold,
      "Print how often the method is right by this table of object, attribute and value, beside vote", "FILE" },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &options->rounds, "At most so many rounds (default: the method's own)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options->seed, "Of methods that draw: the same seed gives the same result (default: 0)",
      "N" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "No notes", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, "DATA.csv" },
    { 0 },
  };
  static const char summary[]
      = "Tells which values of a table of claims are probably true, and how far its sources can be trusted.";
  g_autofree char *methods = list_methods ();
  g_autoptr (GPtrArray) names = method_names ();
  g_ptr_array_insert (names, (gint) names->len - 1, (gpointer) "all");
  const BlOptionTable table = { .summary = summary,
                                .description = methods,
                                .own = entries,
                                .choice = "method",
                                .choices = (const char *const *) names->pdata };
  return bl_options_parse_only (argc, argv, &table);
}

static gboolean
find_method (Options *options)
{
  if (g_strcmp0 (options->method, "all") == 0 && options->gold != NULL)
    {
      options->methods = bl_truth_methods ();
      return TRUE;
    }
  const char *name = options->method != NULL ? options->method : bl_truth_method_find ("auto") != NULL ? "auto" : "vote";
  options->one[0] = bl_truth_method_find (name);
  options->methods = options->one;
  if (options->one[0] != NULL)
    return TRUE;
  g_autoptr (GPtrArray) names = method_names ();
  g_autofree char *message = strcmp (name, "all") == 0 ? g_strdup ("--method all is for --gold FILE")
                                                       : bl_unknown_word ("method", name, (const char *const *) names->pdata);
  bl_usage_error ("truth", "%s", message);
  return FALSE;
}

static gboolean
find_format (Options *options)
{
  static const char *const formats[] = { "table", "csv", "json", NULL };
  for (guint i = 0; formats[i] != NULL; i++)
    if (options->format == NULL || strcmp (options->format, formats[i]) == 0)
      {
        options->out = (BlTruthFormat) i;
        return TRUE;
      }
  bl_usage_error ("truth", "--format is table, csv or json, not “%s”", options->format);
  return FALSE;
}

static gboolean
check_options (Options *options)
{
  g_autoptr (GError) error = NULL;
  const char *wrong = NULL;
  if (options->tolerance != NULL && !bl_tolerance_parse (options->tolerance, &options->within, &error))
    wrong = error->message;
  else if (options->sources + options->copies + (options->gold != NULL) > 1)
    wrong = "--sources, --copies and --gold print different things: name one of them";
  else if (options->rounds < 0)
    wrong = "--rounds takes a number from 1";
  else if (options->paths == NULL || options->paths[1] != NULL)
    wrong = "takes one table, DATA.csv, or “-” for standard input";
  if (wrong != NULL)
    bl_usage_error ("truth", "%s", wrong);
  return wrong == NULL && find_method (options) && find_format (options);
}

/* --- the run ------------------------------------------------------------------------------------------------------ */

static BlTruthTable *
read_table (const Options *options, BlProblems *problems, GError **error)
{
  BlTruthBuilder *builder = NULL;
  if (strcmp (options->paths[0], "-") != 0)
    builder = bl_truth_read_file (options->paths[0], problems, error);
  else
    {
      gsize length = 0;
      g_autofree char *text = bl_standard_input (BL_LIMIT_TABLE_BYTES, &length, error);
      if (text != NULL)
        builder = bl_truth_read ("standard input", text, length, problems, error);
    }
  return builder != NULL ? bl_truth_builder_end (builder, options->within) : NULL;
}

static gboolean
put_scores (const Options *options, const BlTruthOutput *output, const BlTruthOptions *run, BlProblems *problems, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTruthGold) gold = bl_truth_gold_read_file (options->gold, problems, &error);
  if (gold == NULL)
    {
      bl_outputs_failure ("truth", problems, error);
      return FALSE;
    }
  const BlTruthScore vote = bl_truth_score (output->table, output->vote, gold);
  if (vote.n == 0)
    {
      bl_usage_error ("truth", "%s: none of its objects and attributes is in %s", options->gold, options->paths[0]);
      return FALSE;
    }
  bl_truth_output_score (output, "vote", vote, TRUE, out);
  for (const BlTruthMethod *const *method = options->methods; *method != NULL; method++)
    {
      if (strcmp ((*method)->name, "vote") == 0)
        continue;
      g_autoptr (BlTruthResult) result = bl_truth_run (*method, output->table, run, NULL);
      if (result != NULL) /* of "all", those that are for other values are left out */
        bl_truth_output_score (output, (*method)->name, bl_truth_score (output->table, result, gold), FALSE, out);
    }
  return TRUE;
}

static int
write_results (const Options *options, BlTruthOutput *output, BlProblems *problems)
{
  const BlTruthOptions run = { .max_iterations = (guint) options->rounds, .seed = (guint32) options->seed };
  g_autoptr (BlTruthResult) vote = bl_truth_run (bl_truth_method_find ("vote"), output->table, NULL, NULL);
  output->vote = vote;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTruthResult) result = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  if (options->one[0] != NULL)
    {
      output->method = options->one[0];
      output->result = result = bl_truth_run (output->method, output->table, &run, &error);
      if (result == NULL)
        return bl_usage_error ("truth", "%s: %s", options->paths[0], error->message);
    }
  if (options->gold != NULL)
    {
      if (!put_scores (options, output, &run, problems, out))
        return BL_EXIT_USAGE;
    }
  else if (options->copies && result->copies == NULL)
    return bl_usage_error ("truth", "--copies: method “%s” does not look for copying", output->method->name);
  else if (options->copies)
    bl_truth_output_copies (output, out);
  else if (options->sources)
    bl_truth_output_sources (output, out);
  else
    bl_truth_output_items (output, out);
  bl_outputs_problems (problems, options->quiet);
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  return bl_problems_any_partial (problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_truth (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  if (!parse_words (&options, argc, argv) || !check_options (&options))
    return BL_EXIT_USAGE;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTruthTable) table = read_table (&options, problems, &error);
  if (table == NULL)
    return bl_outputs_failure ("truth", problems, error);
  BlTruthOutput output = { .table = table, .format = options.out };
  return write_results (&options, &output, problems);
}
