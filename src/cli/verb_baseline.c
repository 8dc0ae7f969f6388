/* belie baseline: what was decided about findings, kept in files of the repository. */
#include "cli/verbs.h"
#include "command/option_list.h"
#include "command/outputs.h"
#include "pipeline/decisions.h"

#include "review/review.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  BlPipeline *pipeline;
  const char *file; /* the baseline */
} Baseline;

static const char *
plural (guint n)
{
  return n == 1 ? "" : "s";
}

static int
save (const char *verb, const char *path, const GPtrArray *list)
{
  g_autoptr (GError) error = NULL;
  GString *text = bl_decisions_write (list);
  const gboolean ok = bl_file_write (path, text->str, text->len, &error);
  g_string_free (text, TRUE);
  return ok ? BL_EXIT_CLEAN : bl_usage_error (verb, "%s", error->message);
}

/* Findings that nothing is decided about. Borrowed. */
static GPtrArray *
undecided (const BlPipeline *pipeline)
{
  GPtrArray *list = g_ptr_array_new ();
  const GPtrArray *findings = bl_findings_list (pipeline->findings);
  for (guint i = 0; i < findings->len; i++)
    if (bl_review_of (pipeline->review, findings->pdata[i]) == NULL)
      g_ptr_array_add (list, findings->pdata[i]);
  return list;
}

/* Decisions that are not in the list. Borrowed. */
static GPtrArray *
without (const GPtrArray *decisions, const GPtrArray *list)
{
  GPtrArray *left = g_ptr_array_new ();
  for (guint i = 0; i < decisions->len; i++)
    if (!g_ptr_array_find ((GPtrArray *) list, decisions->pdata[i], NULL))
      g_ptr_array_add (left, decisions->pdata[i]);
  return left;
}

/* Decisions that stand in this file, not in the other one. Borrowed. */
static GPtrArray *
of_file (const GPtrArray *decisions, const char *file)
{
  GPtrArray *own = g_ptr_array_new ();
  for (guint i = 0; i < decisions->len; i++)
    if (strcmp (((const BlDecision *) decisions->pdata[i])->file, file) == 0)
      g_ptr_array_add (own, decisions->pdata[i]);
  return own;
}

static int
create (const Baseline *baseline)
{
  g_autoptr (GPtrArray) fresh = undecided (baseline->pipeline);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_decision_free);
  for (guint i = 0; i < fresh->len; i++)
    if (!g_str_has_prefix (((const BlFinding *) fresh->pdata[i])->id, "allow/"))
      g_ptr_array_add (list, bl_decision_on (fresh->pdata[i], BL_DECISION_LEGACY));
  const guint n = list->len;
  guint n_before = 0;
  if (g_file_test (baseline->file, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) before = bl_decisions_load (baseline->file, baseline->pipeline->problems, &error);
      if (before == NULL)
        return bl_outputs_failure ("baseline", baseline->pipeline->problems, error);
      n_before = before->len;
      bl_decisions_merge (list, before);
    }
  else
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      bl_decisions_merge (list, none);
    }
  const int code = save ("baseline", baseline->file, list);
  if (code == BL_EXIT_CLEAN)
    printf ("%s: %u finding%s added, %u kept\n", baseline->file, n, plural (n), n_before);
  return code;
}

static int
prune (const Baseline *baseline)
{
  if (!baseline->pipeline->whole)
    return bl_usage_error ("baseline", "prune needs the whole corpus: without it nobody can say what is gone");
  g_autoptr (GPtrArray) own = of_file (baseline->pipeline->decisions, baseline->file);
  g_autoptr (GPtrArray) left = without (own, bl_review_stale (baseline->pipeline->review));
  const guint n = own->len - left->len;
  const int code = n > 0 ? save ("baseline", baseline->file, left) : BL_EXIT_CLEAN;
  if (code == BL_EXIT_CLEAN)
    printf ("%s: %u line%s removed, %u kept\n", baseline->file, n, plural (n), left->len);
  return code;
}

static void
print_decision (const char *mark, const BlDecision *decision)
{
  printf ("%s %s %s %s (%s:%u)\n", mark, decision->fingerprint, decision->id != NULL ? decision->id : "-",
          decision->at != NULL ? decision->at : "-", decision->file, decision->line);
}

static int
diff (const Baseline *baseline)
{
  const BlReview *review = baseline->pipeline->review;
  g_autoptr (GPtrArray) fresh = undecided (baseline->pipeline);
  for (guint i = 0; i < fresh->len; i++)
    {
      const BlFinding *finding = fresh->pdata[i];
      printf ("+ %s %s %s:%u:%u: %s\n", finding->fingerprint, finding->id, finding->at->article->id, finding->at->location.line,
              finding->at->location.column, finding->message);
    }
  const GPtrArray *stale = bl_review_stale (review), *expired = bl_review_expired (review);
  for (guint i = 0; i < stale->len; i++)
    print_decision ("-", stale->pdata[i]);
  for (guint i = 0; i < expired->len; i++)
    print_decision ("!", expired->pdata[i]);
  printf ("%u new, %u gone, %u over\n", fresh->len, stale->len, expired->len);
  return fresh->len > 0 ? BL_EXIT_FINDINGS : stale->len + expired->len > 0 ? BL_EXIT_STALE : BL_EXIT_CLEAN;
}

