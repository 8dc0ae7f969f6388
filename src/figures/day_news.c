/* Days of two articles of one day's news. "Was appointed on Monday" and "took over on Wednesday" tell of one event with different verbs:
 * what both clauses tell says so, and the other days that the articles name. Two events of one week look much the same, but their
 * articles name both days; a wrong day stands alone, while the right one comes again. */
#include "figures/day_pairs.h"

#include <string.h>

/* Articles one day apart still tell the same news. */
#define MAX_APART 1

/* Where somebody is named who did both, sentences with less in common are of two deeds of his. */
#define MIN_OVERLAP 0.3
#define MIN_SHARED 4

/* Of sentences of the lead: a short one has few words to share. */
#define MIN_SHARED_LEAD 3

/* Sayings come again: so much of the shorter sentence stands in the other, or so much where one speaker is named. */
#define SAID_OVERLAP 0.4
#define MIN_SAID 3
#define MIN_SAID_LEAD 2
#define REPEATED_OVERLAP 0.6

/* Of two texts that are known to tell of one event no other sentence speaks: the clauses must say nearly the same. */
#define COVERED 0.75

/* One term names what another names: the same, or a name and a part of it ("name/anna berg" and "berg"). */
static gboolean
terms_meet (const char *a, const char *b)
{
  if (strcmp (a, b) == 0)
    return TRUE;
  const char *id = strchr (a, '/') != NULL ? a : b, *word = id == a ? b : a;
  if (strchr (id, '/') == NULL)
    return FALSE;
  if (strchr (word, '/') != NULL)
    {
      const char *x = strrchr (id, ' '), *y = strrchr (word, ' ');
      return x != NULL && y != NULL && strcmp (x, y) == 0;
    }
  const char *found = strstr (id, word);
  return found != NULL && found > id && strchr ("/ -", found[-1]) != NULL;
}

gboolean
bl_terms_have (const char *const *terms, const char *term)
{
  for (guint i = 0; terms[i] != NULL; i++)
    if (terms_meet (terms[i], term))
      return TRUE;
  return FALSE;
}

/* --- what the clauses share ----------------------------------------------------------------------------------------- */

