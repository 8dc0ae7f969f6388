/* belie report: the HTML report for editors, in a folder. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "cli/report_files.h"

#include <stdio.h>

static int
report (const BlOptions *options, const char *folder, gboolean validate)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("report", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlRun run = bl_pipeline_run (pipeline);
  bl_outputs_problems (pipeline->problems, options->quiet);

  g_autoptr (GPtrArray) files = bl_report_html_files (&run, BL_HTML_LIMIT);
  if (!bl_report_files_write (folder, files, &error))
    return bl_usage_error ("report", "%s", error->message);
  g_autofree char *file = g_build_filename (folder, ((const BlHtmlFile *) files->pdata[0])->name, NULL);
  printf ("%s\n", file);
  guint n_complaints = 0;
  if (validate && !bl_report_files_validate (folder, &n_complaints, &error))
    return bl_usage_error ("report", "%s", error->message);
  if (n_complaints > 0)
    return BL_EXIT_PARTIAL;
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_report (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  g_autofree char *folder = NULL;
  gboolean validate = FALSE;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "Folder of the report (default: reports)", "DIR" },
    { "validate", 0, 0, G_OPTION_ARG_NONE, &validate,
      "Check what lies in DIR then: links that lead nowhere, files that no page leads to", NULL },
    { 0 },
  };
  if (!bl_options_parse (
          &options, argc, argv,
          "Writes the HTML report for editors: DIR/index.html, past 5 MB also a file for each source. Exit 0 also with\n"
          "findings; with --validate 3 when something in DIR does not hold together.",
          own))
    return BL_EXIT_USAGE;
  options.pipeline.reviews = TRUE;
  return report (&options, folder != NULL ? folder : "reports", validate);
}
