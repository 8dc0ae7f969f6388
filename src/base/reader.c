#include "base/reader.h"

#include <stdarg.h>
#include <string.h>

#include "base/word.h"

static const char *const nothing[] = { NULL };

BlReader
bl_reader_for (const BlJson *json, BlArena *arena)
{
  return (BlReader){ .json = json, .arena = arena, .domain = BL_JSON_ERROR, .code = BL_JSON_ERROR_SHAPE };
}

gboolean
bl_reader_end (BlReader *reader, GError **error)
{
  const gboolean right = reader->first == NULL;
  if (!right)
    g_propagate_error (error, g_steal_pointer (&reader->first));
  return right;
}

/* --- complaints --------------------------------------------------------------------------------------------------- */
static void
remember (BlReader *reader, int code, const BlProblemPlace *place, const char *what)
{
  reader->n_errors++;
  if (reader->problems != NULL)
    bl_problems_add_at (reader->problems, BL_PROBLEM_PARTIAL, place, "%s", what);
  if (reader->first != NULL && (reader->problems != NULL || reader->domain != BL_JSON_ERROR))
    return;
  g_autofree char *line = bl_place_format (place, what);
  if (reader->first != NULL)
    {
      g_autofree char *more = place->excerpt != NULL ? g_strconcat (line, "\n", place->excerpt, NULL) : g_strdup (line);
      bl_json_error_append (reader->first, more);
    }
  else if (reader->domain == BL_JSON_ERROR)
    reader->first = bl_json_error_new ((BlJsonErrorCode) code, place, what);
  else
    reader->first = g_error_new_literal (reader->domain, code, line);
}

static void
complain (BlReader *reader, int code, BlSpan span, const char *what)
{
  BlProblemPlace place;
  bl_json_place (reader->json, span, &place);
  remember (reader, code, &place, what);
  bl_json_place_clear (&place);
}

void
bl_reader_fail_at (BlReader *reader, int code, BlSpan span, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  complain (reader, code, span, what);
}

void
bl_reader_fail (BlReader *reader, const cJSON *item, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  complain (reader, reader->code, bl_json_value_span (reader->json, item), what);
}

void
bl_reader_fail_key (BlReader *reader, const cJSON *item, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  complain (reader, reader->code, bl_json_key_span (reader->json, item), what);
}

void
bl_reader_take_error (BlReader *reader, const char *path, GError *error)
{
  BlProblemPlace place = { .file = path };
  const char *what = bl_json_error_what (error, &place);
  what = what != NULL ? what : error->message;
  /* Errors of files begin with the path themselves. */
  if (place.line == 0 && g_str_has_prefix (what, path))
    {
      what += strlen (path);
      what += strspn (what, ": ");
    }
  remember (reader, reader->code, &place, what);
  g_error_free (error);
}

void
bl_reader_fail_word (BlReader *reader, const cJSON *item, const char *kind, const char *word, const char *const *known)
{
  g_autofree char *what = bl_unknown_word (kind, word, known);
  bl_reader_fail (reader, item, "%s", what);
}

/* --- members ------------------------------------------------------------------------------------------------------ */
/* Members come in the same order in most entries, so the search goes on where the last one was found. */
static const cJSON **
find_field (const char *key, const char *const *known, const cJSON **fields, guint *next)
{
  for (guint i = *next; known[i] != NULL; i++)
    if (known[i][0] == key[0] && strcmp (known[i], key) == 0)
      {
        *next = i + 1;
        return &fields[i];
      }
  for (guint i = 0; i < *next; i++)
    if (known[i][0] == key[0] && strcmp (known[i], key) == 0)
      {
        *next = i + 1;
        return &fields[i];
      }
  return NULL;
}

gboolean
bl_reader_fields (BlReader *reader, const cJSON *item, const char *const *known, const cJSON **fields)
{
  guint n = 0;
  while (known[n] != NULL)
    fields[n++] = NULL;
  if (!cJSON_IsObject (item))
    {
      bl_reader_fail (reader, item, "an object { … } is wanted here");
      return FALSE;
    }
  const gboolean is_root = item == bl_json_root (reader->json);
  guint next = 0;
  for (const cJSON *member = item->child; member != NULL; member = member->next)
    {
      const cJSON **field = find_field (member->string, known, fields, &next);
      if (field != NULL)
        {
          *field = member;
          continue;
        }
      if ((is_root && strcmp (member->string, "$schema") == 0) || g_str_has_prefix (member->string, "x-"))
        continue;
      g_autofree char *what = bl_unknown_key (member->string, known);
      bl_reader_fail_key (reader, member, "%s", what);
    }
  return TRUE;
}

