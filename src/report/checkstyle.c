/* Checkstyle XML: a file an article, an error a finding that is shown. */
#include "report/html_writer.h"
#include "report/shown.h"

static void
write_error (BlHtmlWriter *writer, const BlFinding *finding)
{
  bl_html_begin (writer, "error");
  bl_html_attributef (writer, "line", "%u", finding->at->location.line);
  bl_html_attributef (writer, "column", "%u", finding->at->location.column);
  bl_html_attribute (writer, "severity", finding->severity == BL_SEVERITY_NOTE ? "info" : bl_severity_name (finding->severity));
  bl_html_attribute (writer, "message", finding->message);
  bl_html_attributef (writer, "source", "belie.%s", finding->id);
  bl_html_end (writer, "error");
  bl_html_text (writer, "\n");
}

void
bl_report_checkstyle (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = bl_run_shown (run);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_begin (&writer, "checkstyle");
  bl_html_attribute (&writer, "version", "4.3");
  bl_html_text (&writer, "\n");
  const BlArticle *open = NULL;
  for (guint i = 0; i < shown->len; i++)
    {
      const BlFinding *finding = shown->pdata[i];
      if (finding->at->article != open)
        {
          if (open != NULL)
            bl_html_end (&writer, "file");
          open = finding->at->article;
          bl_html_begin (&writer, "file");
          bl_html_attribute (&writer, "name", open->file);
          bl_html_text (&writer, "\n");
        }
      write_error (&writer, finding);
    }
  if (open != NULL)
    bl_html_end (&writer, "file");
  bl_html_end (&writer, "checkstyle");
  g_string_append_c (out, '\n');
}
