/* Lines and columns of a file. Inside of src/text only. */
#pragma once

#include "base/span.h"

typedef struct
{
  guint32 offset; /* of the first byte */
  guint32 points; /* code points before it */
} BlLineStart;

/* Of a text below 4 GiB; the limits of the loaders are far below. */
typedef struct
{
  BlLineStart *starts;
  guint32 n_starts;
  guint32 n_samples;
  guint32 *samples; /* code points before byte n * 128; NULL when all bytes are ASCII */
} BlLines;

/* Lines end with \n, \r\n or a lone \r; a byte order mark belongs to no line. */
void bl_lines_init (BlLines *lines, const char *text, gsize length);
void bl_lines_clear (BlLines *lines);

/* 1-based line and column (in code points) of the byte at offset. O(log lines). */
void bl_lines_position (const BlLines *lines, const char *text, gsize offset, guint *line, guint *column);