void
bl_reader_check_format (BlReader *reader, const cJSON *format)
{
  if (format == NULL)
    bl_reader_fail (reader, bl_json_root (reader->json), "“format” is missing; it is 1");
  else if (!cJSON_IsNumber (format))
    bl_reader_fail (reader, format, "a number is wanted here");
  else if (format->valuedouble != 1) /* 1 is exact in a double */
    bl_reader_fail (reader, format, "this program reads format 1 only; is it older than the file?");
}

/* FALSE also for NULL. */
static gboolean
check_text (BlReader *reader, const cJSON *item)
{
  const gboolean right = cJSON_IsString (item) && item->valuestring[0] != '\0';
  if (!right && item != NULL)
    bl_reader_fail (reader, item, "a text is wanted here, and not an empty one");
  return right;
}

/* Most texts are there once, so looking for equal ones would take longer than they are worth. */
static const char *
keep_text (const BlReader *reader, const cJSON *item)
{
  const char *text = item->valuestring;
  return reader->copies ? bl_arena_strndup (reader->arena, text, strlen (text)) : text;
}

const char *
bl_reader_text (BlReader *reader, const cJSON *item)
{
  if (!check_text (reader, item))
    return NULL;
  return keep_text (reader, item);
}

const char *
bl_reader_need_text (BlReader *reader, const cJSON *object, const cJSON *item, const char *key)
{
  if (item == NULL)
    bl_reader_fail (reader, object, "“%s” is missing", key);
  return bl_reader_text (reader, item);
}

gboolean
bl_reader_truth (BlReader *reader, const cJSON *item)
{
  if (item != NULL && !cJSON_IsBool (item))
    bl_reader_fail (reader, item, "true or false is wanted here");
  return item != NULL && cJSON_IsTrue (item);
}

double
bl_reader_number (BlReader *reader, const cJSON *item)
{
  if (item == NULL)
    return 0;
  if (cJSON_IsNumber (item))
    return item->valuedouble;
  bl_reader_fail (reader, item, "a number is wanted here");
  return 0;
}

double
bl_reader_unit_number (BlReader *reader, const cJSON *item, double otherwise)
{
  if (item == NULL)
    return otherwise;
  if (cJSON_IsNumber (item) && item->valuedouble >= 0 && item->valuedouble <= 1)
    return item->valuedouble;
  bl_reader_fail (reader, item, "a number from 0 to 1 is wanted here");
  return otherwise;
}

guint
bl_reader_array (BlReader *reader, const cJSON *item)
{
  if (item == NULL)
    return 0;
  if (!cJSON_IsArray (item))
    {
      bl_reader_fail (reader, item, "a list [ … ] is wanted here");
      return 0;
    }
  return (guint) cJSON_GetArraySize (item);
}

const char *const *
bl_reader_texts (BlReader *reader, const cJSON *item)
{
  const guint n = bl_reader_array (reader, item);
  if (n == 0)
    return nothing;
  const char **texts = bl_arena_alloc (reader->arena, (n + 1) * sizeof *texts);
  guint filled = 0;
  for (const cJSON *element = item->child; element != NULL; element = element->next)
    {
      const char *text = bl_reader_text (reader, element);
      if (text != NULL)
        texts[filled++] = text;
    }
  return texts;
}

const cJSON *const *
bl_reader_items (BlReader *reader, const cJSON *item)
{
  const gboolean is_array = cJSON_IsArray (item);
  const guint room = is_array ? (guint) cJSON_GetArraySize (item) : 1;
  BlArena *arena = reader->scratch != NULL ? reader->scratch : reader->arena;
  const cJSON **items = bl_arena_alloc (arena, (room + 1) * sizeof *items);
  guint n = 0;
  for (const cJSON *text = is_array ? item->child : item; text != NULL; text = is_array ? text->next : NULL)
    if (check_text (reader, text))
      items[n++] = text;
  return items;
}

const char *const *
bl_reader_one_or_more (BlReader *reader, const cJSON *item)
{
  const cJSON *const *items = bl_reader_items (reader, item);
  guint n = 0;
  while (items[n] != NULL)
    n++;
  const char **texts = bl_arena_alloc (reader->arena, (n + 1) * sizeof *texts);
  for (guint i = 0; i < n; i++)
    texts[i] = keep_text (reader, items[i]);
  return texts;
}

int
bl_reader_word (BlReader *reader, const cJSON *item, const char *const *known)
{
  const char *word = check_text (reader, item) ? item->valuestring : NULL;
  for (int i = 0; word != NULL && known[i] != NULL; i++)
    if (strcmp (known[i], word) == 0)
      return i;
  if (word != NULL)
    bl_reader_fail_word (reader, item, "word", word, known);
  return -1;
}
