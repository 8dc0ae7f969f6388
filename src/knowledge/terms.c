/* Who held what when. Everything here leans to the side of the article: where the base does not know, it says so. */
#include <string.h>

#include "knowledge/tables.h"

enum
{
  HAND_OVER_DAYS = 7 /* articles report a hand-over a little early and late */
};

static gboolean
overlaps (BlDateRange a, gint64 first, gint64 last)
{
  return a.first <= last && first <= a.last;
}

GPtrArray *
bl_knowledge_terms_of_office (const BlKnowledge *kb, const BlOffice *office, BlDateRange when)
{
  (void) kb;
  const BlKbOffice *entry = (const BlKbOffice *) office;
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < entry->n_terms; i++)
    {
      const BlTerm *term = entry->terms[i];
      gint32 last = term->open ? G_MAXINT32 : term->when.last;
      if (!when.known || (term->when.first <= when.last && when.first <= last))
        g_ptr_array_add (found, (gpointer) term);
    }
  return found;
}

/* --- held --------------------------------------------------------------------------------------------------------- */

/* What a person's own terms in an office say about some days. */
typedef struct
{
  const BlTerm *now;    /* one that shares a day with them */
  const BlTerm *before; /* the last one before */
  const BlTerm *after;  /* the first one after */
  gboolean maybe_now;   /* an open one may have gone on to then */
} OwnTerms;

static OwnTerms
own_terms (const BlPerson *person, const BlOffice *office, BlDateRange when)
{
  OwnTerms own = { 0 };
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      if (term->office != office)
        continue;
      if (overlaps (term->when, when.first, when.last))
        {
          own.now = term;
          return own;
        }
      if (own.now == NULL && overlaps (term->when, (gint64) when.first - HAND_OVER_DAYS, (gint64) when.last + HAND_OVER_DAYS))
        own.now = term;
      else if (term->when.last < when.first)
        {
          own.maybe_now |= term->open;
          if (own.before == NULL || term->when.last > own.before->when.last)
            own.before = term;
        }
      else if (own.after == NULL)
        own.after = term;
    }
  return own;
}

/* A term that says of these days that its seat was taken: not a doubtful one, and not one of which only the end is known. */
static gboolean
takes_seat (const BlTerm *term, const BlPerson *not_of)
{
  return term->person != not_of && !term->reference.low_confidence && term->from.precision != BL_DATE_UNKNOWN;
}

/* Do terms of others that are sure fill every day from first to last? Terms come by start, so one walk will do. */
static gboolean
others_fill (const BlKbOffice *office, const BlPerson *person, gint32 first, gint32 last)
{
  for (guint i = 0; i < office->n_terms && first <= last; i++)
    {
      const BlTerm *term = office->terms[i];
      if (takes_seat (term, person) && (gint64) term->when.first - HAND_OVER_DAYS <= first && first <= term->when.last)
        first = term->when.last + 1;
    }
  return first > last;
}

/* Are all seats of the office known to be taken by others on all of these days? */
static gboolean
all_seats_taken (const BlKbOffice *office, const BlPerson *person, BlDateRange when)
{
  guint seats = office->office.seats;
  if (seats == 0)
    return FALSE;
  if (seats == 1)
    return others_fill (office, person, when.first, when.last);
  guint taken = 0;
  for (guint i = 0; i < office->n_terms; i++)
    {
      const BlTerm *term = office->terms[i];
      taken += takes_seat (term, person) && term->when.first <= when.first && when.last <= term->when.last;
    }
  return taken >= seats;
}

/* TRUE when any of the days lies past what the file of the term knows. */
static gboolean
is_past_knowledge (const BlTerm *term, BlDateRange when)
{
  return term->known_until != 0 && when.last > term->known_until + HAND_OVER_DAYS;
}

