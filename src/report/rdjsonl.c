/* Reviewdog Diagnostic Format, JSON Lines (rdjsonl): a line a finding. Its columns count bytes. */
#include "report/json_writer.h"
#include "report/shown.h"

static void
write_position (BlJsonWriter *writer, const char *name, guint line, gsize column)
{
  bl_json_writer_begin (writer, name, '{');
  bl_json_writer_uint (writer, "line", line);
  bl_json_writer_uint (writer, "column", column);
  bl_json_writer_end (writer, '}');
}

static void
write_range (BlJsonWriter *writer, const BlPlace *place)
{
  const BlLocation *at = &place->location;
  const BlDocument *document = place->article->document;
  bl_json_writer_begin (writer, "range", '{');
  write_position (writer, "start", at->line, bl_document_byte_column (document, at->line, at->offset));
  write_position (writer, "end", at->end_line, bl_document_byte_column (document, at->end_line, at->offset + at->length));
  bl_json_writer_end (writer, '}');
}

static void
write_location (BlJsonWriter *writer, const BlPlace *place)
{
  bl_json_writer_begin (writer, "location", '{');
  bl_json_writer_string (writer, "path", place->article->file);
  write_range (writer, place);
  bl_json_writer_end (writer, '}');
}

static void
write_related (BlJsonWriter *writer, const BlFinding *finding)
{
  bl_json_writer_begin (writer, "relatedLocations", '[');
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->place == NULL)
        continue;
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "message", evidence->place->text);
      write_location (writer, evidence->place);
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
}

static void
write_finding (BlJsonWriter *writer, const BlFinding *finding)
{
  static const char *const words[] = { "INFO", "WARNING", "ERROR" };
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "message", finding->message);
  write_location (writer, finding->at);
  bl_json_writer_string (writer, "severity", words[finding->severity]);
  bl_json_writer_begin (writer, "source", '{');
  bl_json_writer_string (writer, "name", "belie");
  bl_json_writer_end (writer, '}');
  bl_json_writer_begin (writer, "code", '{');
  bl_json_writer_string (writer, "value", finding->id);
  bl_json_writer_end (writer, '}');
  if (finding->replace != NULL)
    {
      bl_json_writer_begin (writer, "suggestions", '[');
      bl_json_writer_begin (writer, NULL, '{');
      write_range (writer, finding->at);
      bl_json_writer_string (writer, "text", finding->replace);
      bl_json_writer_end (writer, '}');
      bl_json_writer_end (writer, ']');
    }
  write_related (writer, finding);
  bl_json_writer_end (writer, '}');
}

void
bl_report_rdjsonl (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = bl_run_shown (run);
  for (guint i = 0; i < shown->len; i++)
    {
      BlJsonWriter writer = bl_json_writer (out);
      write_finding (&writer, shown->pdata[i]);
      g_string_append_c (out, '\n');
    }
}
