/* Days of two aligned sentences. A date belongs to its event, the nearest verb or noun of one (readers/day_events.c); dates of one
 * event are compared as intervals, open where a bound says so ("before 2000" and "in 2003" exclude each other). Where no event is
 * found, two sentences that name one weekday or month each are compared by the words around it. */
#include "figures/figures.h"

#include "figures/day_pairs.h"
#include "figures/slot.h"

#include <string.h>

/* Two letters of two days between the same people are alike up to here: on three-outlet news 0.35 and 0.3 let one such pair pass. */
#define MIN_OVERLAP 0.45

/* Of a corpus, sentences with less in common are of two things. */
#define MIN_SHARED 3
#define LEAST_OVERLAP 0.3
#define MIN_DICE 0.4
#define MIN_NEAR 0.35

/* What can happen again is the same event only where the sentences share this many terms, and where the days are this near. */
#define MIN_SHARED_AGAIN 5
#define MAX_APART_AGAIN 180

/* Nothing but the day differs. */
#define WORD_FOR_WORD 0.99

/* The news stands in these first sentences, headline included. */
#define LEAD 3

/* Of two texts on one event: a sentence with at least so many terms, and this part of them in the other, tells the same of it. */
#define MIN_COVERED_TERMS 3
#define COVERED 0.8

static const BlDayDetail *
detail_of (const BlClaim *claim)
{
  return claim->detail;
}

static gboolean
is_day (const BlClaim *claim)
{
  return bl_is_predicate (claim, "happens-on") && !detail_of (claim)->names;
}

/* --- events --------------------------------------------------------------------------------------------------------- */

/* How many of the terms stand among the others. */
static guint
count_in (const char *const *terms, const char *const *others)
{
  guint n = 0;
  for (guint i = 0; terms[i] != NULL; i++)
    n += bl_terms_have (others, terms[i]);
  return n;
}

static guint
count (const char *const *terms)
{
  return g_strv_length ((char **) terms);
}

/* What one clause says besides, and the other sentence does not at all, on both sides: "in France" and "in Britain". */
static gboolean
is_contrast (const char *const *a, const char *const *context_a, const char *const *b, const char *const *context_b)
{
  return a[0] != NULL && b[0] != NULL && count_in (a, context_b) < count (a) && count_in (b, context_a) < count (b)
         && count_in (a, b) == 0;
}

/* Somebody's brother is nobody whom the other sentence does not name. */
static gboolean
is_of_other (const BlDayEvent *event, const BlSurroundings *other)
{
  const guint n = count (event->subject), shared = count_in (event->subject, other->context);
  return (event->possessive || event->kin) && shared < n && shared < 2;
}

/* The other sentence has a term of the subject, beside "third" and the like. */
static gboolean
is_named_in (const BlDayEvent *event, const BlSurroundings *other)
{
  for (guint i = 0; event->subject[i] != NULL; i++)
    if (strcmp (event->subject[i], event->ordinal) != 0 && bl_terms_have (other->context, event->subject[i]))
      return TRUE;
  return FALSE;
}

/* The same name, or the same words: "the memorandum" may be another one than "the memorandum of understanding". */
static gboolean
same_subject (const char *const *a, const char *const *b)
{
  for (guint i = 0; a[i] != NULL; i++)
    if (strchr (a[i], '/') != NULL && g_strv_contains (b, a[i]))
      return TRUE;
  return a[0] != NULL && count_in (a, b) == count (a) && count_in (b, a) == count (b);
}

/* The other sentence has all terms of the subject somewhere. */
static gboolean
is_told_by (const char *const *subject, const BlSurroundings *other)
{
  return count_in (subject, other->context) == count (subject);
}

/* Both subjects can be one: they share a term, or the other sentence names it elsewhere, or one of them is a pronoun or a noun that
 * may stand for the other's name where the texts are about one event. */