BlHeld
bl_knowledge_held (const BlKnowledge *kb, const BlPerson *person, const BlOffice *office, BlDateRange when, const BlTerm **term)
{
  (void) kb;
  const BlTerm *unused = NULL;
  if (term == NULL)
    term = &unused;
  *term = NULL;
  if (!when.known)
    return BL_HELD_UNKNOWN;

  OwnTerms own = own_terms (person, office, when);
  if (own.now != NULL)
    {
      *term = own.now;
      return BL_HELD_NOW;
    }
  gboolean taken = all_seats_taken ((const BlKbOffice *) office, person, when);
  const BlTerm *decides = own.before != NULL ? own.before : own.after;
  if (decides == NULL)
    return taken ? BL_HELD_NEVER : BL_HELD_UNKNOWN;

  *term = decides;
  /* Unless the base knows who came later, somebody may have come back after its last day. */
  if (!taken && (own.maybe_now || is_past_knowledge (decides, when)))
    return BL_HELD_UNKNOWN;
  if (decides->reference.low_confidence)
    return BL_HELD_UNKNOWN;
  return own.before != NULL ? BL_HELD_BEFORE : BL_HELD_AFTER;
}

static gboolean
names_role (const BlRole *role, const char *other)
{
  return role->excludes != NULL && g_strv_contains (role->excludes, other);
}

gboolean
bl_role_excludes (const BlRole *a, const BlRole *b)
{
  return names_role (a, b->id) || names_role (b, a->id);
}

/* --- states, organisations, facts --------------------------------------------------------------------------------- */

const BlOffice *
bl_knowledge_office_of (const BlKnowledge *kb, const char *jurisdiction, const BlRole *role)
{
  char id[128];
  if (jurisdiction == NULL || role == NULL)
    return NULL;
  if ((gsize) g_snprintf (id, sizeof id, "%s/%s", jurisdiction, role->id) >= sizeof id)
    {
      g_autofree char *longer = g_strdup_printf ("%s/%s", jurisdiction, role->id);
      return bl_knowledge_office (kb, longer);
    }
  return bl_knowledge_office (kb, id);
}

/* Do the days lie inside the span? Unknown days do only when it has neither start nor end. */
static gboolean
covers (BlDateRange span, gboolean open, BlDateRange when)
{
  if (!when.known)
    return open && span.first == G_MININT32;
  return span.first <= when.first && when.last <= span.last;
}

gboolean
bl_knowledge_office_is_absent (const BlKnowledge *kb, const BlCountry *country, const BlRole *role, BlDateRange when,
                               const BlAbsentOffice **absent)
{
  (void) kb;
  for (guint i = 0; i < country->n_absent; i++)
    {
      const BlAbsentOffice *entry = &country->absent[i];
      if (strcmp (entry->role, role->id) != 0 || !covers (entry->when, entry->open, when))
        continue;
      if (absent != NULL)
        *absent = entry;
      return TRUE;
    }
  return FALSE;
}

int
bl_knowledge_is_member (const BlKnowledge *kb, const BlOrganisation *organisation, const BlCountry *country, BlDateRange when,
                        const BlMembership **membership)
{
  (void) kb;
  const BlKbOrganisation *entry = (const BlKbOrganisation *) organisation;
  if (membership != NULL)
    *membership = NULL;
  if (organisation->n_members == 0 || !when.known)
    return -1;
  gboolean maybe = FALSE;
  for (guint i = 0; i < organisation->n_members; i++)
    {
      const BlMembership *member = &organisation->members[i];
      if (member->country != country)
        continue;
      if (membership != NULL)
        *membership = member;
      if (covers (member->when, FALSE, when) && !member->reference.low_confidence)
        return 1;
      maybe |= member->reference.low_confidence || overlaps (member->when, when.first, when.last);
    }
  gboolean past_knowledge = entry->known_until != 0 && when.last > entry->known_until;
  return maybe || past_knowledge ? -1 : 0;
}

/* The first fact that is not before (subject, attribute). */
static guint
first_fact (const GPtrArray *facts, const char *subject, const char *attribute)
{
  guint low = 0;
  guint high = facts->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const BlFact *fact = g_ptr_array_index (facts, middle);
      int order = strcmp (fact->subject, subject);
      if (order == 0)
        order = strcmp (fact->attribute, attribute);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GPtrArray *
bl_knowledge_facts (const BlKnowledge *kb, const char *subject, const char *attribute, BlDateRange when)
{
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = first_fact (kb->facts_sorted, subject, attribute); i < kb->facts_sorted->len; i++)
    {
      const BlFact *fact = g_ptr_array_index (kb->facts_sorted, i);
      if (strcmp (fact->subject, subject) != 0 || strcmp (fact->attribute, attribute) != 0)
        break;
      if (!when.known || overlaps (fact->when, when.first, when.last))
        g_ptr_array_add (found, (gpointer) fact);
    }
  return found;
}
