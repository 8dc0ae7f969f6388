/* Entities of Wikidata: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html. Persons are what is an instance of Q5; of all
 * else the label, the state and a state's code are kept, because offices are entities of their own and stand anywhere. */
#include "importers/readers.h"
#include "importers/wikidata_time.h"
#include "knowledge/name_script.h"

#include <string.h>

typedef enum
{
  VALUE,
  NO_VALUE,   /* “novalue”: of an end, still in office */
  SOME_VALUE, /* “somevalue”: unknown */
} SnakState;

typedef enum
{
  DEPRECATED,
  NORMAL,
  PREFERRED,
} Rank;

/* One value. Texts are borrowed from the record. */
typedef struct
{
  SnakState state;
  const char *id;   /* of an item */
  const char *text; /* of a string or a text in a language */
  BlDate date;
} Snak;

typedef struct
{
  Snak value;
  Rank rank;
  BlDate from;
  BlDate to;
  SnakState end; /* of P582; VALUE and no date: there is none */
  gboolean replaced;
  const char *of;
} Statement;

/* What the claims of an entity say. */
typedef struct
{
  gboolean is_human;
  gboolean is_office;
  char gender;
  const char *native;
  const char *code;   /* P297 */
  const char *family; /* P734 */
  guint n_families;
  BlDate born;
  BlDate died;
  Rank born_rank;
  Rank died_rank;
  GPtrArray *citizenships; /* const char * */
  Rank citizenship_rank;
  GPtrArray *countries;     /* P17 */
  GPtrArray *jurisdictions; /* P1001 */
  GArray *terms;            /* Statement */
} Claims;

struct BlWikidataReader
{
  BlIntake *intake;
  const BlImportForms *forms;
  BlPersonDraft draft;
  Claims claims;
};

BlWikidataReader *
bl_wikidata_reader_new (BlIntake *intake, const BlImportForms *forms)
{
  BlWikidataReader *reader = g_new0 (BlWikidataReader, 1);
  reader->intake = intake;
  reader->forms = forms;
  reader->claims = (Claims){ .citizenships = g_ptr_array_new (),
                             .countries = g_ptr_array_new (),
                             .jurisdictions = g_ptr_array_new (),
                             .terms = g_array_new (FALSE, TRUE, sizeof (Statement)) };
  return reader;
}

void
bl_wikidata_reader_free (BlWikidataReader *reader)
{
  if (reader == NULL)
    return;
  bl_person_draft_clear (&reader->draft);
  g_ptr_array_unref (reader->claims.citizenships);
  g_ptr_array_unref (reader->claims.countries);
  g_ptr_array_unref (reader->claims.jurisdictions);
  g_array_unref (reader->claims.terms);
  g_free (reader);
}

/* --- snaks ------------------------------------------------------------------------------------------------------------------ */

/* The object of “value”: an item, a time, a text in a language. */
static void
read_value (BlWikidataReader *reader, BlCursor *cursor, Snak *snak)
{
  if (bl_cursor_kind (cursor) == '"')
    {
      snak->text = bl_cursor_text (cursor);
      return;
    }
  if (!bl_cursor_enter (cursor, '{'))
    return;
  const char *time = NULL;
  const char *calendar = NULL;
  gint64 precision = 0;
  gint64 number = 0;
  BlKey key;
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "id"))
      snak->id = bl_cursor_text (cursor);
    else if (bl_key_is (key, "numeric-id"))
      number = bl_cursor_number (cursor, 0);
    else if (bl_key_is (key, "time"))
      time = bl_cursor_text (cursor);
    else if (bl_key_is (key, "precision"))
      precision = bl_cursor_number (cursor, 0);
    else if (bl_key_is (key, "calendarmodel"))
      calendar = bl_cursor_text (cursor);
    else if (bl_key_is (key, "text"))
      snak->text = bl_cursor_text (cursor);
    else
      bl_cursor_skip (cursor);
  snak->date = bl_wikidata_time (time, precision, calendar);
  if (snak->id == NULL && number > 0) /* older dumps */
    snak->id = bl_arena_printf (reader->intake->arena, "Q%" G_GINT64_FORMAT, number);
}

