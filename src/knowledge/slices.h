/* Private to src/knowledge: a file that is too large for one tree (which takes six times its text), cut into what surrounds its lists, and
 * slices of these.
 *
 * Cutting only looks for where values end; each piece is read strictly afterwards. */
#pragma once

#include <glib.h>

enum
{
  BL_KB_SLICE_BYTES = 64 * 1024 /* and to the end of the element: a tree of a few hundred persons */
};

typedef struct
{
  char *list;    /* its key in the file: "persons" */
  GBytes *bytes; /* for bl_json_parse_slice() */
  guint line;    /* where they begin */
  guint column;
} BlKbSlice;

/* An empty list; unref it with g_array_unref(). */
GArray *bl_kb_slices_new (void);

/* Appends to frame the file without the elements of its long lists (but with their line breaks), and to slices these elements, in
 * order. FALSE when the file is no object, or has no end: then it is to be read whole, to say what is wrong. A NUL must follow
 * the bytes. O(length). */
gboolean bl_kb_slice (GBytes *bytes, GString *frame, GArray *slices);
