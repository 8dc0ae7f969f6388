/* Comma-separated values as RFC 4180 has them: fields between commas, a field in double quotes may hold commas, line ends and doubled
 * quotes. Read from memory, one record at a time, so a file of any length costs one record. */
#pragma once

#include <glib.h>

typedef struct
{
  char delimiter; /* between fields; a comma unless it is set after bl_csv_init() */
  const char *at; /* what is not read yet */
  const char *end;
  guint next_line;   /* line at which at stands */
  guint line;        /* where the last record began, from 1 */
  GPtrArray *fields; /* char *, of the last record, in text; NULL-terminated strings */
  GString *text;     /* what the fields point into */
  GArray *starts;    /* gsize: where each field begins in text */
  const char *fault; /* why the last record is none, or NULL; static */
} BlCsv;

/* text must live as long and be valid UTF-8; a byte order mark at its start is skipped. */
void bl_csv_init (BlCsv *csv, const char *text, gsize length);
void bl_csv_clear (BlCsv *csv);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlCsv, bl_csv_clear)

/* Reads the next record that is not an empty line; FALSE at the end. With csv->fault set the record is broken: its fields are what could
 * be read, and the next call goes on behind its line. */
gboolean bl_csv_next (BlCsv *csv);

static inline guint
bl_csv_n_fields (const BlCsv *csv)
{
  return csv->fields->len;
}

/* Field of the last record; "" past its end. */
static inline const char *
bl_csv_field (const BlCsv *csv, guint index)
{
  return index < csv->fields->len ? (const char *) g_ptr_array_index (csv->fields, index) : "";
}
