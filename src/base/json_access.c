/* Reading the members of a tree: the part of json.h that knows about shapes. */
#include <string.h>

#include "base/json.h"

/* The name of one type, or of the widest of several. */
static const char *
type_name (int type)
{
  if (type & cJSON_Object)
    return "an object";
  if (type & cJSON_Array)
    return "an array";
  if (type & cJSON_String)
    return "a string";
  if (type & cJSON_Number)
    return "a number";
  return type & cJSON_NULL ? "null" : "true or false";
}

static gboolean
expect_object (const BlJson *json, const cJSON *object, GError **error)
{
  if (cJSON_IsObject (object))
    return TRUE;
  return bl_json_fail (json, object, error, "an object is wanted here, not %s",
                       object == NULL ? "nothing" : type_name (object->type));
}

/* *item is NULL when the member is absent. FALSE when object is none, or the member is of none of the types (cJSON_String
 * and so on, as bits). */
static gboolean
find_member (const BlJson *json, const cJSON *object, const char *key, int types, const cJSON **item, GError **error)
{
  *item = NULL;
  if (!expect_object (json, object, error))
    return FALSE;
  const cJSON *found = cJSON_GetObjectItemCaseSensitive (object, key);
  if (found != NULL && (found->type & types) == 0)
    return bl_json_fail (json, found, error, "“%s” must be %s, not %s", key, type_name (types), type_name (found->type));
  *item = found;
  return TRUE;
}

static const cJSON *
need_member (const BlJson *json, const cJSON *object, const char *key, int type, GError **error)
{
  const cJSON *item = NULL;
  if (!find_member (json, object, key, type, &item, error))
    return NULL;
  if (item == NULL)
    bl_json_fail (json, object, error, "“%s” is missing; it must be %s", key, type_name (type));
  return item;
}

gboolean
bl_json_get_string (const BlJson *json, const cJSON *object, const char *key, const char **value, GError **error)
{
  const cJSON *item = NULL;
  if (!find_member (json, object, key, cJSON_String, &item, error))
    return FALSE;
  if (item != NULL)
    *value = item->valuestring;
  return TRUE;
}

gboolean
bl_json_get_bool (const BlJson *json, const cJSON *object, const char *key, gboolean *value, GError **error)
{
  const cJSON *item = NULL;
  if (!find_member (json, object, key, cJSON_True | cJSON_False, &item, error))
    return FALSE;
  if (item != NULL)
    *value = cJSON_IsTrue (item);
  return TRUE;
}

gboolean
bl_json_get_number (const BlJson *json, const cJSON *object, const char *key, double *value, GError **error)
{
  const cJSON *item = NULL;
  if (!find_member (json, object, key, cJSON_Number, &item, error))
    return FALSE;
  if (item != NULL)
    *value = item->valuedouble;
  return TRUE;
}

const char **
bl_json_get_strings (const BlJson *json, const cJSON *object, const char *key, GError **error)
{
  const cJSON *item = NULL;
  if (!find_member (json, object, key, cJSON_Array | cJSON_String, &item, error))
    return NULL;

  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  if (cJSON_IsString (item))
    g_ptr_array_add (strings, item->valuestring);
  else if (item != NULL)
    for (const cJSON *element = item->child; element != NULL; element = element->next)
      {
        if (!cJSON_IsString (element))
          {
            bl_json_fail (json, element, error, "“%s” holds strings only, not %s", key, type_name (element->type));
            return NULL;
          }
        g_ptr_array_add (strings, element->valuestring);
      }
  g_ptr_array_add (strings, NULL);
  return (const char **) g_ptr_array_steal (strings, NULL);
}

const char *
bl_json_need_string (const BlJson *json, const cJSON *object, const char *key, GError **error)
{
  const cJSON *item = need_member (json, object, key, cJSON_String, error);
  return item == NULL ? NULL : item->valuestring;
}

const cJSON *
bl_json_need_array (const BlJson *json, const cJSON *object, const char *key, GError **error)
{
  return need_member (json, object, key, cJSON_Array, error);
}

const cJSON *
bl_json_need_object (const BlJson *json, const cJSON *object, const char *key, GError **error)
{
  return need_member (json, object, key, cJSON_Object, error);
}

gboolean
bl_json_check_keys (const BlJson *json, const cJSON *object, const char *const *known, GError **error)
{
  if (!expect_object (json, object, error))
    return FALSE;
  const gboolean is_root = object == bl_json_root (json);
  for (const cJSON *item = object->child; item != NULL; item = item->next)
    {
      const char *key = item->string;
      if ((is_root && strcmp (key, "$schema") == 0) || g_str_has_prefix (key, "x-") || g_strv_contains (known, key))
        continue;
      g_autofree char *what = bl_unknown_key (key, known);
      return bl_json_fail_key (json, item, error, "%s", what);
    }
  return TRUE;
}

gboolean
bl_json_check_format (const BlJson *json, GError **error)
{
  const cJSON *root = bl_json_root (json);
  const cJSON *format = NULL;
  if (!find_member (json, root, "format", cJSON_Number, &format, error))
    return FALSE;
  if (format == NULL)
    return bl_json_fail (json, root, error, "“format” is missing; it is 1");
  /* 1 is exact in a double. */
  if (format->valuedouble != 1)
    return bl_json_fail (json, format, error, "this program reads format 1 only; is it older than the file?");
  return TRUE;
}