/* A name stands among both. */
static gboolean
share_name (const char *const *a, const char *const *b)
{
  for (guint i = 0; a[i] != NULL; i++)
    if (strchr (a[i], '/') != NULL && bl_terms_have (b, a[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (const char *const *terms)
{
  for (guint i = 0; terms[i] != NULL; i++)
    if (strchr (terms[i], '/') != NULL)
      return TRUE;
  return FALSE;
}

/* One did it, or the one's doer is what the other's was done to: "the House passed the bill", "the bill passed the House". */
static gboolean
share_doer (const BlDayEvent *x, const BlDayEvent *y)
{
  if (share_name (x->subject, y->subject))
    return TRUE;
  const gboolean x_in_y = share_name (x->subject, y->rest), y_in_x = share_name (y->subject, x->rest);
  return (x_in_y && y_in_x) || (x->subject[0] == NULL && y_in_x) || (y->subject[0] == NULL && x_in_y);
}

/* How much of what the clause of an event says the other sentence says too: 0 to 1. */
static double
covered (const BlDayEvent *event, const BlSurroundings *other)
{
  const char *const *lists[] = { event->subject, event->rest };
  guint n = 0, shared = 0;
  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; lists[k][i] != NULL; i++, n++)
      shared += bl_terms_have (other->context, lists[k][i]);
  return n > 0 ? (double) shared / n : 0;
}

gboolean
bl_day_clauses_agree (const BlDayDetail *x, const BlDayDetail *y, double half)
{
  const double a = covered (x->event, &y->around), b = covered (y->event, &x->around);
  return MAX (a, b) >= half && MIN (a, b) >= half * 2 / 3;
}

/* --- the days around them ------------------------------------------------------------------------------------------- */

gboolean
bl_pair_is_of_news (const BlSentencePair *pair)
{
  const BlDate a = bl_article_claims_article (pair->a.article)->published,
               b = bl_article_claims_article (pair->b.article)->published;
  return a.precision == BL_DATE_DAY && b.precision == BL_DATE_DAY
         && ABS (bl_date_first_day (a) - bl_date_first_day (b)) <= MAX_APART;
}

/* A sentence of the article names this weekday; here: the aligned one, else any other. */
static gboolean
names_weekday (const BlPairSide *side, const BlDayDetail *day, gboolean here)
{
  const GPtrArray *claims = bl_article_claims_list (side->article);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (bl_is_predicate (claim, "happens-on") && (claim->at.sentence_index == side->sentence->index) == here
          && claim->detail != day && bl_days_same_weekday (day, claim->detail))
        return TRUE;
    }
  return FALSE;
}

/* Neither article names the day anywhere else; and unless both sentences have one verb, its article names the other's day again. */
static gboolean
stands_alone (const BlPairSide *own, const BlDayDetail *x, const BlPairSide *other, const BlDayDetail *y)
{
  return !names_weekday (own, x, FALSE) && !names_weekday (other, x, FALSE)
         && (strcmp (x->event->name, y->event->name) == 0 || names_weekday (own, y, FALSE));
}

/* --- the pair ------------------------------------------------------------------------------------------------------- */

/* What the two verbs make of their events. */
static BlVerdict
judge_verbs (const BlDayEvent *x, const BlDayEvent *y, gboolean one_event)
{
  const gboolean same = strcmp (x->name, y->name) == 0;
  /* What is said may be a plan or a denial: that of a saying is not its own. */
  const gboolean said = x->nature == BL_DAY_SAYING && y->nature == BL_DAY_SAYING;
  if (x->future != y->future
      || (!said && (x->negated != y->negated || (x->planned && !x->future) != (y->planned && !y->future))))
    return bl_stopped (BL_GATE_MODALITY, "one tells a plan, or what did not happen");
  if (!same && x->nature != y->nature)
    return bl_stopped (BL_GATE_PREDICATE, "one day is of saying, or of what came of the event");
  const gboolean other = x->known && y->known && x->nature == BL_DAY_DEED && (x->akin & y->akin) == 0;
  if (!same && (x->nature == BL_DAY_AFTERMATH || other))
    return bl_stopped (BL_GATE_PREDICATE, "the days are of different events");
  const gboolean silent = !one_event && (x->ordinal[0] == '\0' || y->ordinal[0] == '\0');
  if (!silent && strcmp (x->ordinal, y->ordinal) != 0)
    return bl_stopped (BL_GATE_SLOT, "the first, second or another time");
  return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "both verbs can tell of one event");
}

gboolean
bl_days_two_named (const BlDayDetail *x, const BlDayDetail *y)
{
  return has_name (x->event->subject) && has_name (y->event->subject) && !share_name (x->event->subject, y->event->subject);
}

gboolean
bl_days_two_speakers (const BlDayDetail *x, const BlDayDetail *y)
{
  return x->event->nature == BL_DAY_SAYING && y->event->nature == BL_DAY_SAYING && bl_days_two_named (x, y);
}

guint
bl_days_count_said (const BlDayDetail *x, const BlDayDetail *y)
{
  const char *const *a = x->around.context, *const *b = y->around.context;
  guint n = 0;
  for (guint i = 0; a[i] != NULL; i++)
    n += bl_terms_have (b, a[i]) && !(bl_terms_have (x->event->subject, a[i]) && bl_terms_have (y->event->subject, a[i]));
  return n;
}

/* The leads of both articles tell that one did the same. */
static gboolean
is_short_lead (const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  return bl_pair_is_lead (pair) && strcmp (x->event->name, y->event->name) == 0 && share_doer (x->event, y->event);
}

/* A saying is known by what was said, so by the whole sentences; a deed by its clause. */
static gboolean
tell_same (const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  if (x->event->nature == BL_DAY_SAYING)
    return pair->overlap >= SAID_OVERLAP
           && bl_days_count_said (x, y) >= (is_short_lead (pair, x, y) ? MIN_SAID_LEAD : MIN_SAID);
  return bl_day_clauses_agree (x, y, 0.5);
}

static BlVerdict
judge_articles (const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  if (!bl_pair_is_of_news (pair))
    return bl_stopped (BL_GATE_TIME, "the articles are not of one day, or of neighbouring ones");
  if (bl_days_two_speakers (x, y))
    return bl_stopped (BL_GATE_SPEAKER, "two speakers");
  const gboolean least = pair->overlap >= (x->event->nature == BL_DAY_SAYING ? REPEATED_OVERLAP : MIN_OVERLAP);
  if (least && share_doer (x->event, y->event) && (!names_weekday (&pair->b, x, FALSE) || !names_weekday (&pair->a, y, FALSE)))
    return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "one doer, and the articles do not both name both days");
  if (!tell_same (pair, x, y))
    return bl_stopped (BL_GATE_SUBJECT, "the clauses have too little in common");
  if (!stands_alone (&pair->a, x, &pair->b, y) && !stands_alone (&pair->b, y, &pair->a, x))
    return bl_stopped (BL_GATE_TIME, "neither day stands alone in the articles");
  return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "the clauses say the same, and one day stands alone");
}

BlVerdict
bl_days_of_news (const BlCompareState *state, const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  if (!bl_day_is_weekday_only (x) || !bl_day_is_weekday_only (y) || x->any || y->any || x->event == NULL || y->event == NULL)
    return bl_stopped (BL_GATE_PREDICATE, "the days are of different events");
  const BlVerdict verbs = judge_verbs (x->event, y->event, state->input->one_event);
  if (verbs.gate != BL_GATE_NONE)
    return verbs;
  if (pair->n_shared < (is_short_lead (pair, x, y) ? MIN_SHARED_LEAD : MIN_SHARED))
    return bl_stopped (BL_GATE_PREDICATE, "the sentences have too little in common");
  if (names_weekday (&pair->b, x, TRUE) || names_weekday (&pair->a, y, TRUE))
    return bl_stopped (BL_GATE_INTERVAL, "the day stands in both sentences");
  if (!state->input->one_event)
    return judge_articles (pair, x, y);
  if (x->event->nature == BL_DAY_SAYING ? pair->dice < BL_DAY_COPY : !bl_day_clauses_agree (x, y, COVERED))
    return bl_stopped (BL_GATE_SUBJECT, "the clauses have too little in common");
  return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "the clauses say the same");
}

gboolean
bl_day_is_of_saying (const BlDayEvent *event)
{
  return event->nature == BL_DAY_SAYING;
}
