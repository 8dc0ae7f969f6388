/* title/no-such-office, title/wrong, title/outdated: a title with its holder against the terms of the base. */
#include "names/names.h"

#include "base/lists.h"
#include "judge/saying.h"
#include "names/careers.h"
#include "names/tenures.h"

#include <string.h>

typedef struct
{
  const BlClaim *claim;
  const BlTitleDetail *detail;
  const BlTitleMention *title;
  gboolean in_full;  /* the article, or one of the same days, names the holder in full: a lone surname is then no guess */
  gboolean is_shown; /* an article of the same days gives the holder an office that the base knows: no namesake is meant */
} Title;

/* The office the person does hold on that day, as a name; NULL when none is known. Owned by the caller. */
static char *
actual_office (const BlPerson *person, BlDateRange when, const BlTerm **term)
{
  const BlTerm *best = NULL;
  for (guint i = 0; i < person->n_terms; i++)
    if (when.known && !bl_date_range_disjoint (person->terms[i]->when, when) && !person->terms[i]->reference.low_confidence
        && (best == NULL || (best->office->seats != 1 && person->terms[i]->office->seats == 1)))
      best = person->terms[i];
  *term = best;
  return best != NULL ? bl_office_name (best->office) : NULL;
}

static gboolean
is_modified (const BlTitleMention *title, guint modifiers)
{
  return (title->modifiers & modifiers) != 0;
}

/* --- no such office --------------------------------------------------------------------------------------------- */

/* No one who is in the news held an office longer ago. */
#define LIFE_DAYS (90 * 366)

static gboolean
check_existence (BlCompareState *state, const Title *t)
{
  const BlAbsentOffice *absent = NULL;
  BlDateRange when = t->claim->time;
  if (is_modified (t->title, BL_TITLE_FORMER | BL_TITLE_THEN))
    when.first -= LIFE_DAYS; /* what somebody held earlier must have been absent all their life */
  if (t->title->country == NULL || t->title->jurisdiction_inferred || t->title->role == NULL
      || is_modified (t->title, BL_TITLE_WOULD_BE)
      || !bl_knowledge_office_is_absent (state->input->kb, t->title->country, t->title->role, when, &absent))
    return FALSE;

  g_autofree char *note = g_strdup_printf ("no %s", t->title->role->labels[0]);
  g_autofree char *origin = NULL;
  const char *text = absent->reference.source != NULL ? absent->reference.source : t->title->country->name;
  const BlEvidence known = bl_evidence_knowledge (text, note, &absent->reference, &origin);
  BlComparison *comparison = bl_comparison_new ("title/no-such-office", BL_RELATION_CONTRADICTION, t->claim, &known);
  comparison->confidence = 0.93;
  bl_comparison_say (comparison, "country", "%s%s", *bl_article_for (t->title->country->name) != '\0' ? "The " : "",
                     t->title->country->name);
  bl_comparison_say (comparison, "role", "%s", t->title->role->labels[0]);
  if (t->detail->person != NULL)
    {
      const BlTerm *term = NULL;
      g_autofree char *actual = actual_office (t->detail->person, t->claim->time, &term);
      g_autofree char *day = bl_day_name (t->claim->at.article);
      if (actual != NULL)
        {
          g_autofree char *term_note = bl_term_note (term);
          g_autofree char *term_origin = NULL;
          const BlEvidence held = bl_evidence_knowledge (t->detail->person->name, term_note, &term->reference, &term_origin);
          bl_comparison_add_evidence (comparison, &held);
          bl_comparison_say (comparison, "person", "%s", t->detail->person->name);
          bl_comparison_say (comparison, "actual", "%s", actual);
          bl_comparison_say (comparison, "date", "%s", day);
        }
    }
  bl_compare_add (state, comparison);
  return TRUE;
}

/* --- held, or not ------------------------------------------------------------------------------------------------ */

/* "foreign minister of Mexico"; "governor" when nothing tells where. Owned by the caller. */
static char *
title_name (const BlTitleMention *title)
{
  if (title->office != NULL)
    return bl_office_name (title->office);
  if (title->country == NULL)
    return g_strdup (title->role->labels[0]);
  const char *state = title->country->name;
  return g_strdup_printf ("%s of %s%s", title->role->labels[0], bl_article_for (state), state);
}

