/* corpus.json: sources, articles, rule and knowledge folders, what to leave out. Immutable once read. */
#pragma once

#include "base/base.h"

typedef struct
{
  char *id;
  char *name; /* the id when none is given */
  char *url;  /* or NULL */
  char *kind; /* or NULL */
  GStrv aliases;
} BlConfigSource;

/* An entry of "articles"; every string but path may be NULL. */
typedef struct
{
  char *path; /* relative to the folder of corpus.json, without "." and ".." */
  char *id;   /* that stays when the file is renamed */
  char *source;
  char *title;
  char *language;
  char *url;
  char *author;
  char *origin;
  BlDate published;
  guint line; /* where the entry stands in corpus.json */
  guint column;
} BlConfigArticle;

typedef struct
{
  char *file;          /* corpus.json as the user knows it, for messages */
  GPtrArray *sources;  /* of BlConfigSource, in the order of the file */
  GPtrArray *articles; /* of BlConfigArticle, each path once */
  GHashTable *by_path; /* path → BlConfigArticle, borrowed */
  GStrv rules;         /* absolute */
  GStrv knowledge;     /* absolute */
  GStrv ignore;        /* patterns of glob.h */
} BlConfig;

/* Reads FOLDER/corpus.json; shown is how messages call it. What is wrong with the form of the file is an error (BL_CORPUS_ERROR_CONFIG,
 * "FILE:LINE:COLUMN: …"); what is wrong with one article is a problem, and the entry is left out or its field is. */
BlConfig *bl_config_load (const char *folder, const char *shown, BlProblems *problems, GError **error);
void bl_config_free (BlConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlConfig, bl_config_free)

void bl_config_article_free (gpointer article);

/* The declared source that text means: its id, else its name, one of its aliases or the host of its url, letters compared without case.
 * NULL when there is none. Borrowed. */
const BlConfigSource *bl_config_find_source (const BlConfig *config, const char *text);

/* "source “nyt” is not declared; the sources are: herald, wire". Owned. */
char *bl_config_unknown_source (const BlConfig *config, const char *text);

/* A path without empty parts and "."; NULL, and in *why a phrase for a message ("leads outside the corpus"), when it is empty,
 * absolute or climbs with "..". Owned; *why is static. */
char *bl_config_clean_path (const char *path, const char **why);

/* The message of a GError of bl_file_read without the path that it begins with. Borrowed from message. */
const char *bl_config_without_path (const char *message, const char *path);