static gboolean
subjects_fit (const BlCompareState *state, const BlDayDetail *x, const BlDayDetail *y)
{
  const char *const *a = x->event->subject, *const *b = y->event->subject;
  if (is_of_other (x->event, &y->around) || is_of_other (y->event, &x->around))
    return FALSE;
  if (!state->input->one_event)
    return same_subject (a, b)
           || (x->event->once && is_told_by (a, &y->around) && is_told_by (b, &x->around) && bl_day_clauses_agree (x, y, 0.5));
  if (is_named_in (x->event, &y->around) || is_named_in (y->event, &x->around))
    return TRUE;
  return !(x->event->named && y->event->named) && (a[0] == NULL || b[0] == NULL || x->event->named || y->event->named);
}

static gboolean
is_copy (const BlSentencePair *pair)
{
  return pair->dice >= BL_DAY_COPY && pair->n_shared >= MIN_SHARED_AGAIN;
}

static BlVerdict
judge_events (const BlCompareState *state, const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  const gboolean copy = is_copy (pair);
  const BlDayEvent *a = x->event, *b = y->event;
  if (strcmp (a->name, b->name) != 0)
    return bl_stopped (BL_GATE_PREDICATE, "the days are of different events");
  if (a->negated != b->negated || (a->negated && !copy) || (a->planned && !a->future) != (b->planned && !b->future)
      || (a->future && b->past) || (a->past && b->future))
    return bl_stopped (BL_GATE_MODALITY, "one tells a plan, or what did not happen");
  if (strcmp (a->ordinal, b->ordinal) != 0)
    return bl_stopped (BL_GATE_SLOT, "the first, second or another time");
  if (!subjects_fit (state, x, y))
    return bl_stopped (BL_GATE_SUBJECT, "the days are of different things");
  if (is_contrast (a->rest, x->around.context, b->rest, y->around.context))
    return bl_stopped (BL_GATE_SUBJECT, "both say more of the event, and nothing in common");
  return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "the days are of one event");
}

/* --- a date and the others of its sentence -------------------------------------------------------------------------- */

/* The other sentence names this day somewhere, or has a date of the same event that agrees. */
static gboolean
agrees_elsewhere (const BlPairSide *side, const BlClaim *claim)
{
  const BlDayDetail *x = detail_of (claim);
  for (guint i = 0; i < side->n_claims; i++)
    {
      const BlClaim *other = side->claims[i];
      if (!bl_is_predicate (other, "happens-on"))
        continue;
      const BlDayDetail *y = detail_of (other);
      BlDateRange a, b;
      if (!bl_days_find (x, y, &a, &b))
        continue;
      const gboolean same_event = x->event != NULL && y->event != NULL && strcmp (x->event->name, y->event->name) == 0;
      if (same_event ? !bl_days_exclude (x, y) : x->bound == BL_DAY_PLAIN && a.first == b.first && a.last == b.last)
        return TRUE;
    }
  return FALSE;
}

/* The day may be that of saying what is quoted. */
static gboolean
has_quotation (const BlClaim *claim)
{
  const char *text = claim->at.sentence;
  return text != NULL && (strchr (text, '"') != NULL || strstr (text, "“") != NULL || strstr (text, "”") != NULL);
}

/* --- what happens again --------------------------------------------------------------------------------------------- */

/* What the shorter sentence says stands in the other too. */
static gboolean
is_covered (const BlDayDetail *x, const BlDayDetail *y)
{
  const char *const *a = x->around.context, *const *b = y->around.context;
  const gboolean swap = count (a) > count (b);
  const guint n = count (swap ? b : a), shared = swap ? count_in (b, a) : count_in (a, b);
  if (n < MIN_COVERED_TERMS)
    return n > 1 && shared == n && count (a) == count (b);
  return shared >= COVERED * n;
}