static Snak
read_snak (BlWikidataReader *reader, BlCursor *cursor)
{
  Snak snak = { .state = SOME_VALUE };
  BlKey key;
  if (!bl_cursor_enter (cursor, '{'))
    return snak;
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "snaktype"))
      {
        const char *type = bl_cursor_text (cursor);
        snak.state = g_strcmp0 (type, "value") == 0 ? VALUE : g_strcmp0 (type, "novalue") == 0 ? NO_VALUE : SOME_VALUE;
      }
    else if (bl_key_is (key, "datavalue") && bl_cursor_enter (cursor, '{'))
      {
        BlKey inner;
        while (bl_cursor_member (cursor, &inner))
          if (bl_key_is (inner, "value"))
            read_value (reader, cursor, &snak);
          else
            bl_cursor_skip (cursor);
      }
    else if (!bl_key_is (key, "datavalue"))
      bl_cursor_skip (cursor);
  return snak;
}

/* --- statements -------------------------------------------------------------------------------------------------------------- */

static void
read_qualifier (BlWikidataReader *reader, BlCursor *cursor, BlKey property, Statement *statement)
{
  const gboolean start = bl_key_is (property, "P580");
  const gboolean end = bl_key_is (property, "P582");
  const gboolean of = bl_key_is (property, "P642") || bl_key_is (property, "P1001");
  if (bl_key_is (property, "P1366"))
    statement->replaced = TRUE;
  if ((!start && !end && !of) || !bl_cursor_enter (cursor, '['))
    {
      if (!start && !end && !of)
        bl_cursor_skip (cursor);
      return;
    }
  gboolean first = TRUE;
  for (; bl_cursor_element (cursor); first = FALSE)
    {
      const Snak snak = read_snak (reader, cursor);
      if (!first)
        continue;
      if (start)
        statement->from = snak.date;
      else if (of)
        statement->of = snak.id;
      else
        {
          statement->to = snak.date;
          statement->end = snak.state == VALUE && snak.date.precision == BL_DATE_UNKNOWN ? SOME_VALUE : snak.state;
        }
    }
}

static Statement
read_statement (BlWikidataReader *reader, BlCursor *cursor)
{
  Statement statement = { .rank = NORMAL, .value.state = SOME_VALUE };
  BlKey key;
  if (!bl_cursor_enter (cursor, '{'))
    return statement;
  while (bl_cursor_member (cursor, &key))
    if (bl_key_is (key, "mainsnak"))
      statement.value = read_snak (reader, cursor);
    else if (bl_key_is (key, "rank"))
      {
        const char *rank = bl_cursor_text (cursor);
        statement.rank = g_strcmp0 (rank, "deprecated") == 0  ? DEPRECATED
                         : g_strcmp0 (rank, "preferred") == 0 ? PREFERRED
                                                              : NORMAL;
      }
    else if (bl_key_is (key, "qualifiers") && bl_cursor_enter (cursor, '{'))
      {
        BlKey property;
        while (bl_cursor_member (cursor, &property))
          read_qualifier (reader, cursor, property, &statement);
      }
    else if (!bl_key_is (key, "qualifiers"))
      bl_cursor_skip (cursor);
  return statement;
}

/* A day of birth or death: of the better rank; of two of one rank that name two years, none. */
static void
take_day (const Statement *statement, BlDate *date, Rank *rank)
{
  const BlDate found = statement->value.date;
  if (found.precision == BL_DATE_UNKNOWN || statement->rank < *rank)
    return;
  if (statement->rank > *rank || date->precision == BL_DATE_UNKNOWN)
    *date = found;
  else if (date->year != found.year)
    *date = (BlDate){ 0 };
  else if (found.precision > date->precision)
    *date = found;
  *rank = statement->rank;
}

static char
gender_of (const char *item)
{
  static const char *const male[] = { "Q6581097", "Q2449503", NULL };
  static const char *const female[] = { "Q6581072", "Q1052281", NULL };
  return g_strv_contains (male, item) ? 'm' : g_strv_contains (female, item) ? 'f' : 'x';
}

