/* Writing JSON into a string: everything that the program prints as JSON goes through here.
 *
 * Output of `belie claims` is some times the size of its input, so strings are copied eight bytes a step and numbers have writers of
 * their own. All functions append to out, which stays NUL-terminated. */
#pragma once

#include <glib.h>
#include <string.h>

/* Appends text to out as a JSON string, quotes included; NULL as null. Escapes only what JSON needs, and U+2028, U+2029 and
 * '<' so that the line is safe inside HTML. A byte that is not UTF-8 becomes U+FFFD. */
void bl_json_write_string (GString *out, const char *text);

/* In decimal digits. */
void bl_json_write_unsigned (GString *out, guint64 value);

/* As printf's "%.6g" in the C locale. value must be finite. */
void bl_json_write_number (GString *out, double value);

/* Makes room for length more bytes and the NUL. Returns where they go; bl_json_end_at() says where they ended. */
char *bl_json_grow (GString *out, gsize length);

static inline char *
bl_json_begin_at (GString *out, gsize length)
{
  return out->allocated_len - out->len > length ? out->str + out->len : bl_json_grow (out, length);
}

static inline void
bl_json_end_at (GString *out, char *end)
{
  *end = '\0';
  out->len = (gsize) (end - out->str);
}

/* Bytes that are JSON already: punctuation, names of members. Inline, so that a literal is a few moves. */
static inline void
bl_json_write_raw (GString *out, const char *text, gsize length)
{
  char *at = bl_json_begin_at (out, length);
  memcpy (at, text, length);
  bl_json_end_at (out, at + length);
}
#define bl_json_write_literal(out, literal) bl_json_write_raw ((out), "" literal "", sizeof (literal) - 1)
