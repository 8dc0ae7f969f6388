#include "corpus/json_text.h"

#include <string.h>

/* What cJSON takes for white space. */
static gsize
skip_space (const char *text, gsize length, gsize at)
{
  while (at < length && (guchar) text[at] <= ' ')
    at++;
  return at;
}

/* One past the string that begins at the quotation mark. */
static gsize
skip_string (const char *text, gsize length, gsize at)
{
  for (at++; at < length && text[at] != '"'; at++)
    if (text[at] == '\\')
      at++;
  return MIN (at + 1, length);
}

/* One past any value. cJSON has read it already, so brackets only need counting. */
static gsize
skip_value (const char *text, gsize length, gsize at)
{
  gsize depth = 0;
  while (at < length)
    {
      char c = text[at];
      if (c == '"')
        {
          at = skip_string (text, length, at);
          if (depth == 0)
            return at;
          continue;
        }
      if (depth == 0 && (c == ',' || c == '}' || c == ']' || (guchar) c <= ' '))
        return at;
      at++;
      if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && --depth == 0)
        return at;
    }
  return at;
}

void
bl_json_members (const char *text, gsize length, const cJSON *root, GArray *members)
{
  const char *brace = memchr (text, '{', length);
  gsize at = brace != NULL ? (gsize) (brace - text) + 1 : length;
  const cJSON *value = NULL;
  cJSON_ArrayForEach (value, root)
  {
    at = skip_space (text, length, at);
    at = skip_string (text, length, at); /* the key */
    at = skip_space (text, length, at);
    at = skip_space (text, length, at + 1); /* the colon */
    BlJsonMember member = { .name = value->string, .name_length = strlen (value->string), .raw.start = (guint32) at };
    at = skip_value (text, length, at);
    member.raw.end = (guint32) at;
    g_array_append_val (members, member);
    at = skip_space (text, length, at) + 1; /* the comma */
  }
}

/* The number of four hexadecimal digits, or -1. */
static int
read_hex (const char *text, gsize left)
{
  if (left < 4)
    return -1;
  int value = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

gsize
bl_json_unicode_escape (const char *text, gsize left, gunichar *c, gboolean *broken)
{
  *broken = FALSE;
  if (left < 6 || text[0] != '\\' || text[1] != 'u')
    return 0;
  int first = read_hex (text + 2, left - 2);
  if (first < 0)
    return 0;
  *c = (gunichar) first;
  if (first >= 0xD800 && first <= 0xDBFF && left >= 12 && text[6] == '\\' && text[7] == 'u')
    {
      int second = read_hex (text + 8, left - 8);
      if (second >= 0xDC00 && second <= 0xDFFF)
        {
          *c = 0x10000u + (((gunichar) first - 0xD800u) << 10) + ((gunichar) second - 0xDC00u);
          return 12;
        }
    }
  *broken = first == 0 || (first >= 0xD800 && first <= 0xDFFF);
  if (*broken)
    *c = 0xFFFD;
  return 6;
}

guint
bl_json_defuse (char *text, gsize length, gsize *first)
{
  guint count = 0;
  for (gsize at = 0; at < length;)
    {
      gunichar c = 0;
      gboolean broken = FALSE;
      gsize taken = bl_json_unicode_escape (text + at, length - at, &c, &broken);
      if (broken)
        {
          memcpy (text + at + 2, "fffd", 4);
          if (count++ == 0 && first != NULL)
            *first = at;
        }
      if (taken > 0)
        at += taken;
      else
        at += text[at] == '\\' ? 2 : 1;
    }
  return count;
}

/* The character that a short escape means. */
static char
short_escape (char letter)
{
  switch (letter)
    {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;
    }
}

void
bl_json_add_string (BlTextBuilder *builder, const char *text, BlSpan raw)
{
  if (raw.end < raw.start + 2)
    return;
  gsize end = raw.end - 1;
  for (gsize at = raw.start + 1; at < end;)
    {
      const char *escape = memchr (text + at, '\\', end - at);
      gsize copied = escape != NULL ? (gsize) (escape - text) - at : end - at;
      bl_text_builder_add (builder, text + at, copied, at, copied);
      at += copied;
      if (at + 1 >= end)
        break;

      gunichar c = 0;
      gboolean broken = FALSE;
      char opened[6];
      gsize taken = bl_json_unicode_escape (text + at, end - at, &c, &broken);
      gsize size = 1;
      if (taken > 0)
        size = (gsize) g_unichar_to_utf8 (c, opened);
      else
        {
          opened[0] = short_escape (text[at + 1]);
          taken = 2;
        }
      bl_text_builder_add (builder, opened, size, at, taken);
      at += taken;
    }
}
