/* belie sources: how each source behaves in this corpus. */
#include "cli/cli.h"
#include "cli/outputs.h"

#include <string.h>
#include <unistd.h>

static int
sources (const BlOptions *options)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("sources", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlRun run = bl_pipeline_run (pipeline);
  bl_outputs_problems (pipeline->problems, options->quiet);

  g_autoptr (GString) out = g_string_new (NULL);
  if (g_strcmp0 (options->format, "json") == 0)
    bl_report_sources_json (&run, out);
  else
    {
      const BlTextOptions text = { .colour = bl_options_colour (options, STDOUT_FILENO), .verbose = options->verbose };
      bl_report_sources_text (&run, &text, out);
    }
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_sources (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  const GOptionEntry own[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, "text or json (default: text)", "FORMAT" },
    { 0 },
  };
  if (!bl_options_parse (&options, argc, argv, "Profiles the sources: counts with intervals, no single score.", own))
    return BL_EXIT_USAGE;
  if (options.format != NULL && strcmp (options.format, "text") != 0 && strcmp (options.format, "json") != 0)
    return bl_usage_error ("sources", "--format is text or json, not “%s”", options.format);
  return sources (&options);
}
