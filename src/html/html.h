/* The editors' report: pages that open from anywhere, need no network, and are whole without their scripts. */
#pragma once

#include "report/report.h"

/* Appends the page of the run, one file that has everything. Same run, same bytes. */
void bl_report_html (const BlRun *run, GString *out);

/* A report that has grown past this is easier to open in parts. */
#define BL_HTML_LIMIT (5 * 1000 * 1000)

typedef struct
{
  char *name; /* "index.html", "findings-lumen-wire.html" */
  GString *text;
} BlHtmlFile;

void bl_html_file_free (BlHtmlFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlHtmlFile, bl_html_file_free)

/* The files of the report, which belong into one folder: index.html with everything while that stays within limit bytes; past it index.html
 * with a line for each finding, and the findings in a file for each source, or several. An owned array of BlHtmlFile, index.html first. */
GPtrArray *bl_report_html_files (const BlRun *run, gsize limit);

/* Whether a name is one that a file of a report may have. */
gboolean bl_html_is_file_name (const char *name);
