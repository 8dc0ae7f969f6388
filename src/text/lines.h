/* Lines and columns of a file. Inside of src/text only. */
#pragma once

#include "base/span.h"

typedef struct
{
  GArray *starts;  /* gsize: first byte of each line */
  GArray *samples; /* gsize: code points before byte n * 1024; NULL when all bytes are ASCII */
} BlLines;

/* Lines end with \n, \r\n or a lone \r; a byte order mark belongs to no line. */
void bl_lines_init (BlLines *lines, const char *text, gsize length);
void bl_lines_clear (BlLines *lines);

/* 1-based line and column (in code points) of the byte at offset. O(log lines). */
void bl_lines_position (const BlLines *lines, const char *text, gsize offset, guint *line, guint *column);
