/* Whether what was written holds together: every anchor leads somewhere, every id stands once, every file is led to. */
#pragma once

#include "html/html.h"

/* Looks at BlHtmlFile as bl_report_html_files() made them, or as they were read again; the first is where a reader begins. Adds a line for
 * each thing that is wrong to complaints (char *, owned by it). Returns their number. Only for pages of our own: it reads the form that
 * the writer gives them, not any HTML. */
guint bl_html_validate (const GPtrArray *files, GPtrArray *complaints);
