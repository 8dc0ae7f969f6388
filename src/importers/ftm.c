/* FollowTheMoney: https://followthemoney.tech/docs/. An entity is an id, a schema, and properties that are lists of texts. */
#include "importers/readers.h"

#include <string.h>

enum
{
  MAX_NESTED = 8 /* an entity in place of an id, in an entity in place of an id …: real data has one */
};

struct BlFtmReader
{
  BlIntake *intake;
  BlPersonDraft draft;
  guint depth;
};

/* What an entity says of itself beside its properties. */
typedef struct
{
  const char *id;
  const char *schema;
  const char *caption;
  char *properties; /* where they begin, or NULL */
  gboolean is_statement;
} Entity;

static const char *read_any (BlFtmReader *reader, BlCursor *cursor);

BlFtmReader *
bl_ftm_reader_new (BlIntake *intake)
{
  BlFtmReader *reader = g_new0 (BlFtmReader, 1);
  reader->intake = intake;
  return reader;
}

void
bl_ftm_reader_free (BlFtmReader *reader)
{
  if (reader == NULL)
    return;
  bl_person_draft_clear (&reader->draft);
  g_free (reader);
}

static Entity
read_entity (BlIntake *intake, BlCursor *cursor)
{
  Entity entity = { 0 };
  BlKey key;
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "id"))
      entity.id = bl_cursor_text (cursor);
    else if (bl_key_is (key, "schema"))
      entity.schema = bl_cursor_text (cursor);
    else if (bl_key_is (key, "caption"))
      entity.caption = bl_cursor_text (cursor);
    else if (bl_key_is (key, "last_seen") || bl_key_is (key, "last_change"))
      bl_intake_seen (intake, bl_cursor_text (cursor));
    else
      {
        if (bl_key_is (key, "properties") && bl_cursor_kind (cursor) == '{')
          entity.properties = cursor->at;
        entity.is_statement |= bl_key_is (key, "prop") || bl_key_is (key, "canonical_id");
        bl_cursor_skip (cursor);
      }
  return entity;
}

/* The texts of a property, a list or (by older writers) a single one; other values are passed. */
static void
read_texts (BlCursor *cursor, GPtrArray *texts)
{
  if (bl_cursor_kind (cursor) == '"')
    {
      g_ptr_array_add (texts, bl_cursor_text (cursor));
      return;
    }
  if (!bl_cursor_enter (cursor, '['))
    return;
  while (bl_cursor_element (cursor))
    {
      const char *text = bl_cursor_text (cursor);
      if (text != NULL && text[0] != '\0')
        g_ptr_array_add (texts, (gpointer) text);
    }
}

/* The first text; *n, which may be NULL, is how many there are. */
static const char *
read_first (BlCursor *cursor, guint *n)
{
  const char *first = NULL;
  guint count = 0;
  if (bl_cursor_kind (cursor) == '"')
    first = bl_cursor_text (cursor);
  else if (bl_cursor_enter (cursor, '['))
    while (bl_cursor_element (cursor))
      {
        const char *text = bl_cursor_text (cursor);
        if (first == NULL)
          first = text;
        count += text != NULL;
      }
  if (n != NULL)
    *n = count;
  return first;
}

typedef struct
{
  BlDate best;
  gboolean clash; /* of several years */
} DateChoice;

/* Offers each date of a property, which is a text or an array of texts. */
static DateChoice
choose_date (BlCursor *cursor, void (*offer) (DateChoice *choice, BlDate date))
{
  DateChoice choice = { 0 };
  if (bl_cursor_kind (cursor) == '"')
    choice.best = bl_import_date (bl_cursor_text (cursor));
  else if (bl_cursor_enter (cursor, '['))
    while (bl_cursor_element (cursor))
      {
        const BlDate date = bl_import_date (bl_cursor_text (cursor));
        if (date.precision != BL_DATE_UNKNOWN)
          offer (&choice, date);
      }
  return choice;
}

static void
offer_exact (DateChoice *choice, BlDate date)
{
  choice->clash |= choice->best.precision != BL_DATE_UNKNOWN && date.year != choice->best.year;
  if (date.precision == choice->best.precision && memcmp (&date, &choice->best, sizeof date) != 0)
    choice->best = (BlDate){ .year = date.year, .precision = BL_DATE_YEAR };
  else if (date.precision > choice->best.precision)
    choice->best = date;
}

