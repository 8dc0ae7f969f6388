/* What lies so far in a direction from a place, of two aligned sentences: number/conflict where one says "55 km west of Norvik" and the other
 * "55 km east of Norvik", or "26 miles west of Norvik". */
#include "figures/figures.h"

#include "events/sentence_pairs.h"
#include "figures/intervals.h"

#include <math.h>

/* Degrees. Neighbours on the compass are told apart loosely: north-west and north may be one direction. West and south may still be two
 * names for the south-west where the distances are rough; where one exact distance stands in both they are not, and beyond that directions
 * exclude each other whatever the distance. */
#define MIN_APART 80
#define SURELY_APART 130

/* Sentences that tell of one thing share the place and this. */
#define MIN_SHARED 2

/* Distances that differ by less may be rounded, or be measured from another corner of the town. */
#define MAX_ROUGH 1.25

/* So near each other two directions are the same one. */
#define SAME_DIRECTION 30

static double
degrees_apart (const BlClaim *a, const BlClaim *b)
{
  const double apart = fabs (a->value.quantity->low - b->value.quantity->low);
  return MIN (apart, 360 - apart);
}

static gboolean
are_of_one_place (const BlClaim *a, const BlClaim *b)
{
  return bl_is_predicate (a, "bears") && bl_is_predicate (b, "bears") && g_str_equal (a->key[0].value, b->key[0].value);
}

/* One value fits both distances; of a misspelt unit it is taken to be the other's. */
static gboolean
are_as_far (const BlClaim *a, const BlClaim *b)
{
  const BlBearingDetail *x = a->detail, *y = b->detail;
  BlQuantity p = *x->distance, q = *y->distance;
  if (p.measure == NULL || q.measure == NULL)
    {
      p.measure = q.measure = NULL;
      p.unit = q.unit = "";
    }
  return bl_quantities_comparable (&p, &q) && bl_quantities_fit (&p, &q) == BL_FIT_AGREES;
}

/* "about 20 miles" against "23 miles". */
static gboolean
is_rough (const BlClaim *a, const BlClaim *b)
{
  const BlBearingDetail *x = a->detail, *y = b->detail;
  const double p = bl_quantity_said (x->distance), q = bl_quantity_said (y->distance);
  return x->distance->measure != y->distance->measure ? x->distance->measure != NULL && y->distance->measure != NULL
                                                      : MAX (p, q) <= MAX_ROUGH * MIN (p, q);
}

/* One distance, said exactly and alike: both have it from one measuring. */
static gboolean
are_one_distance (const BlClaim *a, const BlClaim *b)
{
  const BlQuantity *p = ((const BlBearingDetail *) a->detail)->distance, *q = ((const BlBearingDetail *) b->detail)->distance;
  return p->low == p->high && q->low == q->high && !p->approximate && !q->approximate
         && fabs (bl_quantity_said (p) - bl_quantity_said (q)) < 0.5 && p->measure == q->measure;
}

/* A direction of either sentence is told of that place in the other one too. */
static gboolean
agree_elsewhere (const BlSentencePair *pair)
{
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      if (are_of_one_place (pair->a.claims[i], pair->b.claims[k])
          && degrees_apart (pair->a.claims[i], pair->b.claims[k]) < MIN_APART)
        return TRUE;
  return FALSE;
}

static BlVerdict
judge (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const double apart = degrees_apart (a, b);
  if (apart <= SAME_DIRECTION)
    {
      if (are_as_far (a, b) || is_rough (a, b))
        return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the place is the same");
      return pair->n_shared >= MIN_SHARED
                 ? bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one direction from one place, and two distances")
                 : bl_stopped (BL_GATE_PREDICATE, "the sentences have too little in common");
    }
  if (apart < MIN_APART)
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the directions are near each other");
  if (!are_as_far (a, b))
    return bl_stopped (BL_GATE_SUBJECT, "the distances are not the same");
  if (agree_elsewhere (pair))
    return bl_stopped (BL_GATE_SLOT, "the other sentence tells of this direction too");
  if (apart < SURELY_APART && !are_one_distance (a, b))
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "one distance from one place, in directions that touch");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one distance from one place in two directions");
}

static void
say_direction (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  (void) other;
  bl_comparison_say (comparison, "list", "place near %s", claim->key[0].surface);
}

void
bl_bearings_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!are_of_one_place (a, b))
          continue;
        const BlConflict conflict = { .a = a, .b = b, .id = "number/conflict", .confidence = 0.85, .say = say_direction };
        bl_conflict_tell (state, &conflict, judge (pair, a, b), conflicts);
      }
}
