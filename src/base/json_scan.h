/* The strict scanner that runs before cJSON: for src/base, and for importers, which need no tree. */
#pragma once

#include <glib.h>

typedef struct
{
  gsize offset; /* byte of the text */
  char *what;   /* what is wrong there, and what would be right; owned */
} BlJsonFault;

/* Checks that text is one JSON value (RFC 8259, comments allowed) in UTF-8, and overwrites comments with blanks, so that
 * offsets stay. text[length] must be NUL. Appends to starts (of guint32), in document order, the offset where each value
 * begins: for a member of an object its key, else the value. Document order is the pre-order of the tree, so the nth entry
 * belongs to the nth node. FALSE with *fault set on the first fault. One pass, O(length).
 *
 * Duplicate keys are left to the reader of the tree: it sees the keys unescaped. */
gboolean bl_json_scan (char *text, gsize length, GArray *starts, BlJsonFault *fault);
