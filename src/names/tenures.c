/* When an office was held: "president from 2009 to 2017", "chancellor since 2021", "stepped down as prime minister in 2016".
 *
 * A date is wrong only when the person's own terms and those of others leave it no room:
 *   first and last days  no own term begins (ends) near them, and they lie well inside one, or on days of somebody else
 *   days between         no own term is near them, and they are days of somebody else */
#include "names/tenures.h"

#include "judge/saying.h"
#include "names/careers.h"

enum
{
  LOOSE_DAYS = 75,   /* from an election to the oath; round years around the turn of a year */
  NAMED_DAYS = 400,  /* "was elected in 2008": the term may begin a good while later */
  NOTICE_DAYS = 200, /* "resigned in May", and stayed until there was a successor */
};

typedef struct
{
  const BlCompareState *state;
  const BlClaim *claim;
  const BlTitleMention *title;
  const BlPerson *person;
  const BlTerm *against; /* what the dates go against: a term of the person, or of the one who held the office then */
} Tenure;

static gboolean
overlap (gint64 a_first, gint64 a_last, gint64 b_first, gint64 b_last)
{
  return a_first <= b_last && b_first <= a_last;
}

/* A term of the office that the title may mean: where the state is only inferred, also of another with a like name. */
static gboolean
may_be_meant (const Tenure *t, const BlTerm *term)
{
  if (term->person != t->person)
    return FALSE;
  if (term->office == t->title->office)
    return TRUE;
  return t->title->jurisdiction_inferred ? bl_role_has_words_of (term->office->role, t->title->role)
                                         : term->acting && term->office->country == t->title->office->country;
}

static gboolean
is_own (const Tenure *t, const BlTerm *term)
{
  return term->office == t->title->office;
}

