/* Figures of two aligned sentences: each is held against the figure of the other that it fits best, through the gates of one slot. */
#include "figures/figures.h"

#include "figures/matching.h"
#include "figures/periods.h"

#include <math.h>
#include <string.h>

/* Two sentences on one subject do not share less than this: Dice, terms, weight of the lighter one. */
#define MIN_DICE 0.25
#define MIN_SHARED 3
#define MIN_OVERLAP 0.3

/* Where the figures are the only ones of their sort in both articles, the sentences may share this much less. */
#define ALONE_DICE 0.2
#define ALONE_SHARED 4
#define ALONE_OVERLAP 0.28

/* Figures of one thing, one of them rounded freely ("about 20"), are not further apart than this. */
#define APPROXIMATE_RATIO 1.25

/* Neighbours in common that two figures need, by what else speaks for one slot. */
#define NEAR_NAMED 0.15
#define NEAR_SURE 0.25
#define NEAR_PLAIN 0.5
#define NEAR_LITTLE 0.6

/* With less in common than this the neighbours of the figures must agree more. */
#define NEAR_OVERLAP 0.45

/* In texts of one event, plain figures of sentences with less in common may be of two things. */
#define PLAIN_DICE 0.4

/* Of two figures of one thing one is not so many times the other. */
#define MAX_RATIO 50
#define MAX_MAGNITUDES 1.5

/* --- one slot ------------------------------------------------------------------------------------------------------ */

/* Neighbours that the two must share. */
static double
needed_neighbours (const BlFigureMeeting *meeting, const BlSlotMatch *match)
{
  if (meeting->n_agreeing > 0 && match->subject)
    return NEAR_NAMED;
  if (match->qualified || (match->counted && match->complement)
      || (meeting->n_agreeing > 0 && (match->counted || match->subject || match->lead)))
    return NEAR_SURE;
  return meeting->pair->overlap < NEAR_OVERLAP || !match->counted ? NEAR_LITTLE : NEAR_PLAIN;
}

/* Texts of one event: what says that a plain figure is the same. A bound speaks for itself: who writes "fewer than 500" means the figure
 * that others tell. */
static gboolean
is_one_slot (const BlFigureMeeting *meeting, const BlSlotMatch *match, gboolean bounded)
{
  const gboolean named = match->subject || match->attribute || match->complement || match->state;
  if (match->counted)
    return bounded || named || match->qualified || match->near >= NEAR_PLAIN || meeting->pair->dice >= PLAIN_DICE;
  return match->near >= NEAR_PLAIN || (named && match->near > 0) || (bounded && match->near >= NEAR_SURE);
}

static gboolean
is_near_enough (const BlSentencePair *pair)
{
  return pair->dice >= MIN_DICE && pair->n_shared >= MIN_SHARED && pair->overlap >= MIN_OVERLAP;
}

/* People, cases, percentages are told of many things in one article: their noun says little. */
static gboolean
is_special (const BlQuantity *quantity)
{
  return quantity->kind[0] != '\0' && quantity->unit[0] == '\0' && strcmp (quantity->kind, "total") != 0;
}

/* Two articles of one event have one figure of this sort each, and the sentences are on one thing: "the lawsuit covers 1.5 million women" and
 * "1.5 million women seeking back pay". */
static gboolean
is_only_one (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b, const BlSlotMatch *match)
{
  const BlSentencePair *pair = meeting->pair;
  const BlQuantity *x = bl_claim_quantity (a);
  if (pair->dice < ALONE_DICE || pair->n_shared < ALONE_SHARED || pair->overlap < ALONE_OVERLAP
      || a->at.article == b->at.article || !bl_meeting_is_alone (meeting, a, b))
    return FALSE;
  if (match->counted && is_special (x))
    return match->complement || match->near >= NEAR_SURE;
  return bl_quantity_is_time (x) && meeting->n_agreeing > 0 && match->lead;
}

static gboolean
share_predicate (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  const BlSlotMatch match = bl_slots_match (a, b);
  const gboolean bounded = bl_quantity_is_bound (bl_claim_quantity (a)) || bl_quantity_is_bound (bl_claim_quantity (b));
  return (match.near >= needed_neighbours (meeting, &match) && meeting->pair->dice >= MIN_DICE
          && (meeting->loose || is_near_enough (meeting->pair)))
         || is_only_one (meeting, a, b, &match) || (meeting->loose && is_one_slot (meeting, &match, bounded));
}

