/* Treaties and facts. */
#include "knowledge/reader.h"

void
bl_kb_read_treaty (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    ID,
    NAMES,
    SIGNED,
    PLACE,
    PARTIES,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "id", "names", "signed", "place", "parties", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlKbTreaty *entry = bl_arena_new0 (reader->kb->arena, BlKbTreaty);
  BlTreaty *treaty = &entry->treaty;
  treaty->id = bl_kb_need_id (reader, item, fields[ID]);
  treaty->names = bl_kb_texts (reader, fields[NAMES]);
  if (treaty->names[0] == NULL)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[NAMES] != NULL ? fields[NAMES] : item,
                "a treaty has at least one name in “names”");
  treaty->signed_on = bl_kb_date (reader, fields[SIGNED]);
  treaty->place = bl_kb_text (reader, fields[PLACE]);
  treaty->reference = bl_kb_reference (reader, treaty->id, fields[SOURCE], fields[CONFIDENCE]);
  entry->party_ids = (const char **) bl_kb_texts (reader, fields[PARTIES]);
  guint n = g_strv_length ((char **) entry->party_ids);
  entry->parties = bl_arena_alloc (reader->kb->arena, (n + 1) * sizeof *entry->parties);
  entry->organisations = bl_arena_alloc (reader->kb->arena, (n + 1) * sizeof *entry->organisations);
  treaty->parties = entry->parties;
  treaty->organisations = entry->organisations;
  if (treaty->id != NULL)
    bl_kb_add (reader, &reader->kb->treaties, treaty->id, entry, item);
}

/* Facts have no id: what they are about, and from when, is their identity. */
static const char *
fact_id (BlKbReader *reader, const BlFact *fact)
{
  g_autofree char *from
      = fact->when.known && fact->when.first > 0 ? bl_date_format (bl_date_from_julian (fact->when.first)) : NULL;
  return bl_arena_printf (reader->kb->arena, "%s %s%s%s", fact->subject, fact->attribute, from != NULL ? " " : "",
                          from != NULL ? from : "");
}

void
bl_kb_read_fact (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    SUBJECT,
    ATTRIBUTE,
    LOW,
    HIGH,
    UNIT,
    FROM,
    TO,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[]
      = { "subject", "attribute", "low", "high", "unit", "from", "to", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlFact *fact = bl_arena_new0 (reader->kb->arena, BlFact);
  fact->subject = bl_kb_need_text (reader, item, fields[SUBJECT], "subject");
  fact->attribute = bl_kb_need_text (reader, item, fields[ATTRIBUTE], "attribute");
  if (fields[LOW] == NULL || fields[HIGH] == NULL)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "a fact needs “low” and “high”; they may be equal");
  fact->low = bl_kb_number (reader, fields[LOW]);
  fact->high = bl_kb_number (reader, fields[HIGH]);
  if (cJSON_IsNumber (fields[LOW]) && cJSON_IsNumber (fields[HIGH]) && fact->low > fact->high)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[LOW], "“low” is above “high”");
  fact->unit = fields[UNIT] == NULL ? bl_arena_strndup (reader->kb->arena, "", 0) : bl_kb_text (reader, fields[UNIT]);
  fact->when = bl_kb_range (reader, item, fields[FROM], fields[TO], &fact->open);
  if (fact->subject == NULL || fact->attribute == NULL)
    return;
  const char *id = fact_id (reader, fact);
  fact->reference = bl_kb_reference (reader, id, fields[SOURCE], fields[CONFIDENCE]);
  bl_kb_add (reader, &reader->kb->facts, id, fact, item);
}
