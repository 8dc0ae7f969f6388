/* Private to src/importers: a JSON record read once, from front to back.
 *
 * A tree of a record costs more than all that is done with it, and of most records nearly everything is left out. So the record is
 * checked by the scanner of base/json_scan.h, and a cursor then walks over text that is known to be right: no step can fail, and what is
 * not wanted is passed at the speed of its quotation marks. A value is read once: strings are unescaped where they stand. */
#pragma once

#include <glib.h>

typedef struct
{
  char *at; /* begin of a value, or behind an element */
} BlCursor;

/* Of a member, as it stands between its quotation marks. */
typedef struct
{
  const char *text;
  gsize length;
} BlKey;

/* TRUE when the value is of the kind that begins with bracket, '{' or '[': the cursor stands in it. Otherwise the value is passed. */
gboolean bl_cursor_enter (BlCursor *cursor, char bracket);

/* On to the next element of an array, or the next member of an object: the cursor stands at its value, which the caller reads or
 * skips. FALSE behind the last; the cursor has then passed the array or object. */
gboolean bl_cursor_element (BlCursor *cursor);
gboolean bl_cursor_member (BlCursor *cursor, BlKey *key);

/* What kind the value is: its first character, '{', '[', '"', a digit, '-', 't', 'f' or 'n'. */
char bl_cursor_kind (BlCursor *cursor);

/* The string, unescaped, NUL-terminated, borrowed from the record; NULL for a value of another kind. The value is passed. */
char *bl_cursor_text (BlCursor *cursor);

/* A whole number; otherwise when it is no number. The value is passed. */
gint64 bl_cursor_number (BlCursor *cursor, gint64 otherwise);

void bl_cursor_skip (BlCursor *cursor);

gboolean bl_key_is (BlKey key, const char *name);
