/* Private to src/importers: the result as a knowledge file. */
#pragma once

#include "importers/importer.h"
#include "importers/resolve.h"

typedef struct
{
  const char *source; /* whom the entries cite */
  BlDate as_of;
} BlImportHead;

/* Reads the spool from its begin. A G_IO_ERROR, or a G_FILE_ERROR of the spool. */
gboolean bl_import_write_base (BlResolution *resolution, const BlImportHead *head, GOutputStream *out, BlImportCounts *counts,
                               GError **error);