static BlComparison *
against_term (const Title *t, const char *id, BlRelation relation, const BlTerm *term)
{
  g_autofree char *note = bl_term_note (term);
  g_autofree char *origin = NULL;
  const BlEvidence known = bl_evidence_knowledge (term->person->name, note, &term->reference, &origin);
  BlComparison *comparison = bl_comparison_new (id, relation, t->claim, &known);
  g_autofree char *office = title_name (t->title);
  g_autofree char *day = bl_day_name (t->claim->at.article);
  bl_comparison_say (comparison, "office", "%s", office);
  bl_comparison_say (comparison, "when", "on %s", day);
  bl_comparison_say (comparison, "person", "%s", t->detail->person->name);
  return comparison;
}

/* FALSE when the base does not name a holder. */
static gboolean
tell_wrong (BlCompareState *state, const Title *t)
{
  g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (state->input->kb, t->title->office, t->claim->time);
  const BlTerm *holder = NULL;
  for (guint i = 0; i < terms->len && holder == NULL; i++)
    {
      const BlTerm *term = terms->pdata[i];
      if (!term->reference.low_confidence)
        holder = term;
    }
  if (holder == NULL || holder->person == t->detail->person)
    return FALSE;
  BlComparison *comparison = against_term (t, "title/wrong", BL_RELATION_CONTRADICTION, holder);
  comparison->confidence = t->detail->how <= BL_HOW_VARIANT ? 0.9 : 0.75;
  bl_comparison_say (comparison, "holder", "%s", holder->person->name);
  const BlTerm *term = NULL;
  g_autofree char *actual = actual_office (t->detail->person, t->claim->time, &term);
  if (actual != NULL)
    {
      g_autofree char *note = bl_term_note (term);
      g_autofree char *origin = NULL;
      const BlEvidence held = bl_evidence_knowledge (t->detail->person->name, note, &term->reference, &origin);
      bl_comparison_add_evidence (comparison, &held);
      bl_comparison_say (comparison, "actual", "%s", actual);
    }
  bl_compare_add (state, comparison);
  return TRUE;
}

static void
tell_outdated (BlCompareState *state, const Title *t, const BlTerm *term, const char *held, double confidence)
{
  BlComparison *comparison = against_term (t, "title/outdated", BL_RELATION_DIFFERS, term);
  comparison->confidence = confidence;
  g_autofree char *from = bl_date_format (term->from);
  g_autofree char *to = bl_date_format (term->to);
  bl_comparison_say (comparison, "held", "%s", held);
  bl_comparison_say (comparison, "term", "from %s to %s", from, to[0] != '\0' ? to : "today");
  bl_compare_add (state, comparison);
}

/* "former" wants a term that has ended, or that is about to: around a hand-over both words are in print. */
#define HANDOVER_DAYS 30

static gboolean
is_well_inside (const BlTerm *term, BlDateRange day)
{
  return term->when.first + HANDOVER_DAYS < day.first && (term->open || day.last + HANDOVER_DAYS < term->when.last);
}

/* Years before somebody's first known office in which there may have been another. */
#define EARLY_YEARS 8

/* The seat was taken by others ever since the career began: what is not in the base did not happen. */
static gboolean
is_never_held (const BlCompareState *state, const Title *t)
{
  BlDateRange career = t->claim->time;
  for (guint i = 0; i < t->detail->person->n_terms; i++)
    {
      const BlTerm *term = t->detail->person->terms[i];
      if (term->from.precision != BL_DATE_UNKNOWN)
        career.first = MIN (career.first, term->when.first);
    }
  career.first -= EARLY_YEARS * 366;
  return bl_knowledge_held (state->input->kb, t->detail->person, t->title->office, career, NULL) == BL_HELD_NEVER;
}

/* "Education Secretary Jane Doe" may be of a part of the state; one who is in a full office of the state itself is not. */
static gboolean
is_busy (const Title *t)
{
  const BlDateRange day = t->claim->time;
  for (guint i = 0; i < t->detail->person->n_terms; i++)
    {
      const BlTerm *term = t->detail->person->terms[i];
      if (day.known && term->office->country == t->title->office->country && term->office->role->excludes[0] != NULL
          && !term->reference.low_confidence && term->when.first <= day.first && day.last <= term->when.last)
        return TRUE;
    }
  return FALSE;
}

