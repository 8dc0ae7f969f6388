/* Roles and offices. */
#include <math.h>
#include <string.h>

#include "knowledge/reader.h"

/* How many hold it at once. A parliament of ten thousand seats is a slip of the keyboard. */
static guint
read_seats (BlKbReader *reader, const cJSON *item, guint otherwise)
{
  if (item == NULL)
    return otherwise;
  double seats = bl_kb_number (reader, item);
  if (seats >= 0 && seats < 10000 && floor (seats) == seats)
    return (guint) seats;
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "“seats” is a whole number: 1, 2 … or 0 for any number");
  return otherwise;
}

void
bl_kb_read_role (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    ID,
    LABELS,
    SEATS,
    NATIONAL,
    COURTESY,
    EXCLUDES,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[]
      = { "id", "labels", "seats", "national", "courtesy", "excludes", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlKbRole *entry = bl_arena_new0 (reader->kb->arena, BlKbRole);
  entry->role.id = bl_kb_need_id (reader, item, fields[ID]);
  entry->role.labels = bl_kb_texts (reader, fields[LABELS]);
  entry->role.seats = read_seats (reader, fields[SEATS], 0);
  entry->role.national = bl_kb_truth (reader, fields[NATIONAL]);
  entry->role.courtesy = bl_kb_truth (reader, fields[COURTESY]);
  entry->role.excludes = bl_kb_texts (reader, fields[EXCLUDES]);
  entry->reference = bl_kb_reference (reader, entry->role.id, fields[SOURCE], fields[CONFIDENCE]);
  if (entry->role.id != NULL)
    bl_kb_add (reader, &reader->kb->roles, entry->role.id, entry, item);
}

void
bl_kb_read_office (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    ID,
    JURISDICTION,
    ROLE,
    LABELS,
    SEATS,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "id", "jurisdiction", "role", "labels", "seats", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlKbOffice *entry = bl_arena_new0 (reader->kb->arena, BlKbOffice);
  BlOffice *office = &entry->office;
  office->id = bl_kb_need_text (reader, item, fields[ID], "id");
  office->jurisdiction = bl_kb_need_text (reader, item, fields[JURISDICTION], "jurisdiction");
  entry->role_id = bl_kb_need_text (reader, item, fields[ROLE], "role");
  office->labels = bl_kb_texts (reader, fields[LABELS]);
  office->seats = read_seats (reader, fields[SEATS], G_MAXUINT); /* link.c puts the role's number */
  bl_kb_reference (reader, office->id, fields[SOURCE], fields[CONFIDENCE]);
  if (office->id == NULL || office->jurisdiction == NULL || entry->role_id == NULL)
    return;

  gsize length = strlen (office->jurisdiction);
  if (strncmp (office->id, office->jurisdiction, length) != 0 || office->id[length] != '/' || office->id[length + 1] == '\0')
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[ID], "the id of an office begins with its jurisdiction: “%s/…”",
                office->jurisdiction);
  else if (!bl_kb_is_id (office->id + length + 1))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, fields[ID],
                "“%s” is no id of an office; write small letters and digits, as in “us/governor-of-texas”", office->id);
  bl_kb_add (reader, &reader->kb->offices, office->id, entry, item);
}
