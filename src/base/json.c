#include "base/json.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/file.h"
#include "base/json_scan.h"
#include "base/json_tree.h"
#include "base/limits.h"

G_DEFINE_QUARK (bl - json - error - quark, bl_json_error)

/* Built when a position is first asked for: most files are right, and never need it. */
typedef struct
{
  gsize built;   /* for g_once_init_enter */
  GArray *lines; /* of guint32: the offset where each line begins */
} Places;

struct BlJson
{
  char *name;
  char *text; /* as it was read, comments included: columns count its characters */
  gsize length;
  char *plain;    /* the same without comments, unescaped in place: keys and strings of the tree point into it */
  cJSON *root;    /* one block of nodes */
  GArray *starts; /* of guint32: where the nth node of the tree in pre-order begins; see json_scan.h */
  Places *places;
};

void
bl_json_free (BlJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->places->lines, g_array_unref);
  g_free (json->places);
  g_array_unref (json->starts);
  g_free (json->root);
  g_free (json->plain);
  g_free (json->text);
  g_free (json->name);
  g_free (json);
}

const cJSON *
bl_json_root (const BlJson *json)
{
  return json->root;
}

const char *
bl_json_name (const BlJson *json)
{
  return json->name;
}

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
  json->places->lines = lines;
}

static const Places *
get_places (const BlJson *json)
{
  Places *places = json->places;
  if (g_once_init_enter (&places->built))
    {
      map_lines (json);
      g_once_init_leave (&places->built, 1);
    }
  return places;
}

static void
locate (const BlJson *json, gsize offset, guint *line, guint *column)
{
  const GArray *lines = get_places (json)->lines;
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
  *line = low + 1;
  *column = 1;
  /* Bytes that go on a character are not counted; this holds up to the first bad byte of bad UTF-8 too. */
  for (gsize i = g_array_index (lines, guint32, low); i < offset; i++)
    *column += ((guchar) json->text[i] & 0xC0) != 0x80;
}

void
bl_json_position (const BlJson *json, const cJSON *item, guint *line, guint *column)
{
  /* The nodes are one block in document order, as are the starts. */
  const gsize index = item != NULL ? (gsize) (item - json->root) : 0;
  locate (json, g_array_index (json->starts, guint32, index), line, column);
}

gboolean
bl_json_fail (const BlJson *json, const cJSON *item, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  guint line = 0;
  guint column = 0;
  bl_json_position (json, item, &line, &column);
  g_set_error (error, BL_JSON_ERROR, BL_JSON_ERROR_SHAPE, "%s:%u:%u: %s", json->name, line, column, message);
  return FALSE;
}

static gboolean
fail_syntax (const BlJson *json, gsize offset, GError **error, const char *what)
{
  guint line = 0;
  guint column = 0;
  locate (json, offset, &line, &column);
  g_set_error (error, BL_JSON_ERROR, BL_JSON_ERROR_SYNTAX, "%s:%u:%u: %s", json->name, line, column, what);
  return FALSE;
}

/* The keys of one object as the walk meets them. Our objects have few members, where looking back is cheaper than
 * hashing; one that maps names has thousands. */
enum
{
  FEW_KEYS = 24
};

static gboolean
is_repeated (const cJSON *first, const cJSON *item, guint count, GHashTable **keys)
{
  if (count < FEW_KEYS)
    {
      for (; first != item; first = first->next)
        if (strcmp (first->string, item->string) == 0)
          return TRUE;
      return FALSE;
    }
  if (*keys == NULL)
    {
      *keys = g_hash_table_new (g_str_hash, g_str_equal);
      for (; first != item; first = first->next)
        g_hash_table_add (*keys, first->string);
    }
  return !g_hash_table_add (*keys, item->string);
}

/* What only the tree shows: keys that are equal once unescaped, and numbers that no double holds. index counts nodes in
 * pre-order. */
static gboolean
check_tree (const BlJson *json, const cJSON *parent, guint *index, GError **error)
{
  g_autoptr (GHashTable) keys = NULL;
  guint count = 0;
  for (const cJSON *item = parent->child; item != NULL; item = item->next, count++)
    {
      gsize start = g_array_index (json->starts, guint32, *index);
      (*index)++;
      if (item->string != NULL && is_repeated (parent->child, item, count, &keys))
        {
          g_autofree char *what = g_strdup_printf ("the key “%s” stands twice in this object; keep one", item->string);
          return fail_syntax (json, start, error, what);
        }
      if (cJSON_IsNumber (item) && !isfinite (item->valuedouble))
        return fail_syntax (json, start, error, "the number is too large; at most 1.7e308 fits");
      if (item->child != NULL && !check_tree (json, item, index, error))
        return FALSE;
    }
  return TRUE;
}

/* Fills json->root and json->starts from json->text. */
static gboolean
read_tree (BlJson *json, GError **error)
{
  /* A byte order mark is the first character of many an editor's file; it is no part of line 1. */
  gsize skip = json->length >= 3 && memcmp (json->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  gsize length = json->length - skip;
  char *plain = json->plain = g_malloc (length + 1);
  memcpy (plain, json->text + skip, length);
  plain[length] = '\0';
  /* With the mark gone from text too, offsets in both are the same. */
  memmove (json->text, json->text + skip, length + 1);
  json->length = length;

  BlJsonFault fault = { 0 };
  if (!bl_json_scan (plain, length, json->starts, &fault))
    {
      fail_syntax (json, fault.offset, error, fault.what);
      g_free (fault.what);
      return FALSE;
    }
  json->root = bl_json_build (plain, json->starts->len);
  if (cJSON_IsNumber (json->root) && !isfinite (json->root->valuedouble))
    return fail_syntax (json, g_array_index (json->starts, guint32, 0), error, "the number is too large; at most 1.7e308 fits");
  guint index = 1;
  return check_tree (json, json->root, &index, error);
}

/* Takes text, which text[length] == NUL ends. */
static BlJson *
json_new_take (char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (BlJson) json = g_new0 (BlJson, 1);
  json->name = g_strdup (name);
  json->text = text;
  json->length = length;
  json->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  json->places = g_new0 (Places, 1);
  if (!read_tree (json, error))
    return NULL;
  return g_steal_pointer (&json);
}

BlJson *
bl_json_load (const char *path, GError **error)
{
  gsize length = 0;
  g_autoptr (GError) reason = NULL;
  char *text = bl_file_read (path, BL_LIMIT_JSON_BYTES, &length, &reason);
  if (text == NULL)
    {
      g_set_error (error, BL_JSON_ERROR, BL_JSON_ERROR_READ, "%s", reason->message);
      return NULL;
    }
  g_autofree char *name = g_filename_display_name (path);
  return json_new_take (text, length, name, error);
}

BlJson *
bl_json_parse (const char *text, gsize length, const char *name, GError **error)
{
  if (length > BL_LIMIT_JSON_BYTES)
    {
      g_set_error (error, BL_JSON_ERROR, BL_JSON_ERROR_READ, "%s: too large: at most %u bytes are read", name,
                   BL_LIMIT_JSON_BYTES);
      return NULL;
    }
  char *copy = g_malloc (length + 1);
  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';
  return json_new_take (copy, length, name, error);
}
