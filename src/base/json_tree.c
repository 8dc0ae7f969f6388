#include "base/json_tree.h"

#include <math.h>
#include <string.h>

/* The text is right: nothing is checked again. */
typedef struct
{
  char *at;
  cJSON *free; /* the next node of the block */
} Builder;

static void build_value (Builder *builder, cJSON *node);

/* Comments are blanks by now. */
static void
skip_blanks (Builder *builder)
{
  while (*builder->at == ' ' || *builder->at == '\n' || *builder->at == '\r' || *builder->at == '\t')
    builder->at++;
}

static guint
read_hex4 (const char *text)
{
  guint value = 0;
  for (guint i = 0; i < 4; i++)
    value = value * 16 + (guint) g_ascii_xdigit_value (text[i]);
  return value;
}

/* \uXXXX, or two of them; returns where the UTF-8 written to "to" ends. It is shorter than the escape. */
static char *
read_unicode (Builder *builder, char *to)
{
  gunichar letter = read_hex4 (builder->at + 2);
  builder->at += 6;
  if (letter >= 0xD800 && letter < 0xDC00)
    {
      letter = 0x10000 + ((letter - 0xD800) << 10) + (read_hex4 (builder->at + 2) - 0xDC00);
      builder->at += 6;
    }
  return to + g_unichar_to_utf8 (letter, to);
}

static char *
read_escape (Builder *builder, char *to)
{
  static const char letters[] = "bfnrt";
  static const char meant[] = "\b\f\n\r\t";
  char c = builder->at[1];
  if (c == 'u')
    return read_unicode (builder, to);
  const char *found = strchr (letters, c);
  *to = found != NULL ? meant[found - letters] : c;
  builder->at += 2;
  return to + 1;
}

/* The string at builder->at, unescaped where it stands, its closing quote made a NUL. */
static char *
read_string (Builder *builder)
{
  char *start = ++builder->at;
  while (*builder->at != '"' && *builder->at != '\\')
    builder->at++;
  char *to = builder->at;
  while (*builder->at != '"')
    if (*builder->at == '\\')
      to = read_escape (builder, to);
    else
      *to++ = *builder->at++;
  builder->at++;
  *to = '\0';
  return start;
}

static cJSON *
take_node (Builder *builder, cJSON *parent, cJSON *last)
{
  cJSON *node = builder->free++;
  if (last == NULL)
    parent->child = node;
  else
    {
      last->next = node;
      node->prev = last;
    }
  parent->child->prev = node; /* cJSON keeps the last one there */
  return node;
}

static void
build_children (Builder *builder, cJSON *parent, char close)
{
  cJSON *last = NULL;
  builder->at++;
  for (skip_blanks (builder); *builder->at != close; skip_blanks (builder))
    {
      if (*builder->at == ',')
        {
          builder->at++;
          skip_blanks (builder);
        }
      last = take_node (builder, parent, last);
      if (close == '}')
        {
          last->string = read_string (builder);
          skip_blanks (builder);
          builder->at++; /* the colon */
          skip_blanks (builder);
        }
      build_value (builder, last);
    }
  builder->at++;
}

static void
build_number (Builder *builder, cJSON *node)
{
  node->type = cJSON_Number;
  node->valuedouble = g_ascii_strtod (builder->at, &builder->at);
  if (node->valuedouble >= G_MAXINT)
    node->valueint = G_MAXINT;
  else
    node->valueint = node->valuedouble <= G_MININT ? G_MININT : (int) node->valuedouble;
}

static void
build_value (Builder *builder, cJSON *node)
{
  switch (*builder->at)
    {
    case '"':
      node->type = cJSON_String;
      node->valuestring = read_string (builder);
      break;
    case '{':
      node->type = cJSON_Object;
      build_children (builder, node, '}');
      break;
    case '[':
      node->type = cJSON_Array;
      build_children (builder, node, ']');
      break;
    case 't':
      node->type = cJSON_True;
      node->valueint = 1;
      builder->at += strlen ("true");
      break;
    case 'f':
      node->type = cJSON_False;
      builder->at += strlen ("false");
      break;
    case 'n':
      node->type = cJSON_NULL;
      builder->at += strlen ("null");
      break;
    default:
      build_number (builder, node);
    }
}

cJSON *
bl_json_build (char *text, guint n_nodes)
{
  cJSON *nodes = g_new0 (cJSON, n_nodes);
  Builder builder = { .at = text, .free = nodes + 1 };
  skip_blanks (&builder);
  build_value (&builder, nodes);
  return nodes;
}
