/* What the PATHs of the command line mean: corpus folders, and files in them. */
#pragma once

#include "corpus/discover.h"

typedef struct
{
  char *folder;     /* absolute, links resolved */
  char *shown;      /* as the user wrote it */
  BlConfig *config; /* or NULL */
  gboolean whole;   /* all of the folder is meant, not only files */
  GPtrArray *files; /* of BlInput: the files that were named one by one */
  char *prefix;     /* goes before the paths of its articles: "" or "FOLDER/" */
} BlRoot;

/* The roots sorted by folder, each once, owned. An error when a PATH does not exist or a corpus.json is wrong. */
GPtrArray *bl_roots_resolve (const char *const *paths, BlProblems *problems, GError **error);

/* A root without files. Owned. */
BlRoot *bl_root_new (const char *folder, const char *shown);
void bl_root_free (gpointer root);

/* The path with its links resolved; NULL, and errno, when there is nothing. Owned. */
char *bl_root_resolve_path (const char *path);
