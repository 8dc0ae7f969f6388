#include "knowledge/slices.h"

#include <string.h>

typedef struct
{
  GBytes *bytes;
  const char *start;
  const char *at;
  GString *frame;
  const char *framed; /* what is before stands in the frame or in a slice */
  GArray *slices;
  const char *counted; /* where line and column are known */
  guint line;
  guint column;
} Cutter;

static void
slice_clear (gpointer data)
{
  BlKbSlice *slice = data;
  g_free (slice->list);
  g_bytes_unref (slice->bytes);
}

GArray *
bl_kb_slices_new (void)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (BlKbSlice));
  g_array_set_clear_func (slices, slice_clear);
  return slices;
}

/* Behind the comment at "at", or NULL. */
static const char *
skip_comment (const char *at)
{
  if (at[1] == '/')
    return at + strcspn (at, "\n");
  const char *end = at[1] == '*' ? strstr (at + 2, "*/") : NULL;
  return end != NULL ? end + 2 : NULL;
}

static gboolean
skip_blanks (Cutter *cutter)
{
  for (;;)
    {
      cutter->at += strspn (cutter->at, " \t\r\n");
      if (*cutter->at != '/')
        return TRUE;
      const char *end = skip_comment (cutter->at);
      if (end == NULL)
        return FALSE;
      cutter->at = end;
    }
}

/* Behind the string at "at", or NULL. */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '"'; at++)
    {
      if (*at == '\\')
        at++;
      if (*at == '\0')
        return NULL;
    }
  return at + 1;
}

static gboolean
skip_value (Cutter *cutter)
{
  guint depth = 0;
  for (const char *at = cutter->at; at != NULL && *at != '\0';)
    {
      const char c = *at;
      const gboolean closes = c == ']' || c == '}';
      if (depth == 0 && (closes || c == ','))
        {
          cutter->at = at;
          return TRUE;
        }
      depth += c == '[' || c == '{';
      depth -= closes;
      if (c == '"')
        at = skip_string (at);
      else if (c == '/')
        at = skip_comment (at);
      else
        at++;
    }
  return FALSE;
}

/* Counts lines and columns on to "to". */
static void
count (Cutter *cutter, const char *to)
{
  for (const char *at = cutter->counted; at < to; at++)
    if (*at == '\n')
      {
        cutter->line++;
        cutter->column = 1;
      }
    else
      cutter->column += ((guchar) *at & 0xC0) != 0x80;
  cutter->counted = to;
}

/* From the "[" or "," at from to the "," or "]" at cutter->at. */
static void
cut (Cutter *cutter, const char *list, gsize list_length, const char *from)
{
  count (cutter, from);
  const gsize length = (gsize) (cutter->at + 1 - from);
  const BlKbSlice slice = { .list = g_strndup (list, list_length),
                            .bytes = g_bytes_new_from_bytes (cutter->bytes, (gsize) (from - cutter->start), length),
                            .line = cutter->line,
                            .column = cutter->column };
  g_array_append_val (cutter->slices, slice);

  if (*from == '[')
    g_string_append_len (cutter->frame, cutter->framed, from + 1 - cutter->framed);
  for (const char *at = from; (at = memchr (at, '\n', (gsize) (cutter->at - at))) != NULL; at++)
    g_string_append_c (cutter->frame, '\n');
  cutter->framed = cutter->at; /* the next slice begins there too, the frame goes on with a "]" only */
}

/* cutter->at is the "[" of the list. */
static gboolean
cut_list (Cutter *cutter, const char *list, gsize list_length)
{
  const char *from = cutter->at++;
  gboolean any = FALSE;
  if (!skip_blanks (cutter))
    return FALSE;
  while (*cutter->at != ']' || any)
    {
      const char *element = cutter->at;
      if (!skip_value (cutter) || cutter->at == element || *cutter->at == '}')
        return FALSE;
      const gboolean last = *cutter->at == ']';
      if (cutter->at - from > BL_KB_SLICE_BYTES || (last && *from == ','))
        {
          cut (cutter, list, list_length, from);
          from = cutter->at;
        }
      if (last)
        break;
      any = TRUE;
      cutter->at++;
      if (!skip_blanks (cutter))
        return FALSE;
    }
  cutter->at++;
  return TRUE;
}

/* cutter->at is behind the "{". */
static gboolean
cut_members (Cutter *cutter)
{
  for (;;)
    {
      if (!skip_blanks (cutter) || *cutter->at != '"')
        return FALSE;
      const char *key = cutter->at + 1;
      cutter->at = skip_string (cutter->at);
      if (cutter->at == NULL)
        return FALSE;
      const gsize key_length = (gsize) (cutter->at - 1 - key);
      if (!skip_blanks (cutter) || *cutter->at++ != ':' || !skip_blanks (cutter))
        return FALSE;
      if (!(*cutter->at == '[' ? cut_list (cutter, key, key_length) : skip_value (cutter)) || !skip_blanks (cutter))
        return FALSE;
      if (*cutter->at == '}')
        return TRUE;
      if (*cutter->at++ != ',')
        return FALSE;
    }
}

gboolean
bl_kb_slice (GBytes *bytes, GString *frame, GArray *slices)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  if (text == NULL || strlen (text) != length)
    return FALSE;
  Cutter cutter = { .bytes = bytes,
                    .start = text,
                    .at = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text,
                    .frame = frame,
                    .framed = text,
                    .slices = slices,
                    .line = 1,
                    .column = 1 };
  cutter.counted = cutter.at;
  if (!skip_blanks (&cutter) || *cutter.at++ != '{' || !cut_members (&cutter))
    return FALSE;
  g_string_append_len (frame, cutter.framed, text + length - cutter.framed);
  return TRUE;
}
