/* belie sources: how each source behaves in this corpus. */
#include "cli/verbs.h"
#include "command/outputs.h"

#include <string.h>
#include <unistd.h>

/* What is printed: profiles, or one of the lists. */
typedef struct
{
  gboolean facts, single;
} View;

static void
print_view (const BlRun *run, const BlOptions *options, const View *view, GString *out)
{
  const gboolean json = g_strcmp0 (options->format, "json") == 0;
  if (view->facts)
    (json ? bl_report_facts_json : bl_report_facts_text) (run, out);
  else if (view->single)
    (json ? bl_report_single_json : bl_report_single_text) (run, out);
  else if (json)
    bl_report_sources_json (run, out);
  else
    {
      const BlTextOptions text = { .colour = bl_options_colour (options, STDOUT_FILENO), .verbose = options->verbose };
      bl_report_sources_text (run, &text, out);
    }
}

static int
sources (const BlOptions *options, const View *view)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("sources", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlRun run = bl_pipeline_run (pipeline);
  bl_outputs_problems (pipeline->problems, options->quiet);

  g_autoptr (GString) out = g_string_new (NULL);
  print_view (&run, options, view, out);
  if (!bl_print (out->str, out->len))
    return BL_EXIT_PARTIAL;
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_sources (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  View view = { 0 };
  const GOptionEntry own[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, "text or json (default: text)", "FORMAT" },
    { "facts", 0, 0, G_OPTION_ARG_NONE, &view.facts,
      "Instead of profiles: facts on which several origins speak, and who tells which value", NULL },
    { "single", 0, 0, G_OPTION_ARG_NONE, &view.single,
      "Instead of profiles: what one origin tells alone, however many articles repeat it", NULL },
    { 0 },
  };
  if (!bl_options_parse (&options, argc, argv,
                         "Profiles the sources: counts with intervals, no single score.\n"
                         "PATH is a folder, a corpus.json or an article; by default the nearest corpus.json upward.",
                         own))
    return BL_EXIT_USAGE;
  if (options.format != NULL && strcmp (options.format, "text") != 0 && strcmp (options.format, "json") != 0)
    return bl_usage_error ("sources", "--format is text or json, not “%s”", options.format);
  if (view.facts && view.single)
    return bl_usage_error ("sources", "--facts and --single print different things: name one of them");
  options.pipeline.shows_progress = bl_options_progress (&options);
  return sources (&options, &view);
}
