#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/json_private.h"
#include "base/json_scan.h"
#include "base/json_tree.h"
#include "base/limits.h"

void
bl_json_free (BlJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->lines->lines, g_array_unref);
  g_free (json->lines);
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
          return bl_json_fail_syntax (json, start, error, what);
        }
      if (cJSON_IsNumber (item) && !isfinite (item->valuedouble))
        return bl_json_fail_syntax (json, start, error, "the number is too large; at most 1.7e308 fits");
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
      bl_json_fail_syntax (json, fault.offset, error, fault.what);
      g_free (fault.what);
      return FALSE;
    }
  json->root = bl_json_build (plain, json->starts->len);
  if (cJSON_IsNumber (json->root) && !isfinite (json->root->valuedouble))
    return bl_json_fail_syntax (json, g_array_index (json->starts, guint32, 0), error,
                                "the number is too large; at most 1.7e308 fits");
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
  json->lines = g_new0 (BlJsonLines, 1);
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
      const BlProblemPlace nowhere = { 0 };
      g_propagate_error (error, bl_json_error_new (BL_JSON_ERROR_READ, &nowhere, reason->message));
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
      const BlProblemPlace file = { .file = name };
      g_autofree char *what = g_strdup_printf ("too large: at most %u bytes are read", BL_LIMIT_JSON_BYTES);
      g_propagate_error (error, bl_json_error_new (BL_JSON_ERROR_READ, &file, what));
      return NULL;
    }
  char *copy = g_malloc (length + 1);
  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';
  return json_new_take (copy, length, name, error);
}
