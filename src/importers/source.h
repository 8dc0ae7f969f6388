/* Private to src/importers: the bytes of what is imported: a file or standard input, compressed by gzip or not, by lines or whole. */
#pragma once

#include "base/base.h"

#include <gio/gio.h>

typedef struct BlImportSource BlImportSource;

/* path "-" is standard input. name for messages. A G_IO_ERROR "PATH: why". */
BlImportSource *bl_import_source_open (const char *path, GError **error);
void bl_import_source_free (BlImportSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlImportSource, bl_import_source_free)

const char *bl_import_source_name (const BlImportSource *source);

/* The first bytes, at most 64 KiB, NUL-terminated, without a byte order mark; they are read again as lines. Borrowed until the next
 * call. */
const char *bl_import_source_head (BlImportSource *source, gsize *length, GError **error);

typedef enum
{
  BL_LINE_END,
  BL_LINE_READ,
  BL_LINE_TOO_LONG, /* passed, not kept: over BL_LIMIT_JSONL_LINE_BYTES */
  BL_LINE_FAILED,   /* error is set: the disk, or a damaged gzip stream */
} BlLineState;

/* The next line without its end, NUL-terminated, writable, valid until the next call. *number counts from 1. */
BlLineState bl_import_source_line (BlImportSource *source, char **line, gsize *length, GError **error);
guint bl_import_source_line_number (const BlImportSource *source);

/* All that is left, NUL-terminated, writable; owned by the caller. A G_IO_ERROR above BL_LIMIT_IMPORT_DOCUMENT_BYTES. */
char *bl_import_source_rest (BlImportSource *source, gsize *length, GError **error);
