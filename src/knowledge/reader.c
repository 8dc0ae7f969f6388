#include "knowledge/reader.h"

#include <stdio.h>
#include <string.h>

static const char *const nothing[] = { NULL };

static void
remember (BlKbReader *reader, BlKnowledgeErrorCode code, const char *path, guint line, guint column, const char *what)
{
  reader->n_errors++;
  if (reader->first == NULL)
    {
      BlProblem problem = { .file = (char *) path, .line = line, .column = column, .what = (char *) what };
      g_autofree char *message = bl_problem_format (&problem);
      reader->first = g_error_new_literal (BL_KNOWLEDGE_ERROR, (int) code, message);
    }
  if (reader->problems != NULL)
    bl_problems_add (reader->problems, BL_PROBLEM_PARTIAL, path, line, column, "%s", what);
}

void
bl_kb_fail (BlKbReader *reader, BlKnowledgeErrorCode code, const cJSON *item, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  guint line = 0;
  guint column = 0;
  bl_json_position (reader->file->json, item, &line, &column);
  remember (reader, code, reader->file->path, line, column, what);
}

/* Every entry begins with its id. */
static void
add_ids (GPtrArray *ids, const BlKbTable *table)
{
  for (guint i = 0; i < table->all->len; i++)
    g_ptr_array_add (ids, *(gpointer *) g_ptr_array_index (table->all, i));
}

void
bl_kb_fail_link (BlKbReader *reader, BlKbOrigin origin, const char *id, const BlKbTable *table, const BlKbTable *other)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  add_ids (ids, table);
  if (other != NULL)
    add_ids (ids, other);
  g_ptr_array_add (ids, NULL);
  const char *nearest = bl_nearest_word (id, (const char *const *) ids->pdata);

  g_autoptr (GString) what = g_string_new (NULL);
  g_string_printf (what, "there is no %s “%s”", table->kind, id);
  if (other != NULL)
    g_string_printf (what, "there is no %s and no %s “%s”", table->kind, other->kind, id);
  if (nearest != NULL)
    g_string_append_printf (what, "; the nearest is “%s”", nearest);
  reader->file = origin.file;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_LINK, origin.item, "%s", what->str);
}

void
bl_kb_take_error (BlKbReader *reader, const char *path, GError *error, BlKnowledgeErrorCode code)
{
  const char *what = error->message;
  guint line = 0;
  guint column = 0;
  gsize length = strlen (path);
  int taken = 0;
  if (strncmp (what, path, length) == 0)
    {
      what += length;
      if (sscanf (what, ":%u:%u: %n", &line, &column, &taken) == 2)
        what += taken;
      else
        what += strspn (what, ": ");
    }
  remember (reader, code, path, line, column, what);
  g_error_free (error);
}

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
bl_kb_fields (BlKbReader *reader, const cJSON *item, const char *const *known, const cJSON **fields)
{
  guint n = 0;
  while (known[n] != NULL)
    fields[n++] = NULL;
  if (!cJSON_IsObject (item))
    {
      bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "an object { … } is wanted here");
      return FALSE;
    }
  const gboolean is_root = item == bl_json_root (reader->file->json);
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
      const char *nearest = bl_nearest_word (member->string, known);
      if (nearest != NULL)
        bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, member, "unknown key “%s”; the nearest is “%s”", member->string,
                    nearest);
      else
        bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, member, "unknown key “%s”", member->string);
    }
  return TRUE;
}

const char *
bl_kb_text (BlKbReader *reader, const cJSON *item)
{
  if (item == NULL)
    return NULL;
  if (cJSON_IsString (item) && item->valuestring[0] != '\0')
    return item->valuestring;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "a text is wanted here, and not an empty one");
  return NULL;
}

const char *
bl_kb_need_text (BlKbReader *reader, const cJSON *object, const cJSON *item, const char *key)
{
  if (item == NULL)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, object, "“%s” is missing", key);
  return bl_kb_text (reader, item);
}

static gboolean
is_id_letter (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

gboolean
bl_kb_is_id (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!is_id_letter (*at) && (*at != '-' || at == text || !is_id_letter (at[-1]) || !is_id_letter (at[1])))
      return FALSE;
  return text[0] != '\0';
}

