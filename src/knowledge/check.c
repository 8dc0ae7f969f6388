/* What entries say of each other that cannot be. Imprecise dates get the benefit of the doubt: "2010" is read as the day of 2010
 * that fits best. */
#include <string.h>

#include "knowledge/tables.h"

enum
{
  LONG_OVERLAP_DAYS = 31, /* a hand-over may drag on */
  LEAST_AGE = 18
};

typedef struct
{
  const BlKnowledge *kb;
  BlProblems *problems;
  guint n;
} Check;

static void note (Check *check, const BlKbTable *table, guint place, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* A note at the entry. */
static void
note (Check *check, const BlKbTable *table, guint place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const BlKbOrigin *origin = &g_array_index (table->origins, BlKbOrigin, place);
  bl_problems_add (check->problems, BL_PROBLEM_NOTE, origin->file->path, origin->line, origin->column, "%s", what);
  check->n++;
}

static void
note_term (Check *check, const BlTerm *term, const char *what)
{
  g_autofree char *from = bl_date_format (term->from);
  g_autofree char *to = bl_date_format (term->to);
  note (check, &check->kb->persons, ((const BlKbPerson *) term->person)->place, "%s, %s %s/%s: %s", term->person->name,
        term->office->id, from, to, what);
}

/* --- one term ----------------------------------------------------------------------------------------------------- */

static gint32
birthday (BlDate born, int age)
{
  BlDate later = born;
  later.year = (gint16) (later.year + age);
  if (later.month == 2 && later.day == 29)
    later.day = 28;
  return bl_date_first_day (later);
}

static void
check_term (Check *check, const BlTerm *term)
{
  const BlPerson *person = term->person;
  gint32 first = bl_date_last_day (term->from);
  if (first == 0)
    first = bl_date_last_day (term->to);
  if (!term->open && bl_date_first_day (term->from) > bl_date_last_day (term->to))
    note_term (check, term, "it ends before it starts");
  if (term->known_until != 0 && bl_date_first_day (term->from) > term->known_until)
    note_term (check, term, "it starts after the file's as_of");
  else if (term->known_until != 0 && !term->open && bl_date_first_day (term->to) > term->known_until)
    note_term (check, term, "it ends after the file's as_of");
  /* Kings may be children. */
  if (person->born.precision != BL_DATE_UNKNOWN && first != 0 && strcmp (term->office->role->id, "monarch") != 0
      && first < birthday (person->born, LEAST_AGE))
    note_term (check, term, "it starts before the holder is 18");
  if (person->died.precision == BL_DATE_UNKNOWN)
    return;
  gint32 death = bl_date_last_day (person->died);
  if (bl_date_first_day (term->from) > death)
    note_term (check, term, "it starts after the holder's death");
  else if (term->open || bl_date_first_day (term->to) > death + LONG_OVERLAP_DAYS)
    note_term (check, term, "it goes on after the holder's death");
}

/* --- one office --------------------------------------------------------------------------------------------------- */

/* The days a term takes at least. */
static BlDateRange
sure_days (const BlTerm *term)
{
  gint32 last = term->open ? term->when.last : bl_date_first_day (term->to);
  return (BlDateRange){ .first = bl_date_last_day (term->from), .last = last, .known = TRUE };
}

static void
check_pair (Check *check, const BlTerm *a, const BlTerm *b)
{
  if (a->from.precision == BL_DATE_UNKNOWN || b->from.precision == BL_DATE_UNKNOWN)
    return;
  BlDateRange left = sure_days (a);
  BlDateRange right = sure_days (b);
  gint32 shared = MIN (left.last, right.last) - MAX (left.first, right.first);
  g_autofree char *what = NULL;
  if (a->person == b->person && shared > 0)
    what = g_strdup ("another term of the same person in this office has the same days");
  else if (a->person != b->person && shared > LONG_OVERLAP_DAYS && a->office->seats == 1 && !a->acting && !b->acting)
    what = g_strdup_printf ("%s holds this one seat for %d of the same days", a->person->name, shared);
  if (what != NULL)
    note_term (check, b, what);
}

/* Terms come by start: a term is compared with those that begin before it ends. */
static void
check_office (Check *check, const BlKbOffice *office)
{
  for (guint i = 0; i < office->n_terms; i++)
    for (guint j = i + 1; j < office->n_terms && office->terms[j]->when.first <= office->terms[i]->when.last; j++)
      check_pair (check, office->terms[i], office->terms[j]);
}

/* --- states, organisations, names --------------------------------------------------------------------------------- */

static void
check_absent (Check *check, guint place)
{
  const BlCountry *country = g_ptr_array_index (check->kb->countries.all, place);
  for (guint i = 0; i < country->n_absent; i++)
    {
      const BlAbsentOffice *absent = &country->absent[i];
      const BlOffice *office = bl_knowledge_office_of (check->kb, country->id, bl_knowledge_role (check->kb, absent->role));
      if (office == NULL)
        continue;
      g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (check->kb, office, absent->when);
      for (guint j = 0; j < terms->len; j++)
        {
          const BlTerm *term = g_ptr_array_index (terms, j);
          BlDateRange sure = sure_days (term);
          if (MIN (sure.last, absent->when.last) - MAX (sure.first, absent->when.first) > LONG_OVERLAP_DAYS)
            note (check, &check->kb->countries, place, "%s has no %s, yet %s is one", country->name, absent->role,
                  term->person->name);
        }
    }
}

static void
check_members (Check *check, guint place)
{
  const BlOrganisation *organisation = g_ptr_array_index (check->kb->organisations.all, place);
  for (guint i = 0; i < organisation->n_members; i++)
    {
      const BlMembership *member = &organisation->members[i];
      if (member->when.first > member->when.last)
        note (check, &check->kb->organisations, place, "%s: the membership of %s ends before it starts", organisation->name,
              member->country->name);
    }
}

static void
check_excludes (Check *check, guint place)
{
  const BlRole *role = g_ptr_array_index (check->kb->roles.all, place);
  for (guint i = 0; role->excludes != NULL && role->excludes[i] != NULL; i++)
    if (bl_knowledge_role (check->kb, role->excludes[i]) == NULL)
      note (check, &check->kb->roles, place, "%s: no role “%s” is described that it could exclude", role->id,
            role->excludes[i]);
}

static void
check_shared_names (Check *check)
{
  const BlStringMap *named = &check->kb->named;
  for (guint i = 0; named->slots != NULL && i <= named->mask; i++)
    {
      const BlPersonList *list = named->slots[i].key != NULL ? named->slots[i].value : NULL;
      for (guint j = 1; list != NULL && j < list->array.len; j++)
        {
          const BlPerson *first = g_ptr_array_index (&list->array, 0);
          const BlKbPerson *other = g_ptr_array_index (&list->array, j);
          note (check, &check->kb->persons, other->place, "“%s” names two persons: %s and %s", named->slots[i].key, first->id,
                other->person.id);
        }
    }
}

guint
bl_knowledge_check (const BlKnowledge *kb, BlProblems *problems)
{
  Check check = { .kb = kb, .problems = problems };
  for (guint i = 0; i < kb->persons.all->len; i++)
    {
      const BlPerson *person = g_ptr_array_index (kb->persons.all, i);
      for (guint j = 0; j < person->n_terms; j++)
        check_term (&check, person->terms[j]);
    }
  for (guint i = 0; i < kb->offices.all->len; i++)
    check_office (&check, g_ptr_array_index (kb->offices.all, i));
  for (guint i = 0; i < kb->countries.all->len; i++)
    check_absent (&check, i);
  for (guint i = 0; i < kb->organisations.all->len; i++)
    check_members (&check, i);
  for (guint i = 0; i < kb->roles.all->len; i++)
    check_excludes (&check, i);
  check_shared_names (&check);
  return check.n;
}
