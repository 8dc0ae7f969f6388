/* Finds the files of one corpus folder.
 *
 * Left out: names that begin with '.', folders that builds make, corpus.json itself, files of belie, README and the like, files of
 * other kinds, what "ignore" covers. Files that "articles" lists are read in any case. A symbolic link is followed only when it
 * stays inside; each real file is taken once, under its own name if that is found, however many links lead to it. */
#pragma once

#include "corpus/input.h"

typedef struct
{
  const char *folder;     /* absolute, links resolved */
  const char *shown;      /* as the user wrote it */
  const BlConfig *config; /* or NULL */
} BlCorpusFolder;

/* Inputs sorted by path, owned; NULL and an error (BL_CORPUS_ERROR_PATH) when the folder holds too many files to be meant. */
GPtrArray *bl_discover (const BlCorpusFolder *folder, BlProblems *problems, GError **error);

/* PATH as given and a relative path below it. Owned. */
char *bl_shown_path (const char *shown, const char *path);

/* Entry of the configuration for a path, or NULL. */
const BlConfigArticle *bl_config_entry (const BlConfig *config, const char *path);
