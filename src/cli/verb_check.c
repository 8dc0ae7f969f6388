/* belie check: the main job. */
#include "cli/verbs.h"
#include "command/draft_words.h"
#include "command/outputs.h"
#include "command/use_settings.h"

static int
check (const BlOptions *options)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("check", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlRun run = bl_pipeline_run (pipeline);
  bl_outputs_problems (pipeline->problems, options->quiet);
  return bl_outputs_write (options, "check", &run) ? bl_outputs_exit_code (options, &run) : BL_EXIT_PARTIAL;
}

int
bl_verb_check (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  g_auto (BlDraftWords) words = { 0 };
  const GOptionEntry own[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, BL_FORMATS " (default: text)", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs, "Also write FORMAT=FILE, any number of times",
      "FORMAT=FILE" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.against,
      "PATH is a draft, held against this corpus: only findings that touch it; “-” reads it from standard input", "CORPUS" },
    { "stdin-filename", 0, 0, G_OPTION_ARG_FILENAME, &words.name,
      "With “-”: the file that the draft stands for (default: draft.txt)", "NAME" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &words.source, "With --against: the source of the draft", "ID" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &words.date, "With --against: the day of the draft, 2026-03-30", "DAY" },
    { "changed-since", 0, 0, G_OPTION_ARG_STRING, &options.pipeline.changes.since,
      "Only findings with a side in what differs from git's REV", "REV" },
    { "staged", 0, 0, G_OPTION_ARG_NONE, &options.pipeline.changes.staged, "Only findings with a side in what is staged",
      NULL },
    { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.changes.files_from,
      "Only findings with a side in the files that FILE lists, a path a line; “-” is standard input", "FILE" },
    { "compare-all", 0, 0, G_OPTION_ARG_NONE, &options.pipeline.compare_all,
      "With --against or a change: compare all articles with each other, not only with what is in question; slower", NULL },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.baseline,
      "What is known already (default: belie-baseline.jsonl beside corpus.json)", "FILE" },
    { "verdicts", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.verdicts,
      "What editors decided (default: belie-verdicts.jsonl beside corpus.json)", "FILE" },
    { "no-baseline", 0, 0, G_OPTION_ARG_NONE, &options.pipeline.no_baseline, "Show all findings, whatever was decided", NULL },
    { "baseline-lenient", 0, 0, G_OPTION_ARG_NONE, &options.baseline_lenient, "A stale line of the baseline is no failure",
      NULL },
    { "no-baseline-lenient", 0, G_OPTION_FLAG_HIDDEN | G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &options.baseline_lenient,
      "The opposite, whatever belie.json says", NULL },
    { "show-config", 0, 0, G_OPTION_ARG_NONE, &options.show_config,
      "Print what would hold, and which line of which file or which option says so; check nothing", NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options.fail_on,
      "error, warning, note or never: from where on the exit code is 1 (default: error)", "LEVEL" },
    { 0 },
  };
  if (!bl_options_parse (
          &options, argc, argv,
          "Reads articles, compares what they say with each other and with the knowledge base, and prints findings.\n"
          "PATH is a folder, a corpus.json or an article; by default the nearest corpus.json upward.",
          own)
      || !bl_outputs_check (&options, "check"))
    return BL_EXIT_USAGE;
  if (options.show_config)
    {
      g_autoptr (GString) shown = bl_settings_show (&options);
      return bl_print (shown->str, shown->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
    }
  options.pipeline.reviews = TRUE;
  options.pipeline.shows_progress = bl_options_progress (&options);
  if (!bl_draft_words_read (&words, &options, "check"))
    return BL_EXIT_USAGE;
  return check (&options);
}
