/* belie report: the HTML report for editors, in a folder. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "html/html.h"

#include <errno.h>
#include <stdio.h>

static int
report (const BlOptions *options, const char *folder)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("report", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlRun run = bl_pipeline_run (pipeline);
  bl_outputs_problems (pipeline->problems, options->quiet);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return bl_usage_error ("report", "%s: %s", folder, g_strerror (errno));
  g_autofree char *file = g_build_filename (folder, "index.html", NULL);
  GString *html = g_string_new (NULL);
  bl_report_html (&run, html);
  const gboolean written = bl_file_write (file, html->str, html->len, &error);
  g_string_free (html, TRUE);
  if (!written)
    return bl_usage_error ("report", "%s", error->message);
  printf ("%s\n", file);
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_report (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  g_autofree char *folder = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "Folder of the report (default: reports)", "DIR" },
    { 0 },
  };
  if (!bl_options_parse (&options, argc, argv,
                         "Writes the HTML report for editors: one file, DIR/index.html. Exit 0 also with findings.", own))
    return BL_EXIT_USAGE;
  options.pipeline.reviews = TRUE;
  return report (&options, folder != NULL ? folder : "reports");
}
