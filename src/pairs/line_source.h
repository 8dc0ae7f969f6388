/* Lines of a stream, as soon as they are there: for verbs that answer a line before the next one has to come. */
#pragma once

#include <glib.h>

typedef struct
{
  const char *bytes; /* without the line end; valid until the next read */
  gsize length;
  guint number;      /* 1-based */
  gboolean too_long; /* it passed BL_LIMIT_JSONL_LINE_BYTES and was thrown away: length is 0 */
} BlInputLine;

typedef struct BlLineSource BlLineSource;

/* Reads from the descriptor, which stays the caller's. */
BlLineSource *bl_line_source_new (int fd);
void bl_line_source_free (BlLineSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLineSource, bl_line_source_free)

/* Fills lines (of BlInputLine, emptied first) with all whole lines that can be had without waiting, about a megabyte; waits
 * only for the first. FALSE, with no line, at the end, or with an error (G_IO_ERROR) when the stream cannot be read on. A last line
 * without an end is a line. */
gboolean bl_line_source_read (BlLineSource *source, GArray *lines, GError **error);