static void
check_former (BlCompareState *state, const Title *t, BlHeld held, const BlTerm *term)
{
  if (held == BL_HELD_NOW && term != NULL && !term->acting && is_well_inside (term, t->claim->time))
    tell_outdated (state, t, term, "holds the office of", 0.75);
  else if (held == BL_HELD_NEVER && (t->title == t->detail->title || is_never_held (state, t)))
    tell_wrong (state, t);
}

/* News of the months after a resignation tells of what somebody did in office, under the title of then. */
#define FRESH_DAYS 120

static gboolean
is_fresh (const BlTerm *term, BlDateRange day)
{
  return term != NULL && term->when.last + FRESH_DAYS > day.first;
}

/* An office whose state the title does not name may be another state's: "Foreign Affairs Committee chairman". */
static gboolean
is_foreign_guess (const Title *t)
{
  const BlCountry *of_office = t->title->office->country, *of_person = t->detail->person->country;
  return t->title->country == NULL && of_office != NULL && of_person != NULL && of_office != of_person;
}

/* Years after somebody left, "President Clinton" is custom and "the U.S. president, Bill Clinton" a mistake: the state beside the
 * title and the name in full say what is, not how somebody is addressed. */
static gboolean
is_formal (const Title *t)
{
  const BlTitleMention *title = t->title;
  return (title->country != NULL || title->organisation != NULL) && !title->jurisdiction_inferred
         && strchr (t->claim->key[0].surface, ' ') != NULL && (t->claim->voice & BL_VOICE_QUOTED) == 0;
}

#define YEAR_DAYS 366

static gboolean
is_courtesy (const Title *t, const BlTerm *term)
{
  if (!t->title->role->courtesy || term == NULL)
    return t->title->role->courtesy;
  if (term->when.last + YEAR_DAYS > t->claim->time.first)
    return TRUE;
  /* The title of a present office is put before that of an earlier one. */
  return !is_formal (t) && bl_career_term_against (t->detail->person, t->title, t->claim->time) == NULL;
}

/* Returns whether the base knows what to make of the title. */
static gboolean
check_holding (BlCompareState *state, const Title *t)
{
  const BlTerm *term = NULL;
  const BlHeld held = bl_knowledge_held (state->input->kb, t->detail->person, t->title->office, t->claim->time, &term);
  if (held == BL_HELD_UNKNOWN)
    return FALSE;
  if (is_modified (t->title, BL_TITLE_FORMER | BL_TITLE_RETIRED))
    {
      check_former (state, t, held, term);
      return TRUE;
    }
  switch (held)
    {
    case BL_HELD_NEVER:
      return (!t->title->jurisdiction_inferred || is_busy (t)) && tell_wrong (state, t);
    case BL_HELD_BEFORE:
      /* A title kept for courtesy, or a text that tells of earlier days: no question. */
      if (is_courtesy (t, term)
          || t->title->counted /* "the 45th president" is that for good */ || (t->claim->voice & BL_VOICE_PAST) != 0
          || is_fresh (term, t->claim->time))
        bl_compare_judged (state, t->claim, NULL,
                           bl_stopped (BL_GATE_TIME, "told of earlier days, or a title kept for courtesy"));
      else if (term != NULL)
        tell_outdated (state, t, term, "held the office of", 0.7);
      break;
    case BL_HELD_AFTER:
      if (term != NULL)
        tell_outdated (state, t, term, "held the office of", 0.75);
      break;
    case BL_HELD_NOW:
    case BL_HELD_UNKNOWN:
      break;
    }
  return TRUE;
}

/* "swimming team president Jane Doe": a national title before a name is capitalised. */
static gboolean
is_written_large (const BlClaim *claim)
{
  const char *word = strrchr (claim->value.surface, ' ');
  return g_ascii_isupper (word != NULL ? word[1] : claim->value.surface[0]);
}

