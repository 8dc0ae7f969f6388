/* Figures of two aligned sentences: the gates of design order for one slot of each. */
#include "compare/figures.h"

#include <math.h>
#include <string.h>

/* Rounding in print, and what "about" allows. */
#define ROUNDING 0.02
#define APPROXIMATE 0.15

/* Two sentences on one subject share less than this (Dice). */
#define MIN_DICE 0.25

/* A figure with an adjective of its own ("11 million undocumented immigrants") is known by fewer neighbours. */
#define NEAR_QUALIFIED 0.25

/* With less in common than this the neighbours of the figures must agree more. */
#define NEAR_OVERLAP 0.45

static gboolean
is_in (const char *text, const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], text) == 0)
      return TRUE;
  return FALSE;
}

static const BlCountDetail *
detail_of (const BlClaim *claim)
{
  return claim->detail;
}

/* --- neighbours ---------------------------------------------------------------------------------------------------- */

static guint
count_shared (const char *const *list, const BlSurroundings *other)
{
  guint n = 0;
  for (guint i = 0; list[i] != NULL; i++)
    n += is_in (list[i], other->before) || is_in (list[i], other->after);
  return n;
}

double
bl_neighbours_shared (const BlSurroundings *a, const BlSurroundings *b)
{
  const guint n_a = g_strv_length ((char **) a->before) + g_strv_length ((char **) a->after);
  const guint n_b = g_strv_length ((char **) b->before) + g_strv_length ((char **) b->after);
  const guint fewest = MIN (n_a, n_b);
  if (fewest == 0)
    return 0;
  const guint shared = MIN (count_shared (a->before, b) + count_shared (a->after, b),
                            count_shared (b->before, a) + count_shared (b->after, a));
  return (double) MIN (shared, fewest) / fewest;
}

/* "12 injured British soldiers": each word between figure and noun must stand in the other sentence too. */
static gboolean
qualifiers_stand_in (const BlCountDetail *detail, const BlSurroundings *other)
{
  if (detail->noun[0] == '\0' || !is_in (detail->noun, detail->around.after))
    return TRUE;
  for (guint i = 0; strcmp (detail->around.after[i], detail->noun) != 0; i++)
    if (!is_in (detail->around.after[i], other->context))
      return FALSE;
  return TRUE;
}

/* The word directly before the counted noun is the same, and no figure. */
static gboolean
same_qualifier (const BlCountDetail *a, const BlCountDetail *b)
{
  return a->noun[0] != '\0' && a->around.after[0] != NULL && b->around.after[0] != NULL
         && strcmp (a->around.after[0], a->noun) != 0 && strcmp (a->around.after[0], b->around.after[0]) == 0
         && is_in (a->noun, a->around.after) && is_in (b->noun, b->around.after);
}

static double
needed_neighbours (const BlSentencePair *pair, const BlCountDetail *a, const BlCountDetail *b)
{
  if (same_qualifier (a, b))
    return NEAR_QUALIFIED;
  return pair->overlap < NEAR_OVERLAP || a->noun[0] == '\0' ? 0.6 : 0.5;
}

static gboolean
is_entity (const char *term)
{
  return strchr (term, '/') != NULL;
}

/* The nearest entity within two neighbours on one side, or NULL. */
static const char *
entity_near (const char *const *list)
{
  for (guint i = 0; i < 2 && list[i] != NULL; i++)
    if (is_entity (list[i]))
      return list[i];
  return NULL;
}

/* An entity beside one figure that the other sentence does not name where another stands beside the other figure. */
static gboolean
subjects_differ (const BlSurroundings *a, const BlSurroundings *b)
{
  const char *const before_a = entity_near (a->before), *before_b = entity_near (b->before);
  const char *const after_a = entity_near (a->after), *after_b = entity_near (b->after);
  if (before_a != NULL && before_b != NULL && strcmp (before_a, before_b) != 0)
    return TRUE;
  return after_a != NULL && after_b != NULL && strcmp (after_a, after_b) != 0;
}

/* "from 5 percent" is not "to 8 percent", "another 12" not "12". */
static gboolean
leads_differ (const BlSurroundings *a, const BlSurroundings *b)
{
  static const char *const telling[]
      = { "from", "to", "by",  "than",  "another", "additional", "extra",  "other", "last", "first", "next",     "past",
          "per",  "of", "top", "since", "under",   "until",      "within", "every", "each", "final", "previous", NULL };
  return (is_in (a->lead, telling) || is_in (b->lead, telling)) && strcmp (a->lead, b->lead) != 0;
}

/* --- gates --------------------------------------------------------------------------------------------------------- */

static gboolean
same_slot (const BlClaim *a, const BlClaim *b)
{
  return strcmp (detail_of (a)->noun, detail_of (b)->noun) == 0
         && strcmp (detail_of (a)->quantity->unit, detail_of (b)->quantity->unit) == 0;
}

