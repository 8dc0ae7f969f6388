#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/json_private.h"
#include "base/json_scan.h"
#include "base/json_tree.h"
#include "base/limits.h"

static void
clear_tree (BlJsonTree *tree)
{
  g_clear_pointer (&tree->starts, g_array_unref);
  g_clear_pointer (&tree->root, g_free);
  g_clear_pointer (&tree->plain, g_free);
}

void
bl_json_free (BlJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->lines->lines, g_array_unref);
  g_free (json->lines);
  clear_tree (json->tree);
  g_free (json->tree);
  g_bytes_unref (json->bytes);
  g_free (json->name);
  g_free (json);
}

const cJSON *
bl_json_root (const BlJson *json)
{
  return bl_json_tree (json)->root;
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
      gsize start = g_array_index (json->tree->starts, guint32, *index);
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

/* Fills the tree but for numbers and keys that are to be checked. FALSE with *fault set. */
static gboolean
build_tree (const BlJson *json, BlJsonFault *fault)
{
  BlJsonTree *tree = json->tree;
  tree->plain = g_malloc (json->length + 1);
  memcpy (tree->plain, json->text, json->length);
  tree->plain[json->length] = '\0';
  if (json->is_slice)
    {
      tree->plain[0] = '[';
      tree->plain[json->length - 1] = ']';
    }
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  const gboolean right = bl_json_scan (tree->plain, json->length, starts, fault);
  tree->starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), starts->len); /* of exactly this size: it stays */
  g_array_append_vals (tree->starts, starts->data, starts->len);
  if (right)
    tree->root = bl_json_build (tree->plain, starts->len);
  return right;
}

/* Fills json->tree from json->text. */
static gboolean
read_tree (BlJson *json, GError **error)
{
  BlJsonFault fault = { 0 };
  if (!build_tree (json, &fault))
    {
      bl_json_fail_syntax (json, fault.offset, error, fault.what);
      g_free (fault.what);
      return FALSE;
    }
  const BlJsonTree *tree = json->tree;
  json->tree->built = 1;
  if (cJSON_IsNumber (tree->root) && !isfinite (tree->root->valuedouble))
    return bl_json_fail_syntax (json, g_array_index (tree->starts, guint32, 0), error,
                                "the number is too large; at most 1.7e308 fits");
  guint index = 1;
  return check_tree (json, tree->root, &index, error);
}

/* --- folding ------------------------------------------------------------------------------------------------------ */
const BlJsonTree *
bl_json_tree (const BlJson *json)
{
  BlJsonTree *tree = json->tree;
  if (g_once_init_enter (&tree->built))
    {
      BlJsonFault fault = { 0 };
      build_tree (json, &fault); /* the text was right before */
      g_once_init_leave (&tree->built, 1);
    }
  return tree;
}

void
bl_json_fold (BlJson *json)
{
  clear_tree (json->tree);
  json->tree->built = 0;
}

guint
bl_json_number (const BlJson *json, const cJSON *item)
{
  return (guint) (item - bl_json_tree (json)->root);
}

const cJSON *
bl_json_item (const BlJson *json, guint number)
{
  return bl_json_tree (json)->root + number;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */
static BlJson *
json_new (GBytes *bytes, const char *name)
{
  BlJson *json = g_new0 (BlJson, 1);
  json->name = g_strdup (name);
  json->bytes = g_bytes_ref (bytes);
  json->text = g_bytes_get_data (bytes, &json->length);
  json->text = json->text != NULL ? json->text : "";
  json->tree = g_new0 (BlJsonTree, 1);
  json->lines = g_new0 (BlJsonLines, 1);
  json->line = 1;
  json->column = 1;
  return json;
}

BlJson *
bl_json_parse_slice (GBytes *slice, const char *name, guint line, guint column, GError **error)
{
  g_return_val_if_fail (g_bytes_get_size (slice) >= 2, NULL);
  g_autoptr (BlJson) json = json_new (slice, name);
  json->line = line;
  json->column = column;
  json->is_slice = TRUE;
  return read_tree (json, error) ? g_steal_pointer (&json) : NULL;
}

BlJson *
bl_json_new_folded (GBytes *bytes, const char *name)
{
  BlJson *json = json_new (bytes, name);
  /* A byte order mark is the first character of many an editor's file; it is no part of line 1. */
  if (json->length >= 3 && memcmp (json->text, "\xEF\xBB\xBF", 3) == 0)
    {
      json->text += 3;
      json->length -= 3;
    }
  return json;
}

BlJson *
bl_json_parse_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (BlJson) json = bl_json_new_folded (bytes, name);
  if (!read_tree (json, error))
    return NULL;
  return g_steal_pointer (&json);
}

/* Takes text, which text[length] == NUL ends. */
static BlJson *
json_new_take (char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  return bl_json_parse_bytes (bytes, name, error);
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
