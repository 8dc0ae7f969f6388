/* Countries and organisations. */
#include <string.h>

#include "knowledge/reader.h"

static void
read_absent (BlKbReader *reader, const cJSON *item, const char *entry, BlAbsentOffice *absent)
{
  enum
  {
    ROLE,
    FROM,
    TO,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "role", "from", "to", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;
  absent->role = bl_kb_need_text (reader, item, fields[ROLE], "role");
  absent->when = bl_kb_range (reader, item, fields[FROM], fields[TO], &absent->open);
  absent->reference = bl_kb_reference (reader, entry, fields[SOURCE], fields[CONFIDENCE]);
}

void
bl_kb_read_country (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    ID,
    NAME,
    NAMES,
    DEMONYMS,
    CAPITAL,
    METONYMS,
    ABSENT,
    AMBIGUOUS,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[]
      = { "id", "name", "names", "demonyms", "capital", "metonyms", "absent", "ambiguous", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlKbCountry *entry = bl_arena_new0 (reader->kb->arena, BlKbCountry);
  BlCountry *country = &entry->country;
  country->id = bl_kb_need_id (reader, item, fields[ID]);
  if (country->id != NULL && strlen (country->id) != 2)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[ID], "the id of a country is its code of two letters, as in “gb”");
  country->name = bl_kb_need_text (reader, item, fields[NAME], "name");
  country->names = bl_kb_texts (reader, fields[NAMES]);
  country->demonyms = bl_kb_texts (reader, fields[DEMONYMS]);
  country->metonyms = bl_kb_texts (reader, fields[METONYMS]);
  country->capital = bl_kb_text (reader, fields[CAPITAL]);
  country->reference = bl_kb_reference (reader, country->id, fields[SOURCE], fields[CONFIDENCE]);
  entry->ambiguous = bl_kb_texts (reader, fields[AMBIGUOUS]);

  country->n_absent = bl_kb_array (reader, fields[ABSENT]);
  entry->absent = bl_arena_alloc (reader->kb->arena, country->n_absent * sizeof *entry->absent);
  country->absent = entry->absent;
  BlAbsentOffice *absent = entry->absent;
  for (const cJSON *element = country->n_absent > 0 ? fields[ABSENT]->child : NULL; element != NULL; element = element->next)
    read_absent (reader, element, country->id, absent++);

  if (country->id != NULL && country->name != NULL)
    bl_kb_add (reader, &reader->kb->countries, country->id, entry, item);
}

static void
read_member (BlKbReader *reader, const cJSON *item, BlKbOrganisation *entry, guint index)
{
  enum
  {
    COUNTRY,
    FROM,
    TO,
    SEAT,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "country", "from", "to", "seat", "source", "confidence", NULL };
  static const char *const kinds[] = { "permanent", "elected", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;
  BlMembership *membership = &entry->members[index];
  entry->member_ids[index] = bl_kb_need_text (reader, item, fields[COUNTRY], "country");
  membership->when = bl_kb_range (reader, item, fields[FROM], fields[TO], &membership->open);
  membership->seat = bl_kb_text (reader, fields[SEAT]);
  if (membership->seat != NULL && !g_strv_contains (kinds, membership->seat))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[SEAT], "“seat” is permanent or elected");
  membership->reference = bl_kb_reference (reader, entry->organisation.id, fields[SOURCE], fields[CONFIDENCE]);
  membership->reference.low_confidence |= entry->organisation.reference.low_confidence;
}

static void
read_members (BlKbReader *reader, const cJSON *list, BlKbOrganisation *entry)
{
  guint n = bl_kb_array (reader, list);
  entry->members = bl_arena_alloc (reader->kb->arena, n * sizeof *entry->members);
  entry->member_ids = bl_arena_alloc (reader->kb->arena, n * sizeof *entry->member_ids);
  entry->organisation.members = entry->members;
  entry->organisation.n_members = n;
  guint i = 0;
  for (const cJSON *element = n > 0 ? list->child : NULL; element != NULL; element = element->next, i++)
    read_member (reader, element, entry, i);
}

void
bl_kb_read_organisation (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    ID,
    NAME,
    NAMES,
    KIND,
    COUNTRY,
    FOUNDED,
    MEMBERS,
    AMBIGUOUS,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[]
      = { "id", "name", "names", "kind", "country", "founded", "members", "ambiguous", "source", "confidence", NULL };
  static const char *const kinds[] = { "alliance", "union", "body",     "committee", "party", "media", "agency",
                                       "military", "court", "ministry", "company",   "group", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlKbOrganisation *entry = bl_arena_new0 (reader->kb->arena, BlKbOrganisation);
  BlOrganisation *organisation = &entry->organisation;
  organisation->id = bl_kb_need_id (reader, item, fields[ID]);
  organisation->name = bl_kb_need_text (reader, item, fields[NAME], "name");
  organisation->names = bl_kb_texts (reader, fields[NAMES]);
  organisation->kind = bl_kb_need_text (reader, item, fields[KIND], "kind");
  organisation->founded = bl_kb_date (reader, fields[FOUNDED]);
  organisation->reference = bl_kb_reference (reader, organisation->id, fields[SOURCE], fields[CONFIDENCE]);
  entry->ambiguous = bl_kb_texts (reader, fields[AMBIGUOUS]);
  entry->country_id = bl_kb_text (reader, fields[COUNTRY]);
  entry->known_until = reader->file->known_until;
  read_members (reader, fields[MEMBERS], entry);

  if (organisation->kind != NULL && !g_strv_contains (kinds, organisation->kind))
    {
      g_autofree char *all = g_strjoinv (", ", (char **) kinds);
      bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[KIND], "“%s” is no kind of organisation; the kinds are: %s",
                  organisation->kind, all);
    }
  if (organisation->id != NULL && organisation->name != NULL)
    bl_kb_add (reader, &reader->kb->organisations, organisation->id, entry, item);
}
