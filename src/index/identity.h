/* How a file is known again without reading it: as git's index does, by inode, size and times. */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 device, inode, size;
  gint64 modified, changed; /* nanoseconds since 1970 */
} BlIdentity;

/* FALSE when there is no regular file. A link is followed. */
gboolean bl_identity_of (const char *path, BlIdentity *identity);

/* Nanoseconds since 1970. */
gint64 bl_identity_now (void);

/* Whether the file was changed so shortly before now, or after it, that one more change may leave all of its identity as it is. */
gboolean bl_identity_is_racy (const BlIdentity *identity, gint64 now);