/* The figures are too far apart to be of one thing: two quakes, not two reports of one. */
static gboolean
is_other_size (const BlQuantity *a, const BlQuantity *b)
{
  if (strcmp (a->unit, "magnitude") == 0)
    return fabs (a->low - b->low) > MAX_MAGNITUDES;
  const double x = MAX (a->low, 1), y = MAX (b->low, 1);
  return a->low > 0 && b->low > 0 && MAX (x, y) > MAX_RATIO * MIN (x, y) && !bl_quantities_thousandfold (a, b);
}

/* What keeps the two from being of one thing; "" for nothing. */
static BlVerdict
slot_verdict (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  const BlGateReason other = bl_slots_differ (a, b, meeting->loose);
  if (other.why != NULL)
    return bl_stopped (other.gate, other.why);
  if (!share_predicate (meeting, a, b))
    return bl_stopped (BL_GATE_PREDICATE, "the words around the figures are too different");
  if (!bl_meeting_belong (meeting, a, b))
    return bl_stopped (BL_GATE_SLOT, "another figure of the sentence fits better, or as well");
  return bl_related (BL_RELATION_NONE, BL_GATE_NONE, NULL);
}

/* --- one value ----------------------------------------------------------------------------------------------------- */

/* What two figures of one slot say when they can both be right. */
static BlVerdict
overlap_of (const BlQuantity *a, const BlQuantity *b)
{
  if (a->high < b->low || b->high < a->low)
    return bl_related (BL_RELATION_VARIANT, BL_GATE_INTERVAL, "the values are equal within rounding");
  return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the values, with their bounds, share something");
}

/* A later report with a higher figure; of one day, or of unknown days, it may be. */
static gboolean
rises (const BlClaim *a, const BlClaim *b)
{
  const gint32 day_a = bl_date_first_day (a->at.article->published), day_b = bl_date_first_day (b->at.article->published);
  if (day_a == 0 || day_b == 0 || day_a == day_b)
    return TRUE;
  const BlClaim *later = day_a > day_b ? a : b, *earlier = later == a ? b : a;
  return bl_claim_quantity (later)->low > bl_claim_quantity (earlier)->high;
}

/* "fewer than 500" and "512": whatever has risen since, the bound was wrong. */
static gboolean
breaks_bound (const BlFigureMeeting *meeting, const BlQuantity *a, const BlQuantity *b)
{
  return meeting->loose && (a->open || b->open) && !a->approximate && !b->approximate;
}

/* "if the strike goes on", "could cost"; not the "would" of "would-be", nor, in texts of one event, that of reported speech. */
static gboolean
depends (const BlClaim *claim, gboolean loose)
{
  const char *const sentence = claim->at.sentence;
  if (sentence == NULL || !bl_count_detail (claim)->around.conditional)
    return FALSE;
  const gboolean condition = g_ascii_strncasecmp (sentence, "if ", 3) == 0 || strstr (sentence, " if ") != NULL
                             || strstr (sentence, "nless ") != NULL;
  return condition || (!loose && strstr (sentence, "would-be") == NULL);
}

/* "nine years ago" of articles of two days is counted from two days; of one day it may be nine and a half. */
static BlVerdict
judge_ago (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  const BlQuantity *x = bl_claim_quantity (a), *y = bl_claim_quantity (b);
  if (!bl_count_is_ago (a))
    return bl_related (BL_RELATION_NONE, BL_GATE_NONE, NULL);
  const gint32 day = bl_date_first_day (a->at.article->published);
  if (!meeting->loose && a->at.article != b->at.article && (day == 0 || day != bl_date_first_day (b->at.article->published)))
    return bl_stopped (BL_GATE_TIME, "spans of time counted back from two days");
  if (strcmp (x->unit, y->unit) == 0 && fabs (x->low - y->low) <= 1)
    return overlap_of (x, y);
  return bl_related (BL_RELATION_NONE, BL_GATE_NONE, NULL);
}

/* "about 20 miles" and "23 miles": nearly what the rounding allows. */
static gboolean
is_roughly (const BlQuantity *a, const BlQuantity *b)
{
  const double x = bl_quantity_said (a), y = bl_quantity_said (b);
  return (a->approximate || b->approximate) && !bl_quantity_is_bound (a) && !bl_quantity_is_bound (b)
         && strcmp (a->unit, b->unit) == 0 && x > 0 && y > 0 && MAX (x, y) <= APPROXIMATE_RATIO * MIN (x, y);
}

