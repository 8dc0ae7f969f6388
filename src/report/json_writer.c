#include "report/json_writer.h"

#include <math.h>
#include <string.h>

static void
lead (BlJsonWriter *writer, const char *name)
{
  if (writer->depth > 0)
    {
      if (writer->has_member[writer->depth - 1])
        g_string_append_c (writer->out, ',');
      writer->has_member[writer->depth - 1] = TRUE;
    }
  if (name != NULL)
    {
      bl_json_write_string (writer->out, name);
      g_string_append_c (writer->out, ':');
    }
}

void
bl_json_writer_begin (BlJsonWriter *writer, const char *name, char bracket)
{
  g_return_if_fail (writer->depth < BL_JSON_WRITER_DEPTH);
  lead (writer, name);
  g_string_append_c (writer->out, bracket);
  writer->has_member[writer->depth++] = FALSE;
}

void
bl_json_writer_end (BlJsonWriter *writer, char bracket)
{
  writer->depth--;
  g_string_append_c (writer->out, bracket);
}

void
bl_json_writer_string (BlJsonWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;
  lead (writer, name);
  bl_json_write_string (writer->out, text);
}

void
bl_json_writer_uint (BlJsonWriter *writer, const char *name, guint64 value)
{
  lead (writer, name);
  bl_json_write_unsigned (writer->out, value);
}

void
bl_json_writer_number (BlJsonWriter *writer, const char *name, double value)
{
  lead (writer, name);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (text, sizeof text, "%.2f", value);
  /* 0.50 → 0.5, 1.00 → 1 */
  char *end = text + strlen (text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (writer->out, text);
}

void
bl_json_writer_bool (BlJsonWriter *writer, const char *name, gboolean value)
{
  lead (writer, name);
  g_string_append (writer->out, value ? "true" : "false");
}
