/* A small writer of compact JSON: commas, escaping and nesting are its business, so that a report reads like its format. */
#pragma once

#include "base/base.h"

#define BL_JSON_WRITER_DEPTH 32

typedef struct
{
  GString *out;
  gboolean has_member[BL_JSON_WRITER_DEPTH]; /* per open object or array */
  guint depth;
} BlJsonWriter;

static inline BlJsonWriter
bl_json_writer (GString *out)
{
  return (BlJsonWriter){ .out = out };
}

/* name is NULL inside arrays and for the root. */
void bl_json_writer_begin (BlJsonWriter *writer, const char *name, char bracket); /* '{' or '[' */
void bl_json_writer_end (BlJsonWriter *writer, char bracket);                     /* '}' or ']' */

/* A NULL text writes nothing at all: the member is left out. */
void bl_json_writer_string (BlJsonWriter *writer, const char *name, const char *text);
void bl_json_writer_uint (BlJsonWriter *writer, const char *name, guint64 value);
/* Two decimals, without trailing zeros, whatever the locale. */
void bl_json_writer_number (BlJsonWriter *writer, const char *name, double value);
void bl_json_writer_bool (BlJsonWriter *writer, const char *name, gboolean value);