/* The same digits a thousand times over, and more than one of them: million was written for billion. */
static gboolean
is_slip_of_magnitude (const BlQuantity *a, const BlQuantity *b)
{
  const double said = MIN (bl_quantity_said (a), bl_quantity_said (b));
  return bl_quantities_thousandfold (a, b) && said >= 1000 && fmod (said, pow (10, floor (log10 (said)))) != 0;
}

static BlVerdict
judge (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  const BlSentencePair *pair = meeting->pair;
  const BlQuantity *x = bl_claim_quantity (a), *y = bl_claim_quantity (b);
  const BlVerdict slot = slot_verdict (meeting, a, b);
  if (slot.gate != BL_GATE_NONE)
    return slot;
  const BlVerdict ago = judge_ago (meeting, a, b);
  if (ago.why != NULL)
    return ago;
  const BlFigureFit fit = bl_quantities_fit (x, y);
  if (fit == BL_FIT_AGREES || (fit == BL_FIT_EDGE && !meeting->loose))
    return overlap_of (x, y);
  if (meeting->loose && bl_meeting_told_elsewhere (meeting, a, b))
    return bl_stopped (BL_GATE_SLOT, "the other text has the same figure in another place");
  if (is_other_size (x, y) && pair->dice < BL_NEARLY_SAME)
    return bl_stopped (BL_GATE_SLOT, "figures of such different sizes are of two things");
  if (meeting->n_apart > 1 && meeting->n_agreeing == 0 && pair->dice < BL_NEARLY_SAME)
    return bl_stopped (BL_GATE_TIME, "no figure of the sentences is the same: they tell of two games, two quarters, two years");
  if (bl_periods_exclude (pair, meeting->loose))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_TIME, "the sentences name times that exclude each other");
  if (depends (a, meeting->loose) != depends (b, meeting->loose))
    return bl_stopped (BL_GATE_MODALITY, "one sentence has a condition");
  if (!bl_same_quoting (a, b) && !meeting->loose)
    return bl_stopped (BL_GATE_QUOTE, "one figure stands inside a quotation");
  if (bl_count_detail (a)->running && bl_count_detail (b)->running && rises (a, b))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_TIME, "a count that runs on may have been read on two days");
  if (bl_count_detail (a)->toll && rises (a, b) && !breaks_bound (meeting, x, y))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_NONE, "a toll may have risen between the two");
  if (is_roughly (x, y))
    return meeting->loose
               ? bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "one figure is rounded, and the other is near it")
               : bl_related (BL_RELATION_VARIANT, BL_GATE_INTERVAL, "one figure is rounded, and the other is near it");
  if (is_slip_of_magnitude (x, y))
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "the same digits, with million for billion");
  if (pair->dice >= BL_NEARLY_SAME)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "nearly the same sentence with another figure");
  if (meeting->loose)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "two texts on one event with different figures for one thing");
  return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "two sentences on one thing with different figures");
}

static void
compare_two (BlCompareState *state, const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b, GArray *conflicts)
{
  const BlVerdict verdict = judge (meeting, a, b);
  const double confidence = verdict.relation == BL_RELATION_CONTRADICTION ? 0.9
                            : verdict.relation == BL_RELATION_DIFFERS     ? 0.7
                                                                          : 0.4;
  bl_conflict_tell (state, &(BlConflict){ .a = a, .b = b, .id = "number/conflict", .confidence = confidence }, verdict,
                    conflicts);
}

void
bl_figures_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  const gboolean loose = state->input->one_event && pair->a.article != pair->b.article;
  if (!loose && (pair->dice < ALONE_DICE || pair->n_shared < MIN_SHARED || pair->overlap < ALONE_OVERLAP))
    return;
  BlFigureMeeting meeting;
  bl_meeting_init (&meeting, pair, loose);
  for (guint i = 0; i < meeting.a->len; i++)
    for (guint k = 0; k < meeting.b->len; k++)
      if (bl_slots_comparable (meeting.a->pdata[i], meeting.b->pdata[k]))
        compare_two (state, &meeting, meeting.a->pdata[i], meeting.b->pdata[k], conflicts);
  bl_meeting_clear (&meeting);
}
