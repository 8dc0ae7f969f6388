#include "importers/cursor.h"

#include <string.h>

static void
skip_blanks (BlCursor *cursor)
{
  while (*cursor->at == ' ' || *cursor->at == '\n' || *cursor->at == '\r' || *cursor->at == '\t')
    cursor->at++;
}

char
bl_cursor_kind (BlCursor *cursor)
{
  skip_blanks (cursor);
  return *cursor->at;
}

gboolean
bl_cursor_enter (BlCursor *cursor, char bracket)
{
  if (bl_cursor_kind (cursor) != bracket)
    {
      bl_cursor_skip (cursor);
      return FALSE;
    }
  cursor->at++;
  return TRUE;
}

gboolean
bl_cursor_element (BlCursor *cursor)
{
  if (bl_cursor_kind (cursor) == ',')
    cursor->at++;
  const char kind = bl_cursor_kind (cursor);
  if (kind != ']' && kind != '}')
    return TRUE;
  cursor->at++;
  return FALSE;
}

/* Behind the closing quotation mark of the string that is opened at text. */
static char *
end_of_string (char *text)
{
  for (text++; *text != '"'; text++)
    if (*text == '\\')
      text++;
  return text + 1;
}

gboolean
bl_cursor_member (BlCursor *cursor, BlKey *key)
{
  if (!bl_cursor_element (cursor))
    return FALSE;
  char *end = end_of_string (cursor->at);
  *key = (BlKey){ .text = cursor->at + 1, .length = (gsize) (end - cursor->at) - 2 };
  cursor->at = end;
  if (bl_cursor_kind (cursor) == ':')
    cursor->at++;
  skip_blanks (cursor);
  return TRUE;
}

static guint
hex4 (const char *text)
{
  guint value = 0;
  for (guint i = 0; i < 4; i++)
    value = value * 16 + (guint) g_ascii_xdigit_value (text[i]);
  return value;
}

/* The escape at *from becomes what it means at to; both move behind it. An escape is never shorter than what it means. */
static char *
unescape (const char **from, char *to)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *in = *from + 1;
  if (*in != 'u')
    {
      const char *name = strchr (names, *in);
      *to++ = name != NULL ? meanings[name - names] : *in;
      *from = in + 1;
      return to;
    }
  gunichar letter = hex4 (in + 1);
  in += 5;
  if (letter >= 0xD800 && letter < 0xDC00)
    {
      letter = 0x10000 + ((letter - 0xD800) << 10) + (hex4 (in + 2) - 0xDC00);
      in += 6;
    }
  *from = in;
  return to + g_unichar_to_utf8 (letter, to);
}

char *
bl_cursor_text (BlCursor *cursor)
{
  if (bl_cursor_kind (cursor) != '"')
    {
      bl_cursor_skip (cursor);
      return NULL;
    }
  char *text = cursor->at + 1;
  char *end = end_of_string (cursor->at);
  cursor->at = end;
  char *to = memchr (text, '\\', (gsize) (end - text));
  if (to == NULL)
    {
      end[-1] = '\0';
      return text;
    }
  for (const char *from = to; from < end - 1;)
    if (*from == '\\')
      to = unescape (&from, to);
    else
      *to++ = *from++;
  *to = '\0';
  return text;
}

gint64
bl_cursor_number (BlCursor *cursor, gint64 otherwise)
{
  const char kind = bl_cursor_kind (cursor);
  const gboolean is_number = kind == '-' || g_ascii_isdigit (kind);
  const gint64 value = is_number ? g_ascii_strtoll (cursor->at, NULL, 10) : otherwise;
  bl_cursor_skip (cursor);
  return value;
}

void
bl_cursor_skip (BlCursor *cursor)
{
  guint depth = 0;
  char *at = cursor->at;
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
    at++;
  do
    switch (*at)
      {
      case '"':
        at = end_of_string (at);
        break;
      case '{':
      case '[':
        depth++;
        at++;
        break;
      case '}':
      case ']':
        depth--;
        at++;
        break;
      default: /* a number or a word; between elements, commas and blanks too */
        at += strcspn (at, depth > 0 ? "\"{}[]" : ",]} \t\r\n");
        break;
      }
  while (depth > 0);
  cursor->at = at;
}

gboolean
bl_key_is (BlKey key, const char *name)
{
  return strncmp (key.text, name, key.length) == 0 && name[key.length] == '\0';
}
