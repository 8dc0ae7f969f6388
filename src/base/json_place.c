/* Where the values of a file stand, and complaints about them. */
#include <stdarg.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/json_private.h"

/* --- lines and columns -------------------------------------------------------------------------------------------- */
static void
map_lines (const BlJson *json)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 start = 0;
  g_array_append_val (lines, start);
  const char *end = json->text + json->length;
  for (const char *at = json->text; (at = memchr (at, '\n', (gsize) (end - at))) != NULL;)
    {
      start = (guint32) (++at - json->text);
      g_array_append_val (lines, start);
    }
  json->lines->lines = lines;
}

static const GArray *
get_lines (const BlJson *json)
{
  BlJsonLines *lines = json->lines;
  if (g_once_init_enter (&lines->built))
    {
      map_lines (json);
      g_once_init_leave (&lines->built, 1);
    }
  return lines->lines;
}

/* Bytes that go on a character are not counted; this holds up to the first bad byte of bad UTF-8 too. */
static guint
count_letters (const BlJson *json, gsize start, gsize end)
{
  guint n = 0;
  for (gsize i = start; i < end; i++)
    n += ((guchar) json->text[i] & 0xC0) != 0x80;
  return n;
}

/* Returns where the line begins. */
static gsize
locate (const BlJson *json, gsize offset, guint *line, guint *column)
{
  const GArray *lines = get_lines (json);
  guint low = 0;
  guint high = lines->len;
  while (high - low > 1) /* lines[low] <= offset < lines[high] */
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (lines, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  const gsize start = g_array_index (lines, guint32, low);
  *line = json->line + low;
  if (column != NULL)
    *column = (low == 0 ? json->column : 1) + count_letters (json, start, offset);
  return start;
}

/* --- tokens ------------------------------------------------------------------------------------------------------- */
/* The end of the string, number or word that begins at offset; of anything else, one character. A string that does not end on its
 * line is its quotation mark. */
static gsize
token_end (const BlJson *json, gsize offset)
{
  const char *at = json->text + offset;
  if (offset >= json->length)
    return offset;
  if (*at == '"')
    {
      for (at++; *at != '"'; at++)
        {
          if (*at == '\\' && at[1] != '\0')
            at++;
          if (*at == '\0' || *at == '\n')
            return offset + 1;
        }
      return (gsize) (at + 1 - json->text);
    }
  while (g_ascii_isalnum (*at) || *at == '-' || *at == '+' || *at == '.' || *at == '_')
    at++;
  gsize end = (gsize) (at - json->text);
  if (end == offset)
    for (end++; end < json->length && ((guchar) json->text[end] & 0xC0) == 0x80;)
      end++;
  return end;
}

/* Behind blanks and comments; the scanner has passed the text. */
static gsize
skip_blanks (const BlJson *json, gsize offset)
{
  for (;;)
    {
      const char *at = json->text + offset;
      offset += strspn (at, " \t\r\n");
      at = json->text + offset;
      if (*at != '/')
        return offset;
      offset += at[1] == '/' ? strcspn (at, "\n") : (gsize) (strstr (at + 2, "*/") + 2 - at);
    }
}

static gsize
start_of (const BlJson *json, const cJSON *item)
{
  /* The nodes are one block in document order, as are the starts. */
  const BlJsonTree *tree = bl_json_tree (json);
  const gsize index = item != NULL ? (gsize) (item - tree->root) : 0;
  return g_array_index (tree->starts, guint32, index);
}

static gsize
start_of_value (const BlJson *json, const cJSON *item)
{
  const gsize start = start_of (json, item);
  if (item == NULL || item->string == NULL)
    return start;
  const gsize colon = skip_blanks (json, token_end (json, start));
  return skip_blanks (json, colon + 1);
}

/* Bytes of the text that one character of a string takes: an escape, a pair of them, or the character itself. */
static gsize
letter_size (const char *at)
{
  if (*at != '\\')
    return (gsize) g_utf8_skip[(guchar) *at];
  if (at[1] != 'u')
    return 2;
  /* The first half of a surrogate pair: \uD800 to \uDBFF. */
  const gboolean high = (at[2] == 'd' || at[2] == 'D') && strchr ("89abAB", at[3]) != NULL;
  return high ? 12 : 6;
}

/* --- places ------------------------------------------------------------------------------------------------------- */
BlSpan
bl_json_key_span (const BlJson *json, const cJSON *item)
{
  const gsize start = start_of (json, item);
  return bl_span (start, token_end (json, start));
}

BlSpan
bl_json_value_span (const BlJson *json, const cJSON *item)
{
  const gsize start = start_of_value (json, item);
  return bl_span (start, token_end (json, start));
}

BlSpan
bl_json_inner_span (const BlJson *json, const cJSON *string, guint first, guint n)
{
  BlSpan span = bl_json_value_span (json, string);
  if (!cJSON_IsString (string))
    return span;
  gsize at = span.start + 1;
  const gsize last = span.end - 1; /* the closing quotation mark stands for what is past the end */
  for (guint i = 0; i < first && at < last; i++)
    at += letter_size (json->text + at);
  gsize end = at;
  for (guint i = 0; i < MAX (n, 1) && end < last; i++)
    end += letter_size (json->text + end);
  return bl_span (at, MAX (end, at + 1));
}

void
bl_json_place (const BlJson *json, BlSpan span, BlProblemPlace *place)
{
  *place = (BlProblemPlace){ .file = json->name };
  const gsize start = locate (json, span.start, &place->line, &place->column);
  const guint width = count_letters (json, span.start, MIN (span.end, json->length));
  place->excerpt = bl_excerpt (json->text, json->length, start, place->line, place->column, width);
}

void
bl_json_place_clear (BlProblemPlace *place)
{
  g_free ((char *) place->excerpt);
  place->excerpt = NULL;
}

void
bl_json_position (const BlJson *json, const cJSON *item, guint *line, guint *column)
{
  locate (json, start_of (json, item), line, column);
}

/* --- errors ------------------------------------------------------------------------------------------------------- */
/* What a BL_JSON_ERROR carries beside its message. */
typedef struct
{
  guint line;
  guint column;
  char *what;
  char *excerpt;
} BlJsonErrorPrivate;

static void
bl_json_error_private_init (BlJsonErrorPrivate *private)
{
  *private = (BlJsonErrorPrivate){ 0 };
}

static void
bl_json_error_private_copy (const BlJsonErrorPrivate *from, BlJsonErrorPrivate *to)
{
  *to = (BlJsonErrorPrivate){
    .line = from->line, .column = from->column, .what = g_strdup (from->what), .excerpt = g_strdup (from->excerpt)
  };
}

static void
bl_json_error_private_clear (BlJsonErrorPrivate *private)
{
  g_free (private->what);
  g_free (private->excerpt);
}

G_DEFINE_EXTENDED_ERROR (BlJsonError, bl_json_error)

GError *
bl_json_error_new (BlJsonErrorCode code, const BlProblemPlace *place, const char *what)
{
  g_autofree char *message = bl_place_format (place, what);
  GError *error = g_error_new_literal (BL_JSON_ERROR, (int) code, message);
  BlJsonErrorPrivate *private = bl_json_error_get_private (error);
  private->line = place->line;
  private->column = place->column;
  private->what = g_strdup (what);
  private->excerpt = g_strdup (place->excerpt);
  return error;
}

const char *
bl_json_error_excerpt (const GError *error)
{
  return error->domain == BL_JSON_ERROR ? bl_json_error_get_private (error)->excerpt : NULL;
}

const char *
bl_json_error_what (const GError *error, BlProblemPlace *place)
{
  if (error->domain != BL_JSON_ERROR)
    return NULL;
  const BlJsonErrorPrivate *private = bl_json_error_get_private (error);
  place->line = private->line;
  place->column = private->column;
  place->excerpt = private->excerpt;
  return private->what;
}

void
bl_json_error_append (GError *error, const char *more)
{
  BlJsonErrorPrivate *private = bl_json_error_get_private (error);
  g_autofree char *before = private->excerpt;
  private->excerpt = before != NULL ? g_strconcat (before, "\n", more, NULL) : g_strdup (more);
}

static gboolean
fail_at (const BlJson *json, BlJsonErrorCode code, BlSpan span, const char *what, GError **error)
{
  if (error == NULL)
    return FALSE;
  BlProblemPlace place;
  bl_json_place (json, span, &place);
  g_propagate_error (error, bl_json_error_new (code, &place, what));
  bl_json_place_clear (&place);
  return FALSE;
}

gboolean
bl_json_fail (const BlJson *json, const cJSON *item, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fail_at (json, BL_JSON_ERROR_SHAPE, bl_json_value_span (json, item), what, error);
}

gboolean
bl_json_fail_key (const BlJson *json, const cJSON *item, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fail_at (json, BL_JSON_ERROR_SHAPE, bl_json_key_span (json, item), what, error);
}

gboolean
bl_json_fail_syntax (const BlJson *json, gsize offset, GError **error, const char *what)
{
  return fail_at (json, BL_JSON_ERROR_SYNTAX, bl_span (offset, token_end (json, offset)), what, error);
}
