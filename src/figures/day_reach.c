/* How far back the news reaches. "On Monday" without a date is a day of this week: of three-outlet news, what is told as past lies on the
 * article's day or the two before it. Where one article has a day further back that nothing else in it or in the other names, and the other
 * article, of the same day, tells the same of a day within reach, the first is the wrong one, whatever verbs both have. */
#include "figures/day_pairs.h"

#include <string.h>

/* Days before the article's: what is within reach, and what is out of it. */
#define NEAR 2
#define FAR 3

/* What the sentences share, elsewhere and among the first of both articles, which tell its news. */
#define MIN_OVERLAP 0.35
#define MIN_SHARED 5
#define MIN_OVERLAP_LEAD 0.2
#define MIN_SHARED_LEAD 3

/* So much of the clauses around both days stands in the other sentence. */
#define CLAUSES 0.34

/* Who leads the news speaks on several days: so much of what one sentence has must be in the other. */
#define SAID_OVERLAP 0.45
#define MIN_SAID 2

/* With less in common, names that only one has tell of two events. */
#define NAMES_OVERLAP 0.5

/* Whole days from the day to the article's; G_MININT32 when that is not known, or the sentence tells of what is to come. */
static gint32
days_back (const BlPairSide *side, const BlDayDetail *day)
{
  const BlDate published = bl_article_claims_article (side->article)->published;
  const BlDayEvent *event = day->event;
  if (published.precision != BL_DATE_DAY || !day->days.known || day->bound != BL_DAY_PLAIN || day->any
      || !bl_day_is_weekday_only (day) || strcmp (day->around.lead, "last") == 0 || strcmp (day->around.lead, "next") == 0)
    return G_MININT32;
  if (event == NULL || event->future || event->planned || event->negated)
    return G_MININT32;
  return bl_date_first_day (published) - day->days.first;
}

/* How often the article names the weekday. */
static guint
count_weekday (const BlPairSide *side, const BlDayDetail *day)
{
  const GPtrArray *claims = bl_article_claims_list (side->article);
  guint n = 0;
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      n += bl_is_predicate (claim, "happens-on") && bl_days_same_weekday (day, claim->detail);
    }
  return n;
}

/* "Ever since he signed it on Thursday": the day is told as past history. */
static gboolean
is_history (const BlClaim *claim)
{
  const char *text = claim->at.sentence;
  const char *since = text != NULL ? strstr (text, "since ") : NULL;
  return since != NULL && (gsize) (since - text) < claim->at.in_sentence.start;
}

/* "Arrested" and "charged" are two days, and so are "signed" and "said". */
static gboolean
are_of_one_day (const BlDayEvent *x, const BlDayEvent *y)
{
  return x->nature != BL_DAY_AFTERMATH && y->nature != BL_DAY_AFTERMATH && bl_day_is_of_saying (x) == bl_day_is_of_saying (y);
}

/* The sentence has a name that the other one has not. */
static gboolean
names_other (const BlPairSide *side, const BlPairSide *other)
{
  for (guint i = 0; side->sentence->names[i] != NULL; i++)
    if (!bl_terms_have (other->sentence->terms, side->sentence->names[i]))
      return TRUE;
  return FALSE;
}

/* x, of the side, is out of reach and y is not. */
static gboolean
is_far (const BlPairSide *side, const BlDayDetail *x, const BlPairSide *other, const BlDayDetail *y)
{
  const gint32 far = days_back (side, x), near = days_back (other, y);
  return far != G_MININT32 && near != G_MININT32 && (far >= FAR || far < 0) && near >= 0 && near <= NEAR
         && count_weekday (side, x) == 1 && count_weekday (other, x) == 0;
}

BlVerdict
bl_days_in_reach (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const BlDayDetail *x = a->detail, *y = b->detail;
  if (!is_far (&pair->a, x, &pair->b, y) && !is_far (&pair->b, y, &pair->a, x))
    return bl_stopped (BL_GATE_TIME, "both days are within reach of the news, or neither");
  if (is_history (a) || is_history (b))
    return bl_stopped (BL_GATE_TIME, "one day is told as history");
  if (bl_days_two_named (x, y) && (bl_day_is_of_saying (x->event) || bl_day_is_of_saying (y->event)))
    return bl_stopped (BL_GATE_SPEAKER, "two speakers");
  const gboolean lead = bl_pair_is_lead (pair);
  if (x->event->nature != y->event->nature && !(lead && pair->n_shared >= MIN_SHARED && are_of_one_day (x->event, y->event)))
    return bl_stopped (BL_GATE_PREDICATE, "one day is of saying, or of what came of the event");
  if (bl_day_is_of_saying (x->event) && (lead ? bl_days_count_said (x, y) < MIN_SAID : pair->overlap < SAID_OVERLAP))
    return bl_stopped (BL_GATE_PREDICATE, "two things may have been said");
  if (pair->overlap < NAMES_OVERLAP && names_other (&pair->a, &pair->b) && names_other (&pair->b, &pair->a))
    return bl_stopped (BL_GATE_SUBJECT, "each of the sentences names somebody or some place else besides");
  if (pair->n_shared < (lead ? MIN_SHARED_LEAD : MIN_SHARED) || pair->overlap < (lead ? MIN_OVERLAP_LEAD : MIN_OVERLAP))
    return bl_stopped (BL_GATE_SUBJECT, "the sentences have too little in common");
  if (!lead && !bl_day_clauses_agree (x, y, CLAUSES))
    return bl_stopped (BL_GATE_SUBJECT, "the clauses have too little in common");
  return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "one day is out of the news's reach, and nothing else names it");
}