/* "First opened", "last erupted": once, whatever it is. */
static gboolean
is_once (const BlDayDetail *x, const BlDayDetail *y)
{
  const BlDayEvent *event = x->event;
  if (event == NULL || y->event == NULL || strcmp (event->name, y->event->name) != 0)
    return FALSE;
  return event->once || strcmp (event->ordinal, "first") == 0 || strcmp (event->ordinal, "last") == 0;
}

static guint
shared_subjects (const BlDayDetail *x, const BlDayDetail *y)
{
  guint n = 0;
  for (guint i = 0; x->event->subject[i] != NULL; i++)
    n += strchr (x->event->subject[i], '/') != NULL && bl_terms_have (y->event->subject, x->event->subject[i]);
  return n;
}

/* The first sentences of two articles of one day tell its news: who is named in both did it on one day. Who leads the news also speaks on two
 * days, so of sayings that is not known. */
static gboolean
are_leads (const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  const BlDate a = bl_article_claims_article (pair->a.article)->published,
               b = bl_article_claims_article (pair->b.article)->published;
  return a.precision == BL_DATE_DAY && bl_date_first_day (a) == bl_date_first_day (b) && pair->a.sentence->index <= LEAD
         && pair->b.sentence->index <= LEAD && bl_day_is_weekday_only (x) && bl_day_is_weekday_only (y) && x->event != NULL
         && y->event != NULL && !bl_day_is_of_saying (x->event) && !x->event->future && !y->event->future
         && shared_subjects (x, y) > 0 && pair->n_shared >= 4;
}

static guint
count_named (const BlDayEvent *event, const BlDayEvent *other, guint *shared)
{
  const char *const *lists[] = { event->subject, event->rest };
  guint named = 0;
  *shared = 0;
  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; lists[k][i] != NULL; i++)
      if (bl_terms_have (other->subject, lists[k][i]) || bl_terms_have (other->rest, lists[k][i]))
        {
          ++*shared;
          named += strchr (lists[k][i], '/') != NULL;
        }
  return named;
}

/* Somebody named did the same to the same. */
static gboolean
events_agree (const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  if (x->event == NULL || y->event == NULL || strcmp (x->event->name, y->event->name) != 0
      || strcmp (x->event->name, "saying") == 0)
    return FALSE;
  guint shared;
  const guint named = count_named (x->event, y->event, &shared);
  return named > 0 && (shared >= 3 || pair->n_shared >= 5);
}

/* Meetings, floods and sayings come again: only sentences that are much alike tell of the same one. */
static BlVerdict
judge_repeated (const BlCompareState *state, const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const BlDayDetail *x = detail_of (a), *y = detail_of (b);
  BlDateRange u, v;
  if (state->input->one_event && x->event != NULL && y->event != NULL && !x->event->again && !y->event->again
      && is_covered (x, y))
    return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "one says of the event what the other says");
  const gboolean again = state->input->one_event && x->event != NULL && x->event->again;
  const gboolean lead = are_leads (pair, x, y) || bl_days_of_news (state, pair, x, y).gate == BL_GATE_NONE;
  const gboolean agree = events_agree (pair, x, y);
  if (state->input->one_event && pair->dice < BL_DAY_COPY && x->event != NULL && y->event != NULL
      && bl_day_is_of_saying (x->event))
    return bl_stopped (BL_GATE_PREDICATE, "two things may have been said");
  if (again && pair->n_shared < MIN_SHARED_AGAIN)
    return bl_stopped (BL_GATE_PREDICATE, "the sentences have too little in common");
  if (!lead && !agree && (pair->overlap < MIN_OVERLAP || pair->dice < MIN_DICE))
    return bl_stopped (BL_GATE_PREDICATE, "the sentences have too little in common");
  if (!lead && !agree && bl_neighbours_shared (&x->around, &y->around) < MIN_NEAR)
    return bl_stopped (BL_GATE_PREDICATE, "the words around the days are too different");
  if ((!is_copy (pair) || !state->input->one_event) && bl_days_find (x, y, &u, &v)
      && bl_date_range_days_apart (u, v) > MAX_APART_AGAIN)
    return bl_stopped (BL_GATE_TIME, "so far apart it is another time");
  const gboolean deed = x->event != NULL && y->event != NULL && x->event->future && y->event->future;
  if (!bl_same_quoting (a, b) || (!lead && !deed && pair->dice < BL_NEARLY_SAME && (has_quotation (a) || has_quotation (b))))
    return bl_stopped (BL_GATE_QUOTE, "the day may be that of saying what is quoted");
  return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "the sentences are much alike");
}

