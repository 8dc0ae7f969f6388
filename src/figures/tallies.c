/* Votes and final results of two aligned sentences: number/conflict where one says "passed 217-212" and the other "227-212". Two votes of one
 * body on one bill, two matches of one pairing are told with nearly the same words: so the sentences must share much, or one number. */
#include "figures/figures.h"
#include "figures/periods.h"

#include <stdlib.h>
#include <string.h>

/* Dice of sentences that tell of one vote: where one number is the same, and where none is. */
#define MIN_DICE_SLIP 0.35
#define MIN_DICE 0.6

/* Somebody is named in one sentence only, on either side: another opponent, another bill's sponsor. */
static gboolean
names_differ (const BlSentencePair *pair)
{
  const BlPairSide *sides[] = { &pair->a, &pair->b };
  for (guint i = 0; i < 2; i++)
    {
      gboolean own = FALSE;
      for (const char *const *name = sides[i]->sentence->names; *name != NULL && !own; name++)
        own = !g_strv_contains (sides[1 - i]->sentence->terms, *name);
      if (!own)
        return FALSE;
    }
  return TRUE;
}

static BlVerdict
judge (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b, gboolean one_day)
{
  const BlTallyDetail *x = a->detail, *y = b->detail;
  const BlQuantity *p = a->value.quantity, *q = b->value.quantity;
  const gboolean slip = p->low == q->low || p->high == q->high || p->low == q->high || p->high == q->low;
  if (p->low == q->low && p->high == q->high)
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the numbers are the same");
  if (x->voter[0] != '\0' && y->voter[0] != '\0' && strcmp (x->voter, y->voter) != 0)
    return bl_stopped (BL_GATE_SUBJECT, "two bodies voted");
  if (names_differ (pair))
    return bl_stopped (BL_GATE_SUBJECT, "each sentence names somebody else");
  if (pair->dice < (slip ? MIN_DICE_SLIP : MIN_DICE))
    return bl_stopped (BL_GATE_PREDICATE, "the sentences have too little in common");
  if (!one_day || bl_periods_exclude (pair, TRUE))
    return bl_stopped (BL_GATE_TIME, "two days, perhaps two votes or two matches");
  if (!bl_same_quoting (a, b))
    return bl_stopped (BL_GATE_QUOTE, "one stands inside a quotation");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one vote or match with two outcomes");
}

static void
say_tally (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  (void) other;
  bl_comparison_say (comparison, "list", "the %s", claim->key[0].value);
}

void
bl_tallies_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!bl_is_predicate (a, "tallies") || !bl_is_predicate (b, "tallies")
            || ((const BlTallyDetail *) a->detail)->vote != ((const BlTallyDetail *) b->detail)->vote)
          continue;
        const BlConflict conflict = { .a = a, .b = b, .id = "number/conflict", .confidence = 0.85, .say = say_tally };
        bl_conflict_tell (state, &conflict, judge (pair, a, b, bl_pair_is_of_one_day (state, pair)), conflicts);
      }
}