static void
offer_first (DateChoice *choice, BlDate date)
{
  if (choice->best.precision == BL_DATE_UNKNOWN || bl_date_first_day (date) < bl_date_first_day (choice->best))
    choice->best = date;
}

static void
offer_last (DateChoice *choice, BlDate date)
{
  if (choice->best.precision == BL_DATE_UNKNOWN || bl_date_first_day (date) > bl_date_first_day (choice->best))
    choice->best = date;
}

/* The date told most exactly: "1974-02-25" beside "1974". Two of one year that contradict each other are the year, others none. */
static BlDate
read_date (BlCursor *cursor)
{
  const DateChoice choice = choose_date (cursor, offer_exact);
  return choice.clash ? (BlDate){ 0 } : choice.best;
}

/* The day of a term: the earliest or the latest of several. */
static BlDate
read_end (BlCursor *cursor, gboolean latest)
{
  return choose_date (cursor, latest ? offer_last : offer_first).best;
}

/* --- persons --------------------------------------------------------------------------------------------------------------- */

/* One state, or none when several are told: which is meant is then unknown. */
static BlImportId
read_country (BlIntake *intake, BlCursor *cursor)
{
  guint n = 0;
  const char *country = read_first (cursor, &n);
  return n == 1 ? bl_intake_id (intake, country) : 0;
}

static void
read_person (BlFtmReader *reader, const Entity *entity)
{
  BlPersonDraft *draft = &reader->draft;
  bl_person_draft_reset (draft);
  draft->id = entity->id;
  draft->caption = entity->caption;
  BlImportId nationality = 0;
  BlImportId country = 0;
  BlCursor cursor = { entity->properties };
  BlKey key;
  if (entity->properties != NULL && bl_cursor_enter (&cursor, '{'))
    while (bl_cursor_member (&cursor, &key))
      {
        if (bl_key_is (key, "name") || bl_key_is (key, "alias") || bl_key_is (key, "previousName"))
          read_texts (&cursor, draft->names);
        else if (bl_key_is (key, "lastName"))
          read_texts (&cursor, draft->families);
        else if (bl_key_is (key, "gender"))
          draft->gender = bl_import_gender (read_first (&cursor, NULL));
        else if (bl_key_is (key, "birthDate"))
          draft->born = read_date (&cursor);
        else if (bl_key_is (key, "deathDate"))
          draft->died = read_date (&cursor);
        else if (bl_key_is (key, "nationality") || bl_key_is (key, "citizenship"))
          nationality = read_country (reader->intake, &cursor);
        else if (bl_key_is (key, "country"))
          country = read_country (reader->intake, &cursor);
        else
          bl_cursor_skip (&cursor);
      }
  draft->country = nationality != 0 ? nationality : country;
  bl_intake_person (reader->intake, draft, reader->depth > 1);
}

/* --- offices and terms ------------------------------------------------------------------------------------------------------ */

static void
read_position (BlFtmReader *reader, const Entity *entity)
{
  BlIntake *intake = reader->intake;
  const BlImportId id = bl_intake_id (intake, entity->id);
  if (bl_intake_name (intake, id)->post != 0)
    return; /* nested in each of its occupancies */
  BlImportPost post = { .id = id };
  bl_post_add_label (intake, &post, entity->caption);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  BlCursor cursor = { entity->properties };
  BlKey key;
  if (entity->properties != NULL && bl_cursor_enter (&cursor, '{'))
    while (bl_cursor_member (&cursor, &key))
      {
        const gboolean names = bl_key_is (key, "name");
        if (!names && !bl_key_is (key, "country"))
          {
            bl_cursor_skip (&cursor);
            continue;
          }
        g_ptr_array_set_size (texts, 0);
        read_texts (&cursor, texts);
        for (guint i = 0; i < texts->len; i++)
          if (names)
            bl_post_add_label (intake, &post, g_ptr_array_index (texts, i));
          else
            bl_countries_add (post.countries, bl_intake_id (intake, g_ptr_array_index (texts, i)));
      }
  *bl_intake_post (intake, id) = post;
}