/* The days exclude each other, and nothing stopped them. */
static BlVerdict
conflict_of (const BlCompareState *state, const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const BlDayDetail *x = detail_of (a), *y = detail_of (b);
  const gboolean once = is_once (x, y);
  const gboolean again = x->event == NULL || y->event == NULL || x->event->again || y->event->again;
  const gboolean lasts = x->bound == BL_DAY_SINCE && y->bound == BL_DAY_SINCE;
  const gboolean same = (pair->dice >= BL_NEARLY_SAME && (once || pair->n_shared >= MIN_SHARED_AGAIN))
                        || (pair->dice >= WORD_FOR_WORD && pair->n_shared >= MIN_SHARED && (lasts || !again));
  if (x->season || y->season)
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "a season is another in the south");
  if (same)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "nearly the same sentence with another day");
  if (state->input->one_event && (once || (!again && is_covered (x, y))))
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one event on two days");
  return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "two sentences on one event with different days");
}

static void
tell (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlVerdict verdict, GArray *conflicts)
{
  const double confidence = verdict.relation == BL_RELATION_CONTRADICTION ? 0.9 : 0.7;
  bl_conflict_tell (state, &(BlConflict){ .a = a, .b = b, .id = "date/conflict", .confidence = confidence }, verdict,
                    conflicts);
}

static void
compare_events (BlCompareState *state, const BlSentencePair *pair, const BlClaim *a, const BlClaim *b, GArray *conflicts)
{
  const BlDayDetail *x = detail_of (a), *y = detail_of (b);
  BlVerdict verdict = judge_events (state, pair, x, y);
  BlDateRange u, v;
  if (verdict.gate == BL_GATE_NONE
      && (!bl_days_exclude (x, y) || agrees_elsewhere (&pair->b, a) || agrees_elsewhere (&pair->a, b)))
    verdict = bl_days_find (x, y, &u, &v)
                  ? bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the days, with their bounds, have some in common")
                  : bl_stopped (BL_GATE_INTERVAL, "the days cannot be compared");
  if (verdict.gate == BL_GATE_NONE && !is_once (x, y))
    verdict = judge_repeated (state, pair, a, b);
  if (verdict.gate == BL_GATE_NONE)
    verdict = conflict_of (state, pair, a, b);
  tell (state, a, b, verdict, conflicts);
}

/* --- dates without an event ------------------------------------------------------------------------------------------ */

/* The only weekday or month of a sentence, or NULL. */
static const BlClaim *
only_day (const BlPairSide *side)
{
  const BlClaim *found = NULL;
  for (guint i = 0; i < side->n_claims; i++)
    {
      const BlClaim *claim = side->claims[i];
      if (!bl_is_predicate (claim, "happens-on")
          || (detail_of (claim)->date->weekday == 0 && detail_of (claim)->date->written.precision < BL_DATE_MONTH))
        continue;
      if (found != NULL)
        return NULL;
      found = claim;
    }
  return found;
}

/* Both name a weekday, or both a month, and not the same one. */
static gboolean
names_differ (const BlDateMention *a, const BlDateMention *b)
{
  if (a->weekday != 0 && b->weekday != 0 && a->written.precision == BL_DATE_UNKNOWN && b->written.precision == BL_DATE_UNKNOWN)
    return a->weekday != b->weekday;
  if (a->written.precision < BL_DATE_MONTH || b->written.precision < BL_DATE_MONTH)
    return FALSE;
  if (a->written.year != 0 && b->written.year != 0 && a->written.year != b->written.year)
    return FALSE; /* another year: another event */
  if (a->written.month != b->written.month)
    return TRUE;
  return a->written.precision == BL_DATE_DAY && b->written.precision == BL_DATE_DAY && a->written.day != b->written.day;
}

