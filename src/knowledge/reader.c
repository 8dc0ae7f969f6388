#include "knowledge/reader.h"

#include <string.h>

void
bl_kb_fail (BlKbReader *reader, BlKnowledgeErrorCode code, const cJSON *item, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_reader_fail_at (bl_kb_base (reader), (int) code, bl_json_value_span (reader->file->json, item), "%s", what);
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
    g_string_append_printf (what, "; did you mean “%s”?", nearest);
  reader->file = origin.file;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_LINK, bl_json_item (origin.file->json, origin.item), "%s", what->str);
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

gboolean
bl_kb_is_person_id (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  return bl_kb_is_id (lower);
}

const char *
bl_kb_need_person_id (BlKbReader *reader, const cJSON *object, const cJSON *item)
{
  const char *id = bl_kb_need_text (reader, object, item, "id");
  if (id != NULL && !bl_kb_is_person_id (id))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item,
                "“%s” is no id; write letters and digits with “-” between, as in “dominic-raab” or “Q695”", id);
  return id;
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
  BlKbOrigin origin = { .file = reader->file, .item = bl_json_number (reader->file->json, item) };
  BlKbOrigin other = { 0 };
  bl_json_position (reader->file->json, item, &origin.line, &origin.column);
  if (!bl_kb_table_add (table, id, entry, origin, &other))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "the %s “%s” stands already in %s:%u", table->kind, id,
                other.file->shown, other.line);
}
