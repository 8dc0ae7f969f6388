/* GitLab Code Quality: a JSON list; fingerprints are unique, which GitLab asks for. */
#include "report/json_writer.h"
#include "report/shown.h"

/* Its five words: a question is never a "blocker" or "critical" one. */
static const char *
severity_word (BlSeverity severity)
{
  return severity == BL_SEVERITY_ERROR ? "major" : severity == BL_SEVERITY_WARNING ? "minor" : "info";
}

static void
write_finding (BlJsonWriter *writer, const BlFinding *finding)
{
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "description", finding->message);
  bl_json_writer_string (writer, "check_name", finding->id);
  bl_json_writer_string (writer, "fingerprint", finding->fingerprint);
  bl_json_writer_string (writer, "severity", severity_word (finding->severity));
  bl_json_writer_begin (writer, "location", '{');
  bl_json_writer_string (writer, "path", finding->at->article->file);
  bl_json_writer_begin (writer, "lines", '{');
  bl_json_writer_uint (writer, "begin", finding->at->location.line);
  bl_json_writer_uint (writer, "end", finding->at->location.end_line);
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, '}');
}

void
bl_report_gitlab (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = bl_run_shown (run);
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '[');
  for (guint i = 0; i < shown->len; i++)
    write_finding (&writer, shown->pdata[i]);
  bl_json_writer_end (&writer, ']');
  g_string_append_c (out, '\n');
}
