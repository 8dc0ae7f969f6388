/* belie check: the main job. */
#include "cli/cli.h"
#include "cli/outputs.h"

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
  const GOptionEntry own[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, "text, json, sarif or html (default: text)", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs, "Also write FORMAT=FILE, any number of times",
      "FORMAT=FILE" },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options.fail_on, "Exit 1 at error (default), warning, note, or never", "LEVEL" },
    { 0 },
  };
  if (!bl_options_parse (
          &options, argc, argv,
          "Reads articles, compares what they say with each other and with the knowledge base, and prints findings.\n"
          "PATH is a folder, a corpus.json or an article; by default the nearest corpus.json upward.",
          own)
      || !bl_outputs_check (&options, "check"))
    return BL_EXIT_USAGE;
  return check (&options);
}