/* The id that a link holds: itself, or that of the entity that stands in its place, which is read. Of several, the first. */
static const char *
read_linked (BlFtmReader *reader, BlCursor *cursor)
{
  if (bl_cursor_kind (cursor) != '{')
    return bl_cursor_text (cursor);
  BlCursor nested = *cursor;
  bl_cursor_skip (cursor); /* first, as reading writes into the text */
  return read_any (reader, &nested);
}

static BlImportId
read_link (BlFtmReader *reader, BlCursor *cursor)
{
  if (bl_cursor_kind (cursor) != '[')
    return bl_intake_id (reader->intake, read_linked (reader, cursor));
  BlImportId id = 0;
  bl_cursor_enter (cursor, '[');
  while (bl_cursor_element (cursor))
    {
      const char *linked = read_linked (reader, cursor);
      if (id == 0)
        id = bl_intake_id (reader->intake, linked);
    }
  return id;
}

static guint8
end_of_status (const char *status)
{
  if (g_strcmp0 (status, "current") == 0)
    return BL_END_CURRENT;
  return g_strcmp0 (status, "ended") == 0 || g_strcmp0 (status, "unknown") == 0 ? BL_END_PAST : BL_END_OPEN;
}

static void
read_occupancy (BlFtmReader *reader, const Entity *entity)
{
  BlImportTerm term = { 0 };
  BlDate declared = { 0 };
  BlCursor cursor = { entity->properties };
  BlKey key;
  if (entity->properties != NULL && bl_cursor_enter (&cursor, '{'))
    while (bl_cursor_member (&cursor, &key))
      {
        if (bl_key_is (key, "holder"))
          term.holder = read_link (reader, &cursor);
        else if (bl_key_is (key, "post"))
          term.post = read_link (reader, &cursor);
        else if (bl_key_is (key, "startDate"))
          term.from = read_end (&cursor, FALSE);
        else if (bl_key_is (key, "declarationDate"))
          declared = read_end (&cursor, FALSE);
        else if (bl_key_is (key, "endDate"))
          term.to = read_end (&cursor, TRUE);
        else if (bl_key_is (key, "status"))
          term.end = end_of_status (read_first (&cursor, NULL));
        else
          bl_cursor_skip (&cursor);
      }
  if (term.from.precision == BL_DATE_UNKNOWN)
    term.from = declared; /* in office at the latest then */
  bl_intake_term (reader->intake, term);
}

/* --- entities --------------------------------------------------------------------------------------------------------------- */

static const char *
read_any (BlFtmReader *reader, BlCursor *cursor)
{
  BlIntake *intake = reader->intake;
  if (reader->depth == MAX_NESTED)
    {
      bl_intake_fault (intake, BL_LEFT_UNREADABLE, "entities in entities, more than %d deep; the inner ones are left out",
                       MAX_NESTED);
      return NULL;
    }
  if (!bl_cursor_enter (cursor, '{'))
    {
      bl_intake_fault (intake, BL_LEFT_UNREADABLE, "no entity; a JSON object with “id”, “schema” and “properties” is wanted");
      return NULL;
    }
  const Entity entity = read_entity (intake, cursor);
  reader->depth++;
  if (entity.is_statement)
    bl_intake_fault (intake, BL_LEFT_UNREADABLE, "a statement, not an entity; it is left out");
  else if (entity.id == NULL || entity.id[0] == '\0' || entity.schema == NULL)
    bl_intake_fault (intake, BL_LEFT_UNREADABLE, "an entity without “id” or “schema”; it is left out");
  else if (strcmp (entity.schema, "Person") == 0)
    read_person (reader, &entity);
  else if (strcmp (entity.schema, "Position") == 0)
    read_position (reader, &entity);
  else if (strcmp (entity.schema, "Occupancy") == 0)
    read_occupancy (reader, &entity);
  else
    bl_intake_left (intake, BL_LEFT_OTHER);
  reader->depth--;
  return entity.id;
}

void
bl_ftm_read (BlFtmReader *reader, BlCursor *cursor)
{
  reader->depth = 0;
  read_any (reader, cursor);
}
