/* Which seat a title means: jurisdiction and role to office. */
#include <string.h>

#include "mentions/persons.h"

enum
{
  HANDOVER_DAYS = 7 /* reports of a hand-over come a little early and late; as bl_knowledge_held() */
};

static gboolean
same_jurisdiction (const BlTitleMention *title, const BlOffice *office)
{
  if (title->organisation != NULL)
    return office->organisation == title->organisation
           || (office->country != NULL && office->country == title->organisation->country);
  return title->country != NULL && office->country == title->country;
}

gboolean
bl_title_fits_term (const BlDraft *title, const BlTerm *term)
{
  if (title->title->beside && !title->title->other_body && !same_jurisdiction (&title->mention.title, term->office))
    return FALSE;
  for (guint i = 0; i < title->title->n_readings; i++)
    {
      const BlReading *reading = &title->title->readings[i];
      if (reading->office != NULL ? reading->office == term->office : reading->role == term->office->role)
        return TRUE;
    }
  return FALSE;
}

/* The office of the nth reading in the jurisdiction beside the title, or NULL. */
static const BlOffice *
office_of_reading (const BlScan *scan, const BlDraft *title, guint n)
{
  const BlReading *reading = &title->title->readings[n];
  const BlTitleMention *mention = &title->mention.title;
  if (reading->office != NULL)
    return same_jurisdiction (mention, reading->office) ? reading->office : NULL;
  if (mention->organisation != NULL)
    {
      const BlOffice *office = bl_knowledge_office_of (scan->kb, mention->organisation->id, reading->role);
      if (office != NULL || mention->organisation->country == NULL)
        return office;
      return NULL;
    }
  return mention->country == NULL ? NULL : bl_knowledge_office_of (scan->kb, mention->country->id, reading->role);
}

static void
add_terms (const BlScan *scan, const BlDraft *title, const BlOffice *office, GPtrArray *terms)
{
  gboolean former = (title->mention.title.modifiers & (BL_TITLE_FORMER | BL_TITLE_RETIRED)) != 0;
  BlDateRange when = scan->day;
  if (former)
    when.first = G_MININT32;
  else
    when = (BlDateRange){ when.first - HANDOVER_DAYS, when.last + HANDOVER_DAYS, when.known };
  if (!when.known)
    return;
  g_autoptr (GPtrArray) found = bl_knowledge_terms_of_office (scan->kb, office, when);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (terms, found->pdata[i]);
}

GPtrArray *
bl_title_terms (const BlScan *scan, const BlDraft *title)
{
  GPtrArray *terms = g_ptr_array_new ();
  const BlTitleDraft *own = title->title;
  if (own->other_body || !own->beside)
    return terms;
  for (guint i = 0; i < own->n_readings; i++)
    {
      const BlOffice *office = office_of_reading (scan, title, i);
      if (office != NULL)
        add_terms (scan, title, office, terms);
    }
  return terms;
}

/* Days between a term and the article's day; 0 when it includes it. */
static gint64
distance (const BlScan *scan, const BlTerm *term)
{
  if (!scan->day.known)
    return 0;
  if (term->when.first > scan->day.last)
    return (gint64) term->when.first - scan->day.last;
  if (term->when.last < scan->day.first)
    return (gint64) scan->day.first - term->when.last;
  return 0;
}

/* The term of this person that the title most likely means. */
static const BlTerm *
best_term (const BlScan *scan, const BlDraft *title, const BlPerson *person)
{
  const BlTerm *best = NULL;
  gint64 nearest = 0;
  gboolean former = (title->mention.title.modifiers & BL_TITLE_FORMER) != 0;
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      if (!bl_title_fits_term (title, term))
        continue;
      gint64 days = distance (scan, term);
      if (former && scan->day.known && term->when.last >= scan->day.first)
        days += 100000; /* "former" means one that has ended when there is any */
      if (best == NULL || days < nearest)
        {
          best = term;
          nearest = days;
        }
    }
  return best;
}

static const BlPerson *
holder_of (const BlScan *scan, const BlDraft *title)
{
  guint holder = title->mention.title.holder;
  return holder == G_MAXUINT ? NULL : bl_scan_draft (scan, holder)->mention.person.known;
}

static void
take_office (BlDraft *title, const BlOffice *office, const BlRole *role, gboolean inferred)
{
  BlTitleMention *mention = &title->mention.title;
  mention->office = office;
  mention->role = role;
  if (!inferred)
    return;
  mention->country = office->country;
  mention->organisation = office->organisation;
  mention->jurisdiction_inferred = TRUE;
}

/* The jurisdiction stands beside the title. */
static void
resolve_beside (const BlScan *scan, BlDraft *title)
{
  const BlPerson *holder = holder_of (scan, title);
  const BlTerm *held = holder == NULL ? NULL : best_term (scan, title, holder);
  if (held != NULL)
    {
      take_office (title, held->office, held->office->role, FALSE);
      return;
    }
  for (guint i = 0; i < title->title->n_readings; i++)
    {
      const BlOffice *office = office_of_reading (scan, title, i);
      if (office != NULL)
        {
          take_office (title, office, title->title->readings[i].role, FALSE);
          return;
        }
    }
}

