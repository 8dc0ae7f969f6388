/* A line a finding, as compilers write it: editors and terminals turn FILE:LINE:COLUMN into a link. */
#include "report/shown.h"

void
bl_report_short (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = bl_run_shown (run);
  for (guint i = 0; i < shown->len; i++)
    {
      const BlFinding *finding = shown->pdata[i];
      g_autofree char *message = bl_harmless_text (finding->message, -1);
      g_string_append_printf (out, "%s:%u:%u: %s: %s [%s]\n", finding->at->article->file, finding->at->location.line,
                              finding->at->location.column, bl_severity_name (finding->severity), message, finding->id);
    }
}
