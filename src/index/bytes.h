/* Inside index/: what is kept, as bytes of this machine's order: written one after the other, read with a check of what is left. */
#pragma once

#include <glib.h>

typedef struct
{
  const char *at;
  gsize left;
  gboolean broken; /* more was asked for than there is; all that is read from then on is 0 */
} BlBytes;

/* Copies the next length bytes. */
void bl_bytes_read (BlBytes *bytes, void *into, gsize length);
guint32 bl_bytes_number (BlBytes *bytes);
/* A string or NULL. Owned by the caller. */
char *bl_bytes_string (BlBytes *bytes);
/* The next length bytes as they stand, or NULL. */
const char *bl_bytes_skip (BlBytes *bytes, gsize length);

void bl_bytes_add_number (GString *out, guint32 number);
void bl_bytes_add_string (GString *out, const char *text);

/* A sum that changes when any bit does: of kept bytes, against decay and not against malice. */
guint64 bl_bytes_sum (const void *bytes, gsize length, guint64 start);
