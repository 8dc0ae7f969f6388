/* belie kb import: bases of other projects as a knowledge file. */
#pragma once

#include "pipeline/pipeline.h"

typedef struct
{
  char *from;    /* a form, or NULL */
  char *country; /* the state of offices without one, or NULL */
  char *as_of;   /* a date, or NULL */
  char *output;  /* a file; NULL or "-": standard output */
} BlKbImportOptions;

void bl_kb_import_options_clear (BlKbImportOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlKbImportOptions, bl_kb_import_options_clear)

/* FALSE: a usage error was printed. Before the base is loaded. */
gboolean bl_kb_import_check (const BlKbImportOptions *options, char **files);

/* The base of pipeline says which offices and states there are. Returns the exit code. */
int bl_kb_import (const BlPipeline *pipeline, const BlKbImportOptions *options, char **files);
