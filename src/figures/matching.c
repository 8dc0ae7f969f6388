#include "figures/matching.h"

/* A candidate is clearly better than another by this much affinity. */
#define MARGIN 0.3

/* The same where nothing else says that the sentences tell of one thing; two counts of one noun are then never told apart. */
#define CLEAR_MARGIN 0.75

/* Values that differ by less speak for one slot, with this much affinity. */
#define NEAR_VALUES 0.05
#define CLOSE 0.5

/* A figure of another sentence may stand this much worse, and is still the one that is meant when it agrees. */
#define ELSEWHERE 1.3

static GPtrArray *
figures_of (const BlPairSide *side)
{
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < side->n_claims; i++)
    if (bl_is_predicate (side->claims[i], "counts"))
      g_ptr_array_add (list, (gpointer) side->claims[i]);
  return list;
}

/* --- which figure belongs to which --------------------------------------------------------------------------------- */

static gboolean
is_equal (const BlClaim *a, const BlClaim *b)
{
  const BlQuantity *x = bl_claim_quantity (a), *y = bl_claim_quantity (b);
  return x->low == y->low && x->high == y->high && bl_slots_comparable (a, b);
}

/* "183 games" and "more than 182 games": values this near are seldom of two things. */
static gboolean
is_close (const BlClaim *a, const BlClaim *b)
{
  const double x = bl_quantity_said (bl_claim_quantity (a)), y = bl_quantity_said (bl_claim_quantity (b));
  return x > 0 && y > 0 && MAX (x, y) <= MIN (x, y) * (1 + NEAR_VALUES);
}

/* The same figure as another of the claim's own sentence: "54 of its 210 branches" and "120 of its 210 branches". */
static gboolean
is_taken (const BlClaim *candidate, const BlClaim *claim, const GPtrArray *own)
{
  for (guint i = 0; i < own->len; i++)
    if (own->pdata[i] != claim && is_equal (candidate, own->pdata[i]))
      return !is_equal (candidate, claim);
  return FALSE;
}

/* "four men and three women" are seven people: what the comparable figures of the sentence make together. */
static gboolean
is_sum (const BlClaim *claim, const GPtrArray *list)
{
  double sum = 0;
  guint n = 0;
  for (guint i = 0; i < list->len; i++)
    if (bl_slots_comparable (claim, list->pdata[i]))
      {
        sum += bl_claim_quantity (list->pdata[i])->low;
        n++;
      }
  return n > 1 && sum == bl_claim_quantity (claim)->low;
}

/* The figure of the other sentence that fits best, or NULL; of_a: the claim is of sentence a. *unsure: another fits nearly as well, and, in
 * texts of one event, does not exclude the claim. */
static const BlClaim *
best_match (const BlFigureMeeting *meeting, const BlClaim *claim, gboolean of_a, gboolean *unsure)
{
  const GPtrArray *own = of_a ? meeting->a : meeting->b, *list = of_a ? meeting->b : meeting->a;
  const BlClaim *best = NULL;
  double most = 0;
  *unsure = FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      if (!bl_slots_comparable (claim, list->pdata[i]) || is_taken (list->pdata[i], claim, own))
        continue;
      const double affinity = bl_slots_match (claim, list->pdata[i]).affinity + (is_close (claim, list->pdata[i]) ? CLOSE : 0);
      if (best == NULL || affinity > most)
        {
          best = list->pdata[i];
          most = affinity;
        }
    }
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *at = list->pdata[i];
      if (at == best || !bl_slots_comparable (claim, at) || is_taken (at, claim, own))
        continue;
      if (is_close (claim, at) && bl_quantities_fit (bl_claim_quantity (claim), bl_claim_quantity (at)) != BL_FIT_DISJOINT)
        *unsure = TRUE;
      const BlSlotMatch match = bl_slots_match (claim, at);
      if (match.affinity <= most - (meeting->loose ? MARGIN : CLEAR_MARGIN) && (meeting->loose || !match.counted))
        continue;
      if (!meeting->loose || bl_quantities_fit (bl_claim_quantity (claim), bl_claim_quantity (at)) != BL_FIT_DISJOINT)
        *unsure = TRUE;
    }
  return best;
}

/* Equal figures that are no accident: not two, three, four of something, nor "billions". */
static gboolean
is_telling (const BlClaim *a, const BlClaim *b)
{
  const BlQuantity *x = bl_claim_quantity (a), *y = bl_claim_quantity (b);
  const BlSlotMatch match = bl_slots_match (a, b);
  return x->low == y->low && x->high == y->high && !(x->approximate && x->low < x->high) && (x->low > 4 || x->unit[0] != '\0')
         && (match.near > 0 || match.subject || match.complement);
}

