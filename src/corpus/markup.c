#include "corpus/markup.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Offset of needle in [at, end), or end; letters compared without case. */
static gsize
find (const char *text, gsize at, gsize end, const char *needle)
{
  gsize length = strlen (needle);
  while (at + length <= end)
    {
      const char *hit = memchr (text + at, needle[0], end - at - length + 1);
      if (hit == NULL)
        return end;
      at = (gsize) (hit - text);
      if (g_ascii_strncasecmp (hit, needle, length) == 0)
        return at;
      at++;
    }
  return end;
}

static gsize
find_past (const char *text, gsize at, gsize end, const char *needle)
{
  gsize found = find (text, at, end, needle);
  return found == end ? end : found + strlen (needle);
}

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':';
}

/* One past the '>' of the tag, which a quoted value may hold too. */
static gsize
skip_attributes (const char *text, gsize at, gsize end, guint *attributes)
{
  guint count = 0;
  gboolean between = TRUE; /* the next letter begins an attribute */
  while (at < end && text[at] != '>')
    {
      if (g_ascii_isspace (text[at]) || text[at] == '/')
        between = TRUE;
      else if (text[at] == '=')
        {
          for (at++; at < end && g_ascii_isspace (text[at]); at++)
            ;
          between = FALSE;
          if (at >= end || (text[at] != '"' && text[at] != '\''))
            continue;
          const char *close = memchr (text + at + 1, text[at], end - at - 1);
          if (close == NULL)
            return end;
          at = (gsize) (close - text);
          between = TRUE;
        }
      else if (between)
        {
          count++;
          between = FALSE;
        }
      at++;
    }
  if (attributes != NULL)
    *attributes = count;
  return MIN (at + 1, end);
}

static gboolean
is_named (const char *text, gsize length, const char *name)
{
  return strlen (name) == length && g_ascii_strncasecmp (text, name, length) == 0;
}

gsize
bl_markup_skip_tag (const char *text, gsize at, gsize end, guint *attributes)
{
  if (attributes != NULL)
    *attributes = 0;
  if (at + 1 >= end || text[at] != '<')
    return at;
  char next = text[at + 1];
  if (next == '!')
    {
      if (at + 3 >= end || text[at + 2] != '-' || text[at + 3] != '-')
        return find_past (text, at + 2, end, ">");
      gsize close = find_past (text, at + 4, end, "-->");
      return find_past (text, at + 4, close, "--!>");
    }
  if (next == '?' || next == '/') /* without a name only these two are taken */
    return at + 2 < end && is_name_start (text[at + 2]) ? find_past (text, at + 2, end, ">") : at + 2;
  if (!is_name_start (next))
    return at;

  gsize name = at + 1;
  gsize name_end = name;
  while (name_end < end && (g_ascii_isalnum (text[name_end]) || strchr ("-_:.", text[name_end]) != NULL)
         && text[name_end] != '\0')
    name_end++;
  gsize after = skip_attributes (text, name_end, end, attributes);
  if (after + 1 < end && text[after] == '<' && text[after + 1] == '/')
    return after; /* libxml2 takes any end tag for the end of a script that holds nothing */
  if (is_named (text + name, name_end - name, "script"))
    return find (text, after, end, "</script");
  if (is_named (text + name, name_end - name, "style"))
    return find (text, after, end, "</style");
  return after;
}

static BlReference
numeric_reference (const char *text, gsize at, gsize end)
{
  BlReference reference = { 0 };
  gsize p = at + 2;
  gboolean hexadecimal = p < end && (text[p] == 'x' || text[p] == 'X');
  p += hexadecimal ? 1 : 0;
  gsize digits = p;
  gunichar value = 0;
  for (; p < end; p++)
    {
      int digit = hexadecimal ? g_ascii_xdigit_value (text[p]) : g_ascii_digit_value (text[p]);
      if (digit < 0)
        break;
      /* Past all characters it stays there, whatever comes. */
      value = value > 0x10FFFF ? value : value * (hexadecimal ? 16u : 10u) + (gunichar) digit;
    }
  if (p == digits)
    return reference;
  reference.finished = p < end && text[p] == ';';
  reference.length = p - at + (reference.finished ? 1 : 0);
  reference.c = value > 0 && g_unichar_validate (value) ? value : 0;
  return reference;
}

BlReference
bl_markup_reference (const char *text, gsize at, gsize end)
{
  BlReference reference = { 0 };
  if (at + 2 >= end || text[at] != '&')
    return reference;
  if (text[at + 1] == '#')
    return numeric_reference (text, at, end);

  /* The longest name of HTML has 31 letters. */
  gsize p = at + 1;
  while (p < end && g_ascii_isalnum (text[p]) && p - at <= 31)
    p++;
  if (p == at + 1)
    return reference;
  g_autofree char *name = g_strndup (text + at + 1, p - at - 1);
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);
  reference.finished = p < end && text[p] == ';';
  reference.length = p - at + (reference.finished ? 1 : 0);
  reference.c = entity != NULL ? entity->value : 0;
  return reference;
}
