/* belie report: the HTML report for editors, of a corpus or of one draft held against it. */
#include "cli/report_files.h"
#include "cli/verbs.h"
#include "command/draft_words.h"
#include "command/outputs.h"

#include <errno.h>
#include <stdio.h>

/* FILE.html as it is named, the whole report in it. */
static gboolean
write_file (const BlRun *run, const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  GString *html = g_string_new (NULL);
  bl_report_html (run, html);
  const gboolean written = bl_file_write (file, html->str, html->len, error);
  g_string_free (html, TRUE);
  if (written)
    printf ("%s\n", file);
  return written;
}

/* index.html in the folder, with the parts that it is cut into. */
static gboolean
write_folder (const BlRun *run, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = bl_report_html_files (run, BL_HTML_LIMIT);
  if (!bl_report_files_write (folder, files, error))
    return FALSE;
  g_autofree char *file = g_build_filename (folder, ((const BlHtmlFile *) files->pdata[0])->name, NULL);
  printf ("%s\n", file);
  return TRUE;
}

static gboolean
is_file (const char *output)
{
  return g_str_has_suffix (output, ".html") || g_str_has_suffix (output, ".htm");
}

static int
report (const BlOptions *options, const char *output, gboolean validate)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("report", pipeline->problems, error);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlRun run = bl_pipeline_run (pipeline);
  bl_outputs_problems (pipeline->problems, options->quiet);

  if (!(is_file (output) ? write_file : write_folder) (&run, output, &error))
    return bl_usage_error ("report", "%s", error->message);
  guint n_complaints = 0;
  if (validate && !bl_report_files_validate (output, &n_complaints, &error))
    return bl_usage_error ("report", "%s", error->message);
  if (n_complaints > 0)
    return BL_EXIT_PARTIAL;
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

/* --draft stands in the place of PATHs. */
static gboolean
take_draft (BlOptions *options, const char *draft)
{
  if (draft == NULL)
    return TRUE;
  if (options->pipeline.against == NULL)
    {
      bl_usage_error ("report", "--draft DRAFT is held --against CORPUS");
      return FALSE;
    }
  if (options->paths != NULL && options->paths[0] != NULL)
    {
      bl_usage_error ("report", "“%s” and --draft: the corpus is named by --against", options->paths[0]);
      return FALSE;
    }
  g_strfreev (options->paths);
  options->paths = g_strdupv ((char *[]){ (char *) draft, NULL });
  return TRUE;
}

int
bl_verb_report (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  g_auto (BlDraftWords) words = { 0 };
  g_autofree char *output = NULL, *draft = NULL;
  gboolean validate = FALSE;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "FILE.html, or folder of the report (default: reports)", "FILE|DIR" },
    { "validate", 0, 0, G_OPTION_ARG_NONE, &validate,
      "Check what lies in DIR then: links that lead nowhere, files that no page leads to", NULL },
    { "draft", 0, 0, G_OPTION_ARG_FILENAME, &draft,
      "The galley of one draft, held against a corpus; “-” reads it from standard input", "DRAFT" },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.pipeline.against, "With --draft: the corpus", "CORPUS" },
    { "stdin-filename", 0, 0, G_OPTION_ARG_FILENAME, &words.name,
      "With --draft -: the file that the draft stands for (default: draft.txt)", "NAME" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &words.source, "With --draft: its source", "ID" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &words.date, "With --draft: its day, 2026-03-30", "DAY" },
    { 0 },
  };
  if (!bl_options_parse (
          &options, argc, argv,
          "Writes the HTML report for editors: FILE.html, or DIR/index.html and past 5 MB also a file for each source. Exit 0\n"
          "also with findings; with --validate 3 when something in DIR does not hold together.\n"
          "With --draft DRAFT --against CORPUS: the draft as a galley, its findings, and what other origins say alike.\n"
          "PATH is a folder, a corpus.json or an article; by default the nearest corpus.json upward.",
          own))
    return BL_EXIT_USAGE;
  options.pipeline.reviews = TRUE;
  options.pipeline.shows_progress = bl_options_progress (&options);
  if (!take_draft (&options, draft) || !bl_draft_words_read (&words, &options, "report"))
    return BL_EXIT_USAGE;
  if (output == NULL)
    output = g_strdup ("reports");
  if (validate && is_file (output))
    return bl_usage_error ("report", "--validate looks at a folder, and %s is one file", output);
  return report (&options, output, validate);
}
