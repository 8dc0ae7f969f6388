/* What entries say of each other that cannot be. Imprecise dates get the benefit of the doubt: "2010" is read as the day of 2010
 * that fits best. */
#include <string.h>

#include "knowledge/check.h"

enum
{
  LONG_OVERLAP_DAYS = 31, /* a hand-over may drag on */
  LEAST_AGE = 18,
  FORESIGHT_DAYS = 731 /* what was decided when the file was written: elections that are over, terms that are fixed */
};

/* In the order of BlKbDoubt. */
static const char *const kinds[]
    = { "order", "as-of", "age", "death", "seat", "repeat", "two-offices", "shared-name", "family", "twin", "gender", NULL };

int
bl_kb_doubt_kind (const char *name)
{
  for (int i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i], name) == 0)
      return i;
  return -1;
}

const char *const *
bl_kb_doubt_kinds (void)
{
  return kinds;
}

static void note (BlKbCheck *check, const BlKbTable *table, guint place, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* A note at the entry. */
static void
note (BlKbCheck *check, const BlKbTable *table, guint place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const BlKbOrigin *origin = &g_array_index (table->origins, BlKbOrigin, place);
  bl_problems_add (check->problems, BL_PROBLEM_NOTE, origin->file->path, origin->line, origin->column, "%s", what);
  check->n++;
}

gboolean
bl_kb_accepts (const BlPerson *person, BlKbDoubt kind)
{
  return (((const BlKbPerson *) person)->accepted & (1U << kind)) != 0;
}

void
bl_kb_doubt (BlKbCheck *check, const BlPerson *person, BlKbDoubt kind, const char *what)
{
  if (!bl_kb_accepts (person, kind))
    note (check, &check->kb->persons, ((const BlKbPerson *) person)->place, "%s", what);
}

static void
doubt_term (BlKbCheck *check, const BlTerm *term, BlKbDoubt kind, const char *what)
{
  g_autofree char *from = bl_date_format (term->from);
  g_autofree char *to = bl_date_format (term->to);
  g_autofree char *line = g_strdup_printf ("%s, %s %s/%s: %s", term->person->name, term->office->id, from, to, what);
  bl_kb_doubt (check, term->person, kind, line);
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
check_life (BlKbCheck *check, const BlTerm *term)
{
  const BlPerson *person = term->person;
  gint32 first = bl_date_last_day (term->from);
  if (first == 0)
    first = bl_date_last_day (term->to);
  /* Kings may be children. */
  if (person->born.precision != BL_DATE_UNKNOWN && first != 0 && strcmp (term->office->role->id, "monarch") != 0
      && first < birthday (person->born, LEAST_AGE))
    doubt_term (check, term, BL_KB_DOUBT_AGE, "it starts before the holder is 18");
  if (person->died.precision == BL_DATE_UNKNOWN)
    return;
  gint32 death = bl_date_last_day (person->died);
  if (bl_date_first_day (term->from) > death)
    doubt_term (check, term, BL_KB_DOUBT_DEATH, "it starts after the holder's death");
  else if (term->open || bl_date_first_day (term->to) > death + LONG_OVERLAP_DAYS)
    doubt_term (check, term, BL_KB_DOUBT_DEATH, "it goes on after the holder's death");
}

/* as_of is about open ends; dates after it may be known all the same, but not any date. */
static void
check_term (BlKbCheck *check, const BlTerm *term)
{
  if (!term->open && bl_date_first_day (term->from) > bl_date_last_day (term->to))
    doubt_term (check, term, BL_KB_DOUBT_ORDER, "it ends before it starts");
  if (term->known_until != 0)
    {
      gint32 limit = term->known_until + FORESIGHT_DAYS;
      if (bl_date_first_day (term->from) > limit)
        doubt_term (check, term, BL_KB_DOUBT_AS_OF, "it starts long after the file's as_of");
      else if (!term->open && bl_date_first_day (term->to) > limit)
        doubt_term (check, term, BL_KB_DOUBT_AS_OF, "it ends long after the file's as_of");
    }
  check_life (check, term);
}

/* --- one person --------------------------------------------------------------------------------------------------- */

/* The days a term takes at least. */
static BlDateRange
sure_days (const BlTerm *term)
{
  gint32 last = term->open ? term->when.last : bl_date_first_day (term->to);
  return (BlDateRange){ .first = bl_date_last_day (term->from), .last = last, .known = TRUE };
}

/* How many days two terms have in common at least; not more than 0 when none, or when nobody knows. */
static gint32
shared_days (const BlTerm *a, const BlTerm *b)
{
  if (a->from.precision == BL_DATE_UNKNOWN || b->from.precision == BL_DATE_UNKNOWN)
    return 0;
  BlDateRange left = sure_days (a);
  BlDateRange right = sure_days (b);
  return MIN (left.last, right.last) - MAX (left.first, right.first);
}

/* Crowns may be worn together; nobody holds roles that exclude each other, or single seats of two states. */
static gboolean
are_exclusive (const BlTerm *a, const BlTerm *b)
{
  if (a->acting || b->acting || a->office == b->office)
    return FALSE;
  if (a->office->role != b->office->role && bl_role_excludes (a->office->role, b->office->role))
    return TRUE;
  const BlCountry *one = a->office->country;
  const BlCountry *other = b->office->country;
  return one != NULL && other != NULL && one != other && a->office->seats == 1 && b->office->seats == 1
         && strcmp (a->office->role->id, "monarch") != 0 && strcmp (b->office->role->id, "monarch") != 0;
}

static void
check_person (BlKbCheck *check, const BlKbPerson *entry)
{
  const BlPerson *person = &entry->person;
  for (guint i = 0; i < person->n_terms; i++)
    check_term (check, person->terms[i]);
  for (guint i = 0; i < person->n_terms; i++)
    for (guint j = i + 1; j < person->n_terms; j++)
      if (are_exclusive (person->terms[i], person->terms[j])
          && shared_days (person->terms[i], person->terms[j]) > LONG_OVERLAP_DAYS)
        {
          g_autofree char *what = g_strdup_printf ("the holder is %s at the same time", person->terms[i]->office->id);
          doubt_term (check, person->terms[j], BL_KB_DOUBT_TWO_OFFICES, what);
        }
  if (person->born.precision != BL_DATE_UNKNOWN && person->died.precision != BL_DATE_UNKNOWN
      && bl_date_last_day (person->died) < bl_date_first_day (person->born))
    {
      g_autofree char *what = g_strdup_printf ("%s died before being born", person->name);
      bl_kb_doubt (check, person, BL_KB_DOUBT_DEATH, what);
    }
}

/* --- one office --------------------------------------------------------------------------------------------------- */

static void
check_pair (BlKbCheck *check, const BlTerm *a, const BlTerm *b)
{
  gint32 shared = shared_days (a, b);
  if (a->person == b->person && shared > 0)
    doubt_term (check, b, BL_KB_DOUBT_REPEAT, "another term of the same person in this office has the same days");
  if (a->person == b->person || shared <= LONG_OVERLAP_DAYS || a->office->seats != 1 || a->acting || b->acting
      || a->reference.low_confidence || b->reference.low_confidence || bl_kb_accepts (a->person, BL_KB_DOUBT_SEAT))
    return;
  g_autofree char *what = g_strdup_printf ("%s holds this one seat for %d of the same days", a->person->name, shared);
  doubt_term (check, b, BL_KB_DOUBT_SEAT, what);
}

/* Terms come by start: a term is compared with those that begin before it ends. */
static void
check_office (BlKbCheck *check, const BlKbOffice *office)
{
  for (guint i = 0; i < office->n_terms; i++)
    for (guint j = i + 1; j < office->n_terms && office->terms[j]->when.first <= office->terms[i]->when.last; j++)
      check_pair (check, office->terms[i], office->terms[j]);
}

/* --- states, organisations, names --------------------------------------------------------------------------------- */

static void
check_absent (BlKbCheck *check, guint place)
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
check_members (BlKbCheck *check, guint place)
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
check_excludes (BlKbCheck *check, guint place)
{
  const BlRole *role = g_ptr_array_index (check->kb->roles.all, place);
  for (guint i = 0; role->excludes != NULL && role->excludes[i] != NULL; i++)
    if (bl_knowledge_role (check->kb, role->excludes[i]) == NULL)
      note (check, &check->kb->roles, place, "%s: no role “%s” is described that it could exclude", role->id,
            role->excludes[i]);
}

guint
bl_knowledge_check (const BlKnowledge *kb, BlProblems *problems)
{
  BlKbCheck check = { .kb = kb, .problems = problems };
  for (guint i = 0; i < kb->persons.all->len; i++)
    check_person (&check, g_ptr_array_index (kb->persons.all, i));
  for (guint i = 0; i < kb->offices.all->len; i++)
    check_office (&check, g_ptr_array_index (kb->offices.all, i));
  for (guint i = 0; i < kb->countries.all->len; i++)
    check_absent (&check, i);
  for (guint i = 0; i < kb->organisations.all->len; i++)
    check_members (&check, i);
  for (guint i = 0; i < kb->roles.all->len; i++)
    check_excludes (&check, i);
  bl_kb_check_names (&check);
  return check.n;
}
