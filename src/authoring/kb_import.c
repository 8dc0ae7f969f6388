#include "authoring/kb_import.h"

#include "command/command.h"
#include "command/outputs.h"
#include "importers/importer.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
bl_kb_import_options_clear (BlKbImportOptions *options)
{
  g_free (options->from);
  g_free (options->country);
  g_free (options->as_of);
  g_free (options->output);
  *options = (BlKbImportOptions){ 0 };
}

static gboolean
find_form (const char *word, BlImportForm *form)
{
  *form = BL_IMPORT_ANY;
  for (guint i = 0; word != NULL && bl_import_form_names[i] != NULL; i++)
    if (strcmp (word, bl_import_form_names[i]) == 0)
      {
        *form = (BlImportForm) i;
        return TRUE;
      }
  return word == NULL;
}

gboolean
bl_kb_import_check (const BlKbImportOptions *options, char **files)
{
  BlImportForm form;
  BlDate date;
  if (files[0] == NULL)
    bl_usage_error ("kb import", "takes files, for example: belie kb import entities.ftm.json -o kb/people.json");
  else if (!find_form (options->from, &form))
    {
      g_autofree char *hint = bl_unknown_word ("form", options->from, bl_import_form_names);
      bl_usage_error ("kb import", "--from: %s", hint);
    }
  else if (options->as_of != NULL && (!bl_date_parse (options->as_of, &date) || date.precision != BL_DATE_DAY))
    bl_usage_error ("kb import", "--as-of takes a day, YYYY-MM-DD, not “%s”", options->as_of);
  else
    return TRUE;
  return FALSE;
}

/* NULL with a usage error printed. The file that is there stays until the new one is complete. */
static GOutputStream *
open_output (const char *path)
{
  if (path == NULL || strcmp (path, "-") == 0)
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GFileOutputStream *stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error);
  if (stream == NULL)
    bl_usage_error ("kb import", "%s: %s", path, error->message);
  return stream != NULL ? G_OUTPUT_STREAM (stream) : NULL;
}

static void
print_counts (const BlImport *import, const BlKbImportOptions *options, const BlImportCounts *counts)
{
  const char *path = options->output != NULL ? options->output : "standard output";
  fprintf (stderr, "%s: %" G_GUINT64_FORMAT " persons", path, counts->persons);
  if (counts->joined > 0)
    fprintf (stderr, " (%" G_GUINT64_FORMAT " that belie knew, with more terms)", counts->joined);
  fprintf (stderr, ", %" G_GUINT64_FORMAT " terms", counts->terms);
  if (counts->doubtful > 0)
    fprintf (stderr, " (%" G_GUINT64_FORMAT " of low confidence)", counts->doubtful);
  fprintf (stderr, ", %" G_GUINT64_FORMAT " offices, of which %" G_GUINT64_FORMAT " are roles that belie knows%s%s\n",
           counts->offices, counts->mapped, counts->as_of[0] != '\0' ? "; as of " : "", counts->as_of);
  if (counts->by_id > 0)
    fprintf (stderr, "%" G_GUINT64_FORMAT " offices have no label in the files, and are kept by id\n", counts->by_id);
  g_autofree char *left_out = bl_import_left_out (import);
  if (left_out[0] != '\0')
    fprintf (stderr, "left out:\n%s", left_out);
}

/* The default state as an id of the base; NULL with a usage error printed. */
static const char *
find_country (const BlKnowledge *kb, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  const BlCountry *country = bl_knowledge_country (kb, lower);
  if (country == NULL)
    bl_usage_error ("kb import", "--country takes a code of ISO 3166-1 such as “ua”, not “%s”", word);
  return country != NULL ? country->id : NULL;
}

static int
write_base (BlImport *import, const BlKbImportOptions *options, const BlImportOptions *how, BlProblems *problems)
{
  g_autoptr (GOutputStream) out = open_output (options->output);
  if (out == NULL)
    return BL_EXIT_USAGE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  BlImportCounts counts;
  if (!bl_import_write (import, out, how, &counts, &error) || !g_output_stream_close (out, NULL, &error))
    {
      g_cancellable_cancel (cancelled); /* what is half written does not take the place of what was there */
      g_output_stream_close (out, cancelled, NULL);
      return bl_outputs_failure ("kb import", problems, error);
    }
  bl_outputs_problems (problems, FALSE);
  print_counts (import, options, &counts);
  return bl_problems_any_partial (problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_kb_import (const BlPipeline *pipeline, const BlKbImportOptions *options, char **files)
{
  BlImportOptions how = { 0 };
  find_form (options->from, &how.form);
  if (options->as_of != NULL)
    bl_date_parse (options->as_of, &how.as_of);
  if (options->country != NULL && (how.country = find_country (pipeline->kb, options->country)) == NULL)
    return BL_EXIT_USAGE;
  g_autofree char *lexicon = g_build_filename (pipeline->data_dir, "lexicon", "import.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImport) import = bl_import_new (pipeline->kb, lexicon, pipeline->problems, &error);
  if (import == NULL)
    return bl_outputs_failure ("kb import", pipeline->problems, error);
  for (guint i = 0; files[i] != NULL; i++)
    if (!bl_import_read (import, files[i], &how, &error))
      return bl_outputs_failure ("kb import", pipeline->problems, error);
  return write_base (import, options, &how, pipeline->problems);
}