/* The office of somebody whose surname is enough: president, prime minister. */
static gboolean
is_at_the_top (const BlPerson *person, BlDateRange when)
{
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      const BlRole *role = term->office->role;
      if (role->national && role->courtesy && role->seats == 1 && !term->reference.low_confidence && when.known
          && term->when.first <= when.first && when.last <= term->when.last)
        return TRUE;
    }
  return FALSE;
}

/* There are thousands of judges and mayors, and "Judge Mike Lee" need not be the senator. */
static gboolean
may_be_a_namesake (const Title *t)
{
  const BlTitleMention *title = t->title;
  return !t->is_shown && title->role->seats == 0 && !title->role->national
         && (title->country == NULL || title->jurisdiction_inferred) && !is_at_the_top (t->detail->person, t->claim->time);
}

/* --- against the rest of a career ---------------------------------------------------------------------------------- */

/* "Governor Trump": whoever the governors are, a president is none of them. */
static void
check_career (BlCompareState *state, const Title *t)
{
  const BlPerson *person = t->detail->person;
  const BlTerm *term = NULL;
  if (!is_modified (t->title, BL_TITLE_FORMER | BL_TITLE_RETIRED) && (t->claim->voice & BL_VOICE_PAST) == 0
      && t->detail->how <= BL_HOW_PART && !t->title->indefinite && (t->title->country != NULL || is_written_large (t->claim))
      && !bl_career_has_title (person, t->title) && !(t->title->other_body && t->title->role->national)
      && !may_be_a_namesake (t))
    term = bl_career_term_against (person, t->title, t->claim->time);
  if (term == NULL)
    {
      bl_compare_not_checked (state, t->claim->time.known ? "titles whose holder on that day is not known"
                                                          : "titles in articles without a date");
      return;
    }
  BlComparison *comparison = against_term (t, "title/wrong", BL_RELATION_CONTRADICTION, term);
  g_autofree char *actual = bl_office_name (term->office);
  comparison->confidence = t->detail->how <= BL_HOW_VARIANT ? 0.85 : 0.75;
  bl_comparison_say (comparison, "actual", "%s", actual);
  bl_compare_add (state, comparison);
}

/* --- a title without its state ------------------------------------------------------------------------------------ */

/* "Planned Parenthood President …": a capitalised word before the title names its house. */
static gboolean
has_house_before (const BlClaim *claim)
{
  const char *sentence = claim->at.sentence;
  gsize at = claim->at.in_sentence.start;
  if (sentence == NULL || at < 2)
    return FALSE;
  while (at > 0 && sentence[at - 1] == ' ')
    at--;
  if (at > 0 && g_ascii_ispunct (sentence[at - 1]))
    return FALSE; /* "Barack Obama, former President …": a list */
  gsize start = at;
  while (start > 0 && sentence[start - 1] != ' ')
    start--;
  return start > 0 && at > start
         && g_unichar_isupper (g_utf8_get_char (sentence + start)); /* a dash behind the dateline is none */
}

/* The title as one of the person's own state; FALSE when that would be a guess. */
static gboolean
infer_state (const BlCompareState *state, const Title *t, BlTitleMention *title)
{
  const BlPerson *person = t->detail->person;
  *title = *t->title;
  if (title->office != NULL || title->country != NULL || title->organisation != NULL
      || (title->modifiers & ~(guint) BL_TITLE_FORMER) != 0 || title->indefinite || person == NULL || person->country == NULL
      || person->n_terms == 0 || t->detail->how > BL_HOW_PART || !t->in_full || !title->role->national
      || !is_written_large (t->claim) || bl_career_has_role (person, title->role) || has_house_before (t->claim))
    return FALSE;
  title->country = person->country;
  title->office = bl_knowledge_office_of (state->input->kb, person->country->id, title->role);
  return TRUE;
}

/* Days between articles that may be about one event. */
#define WINDOW_DAYS 14

/* Person → claims that name them in full. */
static GHashTable *
index_full_names (const BlCompareState *state)
{
  GHashTable *index = bl_lists_new (NULL, NULL);
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "is-named");
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlNameDetail *detail = claim->detail;
      if (detail->person == NULL || detail->how > BL_HOW_VARIANT || detail->ambiguous
          || strchr (claim->value.surface, ' ') == NULL)
        continue;
      bl_lists_add (index, detail->person, claim);
    }
  return index;
}