/* Two weekdays of one piece of news, told with different verbs. */
static void
compare_news (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!is_day (a) || !is_day (b) || !bl_same_quoting (a, b) || !bl_days_exclude (detail_of (a), detail_of (b)))
          continue;
        BlVerdict verdict = bl_days_of_news (state, pair, detail_of (a), detail_of (b));
        if (verdict.gate == BL_GATE_NONE)
          verdict = state->input->one_event ? bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one event on two days")
                                            : conflict_of (state, pair, a, b);
        else if (!state->input->one_event && bl_pair_is_of_news (pair))
          verdict = bl_days_in_reach (pair, a, b);
        tell (state, a, b, verdict, conflicts);
      }
}

static void
compare_only (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  const BlClaim *a = only_day (&pair->a), *b = only_day (&pair->b);
  if (a == NULL || b == NULL)
    return;
  const BlDayDetail *x = detail_of (a), *y = detail_of (b);
  if (x->event != NULL && y->event != NULL && strcmp (x->event->name, y->event->name) == 0
      && judge_events (state, pair, x, y).gate != BL_GATE_SUBJECT)
    return; /* compared as events */
  if ((x->event == NULL) != (y->event == NULL) && pair->dice < BL_NEARLY_SAME)
    {
      bl_compare_judged (state, a, b, bl_stopped (BL_GATE_PREDICATE, "what happened on one of the days is not known"));
      return;
    }
  /* Sentences that are all but copies of one another tell of one event whatever the verb, but not when only one day is that of saying. */
  if (x->event != NULL && y->event != NULL
      && (state->input->one_event || bl_day_is_of_saying (x->event) != bl_day_is_of_saying (y->event)
          || (strcmp (x->event->name, y->event->name) != 0 && !is_copy (pair)) || bl_days_two_speakers (x, y)))
    {
      bl_compare_judged (state, a, b, bl_stopped (BL_GATE_PREDICATE, "the days are of different events"));
      return;
    }
  BlVerdict verdict = judge_repeated (state, pair, a, b);
  if (verdict.gate == BL_GATE_NONE && (!names_differ (x->date, y->date) || !bl_days_exclude (x, y)))
    verdict = bl_stopped (BL_GATE_INTERVAL, "the days can be one");
  if (verdict.gate == BL_GATE_NONE)
    verdict = conflict_of (state, pair, a, b);
  tell (state, a, b, verdict, conflicts);
}

/* "The 2019 model" and "the 2021 model" are two things. */
static gboolean
named_years_differ (const BlSentencePair *pair)
{
  gboolean named = FALSE;
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!bl_is_predicate (a, "happens-on") || !bl_is_predicate (b, "happens-on") || !detail_of (a)->names
            || !detail_of (b)->names || detail_of (a)->date->written.year == 0 || detail_of (b)->date->written.year == 0)
          continue;
        if (detail_of (a)->date->written.year == detail_of (b)->date->written.year)
          return FALSE;
        named = TRUE;
      }
  return named;
}

void
bl_days_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  const guint before = conflicts->len;
  if (named_years_differ (pair) || (!state->input->one_event && (pair->n_shared < MIN_SHARED || pair->overlap < LEAST_OVERLAP)))
    return;
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (is_day (a) && is_day (b) && detail_of (a)->event != NULL && detail_of (b)->event != NULL)
          compare_events (state, pair, a, b, conflicts);
      }
  if (conflicts->len == before)
    compare_news (state, pair, conflicts);
  if (conflicts->len == before)
    compare_only (state, pair, conflicts);
}
