/* One file that is to be read, and what kind it is. */
#pragma once

#include "corpus/config.h"

typedef enum
{
  BL_FORMAT_UNKNOWN,
  BL_FORMAT_TEXT,
  BL_FORMAT_MARKDOWN,
  BL_FORMAT_HTML,
  BL_FORMAT_JSONL,
} BlFormat;

/* What the end of the name says, letters compared without case. */
BlFormat bl_format_of (const char *name);

/* ".txt, .md, …" for messages. */
#define BL_FORMAT_NAMES ".txt, .md, .html and .jsonl are read"

typedef struct
{
  char *path;  /* relative to the corpus folder, '/' separated, valid UTF-8 */
  char *file;  /* what to open: absolute, links resolved, bytes as the file system has them */
  char *shown; /* what the user would write: PATH as given and the rest */
  BlFormat format;
  const BlConfigArticle *entry; /* or NULL; borrowed from the configuration */
  GBytes *bytes;                /* the text, when it is in memory; else NULL */
  gboolean is_draft;
} BlInput;

BlInput *bl_input_new (const char *path, const char *file, const char *shown, const BlConfigArticle *entry);
void bl_input_free (BlInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlInput, bl_input_free)
