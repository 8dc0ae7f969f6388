/* Reading with a bound and writing that never loses the old file. */
#pragma once

#include <gio/gio.h>
#include <glib.h>

/* Reads a regular file of at most limit bytes; a G_IO_ERROR "PATH: why" otherwise. Never waits: a FIFO is an error. Owned by the
 * caller, and followed by a NUL that length does not count; length may be NULL. */
char *bl_file_read (const char *path, gsize limit, gsize *length, GError **error);

/* Writes to a temporary beside path, syncs, renames. On failure the old file is as it was, and the error says "PATH: why". A link at path is
 * replaced, not followed; but a device, a pipe and what the program itself writes to (/dev/null, a FIFO, /dev/stdout) are written to as they
 * are: nothing takes their place. */
gboolean bl_file_write (const char *path, const char *data, gsize length, GError **error);

/* TRUE when path, links resolved, lies in folder (also resolved) or is it. FALSE when either does not exist. */
gboolean bl_file_is_inside (const char *path, const char *folder);

/* How the user would write an absolute path from the working directory: relative when it lies in that, or directly in a folder above it
 * ("../corpus.json"); else as it is. Takes path; owned by the caller. */
char *bl_file_take_near (char *path);