/* The terms in this office are all dated by sure sources. */
static gboolean
is_known_well (const Tenure *t)
{
  gboolean any = FALSE;
  for (guint i = 0; i < t->person->n_terms; i++)
    {
      const BlTerm *term = t->person->terms[i];
      if (!is_own (t, term))
        continue;
      if (term->reference.low_confidence || term->from.precision == BL_DATE_UNKNOWN)
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Somebody else surely held the only seat on one of the days. */
static const BlTerm *
other_holder (const Tenure *t, BlDateRange days)
{
  if (t->title->office->seats != 1)
    return NULL;
  g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (t->state->input->kb, t->title->office, days);
  for (guint i = 0; i < terms->len; i++)
    {
      const BlTerm *term = terms->pdata[i];
      if (term->person != t->person && !term->reference.low_confidence && !term->acting
          && term->from.precision != BL_DATE_UNKNOWN && overlap (term->when.first, term->when.last, days.first, days.last))
        return term;
    }
  return NULL;
}

/* The own term with these days well inside. */
static const BlTerm *
own_around (const Tenure *t, BlDateRange days)
{
  for (guint i = 0; i < t->person->n_terms; i++)
    {
      const BlTerm *term = t->person->terms[i];
      if (is_own (t, term) && (gint64) term->when.first + LOOSE_DAYS < days.first
          && (gint64) days.last + LOOSE_DAYS < term->when.last)
        return term;
    }
  return NULL;
}

static const BlTerm *
nearest_own (const Tenure *t, BlDateRange days)
{
  const BlTerm *best = NULL;
  gint64 nearest = 0;
  for (guint i = 0; i < t->person->n_terms; i++)
    {
      const BlTerm *term = t->person->terms[i];
      const gint64 away = MAX ((gint64) term->when.first - days.last, (gint64) days.first - term->when.last);
      if (is_own (t, term) && (best == NULL || away < nearest))
        {
          best = term;
          nearest = away;
        }
    }
  return best;
}

/* Is an own term within some days of these? */
static gboolean
own_near (const Tenure *t, BlDateRange days, gint64 loose)
{
  for (guint i = 0; i < t->person->n_terms; i++)
    {
      const BlTerm *term = t->person->terms[i];
      if (may_be_meant (t, term) && overlap (term->when.first, term->when.last, days.first - loose, days.last + loose))
        return TRUE;
    }
  return FALSE;
}

/* Days on which the office is said to be held, and the base says it was another's. */
static gboolean
is_not_held (Tenure *t, BlDateRange days)
{
  if (own_near (t, days, LOOSE_DAYS))
    return FALSE;
  const BlTerm *other = other_holder (t, days);
  if (other == NULL)
    return FALSE;
  const BlTerm *own = nearest_own (t, days);
  t->against = own != NULL ? own : other;
  return TRUE;
}

static gboolean
is_no_start (Tenure *t, BlDate date)
{
  if (date.precision == BL_DATE_UNKNOWN)
    return FALSE;
  const BlDateRange days = bl_date_range (date);
  const BlTenureVerb verb = t->title->tenure->verb;
  const gint64 later = verb == BL_TENURE_NAMED ? NAMED_DAYS : LOOSE_DAYS;
  for (guint i = 0; i < t->person->n_terms; i++)
    {
      const BlTerm *term = t->person->terms[i];
      const BlDateRange from = bl_date_range (term->from);
      if (may_be_meant (t, term)
          && (!from.known || overlap (from.first, from.last, (gint64) days.first - LOOSE_DAYS, days.last + later)))
        return FALSE;
    }
  const BlTerm *around = own_around (t, days);
  if (around == NULL)
    return is_not_held (t, days);
  t->against = around;
  return verb != BL_TENURE_NAMED; /* chosen again, in the middle of it */
}

static gboolean
is_no_end (Tenure *t, BlDate date)
{
  if (date.precision == BL_DATE_UNKNOWN)
    return FALSE;
  const BlDateRange days = bl_date_range (date);
  const gint64 later = t->title->tenure->verb == BL_TENURE_ENDED ? NOTICE_DAYS : LOOSE_DAYS;
  for (guint i = 0; i < t->person->n_terms; i++)
    {
      const BlTerm *term = t->person->terms[i];
      const BlDateRange to = bl_date_range (term->to);
      if (may_be_meant (t, term) && to.known
          && overlap (to.first, to.last, (gint64) days.first - LOOSE_DAYS, days.last + later))
        return FALSE;
    }
  const BlTerm *around = own_around (t, days);
  if (around == NULL)
    return is_not_held (t, days);
  t->against = around;
  return TRUE;
}

/* "from 2005 to 2013", "since 2019". Owned by the caller. */
static char *
words_of (const BlTenure *tenure)
{
  g_autofree char *from = bl_date_format (tenure->from);
  g_autofree char *to = bl_date_format (tenure->to);
  if (from[0] != '\0' && to[0] != '\0')
    return g_strdup_printf ("from %s to %s", from, to);
  if (from[0] != '\0')
    return g_strdup_printf ("from %s on", from);
  if (to[0] != '\0')
    return g_strdup_printf ("until %s", to);
  g_autofree char *at = bl_date_format (tenure->at);
  return g_strdup_printf ("%s %s", tenure->at.precision == BL_DATE_DAY ? "on" : "in", at);
}

static void
tell (BlCompareState *state, const Tenure *t)
{
  const BlTerm *term = t->against;
  const gboolean own = term->person == t->person;
  g_autofree char *note = bl_term_note (term);
  g_autofree char *origin = NULL;
  const BlEvidence known = bl_evidence_knowledge (term->person->name, note, &term->reference, &origin);
  BlComparison *comparison = bl_comparison_new (own ? "title/outdated" : "title/wrong",
                                                own ? BL_RELATION_DIFFERS : BL_RELATION_CONTRADICTION, t->claim, &known);
  comparison->confidence = 0.8;
  g_autofree char *office = bl_office_name (t->title->office);
  g_autofree char *when = words_of (t->title->tenure);
  bl_comparison_say (comparison, "office", "%s", office);
  bl_comparison_say (comparison, "when", "%s", when);
  bl_comparison_say (comparison, "person", "%s", t->person->name);
  if (own)
    {
      g_autofree char *from = bl_date_format (term->from);
      g_autofree char *to = bl_date_format (term->to);
      bl_comparison_say (comparison, "held", "%s", term->open ? "holds the office of" : "held the office of");
      bl_comparison_say (comparison, "term", "from %s %s%s", from, term->open ? "on" : "to ", to);
    }
  else
    bl_comparison_say (comparison, "holder", "%s", term->person->name);
  bl_compare_add (state, comparison);
}

gboolean
bl_check_tenure (BlCompareState *state, const BlClaim *claim, const BlTitleMention *title)
{
  const BlTitleDetail *detail = claim->detail;
  const BlTenure *tenure = title->tenure;
  const guint silent = BL_VOICE_CONDITION | BL_VOICE_WISH | BL_VOICE_QUESTION;
  Tenure t = { .state = state, .claim = claim, .title = title, .person = detail->person };
  if ((claim->voice & silent) != 0 || detail->how > BL_HOW_PART)
    return FALSE;
  /* Somebody the base does not know in this office may have held it on days that it does not know. */
  if (!is_known_well (&t))
    return FALSE;
  const BlDateRange at = bl_date_range (tenure->at);
  if (!is_no_start (&t, tenure->from) && !is_no_end (&t, tenure->to) && !(at.known && is_not_held (&t, at)))
    return FALSE;
  tell (state, &t);
  return TRUE;
}