static void
count_agreement (BlFigureMeeting *meeting)
{
  for (guint i = 0; i < meeting->a->len; i++)
    {
      gboolean unsure;
      const BlClaim *a = meeting->a->pdata[i], *b = best_match (meeting, a, TRUE, &unsure);
      if (b == NULL || best_match (meeting, b, FALSE, &unsure) != a)
        continue;
      meeting->n_agreeing += is_telling (a, b);
      if (bl_quantities_fit (bl_claim_quantity (a), bl_claim_quantity (b)) != BL_FIT_DISJOINT)
        continue;
      meeting->n_disjoint++;
      meeting->n_apart += !bl_quantity_is_bound (bl_claim_quantity (a)) && !bl_quantity_is_bound (bl_claim_quantity (b));
    }
}

/* The same figure stands elsewhere in the other text as well placed: then it is told of that. */
static gboolean
is_told_elsewhere (const BlClaim *claim, const BlPairSide *other, double affinity)
{
  const GPtrArray *list = bl_article_claims_list (other->article);
  const BlQuantity *quantity = bl_claim_quantity (claim);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *at = list->pdata[i];
      const gboolean here = at->at.sentence_index == other->sentence->index
                            || (at->at.article == claim->at.article && at->at.sentence_index == claim->at.sentence_index);
      if (here || !bl_is_predicate (at, "counts") || !bl_slots_comparable (claim, at)
          || bl_quantity_is_bound (bl_claim_quantity (at)) != bl_quantity_is_bound (quantity))
        continue; /* "at least three" fits any number */
      if (bl_quantities_fit (quantity, bl_claim_quantity (at)) == BL_FIT_AGREES
          && bl_slots_match (claim, at).affinity > affinity - (bl_quantity_is_bound (quantity) ? 0 : ELSEWHERE))
        return TRUE;
    }
  return FALSE;
}

/* The same number stands in the sentence without its noun: "while the police spoke of 25,000". */
static gboolean
is_told_beside (const BlClaim *claim, const BlClaim *match, const BlPairSide *other)
{
  guint first, n;
  const BlMentions *mentions = bl_article_claims_mentions (other->article);
  bl_mentions_in_sentence (mentions, other->sentence->index, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (mentions, i);
      if (mention->type == BL_MENTION_QUANTITY && mention->quantity != bl_claim_quantity (match)
          && mention->quantity->unit[0] == '\0' && mention->quantity->low == bl_claim_quantity (claim)->low
          && mention->quantity->high == bl_claim_quantity (claim)->high)
        return TRUE;
    }
  return FALSE;
}

void
bl_meeting_init (BlFigureMeeting *meeting, const BlSentencePair *pair, gboolean loose)
{
  *meeting = (BlFigureMeeting){ .pair = pair, .a = figures_of (&pair->a), .b = figures_of (&pair->b), .loose = loose };
  count_agreement (meeting);
}

void
bl_meeting_clear (BlFigureMeeting *meeting)
{
  g_clear_pointer (&meeting->a, g_ptr_array_unref);
  g_clear_pointer (&meeting->b, g_ptr_array_unref);
}

gboolean
bl_meeting_belong (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  gboolean unsure_a, unsure_b;
  return best_match (meeting, a, TRUE, &unsure_a) == b && best_match (meeting, b, FALSE, &unsure_b) == a && !unsure_a
         && !unsure_b;
}

gboolean
bl_meeting_told_elsewhere (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  const BlSentencePair *pair = meeting->pair;
  const double affinity = bl_slots_match (a, b).affinity;
  return is_sum (a, meeting->b) || is_sum (b, meeting->a) || is_told_elsewhere (a, &pair->b, affinity)
         || is_told_elsewhere (b, &pair->a, affinity) || is_told_beside (a, b, &pair->b) || is_told_beside (b, a, &pair->a);
}

static gboolean
is_of_sort (const BlClaim *at, const BlClaim *claim)
{
  return bl_is_predicate (at, "counts") && bl_slots_comparable (at, claim)
         && strcmp (bl_claim_quantity (at)->unit, bl_claim_quantity (claim)->unit) == 0;
}

/* Every figure of the article of the claim's sort fits it, or none does. */
static gboolean
all_fit (const BlPairSide *side, const BlClaim *claim, gboolean fit)
{
  const GPtrArray *list = bl_article_claims_list (side->article);
  for (guint i = 0; i < list->len; i++)
    if (is_of_sort (list->pdata[i], claim)
        && (bl_quantities_fit (bl_claim_quantity (list->pdata[i]), bl_claim_quantity (claim)) == BL_FIT_AGREES) != fit)
      return FALSE;
  return TRUE;
}

gboolean
bl_meeting_is_alone (const BlFigureMeeting *meeting, const BlClaim *a, const BlClaim *b)
{
  const BlSentencePair *pair = meeting->pair;
  return all_fit (&pair->a, a, TRUE) && all_fit (&pair->b, b, TRUE) && all_fit (&pair->b, a, FALSE)
         && all_fit (&pair->a, b, FALSE);
}
