#include <string.h>

#include "knowledge/check.h"
#include "knowledge/reader.h"

/* "III" and "Jr." tell generations apart, and are no family name. */
static gboolean
is_generation (const char *word, gsize length)
{
  static const char *const suffixes[] = { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", NULL };
  for (guint i = 0; suffixes[i] != NULL; i++)
    if (strlen (suffixes[i]) == length && memcmp (suffixes[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* The last word of name, before a generation: "Trump" of "Donald Trump Jr.". */
static const char *
last_word (BlArena *arena, const char *name)
{
  const char *end = name + strlen (name);
  while (TRUE)
    {
      const char *start = end;
      while (start > name && start[-1] != ' ')
        start--;
      gsize length = (gsize) (end - start);
      if (start > name && is_generation (start, length))
        {
          end = start - 1;
          if (end > name && end[-1] == ',')
            end--;
          continue;
        }
      return *end == '\0' ? start : bl_arena_strndup (arena, start, length);
    }
}

static void
read_term (BlKbReader *reader, const cJSON *item, const char *entry, BlTerm *term, const char **office_id)
{
  enum
  {
    OFFICE,
    FROM,
    TO,
    ACTING,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "office", "from", "to", "acting", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;
  *office_id = bl_kb_need_text (reader, item, fields[OFFICE], "office");
  term->from = bl_kb_date (reader, fields[FROM]);
  term->to = bl_kb_date (reader, fields[TO]);
  term->open = fields[TO] == NULL;
  term->when = bl_kb_range_of (reader, item, term->from, term->to);
  term->acting = bl_kb_truth (reader, fields[ACTING]);
  term->known_until = reader->file->known_until;
  term->reference = bl_kb_reference (reader, entry, fields[SOURCE], fields[CONFIDENCE]);
}

static void
read_terms (BlKbReader *reader, const cJSON *list, BlKbPerson *entry)
{
  BlArena *arena = reader->kb->arena;
  guint n = bl_kb_array (reader, list);
  if (n == 0)
    return;
  entry->terms = bl_arena_alloc (arena, n * sizeof *entry->terms);
  entry->office_ids = bl_arena_alloc (arena, n * sizeof *entry->office_ids);
  const BlTerm **sorted = bl_arena_alloc (arena, n * sizeof *sorted);
  guint i = 0;
  for (const cJSON *element = list->child; element != NULL; element = element->next, i++)
    {
      entry->terms[i].person = &entry->person;
      read_term (reader, element, entry->person.id, &entry->terms[i], &entry->office_ids[i]);
      entry->terms[i].reference.low_confidence |= entry->person.reference.low_confidence;
      sorted[i] = &entry->terms[i];
    }
  bl_sort_terms (sorted, n);
  entry->person.terms = sorted;
  entry->person.n_terms = n;
}

static char
read_gender (BlKbReader *reader, const cJSON *item)
{
  const char *gender = bl_kb_text (reader, item);
  if (gender == NULL)
    return 0;
  if (strlen (gender) == 1 && strchr ("mfx", gender[0]) != NULL)
    return gender[0];
  bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "“gender” is m, f or x");
  return 0;
}

/* The kinds of doubt that the entry answers; the answers are for whoever reads the file. */
static guint
read_accepted (BlKbReader *reader, const cJSON *item)
{
  guint accepted = 0;
  for (const cJSON *answer = item != NULL ? item->child : NULL; answer != NULL; answer = answer->next)
    {
      int kind = answer->string != NULL ? bl_kb_doubt_kind (answer->string) : -1;
      if (kind >= 0 && bl_kb_text (reader, answer) != NULL)
        accepted |= 1U << kind;
      else if (kind < 0)
        {
          g_autofree char *kinds = g_strjoinv (", ", (char **) bl_kb_doubt_kinds ());
          bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, answer, "what can be accepted is: %s", kinds);
        }
    }
  return accepted;
}

void
bl_kb_read_person (BlKbReader *reader, const cJSON *item)
{
  enum
  {
    ID,
    NAME,
    ALIASES,
    NATIVE,
    FAMILY,
    GENDER,
    COUNTRY,
    BORN,
    DIED,
    TERMS,
    ACCEPTED,
    SOURCE,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "id",   "name", "aliases", "native",   "family", "gender",     "country",
                                       "born", "died", "terms",   "accepted", "source", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, item, known, fields))
    return;

  BlKbPerson *entry = bl_arena_new0 (reader->kb->arena, BlKbPerson);
  BlPerson *person = &entry->person;
  person->id = bl_kb_need_person_id (reader, item, fields[ID]);
  person->name = bl_kb_need_text (reader, item, fields[NAME], "name");
  person->aliases = bl_kb_texts (reader, fields[ALIASES]);
  person->native = bl_kb_text (reader, fields[NATIVE]);
  person->family = bl_kb_text (reader, fields[FAMILY]);
  if (person->family == NULL && person->name != NULL)
    person->family = last_word (reader->kb->arena, person->name);
  person->gender = read_gender (reader, fields[GENDER]);
  entry->country_id = bl_kb_text (reader, fields[COUNTRY]);
  person->born = bl_kb_date (reader, fields[BORN]);
  person->died = bl_kb_date (reader, fields[DIED]);
  entry->accepted = read_accepted (reader, fields[ACCEPTED]);
  person->reference = bl_kb_reference (reader, person->id, fields[SOURCE], fields[CONFIDENCE]);
  read_terms (reader, fields[TERMS], entry);
  if (person->id != NULL && person->name != NULL)
    bl_kb_add (reader, &reader->kb->persons, person->id, entry, item);
}