const char *
bl_kb_need_id (BlKbReader *reader, const cJSON *object, const cJSON *item)
{
  const char *id = bl_kb_need_text (reader, object, item, "id");
  if (id != NULL && !bl_kb_is_id (id))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item,
                "“%s” is no id; write small letters and digits with “-” between, as in “dominic-raab”", id);
  return id;
}

guint
bl_kb_array (BlKbReader *reader, const cJSON *item)
{
  if (item == NULL)
    return 0;
  if (!cJSON_IsArray (item))
    {
      bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "a list [ … ] is wanted here");
      return 0;
    }
  return (guint) cJSON_GetArraySize (item);
}

const char *const *
bl_kb_texts (BlKbReader *reader, const cJSON *item)
{
  guint n = bl_kb_array (reader, item);
  if (n == 0)
    return nothing;
  const char **texts = bl_arena_alloc (reader->kb->arena, (n + 1) * sizeof *texts);
  guint filled = 0;
  for (const cJSON *element = item->child; element != NULL; element = element->next)
    {
      const char *text = bl_kb_text (reader, element);
      if (text != NULL)
        texts[filled++] = text;
    }
  return texts;
}

void
bl_kb_check_format (BlKbReader *reader, const cJSON *root, const cJSON *format)
{
  if (format == NULL)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, root, "“format” is missing; it is 1");
  else if (bl_kb_number (reader, format) != 1)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, format, "this program reads format 1 only");
}

double
bl_kb_number (BlKbReader *reader, const cJSON *item)
{
  if (item == NULL)
    return 0;
  if (cJSON_IsNumber (item))
    return item->valuedouble;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "a number is wanted here");
  return 0;
}

gboolean
bl_kb_truth (BlKbReader *reader, const cJSON *item)
{
  if (item != NULL && !cJSON_IsBool (item))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "true or false is wanted here");
  return item != NULL && cJSON_IsTrue (item);
}

BlDate
bl_kb_date (BlKbReader *reader, const cJSON *item)
{
  BlDate date = { 0 };
  const char *text = bl_kb_text (reader, item);
  if (text != NULL && (strlen (text) > strlen ("2000-01-01") || !bl_date_parse (text, &date)))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "“%s” is no date; write 2000, 2000-01 or 2000-01-31", text);
  return date;
}

BlDateRange
bl_kb_range_of (BlKbReader *reader, const cJSON *object, BlDate from, BlDate to)
{
  BlDateRange range = { .first = G_MININT32, .last = reader->file->known_until, .known = TRUE };
  if (from.precision != BL_DATE_UNKNOWN)
    range.first = bl_date_first_day (from);
  if (to.precision != BL_DATE_UNKNOWN)
    range.last = bl_date_last_day (to);
  else if (reader->file->known_until == 0)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, object,
                "without “to” the file needs “as_of”: to which day it is known to hold");
  else if (range.last < range.first)
    range.last = range.first;
  return range;
}

BlDateRange
bl_kb_range (BlKbReader *reader, const cJSON *object, const cJSON *from, const cJSON *to, gboolean *open)
{
  *open = to == NULL;
  return bl_kb_range_of (reader, object, bl_kb_date (reader, from), bl_kb_date (reader, to));
}

BlReference
bl_kb_reference (BlKbReader *reader, const char *entry, const cJSON *source, const cJSON *confidence)
{
  BlReference reference = { .file = reader->file->shown, .entry = entry, .source = reader->file->source };
  if (source != NULL)
    reference.source = bl_kb_text (reader, source);
  const char *level = bl_kb_text (reader, confidence);
  reference.low_confidence = g_strcmp0 (level, "low") == 0;
  if (level != NULL && !reference.low_confidence)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, confidence, "the only confidence that is written is “low”");
  return reference;
}

void
bl_kb_add (BlKbReader *reader, BlKbTable *table, const char *id, gpointer entry, const cJSON *item)
{
  BlKbOrigin origin = { .file = reader->file, .item = item };
  BlKbOrigin other = { 0 };
  if (bl_kb_table_add (table, id, entry, origin, &other))
    return;
  guint line = 0;
  guint column = 0;
  bl_json_position (other.file->json, other.item, &line, &column);
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "the %s “%s” stands already in %s:%u", table->kind, id,
              other.file->shown, line);
}
