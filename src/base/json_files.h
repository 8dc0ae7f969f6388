/* The files that a loader is to read: those of folders and single ones, found in a fixed order, read and parsed side by side. */
#pragma once

#include "base/json.h"

typedef struct
{
  char *path;
  guint layer;     /* index of the path it came from */
  gboolean beside; /* it is a lexicon beside a folder */
  GBytes *bytes;   /* NULL when it could not be read */
  BlJson *json;    /* NULL with error set when it is no JSON; the reader may steal it */
  GError *error;   /* of reading or parsing; the reader may steal it */
} BlJsonFile;

/* An empty list of BlJsonFile. Unref it with g_ptr_array_unref(). */
GPtrArray *bl_json_files_new (void);

/* Adds a file that is there; FALSE when it is not. */
gboolean bl_json_files_add_one (GPtrArray *files, const char *path, guint layer, gboolean beside);

/* Adds path: a file, or the *.json of a folder by name (hidden ones left out) with those lexicon/BESIDE of the folder's parent
 * before them that are there. A
 * folder that cannot be read becomes a file with an error. */
void bl_json_files_add (GPtrArray *files, const char *path, guint layer, const char *const *beside);

/* Adds the *.csv of a folder by name, hidden ones left out; nothing when path is no folder. */
void bl_json_files_add_tables (GPtrArray *files, const char *path, guint layer);

/* Drops files that were added before, by whatever path. */
void bl_json_files_drop_repeated (GPtrArray *files);

/* Reads and parses all that have neither bytes nor JSON nor an error yet. */
void bl_json_files_read (GPtrArray *files);

/* The two steps of it: reads those, and parses what was read. */
void bl_json_files_read_bytes (GPtrArray *files);
void bl_json_files_parse (GPtrArray *files);

/* The last two folders and the name: "rules/knowledge/persons-uk.json", wherever the program is installed. Borrowed from path. */
const char *bl_path_shorten (const char *path);
