#include "rules/regex_nesting.h"

#include <string.h>

typedef struct
{
  const char *source;
  const char *at;
  const char *found; /* the first outer repetition; NULL: none so far */
} Reader;

/* What is known of a piece of a regex. */
typedef struct
{
  gboolean nullable; /* it may match nothing */
  gboolean loose;    /* all of it may be one repetition without bound that gives back */
} Shape;

static Shape read_alternatives (Reader *reader);

static gboolean
starts (const Reader *reader, const char *text)
{
  return g_str_has_prefix (reader->at, text);
}

/* Blanks and comments of (?x), and "(?#…)". */
static void
skip_blanks (Reader *reader)
{
  for (;;)
    if (*reader->at != '\0' && strchr (" \t\r\n\f\v", *reader->at) != NULL)
      reader->at++;
    else if (*reader->at == '#')
      reader->at += strcspn (reader->at, "\n");
    else if (starts (reader, "(?#"))
      reader->at += strcspn (reader->at, ")") + 1;
    else
      return;
}

/* "[]a]", "[^]a[:alpha:]\]]" */
static void
skip_class (Reader *reader)
{
  const char *at = reader->at + 1;
  at += *at == '^';
  at += *at == ']';
  while (*at != '\0' && *at != ']')
    {
      const char *name = *at == '[' && at[1] == ':' ? strstr (at, ":]") : NULL;
      at = name != NULL ? name + 2 : *at == '\\' && at[1] != '\0' ? at + 2 : at + 1;
    }
  reader->at = *at == ']' ? at + 1 : at;
}

/* \b and the like are places; \p{…}, \x{…}, \k<…> have a name. */
static Shape
read_escape (Reader *reader)
{
  const char letter = reader->at[1];
  reader->at += letter == '\0' ? 1 : 2;
  if (letter == 'Q')
    {
      const char *end = strstr (reader->at, "\\E");
      reader->at = end != NULL ? end + 2 : reader->at + strlen (reader->at);
    }
  else if (*reader->at == '{' && strchr ("pPxogkN", letter) != NULL)
    reader->at += strcspn (reader->at, "}") + 1;
  else if (*reader->at == '<' && letter == 'k')
    reader->at += strcspn (reader->at, ">") + 1;
  return (Shape){ .nullable = strchr ("bBAzZGKE", letter) != NULL };
}

static Shape
read_group (Reader *reader)
{
  gboolean is_place = FALSE;
  gboolean keeps = FALSE;
  reader->at++;
  if (*reader->at == '?')
    {
      is_place = strchr ("=!", reader->at[1]) != NULL || starts (reader, "?<=") || starts (reader, "?<!");
      keeps = reader->at[1] == '>';
      reader->at++;
      if (*reader->at == 'P')
        reader->at++;
      if (is_place)
        reader->at += strcspn (reader->at, "=!") + 1;
      else if (*reader->at == '<' || *reader->at == '\'')
        reader->at += strcspn (reader->at + 1, ">'") + 2;
      else if (*reader->at != '(')                                                         /* a condition reads like a group */
        reader->at += strspn (reader->at, "abcdefghijklmnopqrstuvwxyzJU^-+&=0123456789R"); /* options, calls */
      reader->at += *reader->at == ':' || *reader->at == '>' || *reader->at == '|';
    }
  Shape shape = read_alternatives (reader);
  if (*reader->at == ')')
    reader->at++;
  if (is_place)
    return (Shape){ .nullable = TRUE };
  shape.loose = shape.loose && !keeps;
  return shape;
}

static Shape
read_atom (Reader *reader)
{
  if (*reader->at == '(')
    return read_group (reader);
  if (*reader->at == '\\')
    return read_escape (reader);
  if (*reader->at == '[')
    skip_class (reader);
  else if (starts (reader, "%{"))
    reader->at += strcspn (reader->at, "}") + 1;
  else if (*reader->at == '^' || *reader->at == '$')
    {
      reader->at++;
      return (Shape){ .nullable = TRUE };
    }
  else
    reader->at = g_utf8_next_char (reader->at);
  return (Shape){ 0 };
}

/* "*", "+", "?", "{2,}" with "?" or "+" behind; FALSE when none stands here. */
static gboolean
read_repetition (Reader *reader, gboolean *endless, gboolean *nullable)
{
  const char *at = reader->at;
  *endless = *at == '*' || *at == '+';
  *nullable = *at == '*' || *at == '?';
  if (*at == '{')
    {
      const char *end = at + 1 + strspn (at + 1, "0123456789");
      const gboolean open = *end == ',' && end[1] == '}';
      end += *end == ',';
      end += strspn (end, "0123456789");
      if (*end != '}' || end == at + 1) /* "{" as it is */
        return FALSE;
      *endless = open;
      *nullable = at[1] == '0' || at[1] == ',';
      at = end;
    }
  else if (!*endless && !*nullable)
    return FALSE;
  at++;
  if (*at == '+')
    *endless = FALSE; /* it gives nothing back */
  at += *at == '+' || *at == '?';
  reader->at = at;
  return TRUE;
}

static Shape
read_element (Reader *reader)
{
  Shape shape = read_atom (reader);
  gboolean endless = FALSE;
  gboolean nullable = FALSE;
  for (;;)
    {
      skip_blanks (reader);
      const char *place = reader->at;
      if (!read_repetition (reader, &endless, &nullable))
        return shape;
      if (endless && shape.loose && reader->found == NULL)
        reader->found = place;
      shape.nullable = shape.nullable || nullable;
      shape.loose = shape.loose || endless;
    }
}

/* A sequence is loose when a single element of it must be there and is, or none must and one is. */
static Shape
read_sequence (Reader *reader)
{
  guint n_needed = 0;
  gboolean needed_loose = FALSE;
  gboolean any_loose = FALSE;
  for (skip_blanks (reader); *reader->at != '\0' && *reader->at != '|' && *reader->at != ')'; skip_blanks (reader))
    {
      const Shape shape = read_element (reader);
      n_needed += !shape.nullable;
      needed_loose = needed_loose || (!shape.nullable && shape.loose);
      any_loose = any_loose || shape.loose;
    }
  return (Shape){ .nullable = n_needed == 0, .loose = n_needed == 0 ? any_loose : n_needed == 1 && needed_loose };
}

static Shape
read_alternatives (Reader *reader)
{
  Shape all = { 0 };
  for (;;)
    {
      const Shape one = read_sequence (reader);
      all.nullable = all.nullable || one.nullable;
      all.loose = all.loose || one.loose;
      if (*reader->at != '|')
        return all;
      reader->at++;
    }
}

gboolean
bl_regex_nests (const char *source, gsize *offset)
{
  Reader reader = { .source = source, .at = source };
  while (*reader.at != '\0')
    {
      read_alternatives (&reader);
      reader.at += *reader.at == ')'; /* of a group this reader has misread */
    }
  if (reader.found == NULL)
    return FALSE;
  *offset = (gsize) (reader.found - source);
  return TRUE;
}