/* Puts verdicts that an editor exported from the report into the file of verdicts. */
static int
apply (const char *home, const char *from, const BlOptions *options)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = bl_decisions_load (from, problems, &error);
  g_autofree char *to = bl_decisions_file (home, options->pipeline.verdicts, BL_VERDICTS_NAME);
  if (list == NULL)
    return bl_outputs_failure ("baseline", problems, error);
  const guint n = list->len;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GPtrArray) before = bl_decisions_load (to, problems, &error);
      if (before == NULL)
        return bl_outputs_failure ("baseline", problems, error);
      /* What the editor says now stands against what was said before, whatever weighs more. */
      for (guint i = before->len; i > 0; i--)
        for (guint k = 0; k < n; k++)
          if (strcmp (((BlDecision *) before->pdata[i - 1])->fingerprint, ((BlDecision *) list->pdata[k])->fingerprint) == 0)
            {
              g_ptr_array_remove_index (before, i - 1);
              break;
            }
      bl_decisions_merge (list, before);
    }
  const int code = save ("baseline", to, list);
  if (code == BL_EXIT_CLEAN)
    printf ("%s: %u verdict%s applied, %u in all\n", to, n, plural (n), list->len);
  return code;
}

typedef int (*Action) (const Baseline *baseline);

static int
with_findings (BlOptions *options, const char *home, Action action)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *file = bl_decisions_file (home, options->pipeline.baseline, BL_BASELINE_NAME);
  /* A baseline that is to be made need not be there. */
  if (action == create && !g_file_test (file, G_FILE_TEST_EXISTS))
    g_clear_pointer (&options->pipeline.baseline, g_free);
  options->pipeline.reviews = TRUE;
  options->pipeline.shows_progress = bl_options_progress (options);
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("baseline", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  bl_outputs_problems (pipeline->problems, TRUE);
  if (bl_problems_any_partial (pipeline->problems) && action != diff)
    {
      fprintf (stderr, "belie baseline: some input was not read, so nothing was written\n");
      return BL_EXIT_PARTIAL;
    }
  const Baseline baseline = { .pipeline = pipeline, .file = file };
  return action (&baseline);
}

int
bl_verb_baseline (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  const GOptionEntry own[] = {
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.baseline,
      "The baseline (default: belie-baseline.jsonl beside corpus.json)", "FILE" },
    { "verdicts", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.verdicts,
      "The editors' verdicts (default: belie-verdicts.jsonl beside corpus.json)", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL,
      "create|prune|diff [PATH…] | apply FILE [PATH]" },
    { 0 },
  };
  const char *action = argc > 1 ? argv[1] : "";
  static const char *const actions[] = { "create", "prune", "diff", "apply", NULL };
  bl_option_list_words (argc, argv, actions);
  const gboolean help = bl_option_list_asked (argc, argv) || strcmp (action, "--help") == 0 || strcmp (action, "-h") == 0;
  if (!help && !g_strv_contains (actions, action))
    return bl_action_error ("baseline", "say create, prune, diff or apply", action, actions);
  /* The word of the action goes; what is left are options and paths. */
  if (!help)
    {
      argv[1] = argv[0];
      argv++;
      argc--;
    }
  options.first_path = strcmp (action, "apply") == 0 ? 1 : 0; /* a verdict file comes from anywhere */
  if (!bl_options_parse (&options, argc, argv,
                         "create [PATH…]  takes all findings that nothing is decided about as known\n"
                         "prune [PATH…]   removes lines that match no finding any more\n"
                         "diff [PATH…]    prints what is new (+), gone (-) and over (!); exit 1, 4 or 0\n"
                         "apply FILE [PATH]  puts verdicts that the report exported into belie-verdicts.jsonl",
                         own))
    return BL_EXIT_USAGE;
  char **paths = options.paths;
  if (strcmp (action, "apply") == 0)
    {
      if (paths == NULL || paths[0] == NULL)
        return bl_usage_error ("baseline", "apply needs the FILE that the report exported");
      g_autofree char *home = bl_decisions_home ((const char *const *) paths + 1);
      return apply (home, paths[0], &options);
    }
  g_autofree char *home = bl_decisions_home ((const char *const *) paths);
  return with_findings (&options, home, strcmp (action, "create") == 0 ? create : strcmp (action, "prune") == 0 ? prune : diff);
}
