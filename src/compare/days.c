/* Weekdays and months of two aligned sentences that name one each. */
#include "compare/figures.h"

#include <string.h>

/* Two letters of two days between the same people are alike up to here: on three-outlet news 0.35 and 0.3 let one such pair pass. */
#define MIN_OVERLAP 0.45
#define MIN_DICE 0.4
#define MIN_NEAR 0.35

static const BlDayDetail *
detail_of (const BlClaim *claim)
{
  return claim->detail;
}

/* The only weekday or month of a sentence, or NULL. */
static const BlClaim *
only_day (const BlPairSide *side)
{
  const BlClaim *found = NULL;
  for (guint i = 0; i < side->n_claims; i++)
    {
      const BlClaim *claim = side->claims[i];
      if (!bl_is_predicate (claim, "happens-on"))
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

/* The day may be that of saying what is quoted. */
static gboolean
has_quotation (const BlClaim *claim)
{
  const char *text = claim->at.sentence;
  return text != NULL && (strchr (text, '"') != NULL || strstr (text, "“") != NULL || strstr (text, "”") != NULL);
}

/* Both name the same weekday, or the same month and, where both do, the same day of it. */
static gboolean
names_agree (const BlDateMention *a, const BlDateMention *b)
{
  if (a->weekday != b->weekday)
    return FALSE;
  return a->weekday != 0 ? TRUE : a->written.precision >= BL_DATE_MONTH && b->written.precision >= BL_DATE_MONTH;
}

static BlVerdict
judge (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const BlDayDetail *x = detail_of (a), *y = detail_of (b);
  if (pair->overlap < MIN_OVERLAP || pair->dice < MIN_DICE || bl_neighbours_shared (&x->around, &y->around) < MIN_NEAR)
    return bl_stopped (BL_GATE_PREDICATE, "the words around the days are too different");
  if (!names_differ (x->date, y->date))
    return bl_related (names_agree (x->date, y->date) ? BL_RELATION_AGREES : BL_RELATION_NONE, BL_GATE_INTERVAL,
                       "the days are the same, or named in different ways");
  if (a->value.date.known && b->value.date.known && !bl_date_range_disjoint (a->value.date, b->value.date))
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "both names mean the same day");
  if (strcmp (x->around.lead, y->around.lead) != 0
      && (strcmp (x->around.lead, "until") == 0 || strcmp (y->around.lead, "until") == 0))
    return bl_stopped (BL_GATE_SUBJECT, "one says until when");
  if (!bl_same_quoting (a, b) || (pair->dice < BL_NEARLY_SAME && (has_quotation (a) || has_quotation (b))))
    return bl_stopped (BL_GATE_QUOTE, "the day may be that of saying what is quoted");
  if (pair->dice >= BL_NEARLY_SAME)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "nearly the same sentence with another day");
  return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "two sentences on one thing with different days");
}

void
bl_days_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  const BlClaim *a = only_day (&pair->a), *b = only_day (&pair->b);
  if (a == NULL || b == NULL)
    return;
  const BlVerdict verdict = judge (pair, a, b);
  bl_compare_judged (state, a, b, verdict);
  if (verdict.gate != BL_GATE_NONE)
    return;
  const BlConflict conflict = { .a = a,
                                .b = b,
                                .id = "date/conflict",
                                .relation = verdict.relation,
                                .confidence = verdict.relation == BL_RELATION_CONTRADICTION ? 0.9 : 0.7 };
  g_array_append_val (conflicts, conflict);
}
