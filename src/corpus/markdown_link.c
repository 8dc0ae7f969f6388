#include "corpus/markdown_link.h"

/* Marks that may stand between a link's brackets and its words: those of emphasis, and what belongs to the line. */
static gboolean
is_mark (char c)
{
  return g_ascii_isspace (c) || c == '*' || c == '_' || c == '`' || c == '>' || c == '!';
}

gsize
bl_markdown_open_link (const char *text, gsize at, gsize end)
{
  gsize p = at;
  while (p < end && is_mark (text[p]))
    p++;
  return p < end && (text[p] == '[' || text[p] == '<') ? p + 1 : at;
}

/* One past the closing mark of what opens at at, backslashes heeded; end when there is none. */
static gsize
skip_quoted (const char *text, gsize at, gsize end, char close)
{
  for (gsize p = at + 1; p < end; p++)
    {
      if (text[p] == '\\')
        p++;
      else if (text[p] == close)
        return p + 1;
    }
  return end;
}

static gsize
skip_space (const char *text, gsize at, gsize end)
{
  while (at < end && g_ascii_isspace (text[at]))
    at++;
  return at;
}

/* An address without "<>": round brackets in it are paired. */
static gsize
skip_address (const char *text, gsize at, gsize end)
{
  guint depth = 0;
  for (; at < end && !g_ascii_isspace (text[at]); at++)
    {
      if (text[at] == '\\' && at + 1 < end)
        at++;
      else if (text[at] == '(')
        depth++;
      else if (text[at] == ')' && depth-- == 0)
        return at;
    }
  return at;
}

/* "(address "title")". */
static gsize
skip_target (const char *text, gsize at, gsize end)
{
  gsize p = skip_space (text, at + 1, end);
  p = p < end && text[p] == '<' ? skip_quoted (text, p, end, '>') : skip_address (text, p, end);
  p = skip_space (text, p, end);
  if (p < end && (text[p] == '"' || text[p] == '\''))
    p = skip_quoted (text, p, end, text[p]);
  else if (p < end && text[p] == '(')
    p = skip_quoted (text, p, end, ')');
  p = skip_space (text, p, end);
  return p < end && text[p] == ')' ? p + 1 : at;
}

gsize
bl_markdown_close_link (const char *text, gsize at, gsize end)
{
  if (at < end && text[at] == '>')
    return at + 1;
  gsize p = at;
  while (p < end && is_mark (text[p]))
    p++;
  if (p >= end || text[p] != ']')
    return at;
  p++;
  if (p < end && text[p] == '(')
    return skip_target (text, p, end);
  if (p < end && text[p] == '[')
    return skip_quoted (text, p, end, ']');
  return p;
}
