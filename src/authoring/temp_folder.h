/* A private folder for files that only one run needs. */
#pragma once

#include <glib.h>

typedef struct BlTempFolder BlTempFolder;

/* Makes the folder, which nobody else may read. Until it is freed, an interrupt (SIGINT, SIGTERM, SIGHUP) waits; one folder at a time. NULL
 * and a G_FILE_ERROR when it cannot be made. */
BlTempFolder *bl_temp_folder_new (GError **error);

/* Removes the folder and all in it; links are removed, not followed. An interrupt that came meanwhile then ends the program. */
void bl_temp_folder_free (BlTempFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTempFolder, bl_temp_folder_free)

const char *bl_temp_folder_path (const BlTempFolder *folder);
