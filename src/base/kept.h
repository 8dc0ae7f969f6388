/* Files that one run keeps for the next, in a folder of the user: what was compiled of sources that have not changed.
 *
 * The trust. Folder and file must belong to the user, and nobody else may write to them. A file is written beside its place and renamed,
 * so that another run sees the old one or the new one. Sums find damage, not malice. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

/* The folder, open, when it can be trusted; -1 with a remark. The caller closes it. */
int bl_kept_open_folder (const char *path, char **remark);

/* Whether it is the user's, and nobody else may write to it. */
gboolean bl_kept_is_ours (const struct stat *status);

/* Appends by what a file can be known again, a line: device, inode, size, time of modification and of change to the nanosecond. */
void bl_kept_add_identity (GString *key, const struct stat *status);

/* The same of the file of the running program. FALSE when it is not to be seen. */
gboolean bl_kept_add_program (GString *key);

/* Eight bytes at a step; any one word that differs makes another sum. length is a multiple of 8. */
guint64 bl_kept_sum (const void *bytes, gsize length);

/* Returns the file, open, or -1 with errno set; then the old one is as it was. The caller closes it. */
int bl_kept_write (int folder, const char *name, const void *bytes, gsize length);

/* Removes old files of this ending, and what a run has left that was killed. The newest stay, at most n of them and at most max_bytes, and
 * first of all the one that was just written. path is that of folder. */
typedef struct
{
  const char *ending; /* ".kb" */
  guint n;
  guint64 max_bytes;
} BlKeptFiles;

void bl_kept_tidy (int folder, const char *path, const char *newest, const BlKeptFiles *files);