/* Person → claims that give them an office they hold on that day. */
static GHashTable *
index_held (const BlCompareState *state, const GPtrArray *claims)
{
  GHashTable *index = bl_lists_new (NULL, NULL);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlTitleDetail *detail = ((const BlClaim *) claims->pdata[i])->detail;
      if (detail->person != NULL && detail->title->office != NULL
          && bl_knowledge_held (state->input->kb, detail->person, detail->title->office,
                                ((const BlClaim *) claims->pdata[i])->time, NULL)
                 == BL_HELD_NOW)
        bl_lists_add (index, detail->person, claims->pdata[i]);
    }
  return index;
}

/* Is one of the person's claims in the index, of these days? */
static gboolean
is_among (const BlClaim *claim, GHashTable *index)
{
  const BlTitleDetail *detail = claim->detail;
  const GPtrArray *list = detail->person != NULL ? g_hash_table_lookup (index, detail->person) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const gint64 apart = bl_date_range_days_apart (claim->time, ((const BlClaim *) list->pdata[i])->time);
      if (apart >= 0 && apart <= WINDOW_DAYS)
        return TRUE;
    }
  return FALSE;
}

/* "Chancellor Obama": a lone surname is no guess when its bearer is in one of the first offices of a state, everybody in the base
 * who bears it is of that state, and none of them ever held such an office. */
static gboolean
is_only_bearer (const BlCompareState *state, const BlClaim *claim)
{
  const BlTitleDetail *detail = claim->detail;
  const BlTitleMention *title = detail->title;
  const BlPerson *person = detail->person;
  if (person == NULL || detail->how != BL_HOW_PART || !(title->role->national || title->role->courtesy)
      || (title->country != NULL && title->country != person->country) || !is_at_the_top (person, claim->time))
    return FALSE;
  g_autofree char *family = bl_fold_letters (claim->key[0].surface, -1);
  const GPtrArray *bearers = bl_knowledge_persons_by_family (state->input->kb, family);
  for (guint i = 0; bearers != NULL && i < bearers->len; i++)
    {
      const BlPerson *bearer = bearers->pdata[i];
      if (bearer->country != person->country || bl_career_has_role (bearer, title->role))
        return FALSE;
    }
  return bearers != NULL && bearers->len > 0;
}

/* "president from 2009 to 2017" and "president in 2015" say nothing of today. */
static gboolean
is_over (const BlTitleMention *title)
{
  return title->tenure != NULL
         && (title->tenure->to.precision != BL_DATE_UNKNOWN || title->tenure->at.precision != BL_DATE_UNKNOWN);
}

void
bl_check_titles (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "holds-office");
  g_autoptr (GHashTable) full_names = index_full_names (state);
  g_autoptr (GHashTable) held = index_held (state, claims);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlTitleDetail *detail = claim->detail;
      Title t = { .claim = claim, .detail = detail, .title = detail->title, .is_shown = is_among (claim, held) };
      t.in_full = detail->in_full || is_among (claim, full_names) || is_only_bearer (state, claim);
      BlTitleMention inferred;
      if (infer_state (state, &t, &inferred))
        t.title = &inferred;
      if (is_modified (t.title, BL_TITLE_ELECT | BL_TITLE_WOULD_BE))
        continue;
      if (check_existence (state, &t))
        continue;
      if (detail->person == NULL || detail->how > BL_HOW_CONTEXT)
        continue;
      if (!t.in_full)
        {
          bl_compare_not_checked (state, "titles before a lone surname, or without their state");
          continue;
        }
      const gboolean sure = t.title->office != NULL && !is_foreign_guess (&t);
      if (t.title->tenure != NULL && sure && bl_check_tenure (state, claim, t.title))
        continue;
      if (is_over (t.title))
        continue;
      /* "then", "acting", "outgoing", "deputy" say something weaker than holding the office on the article's day. */
      if (is_modified (t.title, BL_TITLE_THEN | BL_TITLE_ACTING | BL_TITLE_OUTGOING | BL_TITLE_DEPUTY))
        continue;
      if (!sure || !check_holding (state, &t))
        check_career (state, &t);
    }
}