/* The claim is the only one of its slot in its sentence. */
static gboolean
is_unique (const BlClaim *claim, const BlPairSide *side)
{
  for (guint i = 0; i < side->n_claims; i++)
    {
      const BlClaim *other = side->claims[i];
      if (other != claim && bl_is_predicate (other, "counts") && same_slot (claim, other))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_disjoint (const BlQuantity *a, const BlQuantity *b)
{
  const double slack_a = a->approximate ? APPROXIMATE : ROUNDING, slack_b = b->approximate ? APPROXIMATE : ROUNDING;
  return a->high + fabs (a->high) * slack_a < b->low - fabs (b->low) * slack_b
         || b->high + fabs (b->high) * slack_b < a->low - fabs (a->low) * slack_a;
}

/* Days that the two sentences name besides exclude each other. */
static gboolean
days_exclude (const BlSentencePair *pair)
{
  gboolean named = FALSE;
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!bl_is_predicate (a, "happens-on") || !bl_is_predicate (b, "happens-on") || !a->value.date.known
            || !b->value.date.known)
          continue;
        if (!bl_date_range_disjoint (a->value.date, b->value.date))
          return FALSE;
        named = TRUE;
      }
  return named;
}

/* What grows while an event is counted. */
static gboolean
is_toll (const BlCountDetail *detail)
{
  static const char *const signs[]
      = { "kill", "dead",  "die",  "death",  "injur", "wound", "toll",     "victim",  "casualti", "miss",  "arrest", "detain",
          "bodi", "evacu", "case", "infect", "rescu", "hurt",  "homeless", "displac", "destroy",  "damag", NULL };
  for (guint i = 0; signs[i] != NULL; i++)
    if (is_in (signs[i], detail->around.context))
      return TRUE;
  return FALSE;
}

/* A later report with a higher figure. */
static gboolean
rises (const BlClaim *a, const BlClaim *b)
{
  const gint32 day_a = bl_date_first_day (a->at.article->published), day_b = bl_date_first_day (b->at.article->published);
  if (day_a == 0 || day_b == 0)
    return TRUE; /* unknown days: it may */
  if (day_a == day_b)
    return TRUE; /* a toll rises during the day */
  const BlClaim *later = day_a > day_b ? a : b, *earlier = later == a ? b : a;
  return detail_of (later)->quantity->low > detail_of (earlier)->quantity->high;
}

/* What two figures of one slot say when they can both be right. */
static BlVerdict
overlap_of (const BlQuantity *a, const BlQuantity *b)
{
  if (a->high < b->low || b->high < a->low)
    return bl_related (BL_RELATION_VARIANT, BL_GATE_INTERVAL, "the values are equal within rounding");
  return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the values, with their bounds, share something");
}

static BlVerdict
judge (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const BlCountDetail *x = a->detail, *y = b->detail;
  if (subjects_differ (&x->around, &y->around))
    return bl_stopped (BL_GATE_SUBJECT, "different entities stand beside the figures");
  if (!qualifiers_stand_in (x, &y->around) || !qualifiers_stand_in (y, &x->around))
    return bl_stopped (BL_GATE_SUBJECT, "an adjective of one noun does not stand in the other sentence");
  if (leads_differ (&x->around, &y->around))
    return bl_stopped (BL_GATE_SUBJECT, "the words directly before the figures (from, to, another …) differ");
  if (bl_neighbours_shared (&x->around, &y->around) < needed_neighbours (pair, x, y))
    return bl_stopped (BL_GATE_PREDICATE, "the words around the figures are too different");
  if (!is_unique (a, &pair->a) || !is_unique (b, &pair->b))
    return bl_stopped (BL_GATE_SLOT, "a sentence has several figures of this kind");
  if (!is_disjoint (x->quantity, y->quantity))
    return overlap_of (x->quantity, y->quantity);
  if (days_exclude (pair))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_TIME, "the sentences name days that exclude each other");
  if (x->around.conditional != y->around.conditional)
    return bl_stopped (BL_GATE_MODALITY, "one sentence has a condition");
  if (!bl_same_quoting (a, b))
    return bl_stopped (BL_GATE_QUOTE, "one figure stands inside a quotation");
  if (is_toll (x) && rises (a, b))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_NONE, "a toll may have risen between the two");
  if (pair->dice >= BL_NEARLY_SAME)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "nearly the same sentence with another figure");
  return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "two sentences on one thing with different figures");
}

static void
compare_two (BlCompareState *state, const BlSentencePair *pair, const BlClaim *a, const BlClaim *b, GArray *conflicts)
{
  const BlVerdict verdict = judge (pair, a, b);
  bl_compare_judged (state, a, b, verdict);
  if (verdict.gate != BL_GATE_NONE)
    return;
  const BlConflict conflict = { .a = a,
                                .b = b,
                                .id = "number/conflict",
                                .relation = verdict.relation,
                                .confidence = verdict.relation == BL_RELATION_CONTRADICTION ? 0.9
                                              : verdict.relation == BL_RELATION_DIFFERS     ? 0.7
                                                                                            : 0.4 };
  g_array_append_val (conflicts, conflict);
}

void
bl_figures_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  if (pair->dice < MIN_DICE)
    return;
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (bl_is_predicate (a, "counts") && bl_is_predicate (b, "counts") && same_slot (a, b))
          compare_two (state, pair, a, b, conflicts);
      }
}