static void
take_citizenship (Claims *claims, const Statement *statement)
{
  if (statement->to.precision != BL_DATE_UNKNOWN || statement->end == SOME_VALUE || statement->rank < claims->citizenship_rank)
    return;
  if (statement->rank > claims->citizenship_rank)
    g_ptr_array_set_size (claims->citizenships, 0);
  claims->citizenship_rank = statement->rank;
  g_ptr_array_add (claims->citizenships, (gpointer) statement->value.id);
}

static void
take_item (Claims *claims, BlKey property, const Statement *statement)
{
  const char *item = statement->value.id;
  if (bl_key_is (property, "P31") || bl_key_is (property, "P279"))
    {
      claims->is_human |= bl_key_is (property, "P31") && strcmp (item, "Q5") == 0;
      claims->is_office |= strcmp (item, "Q4164871") == 0 || strcmp (item, "Q294414") == 0; /* position, public office */
    }
  else if (bl_key_is (property, "P21"))
    claims->gender = gender_of (item);
  else if (bl_key_is (property, "P27"))
    take_citizenship (claims, statement);
  else if (bl_key_is (property, "P17"))
    g_ptr_array_add (claims->countries, (gpointer) item);
  else if (bl_key_is (property, "P1001"))
    g_ptr_array_add (claims->jurisdictions, (gpointer) item);
  else if (bl_key_is (property, "P39"))
    g_array_append_val (claims->terms, *statement);
  else if (bl_key_is (property, "P734"))
    {
      claims->family = item;
      claims->n_families++;
    }
}

static void
take_statement (Claims *claims, BlKey property, const Statement *statement)
{
  if (statement->rank == DEPRECATED || statement->value.state != VALUE)
    return;
  if (statement->value.id != NULL)
    take_item (claims, property, statement);
  else if (bl_key_is (property, "P569"))
    take_day (statement, &claims->born, &claims->born_rank);
  else if (bl_key_is (property, "P570"))
    take_day (statement, &claims->died, &claims->died_rank);
  else if (bl_key_is (property, "P1559") && (claims->native == NULL || statement->rank == PREFERRED))
    claims->native = statement->value.text;
  else if (bl_key_is (property, "P297"))
    claims->code = statement->value.text;
}

static void
read_claims (BlWikidataReader *reader, BlCursor *cursor)
{
  static const char *const wanted[]
      = { "P31", "P279", "P21", "P27", "P17", "P1001", "P39", "P734", "P569", "P570", "P1559", "P297", NULL };
  Claims *claims = &reader->claims;
  BlKey property;
  if (!bl_cursor_enter (cursor, '{')) /* PHP writes an empty object as [] */
    return;
  while (bl_cursor_member (cursor, &property))
    {
      guint i = 0;
      while (wanted[i] != NULL && !bl_key_is (property, wanted[i]))
        i++;
      if (wanted[i] == NULL)
        bl_cursor_skip (cursor);
      else if (bl_cursor_enter (cursor, '['))
        while (bl_cursor_element (cursor))
          {
            const Statement statement = read_statement (reader, cursor);
            take_statement (claims, property, &statement);
          }
    }
}

static void
reset_claims (Claims *claims)
{
  g_ptr_array_set_size (claims->citizenships, 0);
  g_ptr_array_set_size (claims->countries, 0);
  g_ptr_array_set_size (claims->jurisdictions, 0);
  g_array_set_size (claims->terms, 0);
  *claims = (Claims){ .citizenships = claims->citizenships,
                      .countries = claims->countries,
                      .jurisdictions = claims->jurisdictions,
                      .terms = claims->terms };
}

/* --- labels ------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *english;
  const char *any_latin;
  const char *own; /* in the language of the person's state, when that has letters of its own */
} Labels;

static const char *
read_term_value (BlCursor *cursor)
{
  const char *value = NULL;
  BlKey key;
  if (bl_cursor_enter (cursor, '{'))
    while (bl_cursor_member (cursor, &key))
      {
        if (bl_key_is (key, "value"))
          value = bl_cursor_text (cursor);
        else
          bl_cursor_skip (cursor);
      }
  return value;
}

