/* When something was last so, of two aligned sentences: number/conflict where one says "for the first time in 20 years" and the other "for
 * the first time since 1996". Two spans of years without a date are figures (figures/figures.c). */
#include "figures/figures.h"

#include <math.h>
#include <string.h>

/* Terms that the sentences share beside those of the span, and their part in the shorter sentence. */
#define MIN_SHARED 2
#define MIN_OVERLAP 0.5

/* The ends of a span are seldom said to the day. */
#define SLACK 1.0

static gboolean
is_of_span (const char *term)
{
  return strcmp (term, "first") == 0 || strcmp (term, "time") == 0 || strcmp (term, "year") == 0;
}

static guint
count_terms (const BlPairSide *side, const BlPairSide *other)
{
  guint n = 0;
  for (const char *const *term = side->sentence->terms; *term != NULL; term++)
    n += !is_of_span (*term) && (other == NULL || g_strv_contains (other->sentence->terms, *term));
  return n;
}

/* The sentences tell of one thing, and neither names what the other does not. */
static gboolean
tell_of_one (const BlSentencePair *pair)
{
  const guint shared = count_terms (&pair->a, &pair->b),
              fewer = MIN (count_terms (&pair->a, NULL), count_terms (&pair->b, NULL));
  guint n_other = 0;
  const BlPairSide *sides[] = { &pair->a, &pair->b };
  for (guint i = 0; i < 2; i++)
    for (const char *const *name = sides[i]->sentence->names; *name != NULL; name++)
      if (!g_strv_contains (sides[1 - i]->sentence->terms, *name))
        {
          n_other++;
          break;
        }
  return shared >= MIN_SHARED && shared >= MIN_OVERLAP * fewer && n_other < 2;
}

static BlVerdict
judge (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b)
{
  const BlSpanDetail *x = a->detail, *y = b->detail;
  const double from_x = x->until_year - x->years, from_y = y->until_year - y->years;
  if (x->until_year == 0 || y->until_year == 0)
    return bl_stopped (BL_GATE_TIME, "an article has no day to count from");
  if (fabs (from_x - from_y) <= (x->dated && y->dated ? 0 : SLACK))
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "both count from one year");
  if (!tell_of_one (pair))
    return bl_stopped (BL_GATE_PREDICATE, "the sentences have too little in common");
  if (x->around.conditional != y->around.conditional)
    return bl_stopped (BL_GATE_MODALITY, "one tells what would be");
  if (!bl_same_quoting (a, b))
    return bl_stopped (BL_GATE_QUOTE, "one stands inside a quotation");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "the two count from different years");
}

static void
say_span (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  (void) claim;
  (void) other;
  bl_comparison_say (comparison, "list", "when it was last so");
}

void
bl_spans_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  for (guint i = 0; i < pair->a.n_claims; i++)
    for (guint k = 0; k < pair->b.n_claims; k++)
      {
        const BlClaim *a = pair->a.claims[i], *b = pair->b.claims[k];
        if (!bl_is_predicate (a, "spans-years") || !bl_is_predicate (b, "spans-years")
            || (!((const BlSpanDetail *) a->detail)->dated && !((const BlSpanDetail *) b->detail)->dated))
          continue;
        const BlConflict conflict = { .a = a, .b = b, .id = "number/conflict", .confidence = 0.8, .say = say_span };
        bl_conflict_tell (state, &conflict, judge (pair, a, b), conflicts);
      }
}