/* Notes that the article speaks of this office; NULL when of several of one role. */
static void
note_office (GHashTable *offices, const BlOffice *office)
{
  gpointer other;
  gpointer value = (gpointer) office;
  if (g_hash_table_lookup_extended (offices, office->role, NULL, &other) && other != value)
    value = NULL;
  g_hash_table_insert (offices, (gpointer) office->role, value);
}

/* Role → the office that the article names with its jurisdiction. */
static GHashTable *
offices_beside (const BlScan *scan)
{
  GHashTable *offices = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      const BlDraft *title = bl_scan_draft (scan, i);
      if (title->dropped || title->title == NULL || title->mention.title.office == NULL)
        continue;
      note_office (offices, title->mention.title.office);
    }
  return offices;
}

/* Role → the office that somebody named in the article holds on its day. */
static GHashTable *
offices_held (const BlScan *scan)
{
  GHashTable *offices = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < scan->drafts->len && scan->day.known; i++)
    {
      const BlDraft *name = bl_scan_draft (scan, i);
      const BlPerson *person = name->dropped || name->name == NULL ? NULL : name->mention.person.known;
      if (person == NULL || !g_hash_table_add (seen, (gpointer) person))
        continue;
      for (guint j = 0; j < person->n_terms; j++)
        if (distance (scan, person->terms[j]) == 0 && person->terms[j]->office->seats == 1)
          note_office (offices, person->terms[j]->office);
    }
  return offices;
}

typedef struct
{
  GHashTable *beside; /* role → office; see offices_beside() */
  GHashTable *held;
} Inference;

/* A title with neither jurisdiction nor a holder who is known: the office that the article speaks of anyway; "the president" of
 * those who are named; else the only one there is ("FBI director"). */
static const BlOffice *
infer_office (const BlScan *scan, const BlDraft *title, const Inference *inference)
{
  const BlRole *role = title->mention.title.role;
  gpointer office;
  if (g_hash_table_lookup_extended (inference->beside, role, NULL, &office))
    return office;
  gboolean former = (title->mention.title.modifiers & (BL_TITLE_FORMER | BL_TITLE_THEN | BL_TITLE_ELECT)) != 0;
  if (!former && g_hash_table_lookup_extended (inference->held, role, NULL, &office))
    return office;
  if (title->title->n_readings == 1 && title->title->readings[0].office != NULL)
    return title->title->readings[0].office;
  return g_hash_table_lookup (scan->finder->only_offices, role);
}

/* "The home secretary, Jane Doe": a label that is one office's own, when that office is one of the holder's state. */
static const BlOffice *
own_office (const BlScan *scan, const BlDraft *title, const BlPerson *holder)
{
  if (holder == NULL || holder->country == NULL)
    return NULL;
  const BlOffice *own = NULL;
  for (guint i = 0; i < title->title->n_readings; i++)
    {
      const BlReading *reading = &title->title->readings[i];
      const BlOffice *office
          = reading->office != NULL ? reading->office : g_hash_table_lookup (scan->finder->only_offices, reading->role);
      if (office == NULL || office->country != holder->country || office == own)
        continue;
      if (own != NULL)
        return NULL;
      own = office;
    }
  return own;
}

static void
resolve_inferred (const BlScan *scan, BlDraft *title, const Inference *inference)
{
  const BlPerson *holder = holder_of (scan, title);
  const BlTerm *held = holder == NULL ? NULL : best_term (scan, title, holder);
  if (held != NULL && (!title->title->other_body || distance (scan, held) == 0))
    {
      take_office (title, held->office, held->office->role, TRUE);
      return;
    }
  if (title->title->other_body || title->mention.title.indefinite || title->title->weak)
    return;
  /* with somebody else's name beside it, an office that only the article suggests would accuse on a guess */
  const gboolean has_holder = title->mention.title.holder != G_MAXUINT;
  const BlOffice *office = has_holder ? own_office (scan, title, holder) : infer_office (scan, title, inference);
  if (office != NULL)
    take_office (title, office, office->role, TRUE);
}

static void
name_title (const BlScan *scan, BlDraft *title)
{
  BlTitleMention *mention = &title->mention.title;
  mention->other_body = title->title->other_body && !title->title->of_place;
  const char *jurisdiction = mention->organisation != NULL ? mention->organisation->id
                             : mention->country != NULL    ? mention->country->id
                                                           : NULL;
  if (mention->office != NULL)
    title->mention.id = bl_scan_id (scan, "office", mention->office->id);
  else if (jurisdiction != NULL && !title->title->other_body)
    title->mention.id = bl_arena_printf (scan->arena, "office/%s/%s", jurisdiction, mention->role->id);
  else
    title->mention.id = bl_scan_id (scan, "role", mention->role->id);
}

static gboolean
is_open (const BlDraft *draft)
{
  return !draft->dropped && draft->title != NULL;
}

void
bl_resolve_offices (BlScan *scan)
{
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *title = bl_scan_draft (scan, i);
      if (is_open (title) && title->title->beside && !title->title->other_body)
        resolve_beside (scan, title);
    }
  g_autoptr (GHashTable) beside = offices_beside (scan);
  g_autoptr (GHashTable) held = offices_held (scan);
  Inference inference = { .beside = beside, .held = held };
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *title = bl_scan_draft (scan, i);
      if (!is_open (title))
        continue;
      if (!title->title->beside || title->title->other_body)
        resolve_inferred (scan, title, &inference);
      name_title (scan, title);
    }
}