/* English before "mul", the label for all languages, before any in Latin letters. */
static Labels
read_labels (BlCursor *cursor, const char *own_language)
{
  Labels labels = { 0 };
  const char *mul = NULL;
  BlKey language;
  if (bl_cursor_enter (cursor, '{'))
    while (bl_cursor_member (cursor, &language))
      {
        const gboolean english = bl_key_is (language, "en");
        const gboolean own = own_language != NULL && bl_key_is (language, own_language);
        const gboolean for_all = bl_key_is (language, "mul");
        if (!english && !own && !for_all && (labels.english != NULL || labels.any_latin != NULL))
          {
            bl_cursor_skip (cursor);
            continue;
          }
        const char *value = read_term_value (cursor);
        if (english)
          labels.english = value;
        else if (own)
          labels.own = value;
        else if (for_all)
          mul = value;
        else if (value != NULL && !bl_name_is_foreign (value))
          labels.any_latin = value;
      }
  if (labels.english == NULL)
    labels.english = mul;
  return labels;
}

static void
read_aliases (BlCursor *cursor, GPtrArray *names)
{
  BlKey language;
  if (!bl_cursor_enter (cursor, '{'))
    return;
  while (bl_cursor_member (cursor, &language))
    if (!bl_key_is (language, "en") && !bl_key_is (language, "mul"))
      bl_cursor_skip (cursor);
    else if (bl_cursor_enter (cursor, '['))
      while (bl_cursor_element (cursor))
        {
          const char *value = read_term_value (cursor);
          if (value != NULL)
            g_ptr_array_add (names, (gpointer) value);
        }
}

/* --- entities ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *id;
  char *labels; /* where they begin, or NULL */
  char *aliases;
  char *claims;
} Entity;

static void
add_term (BlIntake *intake, BlImportId holder, const Statement *statement)
{
  /* The same office of another place is another office. */
  const char *item = statement->value.id;
  const BlImportId item_id = bl_intake_id (intake, item);
  const BlImportId of = bl_intake_id (intake, statement->of);
  g_autofree char *key = of != 0 ? g_strdup_printf ("%s of %s", item, statement->of) : NULL;
  const BlImportId id = key != NULL ? bl_intake_id (intake, key) : item_id;
  BlImportPost *post = bl_intake_post (intake, id);
  post->item = item_id;
  post->of = of;
  BlImportTerm term = { .holder = holder, .post = id, .from = statement->from, .to = statement->to };
  if (statement->end == NO_VALUE)
    term.end = BL_END_CURRENT;
  else if (statement->end == SOME_VALUE || statement->replaced)
    term.end = BL_END_PAST;
  bl_intake_term (intake, term);
}

/* One of the states whose items are known, or the only one. */
static const char *
citizenship_of (const BlWikidataReader *reader)
{
  const GPtrArray *all = reader->claims.citizenships;
  const char *known = NULL;
  guint n_known = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const char *item = g_ptr_array_index (all, i);
      if (bl_string_map_get (&reader->forms->states, item, strlen (item)) != NULL && g_strcmp0 (item, known) != 0)
        {
          known = item;
          n_known++;
        }
    }
  if (all->len == 1)
    return g_ptr_array_index (all, 0);
  return n_known == 1 ? known : NULL;
}

static void
read_person (BlWikidataReader *reader, const Entity *entity)
{
  const Claims *claims = &reader->claims;
  BlPersonDraft *draft = &reader->draft;
  const char *citizenship = citizenship_of (reader);
  const char *state
      = citizenship != NULL ? bl_string_map_get (&reader->forms->states, citizenship, strlen (citizenship)) : NULL;
  const char *language = state != NULL ? bl_string_map_get (&reader->forms->languages, state, strlen (state)) : NULL;
  bl_person_draft_reset (draft);
  BlCursor cursor = { entity->labels };
  const Labels labels = entity->labels != NULL ? read_labels (&cursor, language) : (Labels){ 0 };
  cursor.at = entity->aliases;
  if (entity->aliases != NULL)
    read_aliases (&cursor, draft->names);
  draft->id = entity->id;
  draft->caption = labels.english != NULL ? labels.english : labels.any_latin;
  draft->native = claims->native != NULL ? claims->native : labels.own;
  draft->gender = claims->gender;
  draft->born = claims->born;
  draft->died = claims->died;
  draft->country = bl_intake_id (reader->intake, citizenship);
  draft->family = claims->n_families == 1 ? bl_intake_id (reader->intake, claims->family) : 0;
  if (!bl_intake_person (reader->intake, draft, FALSE))
    return;
  const BlImportId holder = bl_intake_id (reader->intake, entity->id);
  for (guint i = 0; i < claims->terms->len; i++)
    add_term (reader->intake, holder, &g_array_index (claims->terms, Statement, i));
}

