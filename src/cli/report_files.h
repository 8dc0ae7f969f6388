/* The files of a report and the folder they lie in. */
#pragma once

#include "html/html.h"

/* Writes BlHtmlFile into the folder, which is made when it is not there. */
gboolean bl_report_files_write (const char *folder, const GPtrArray *files, GError **error);

/* Reads what lies in the folder under names that files of a report have, those of an earlier report too, and says on standard error what
 * does not hold together. FALSE with an error when the folder cannot be read; *n_complaints is how much is wrong. */
gboolean bl_report_files_validate (const char *folder, guint *n_complaints, GError **error);
