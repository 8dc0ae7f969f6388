#include "base/csv.h"

#include <string.h>

void
bl_csv_init (BlCsv *csv, const char *text, gsize length)
{
  static const char mark[] = "\xEF\xBB\xBF";
  const gsize skipped = length >= 3 && memcmp (text, mark, 3) == 0 ? 3 : 0;
  *csv = (BlCsv){ .delimiter = ',',
                  .at = text + skipped,
                  .end = text + length,
                  .next_line = 1,
                  .fields = g_ptr_array_new (),
                  .text = g_string_new (NULL),
                  .starts = g_array_new (FALSE, FALSE, sizeof (gsize)) };
}

void
bl_csv_clear (BlCsv *csv)
{
  if (csv->fields == NULL)
    return;
  g_ptr_array_unref (csv->fields);
  g_string_free (csv->text, TRUE);
  g_array_unref (csv->starts);
  *csv = (BlCsv){ 0 };
}

static void
append (BlCsv *csv, const char *start, const char *end)
{
  g_string_append_len (csv->text, start, end - start);
}

/* A field in quotes; at stands behind the opening one. FALSE when it is never closed. */
static gboolean
read_quoted (BlCsv *csv)
{
  while (TRUE)
    {
      const char *quote = memchr (csv->at, '"', (gsize) (csv->end - csv->at));
      if (quote == NULL)
        return FALSE;
      for (const char *c = csv->at; c < quote; c++)
        csv->next_line += *c == '\n';
      append (csv, csv->at, quote);
      csv->at = quote + 1;
      if (csv->at == csv->end || *csv->at != '"')
        return TRUE;
      g_string_append_c (csv->text, '"');
      csv->at++;
    }
}

static gboolean
ends_field (const BlCsv *csv)
{
  return csv->at == csv->end || *csv->at == csv->delimiter || *csv->at == '\n'
         || (*csv->at == '\r' && csv->at + 1 < csv->end && csv->at[1] == '\n');
}

/* Leaves at on the comma or line end behind the field. */
static void
read_field (BlCsv *csv)
{
  const gsize start = csv->text->len;
  g_array_append_val (csv->starts, start);
  if (csv->at < csv->end && *csv->at == '"')
    {
      const char *opened = ++csv->at;
      const guint line = csv->next_line;
      if (!read_quoted (csv))
        { /* the rest of the file is not swallowed: reading goes on with the next line */
          csv->fault = "a quotation mark is opened and never closed";
          csv->next_line = line;
          csv->at = opened;
          g_string_truncate (csv->text, start);
        }
      else if (!ends_field (csv))
        csv->fault = "text follows the closing quotation mark of a field";
    }
  const char *plain = csv->at;
  while (!ends_field (csv))
    csv->at++;
  append (csv, plain, csv->at);
  g_string_append_c (csv->text, '\0');
}

static void
skip_line_end (BlCsv *csv)
{
  if (csv->at < csv->end && *csv->at == '\r')
    csv->at++;
  if (csv->at < csv->end && *csv->at == '\n')
    {
      csv->at++;
      csv->next_line++;
    }
}

gboolean
bl_csv_next (BlCsv *csv)
{
  while (csv->at < csv->end && (*csv->at == '\n' || *csv->at == '\r'))
    if (*csv->at++ == '\n')
      csv->next_line++;
  if (csv->at == csv->end)
    return FALSE;

  csv->fault = NULL;
  csv->line = csv->next_line;
  g_string_truncate (csv->text, 0);
  g_array_set_size (csv->starts, 0);
  g_ptr_array_set_size (csv->fields, 0);
  read_field (csv);
  while (csv->at < csv->end && *csv->at == csv->delimiter)
    {
      csv->at++;
      read_field (csv);
    }
  skip_line_end (csv);
  for (guint i = 0; i < csv->starts->len; i++)
    g_ptr_array_add (csv->fields, csv->text->str + g_array_index (csv->starts, gsize, i));
  return TRUE;
}