/* An office, a state, a family name, or something that nobody asks for. */
static void
read_item (BlWikidataReader *reader, const Entity *entity)
{
  const Claims *claims = &reader->claims;
  BlIntake *intake = reader->intake;
  bl_intake_left (intake, BL_LEFT_OTHER);
  const gboolean says_so = claims->is_office || claims->code != NULL || claims->jurisdictions->len > 0;
  if (!says_so && intake->items->len >= BL_LIMIT_IMPORT_ITEMS)
    return;
  BlCursor cursor = { entity->labels };
  const Labels labels = entity->labels != NULL ? read_labels (&cursor, NULL) : (Labels){ 0 };
  BlImportItem item = { .code = bl_intake_id (intake, claims->code) };
  if (labels.english != NULL && strlen (labels.english) <= BL_LIMIT_IMPORT_NAME_BYTES)
    item.label = bl_arena_strndup (intake->arena, labels.english, strlen (labels.english));
  const GPtrArray *places = claims->jurisdictions->len > 0 ? claims->jurisdictions : claims->countries;
  for (guint i = 0; i < places->len; i++)
    bl_countries_add (item.countries, bl_intake_id (intake, g_ptr_array_index (places, i)));
  *bl_intake_item (intake, bl_intake_id (intake, entity->id)) = item;
}

static void
read_entity (BlWikidataReader *reader, Entity *entity)
{
  if (entity->id == NULL || entity->id[0] == '\0')
    {
      bl_intake_fault (reader->intake, BL_LEFT_UNREADABLE, "no entity; an object with “id”, “labels” and “claims” is wanted");
      return;
    }
  reset_claims (&reader->claims);
  BlCursor cursor = { entity->claims };
  if (entity->claims != NULL)
    read_claims (reader, &cursor);
  if (reader->claims.is_human)
    read_person (reader, entity);
  else
    read_item (reader, entity);
}

/* {"entities": {"Q42": {…}}} */
static void
read_answer (BlWikidataReader *reader, BlCursor *cursor)
{
  BlKey key;
  if (bl_cursor_enter (cursor, '{'))
    while (bl_cursor_member (cursor, &key))
      {
        BlCursor entity = *cursor;
        bl_cursor_skip (cursor);
        bl_wikidata_read (reader, &entity);
      }
}

void
bl_wikidata_read (BlWikidataReader *reader, BlCursor *cursor)
{
  Entity entity = { 0 };
  gboolean is_answer = FALSE;
  BlKey key;
  if (bl_cursor_enter (cursor, '{'))
    while (bl_cursor_member (cursor, &key))
      {
        if (bl_key_is (key, "id"))
          {
            entity.id = bl_cursor_text (cursor);
            continue;
          }
        bl_cursor_kind (cursor); /* the value's own place, without blanks */
        if (bl_key_is (key, "labels"))
          entity.labels = cursor->at;
        else if (bl_key_is (key, "aliases"))
          entity.aliases = cursor->at;
        else if (bl_key_is (key, "claims"))
          entity.claims = cursor->at;
        else if (bl_key_is (key, "entities"))
          {
            BlCursor entities = *cursor;
            is_answer = TRUE;
            bl_cursor_skip (cursor);
            read_answer (reader, &entities);
            continue;
          }
        else if (bl_key_is (key, "modified"))
          {
            bl_intake_seen (reader->intake, bl_cursor_text (cursor));
            continue;
          }
        bl_cursor_skip (cursor);
      }
  if (!is_answer)
    read_entity (reader, &entity);
}
