/* GitHub Actions: workflow commands that become annotations of the change, and a summary of the job in Markdown.
 *
 * GitHub shows ten annotations of a level and drops the others without a word, so the worst ten are written, and how many more there are. */
#include "report/shown.h"

#include <string.h>

#define MAX_OF_A_LEVEL 10

/* Rows of the summary: a table that nobody scrolls through helps nobody. */
#define MAX_ROWS 50

/* "%", line ends, and in properties ":" and ",". */
static void
append_escaped (GString *out, const char *text, gboolean property)
{
  for (; *text != '\0'; text++)
    if (*text == '%' || *text == '\r' || *text == '\n' || (property && (*text == ':' || *text == ',')))
      g_string_append_printf (out, "%%%02X", (guint) (guchar) *text);
    else
      g_string_append_c (out, *text);
}

static void
append_property (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "%s%s=", out->str[out->len - 1] == ' ' ? "" : ",", name);
  append_escaped (out, value, TRUE);
}

static void
append_number (GString *out, const char *name, guint value)
{
  g_string_append_printf (out, ",%s=%u", name, value);
}

static const char *
command_of (BlSeverity severity)
{
  return severity == BL_SEVERITY_NOTE ? "notice" : bl_severity_name (severity);
}

static void
write_command (GString *out, const BlFinding *finding)
{
  const BlLocation *at = &finding->at->location;
  g_string_append_printf (out, "::%s ", command_of (finding->severity));
  append_property (out, "file", finding->at->article->file);
  append_number (out, "line", at->line);
  append_number (out, "endLine", at->end_line);
  append_number (out, "col", at->column);
  append_number (out, "endColumn", at->end_column);
  append_property (out, "title", finding->id);
  g_string_append (out, "::");
  append_escaped (out, finding->message, FALSE);
  g_string_append_c (out, '\n');
}

static GPtrArray *
by_gravity (const BlRun *run)
{
  GPtrArray *shown = bl_run_shown (run);
  bl_sort_by_gravity (shown);
  return shown;
}

void
bl_report_github (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = by_gravity (run);
  guint counts[3] = { 0 };
  for (guint i = 0; i < shown->len; i++)
    {
      const BlFinding *finding = shown->pdata[i];
      if (counts[finding->severity]++ < MAX_OF_A_LEVEL)
        write_command (out, finding);
    }
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    if (counts[severity] > MAX_OF_A_LEVEL)
      g_string_append_printf (out, "and %u more of the level “%s”; the other outputs list all\n",
                              counts[severity] - MAX_OF_A_LEVEL, bl_severity_name ((BlSeverity) severity));
}

/* Text inside a cell: no line end, no bar, no mark-up. */
static void
append_cell (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n' || *text == '\r')
      g_string_append_c (out, ' ');
    else if (*text == '<')
      g_string_append (out, "&lt;");
    else if (*text == '&')
      g_string_append (out, "&amp;");
    else
      {
        if (strchr ("|\\`*_[]#~", *text) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
      }
}

static void
write_row (GString *out, const BlFinding *finding)
{
  g_string_append_printf (out, "| %s | ", bl_severity_name (finding->severity));
  append_cell (out, finding->at->article->file);
  g_string_append_printf (out, ":%u | ", finding->at->location.line);
  append_cell (out, finding->message);
  g_string_append (out, " | ");
  append_cell (out, finding->id);
  g_string_append_printf (out, " %.0f %% |\n", finding->confidence * 100);
}

void
bl_report_github_summary (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = by_gravity (run);
  g_string_append_printf (out, "### belie: %u question%s for an editor\n\n", shown->len, shown->len == 1 ? "" : "s");
  g_string_append_printf (out, "%u articles of at most %u origins; %u findings set aside, %u stale lines.\n\n",
                          bl_corpus_n_articles (run->corpus), bl_origins_n_clusters (run->origins), bl_run_n_set_aside (run),
                          bl_review_stale (run->review)->len + bl_review_expired (run->review)->len);
  if (shown->len == 0)
    return;
  g_string_append (out, "| level | where | question | finding |\n|---|---|---|---|\n");
  for (guint i = 0; i < MIN (shown->len, MAX_ROWS); i++)
    write_row (out, shown->pdata[i]);
  if (shown->len > MAX_ROWS)
    g_string_append_printf (out, "\nand %u more\n", shown->len - MAX_ROWS);
}
