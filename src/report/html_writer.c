#include "report/html_writer.h"

#include <string.h>

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "meta", "link", "br", "hr", "input", "col", "img", "wbr", NULL };
  return is_one_of (name, names);
}

/* Whitespace before these changes nothing, and a report that is compared line by line reads better. */
static gboolean
is_block (const char *name)
{
  static const char *const names[]
      = { "html",    "head",    "meta",   "title",      "style", "script",  "body",  "header", "main", "footer", "nav",
          "section", "article", "div",    "h1",         "h2",    "h3",      "h4",    "p",      "ul",   "ol",     "li",
          "dl",      "details", "dialog", "blockquote", "table", "caption", "thead", "tbody",  "tr",   NULL };
  return is_one_of (name, names);
}

static gboolean
is_raw (const BlHtmlWriter *writer)
{
  static const char *const names[] = { "style", "script", NULL };
  return writer->depth > 0 && is_one_of (writer->open[writer->depth - 1], names);
}

/* A character that must not act in the page but be seen: controls, bidirectional embeddings, overrides and isolates, line and
 * paragraph separators, noncharacters. Marks that single letters need (U+200C to U+200F) stay. */
static gboolean
is_hidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* The entity or stand-in of the character at p, or NULL when its bytes may stand as they are; *size is how many bytes it takes.
 * buffer holds at least 16 bytes. */
static const char *
replacement (const char *p, gsize left, gsize *size, char *buffer)
{
  *size = 1;
  switch (*p)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    case '\'':
      return "&#39;";
    case '\0':
      return "⟨U+0000⟩";
    default:
      break;
    }
  const gunichar c = g_utf8_get_char_validated (p, (gssize) left);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return "\xEF\xBF\xBD";
  *size = (gsize) (g_utf8_next_char (p) - p);
  if (!is_hidden (c))
    return NULL;
  g_snprintf (buffer, 16, "⟨U+%04X⟩", c);
  return buffer;
}

/* Runs of plain bytes are appended at once: most text is one run. */
static void
append_escaped (GString *out, const char *text, gsize length)
{
  gsize run = 0, i = 0;
  while (i < length)
    {
      const guchar byte = (guchar) text[i];
      if (byte >= 0x20 && byte < 0x7F && strchr ("&<>\"'", byte) == NULL)
        {
          i++;
          continue;
        }
      gsize size;
      char buffer[16];
      const char *instead = replacement (text + i, length - i, &size, buffer);
      if (instead != NULL)
        {
          g_string_append_len (out, text + run, (gssize) (i - run));
          g_string_append (out, instead);
          run = i + size;
        }
      i += size;
    }
  g_string_append_len (out, text + run, (gssize) (length - run));
}

static void
close_tag (BlHtmlWriter *writer)
{
  if (writer->in_tag)
    g_string_append_c (writer->out, '>');
  writer->in_tag = FALSE;
}

void
bl_html_doctype (BlHtmlWriter *writer)
{
  g_string_append (writer->out, "<!DOCTYPE html>");
}

void
bl_html_begin (BlHtmlWriter *writer, const char *name)
{
  g_return_if_fail (writer->depth < BL_HTML_DEPTH);
  close_tag (writer);
  if (!writer->dense && is_block (name) && writer->out->len > 0)
    g_string_append_c (writer->out, '\n');
  g_string_append_c (writer->out, '<');
  g_string_append (writer->out, name);
  writer->open[writer->depth++] = name;
  writer->in_tag = TRUE;
}

void
bl_html_end (BlHtmlWriter *writer, const char *name)
{
  g_return_if_fail (writer->depth > 0 && strcmp (writer->open[writer->depth - 1], name) == 0);
  close_tag (writer);
  writer->depth--;
  if (is_void (name))
    return;
  g_string_append (writer->out, "</");
  g_string_append (writer->out, name);
  g_string_append_c (writer->out, '>');
}

void
bl_html_attribute (BlHtmlWriter *writer, const char *name, const char *value)
{
  g_return_if_fail (writer->in_tag && strcmp (name, "style") != 0 && !g_str_has_prefix (name, "on"));
  if (value == NULL)
    return;
  g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, name);
  if (value[0] == '\0')
    return;
  g_string_append (writer->out, "=\"");
  append_escaped (writer->out, value, strlen (value));
  g_string_append_c (writer->out, '"');
}

void
bl_html_attributef (BlHtmlWriter *writer, const char *name, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *value = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_html_attribute (writer, name, value);
}

void
bl_html_text_len (BlHtmlWriter *writer, const char *text, gssize length)
{
  if (text == NULL)
    return;
  const gsize size = length < 0 ? strlen (text) : (gsize) length;
  if (is_raw (writer))
    g_return_if_fail (g_strstr_len (text, (gssize) size, "</") == NULL && g_strstr_len (text, (gssize) size, "<!--") == NULL);
  close_tag (writer);
  if (is_raw (writer))
    g_string_append_len (writer->out, text, (gssize) size);
  else
    append_escaped (writer->out, text, size);
}

void
bl_html_text (BlHtmlWriter *writer, const char *text)
{
  bl_html_text_len (writer, text, -1);
}

void
bl_html_textf (BlHtmlWriter *writer, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_html_text (writer, text);
}

void
bl_html_element (BlHtmlWriter *writer, const char *name, const char *css_class, const char *text)
{
  bl_html_begin (writer, name);
  bl_html_attribute (writer, "class", css_class);
  bl_html_text (writer, text);
  bl_html_end (writer, name);
}
