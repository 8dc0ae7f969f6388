#include "figures/slot.h"

#include <string.h>

/* Terms beside a figure in which its subject is looked for. */
#define SUBJECT_TERMS 4
#define ENTITY_TERMS 2

/* Terms behind a preposition that say whose figure it is. */
#define COMPLEMENT_TERMS 2

static gboolean
is_in (const char *text, const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
both_said (const char *a, const char *b)
{
  return a[0] != '\0' && b[0] != '\0';
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

/* 1 for a neighbour of both, less the further it stands from either figure. */
static double
nearness (const char *term, guint distance, const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], term) == 0)
      return 1.0 / (1 + MAX (distance, i));
  return 0;
}

static double
weigh (const char *const *list, const BlSurroundings *other)
{
  double sum = 0;
  for (guint i = 0; list[i] != NULL; i++)
    sum += MAX (nearness (list[i], i, other->before), nearness (list[i], i, other->after));
  return sum;
}

/* --- subjects ------------------------------------------------------------------------------------------------------ */

static gboolean
is_entity (const char *term)
{
  return strchr (term, '/') != NULL;
}

static gboolean
is_person (const char *term)
{
  return g_str_has_prefix (term, "person/") || g_str_has_prefix (term, "name/");
}

/* The nearest entity within a few neighbours on one side, or NULL. */
static const char *
entity_near (const char *const *list)
{
  for (guint i = 0; i < ENTITY_TERMS && list[i] != NULL; i++)
    if (is_entity (list[i]))
      return list[i];
  return NULL;
}

/* Who is named last before the figure, or NULL. */
static const char *
person_before (const BlSurroundings *around)
{
  for (guint i = 0; i < SUBJECT_TERMS && around->before[i] != NULL; i++)
    if (is_person (around->before[i]))
      return around->before[i];
  return NULL;
}

static gboolean
same_person_before (const BlSurroundings *a, const BlSurroundings *b)
{
  const char *const x = person_before (a), *const y = person_before (b);
  return x != NULL && y != NULL && strcmp (x, y) == 0;
}

static gboolean
entities_differ (const char *x, const char *y, const BlSurroundings *a, const BlSurroundings *b, gboolean loose)
{
  if (x == NULL || y == NULL || strcmp (x, y) == 0)
    return FALSE;
  return !loose || (!is_in (x, b->context) && !is_in (y, a->context));
}

/* An entity beside one figure that the other sentence does not name where another stands beside the other figure. */
static gboolean
subjects_differ (const BlSurroundings *a, const BlSurroundings *b, gboolean loose)
{
  const char *const x = person_before (a), *const y = person_before (b);
  if (x != NULL && y != NULL)
    return strcmp (x, y) != 0;
  return entities_differ (entity_near (a->before), entity_near (b->before), a, b, loose)
         || entities_differ (entity_near (a->after), entity_near (b->after), a, b, loose);
}

/* "Weber scored 22 points", "Ford finished with 2,290 points": whoever has the capital letter is named in his own sentence only. */
static gboolean
namings_differ (const BlCountDetail *a, const BlCountDetail *b)
{
  return both_said (a->subject, b->subject) && !is_in (a->subject, b->around.context) && !is_in (b->subject, a->around.context);
}

/* "Rovers have 71 points, two fewer than Albion", "Albion have 73, Rovers 71": of two who stand in both sentences, each has a figure. */
static gboolean
namings_change_places (const BlCountDetail *a, const BlCountDetail *b)
{
  const char *const x = a->around.before[0], *const y = b->around.before[0];
  return x != NULL && y != NULL && strcmp (x, a->subject) == 0 && strcmp (y, b->subject) == 0 && strcmp (x, y) != 0
         && is_in (x, b->around.context) && is_in (y, a->around.context);
}

/* --- what stands at the figure ------------------------------------------------------------------------------------- */

/* "12 injured British soldiers": each word between figure and noun must stand in the other sentence too. */
static gboolean
qualifiers_stand_in (const BlCountDetail *detail, const BlSurroundings *other)
{
  const char *const unit = detail->quantity->unit;
  if (detail->noun[0] == '\0' || (unit[0] != '\0' && strcmp (unit, "person") != 0)
      || !is_in (detail->noun, detail->around.after))
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

/* "a net worth of $44 million" and "is worth $44 million", "a total of 36 deaths" and "36 deaths": what is measured stands at the other
 * figure too, or adds nothing to it. */
static gboolean
is_said_of (const BlCountDetail *detail, const BlCountDetail *other)
{
  const char *const attribute = detail->quantity->attribute;
  if (strcmp (detail->around.lead, "of") != 0 || other->telling || attribute[0] == '\0')
    return FALSE;
  if (is_in (attribute, other->around.before) || is_in (attribute, other->around.after))
    return TRUE;
  return detail->sums
         && (detail->noun[0] != '\0' || (detail->quantity->scopes != 0 && detail->quantity->scopes == other->quantity->scopes));
}

/* "from 5 percent" is not "to 8 percent", "another 12" not "12". */
static gboolean
leads_differ (const BlCountDetail *a, const BlCountDetail *b)
{
  return (a->telling || b->telling) && strcmp (a->around.lead, b->around.lead) != 0 && !is_said_of (a, b) && !is_said_of (b, a);
}

/* "512 people attended" and "was attended by 512 people". */
static gboolean
is_passive (const BlCountDetail *a, const BlCountDetail *b)
{
  return a->noun[0] != '\0' && b->noun[0] != '\0' && (strcmp (a->around.lead, "by") == 0 || strcmp (b->around.lead, "by") == 0);
}

static guint
shared_complement (const BlCountDetail *a, const BlCountDetail *b)
{
  guint n = 0;
  for (guint i = 0; a->complement != NULL && i < COMPLEMENT_TERMS && a->complement[i] != NULL; i++)
    for (guint k = 0; b->complement != NULL && k < COMPLEMENT_TERMS && b->complement[k] != NULL; k++)
      n += strcmp (a->complement[i], b->complement[k]) == 0;
  return n;
}

/* "40 houses in Ahrweiler" and "310 houses in the district". */
static gboolean
complements_differ (const BlCountDetail *a, const BlCountDetail *b)
{
  return both_said (a->preposition, b->preposition) && strcmp (a->preposition, b->preposition) == 0 && a->complement[0] != NULL
         && b->complement[0] != NULL && shared_complement (a, b) == 0;
}

/* "resumed after 3 days", "lasted for 5 hours": a span of time is one only of the same verb. */
static gboolean
is_other_span (const BlCountDetail *a, const BlCountDetail *b)
{
  if (!bl_quantity_is_time (a->quantity))
    return FALSE;
  const char *const *x = a->around.before, *const *y = b->around.before;
  const char *const *v = a->around.after, *const *w = b->around.after;
  return a->offset != b->offset
         || !((x[0] != NULL && y[0] != NULL && strcmp (x[0], y[0]) == 0)
              || (v[0] != NULL && w[0] != NULL && strcmp (v[0], w[0]) == 0));
}

static gboolean
scopes_differ (const BlQuantity *a, const BlQuantity *b)
{
  return (a->scopes & ~b->all_scopes) != 0 || (b->scopes & ~a->all_scopes) != 0;
}

gboolean
bl_count_is_ago (const BlClaim *claim)
{
  const BlCountDetail *detail = bl_count_detail (claim);
  return bl_quantity_is_time (detail->quantity) && strcmp (detail->preposition, "ago") == 0;
}

/* --- both together ------------------------------------------------------------------------------------------------- */

/* "60 people died" counts what "60 deaths" counts. */
static gboolean
counts_outcome (const BlQuantity *people, const BlQuantity *outcome)
{
  return strcmp (people->kind, "person") == 0 && people->state[0] != '\0' && strcmp (people->state, outcome->kind) == 0;
}

static gboolean
counts_the_same (const BlQuantity *a, const BlQuantity *b)
{
  return strcmp (a->kind, b->kind) == 0 || counts_outcome (a, b) || counts_outcome (b, a);
}

/* "Two people were killed" and "90 people were aboard": what became of some, and of how many nothing is said. */
static gboolean
one_has_a_fate (const BlCountDetail *a, const BlCountDetail *b)
{
  const gboolean x = a->quantity->state[0] != '\0', y = b->quantity->state[0] != '\0';
  return x != y && !(x ? b : a)->toll && strcmp (a->quantity->kind, "person") == 0 && strcmp (b->quantity->kind, "person") == 0;
}

gboolean
bl_slots_comparable (const BlClaim *a, const BlClaim *b)
{
  const BlQuantity *x = bl_count_detail (a)->quantity, *y = bl_count_detail (b)->quantity;
  if (!bl_quantities_comparable (x, y) || (strcmp (x->noun, "age") == 0) != (strcmp (y->noun, "age") == 0))
    return FALSE;
  if (bl_count_is_ago (a) != bl_count_is_ago (b))
    return FALSE;
  if ((both_said (x->state, y->state) && strcmp (x->state, y->state) != 0)
      || one_has_a_fate (bl_count_detail (a), bl_count_detail (b)))
    return FALSE;
  if (both_said (x->kind, y->kind) || x->unit[0] == '\0' || y->unit[0] == '\0')
    return counts_the_same (x, y);
  return TRUE;
}

BlSlotMatch
bl_slots_match (const BlClaim *a, const BlClaim *b)
{
  const BlCountDetail *x = bl_count_detail (a), *y = bl_count_detail (b);
  const BlQuantity *q = x->quantity, *r = y->quantity;
  BlSlotMatch match = { .near = bl_neighbours_shared (&x->around, &y->around),
                        .counted = q->kind[0] != '\0' && counts_the_same (q, r),
                        .subject = same_person_before (&x->around, &y->around)
                                   || (x->subject[0] != '\0' && strcmp (x->subject, y->subject) == 0),
                        .attribute = q->attribute[0] != '\0' && strcmp (q->attribute, r->attribute) == 0,
                        .complement = shared_complement (x, y) > 0,
                        .state = q->state[0] != '\0' && strcmp (q->state, r->state) == 0,
                        .qualified = same_qualifier (x, y),
                        .lead = x->around.lead[0] != '\0' && strcmp (x->around.lead, y->around.lead) == 0 };
  match.affinity = weigh (x->around.before, &y->around) + weigh (x->around.after, &y->around) + match.subject + match.attribute
                   + match.complement + match.state;
  if (both_said (q->attribute, r->attribute) && !match.attribute)
    match.affinity -= 1;
  if (match.qualified)
    match.affinity += 1;
  if (scopes_differ (q, r))
    match.affinity -= 1;
  return match;
}

static const char *
why_differ (const BlCountDetail *a, const BlCountDetail *b, gboolean loose)
{
  const gboolean plain = !bl_quantity_is_bound (a->quantity) && !bl_quantity_is_bound (b->quantity);
  if (subjects_differ (&a->around, &b->around, loose))
    return "different entities stand beside the figures";
  if (namings_change_places (a, b))
    return "two who are named in both sentences change places";
  if (complements_differ (a, b))
    return "what stands behind the figures (in, of, at …) differs";
  if (leads_differ (a, b) && !is_passive (a, b))
    return "the words directly before the figures (from, to, another …) differ";
  if (scopes_differ (a->quantity, b->quantity))
    return "one figure is narrowed by a word (worldwide, average, second …) that the other sentence does not have";
  if ((!loose || plain) && (!qualifiers_stand_in (a, &b->around) || !qualifiers_stand_in (b, &a->around)))
    return "an adjective of one noun does not stand in the other sentence";
  if (loose && is_other_span (a, b))
    return "the spans of time are not of one verb";
  if (loose && a->part != b->part)
    return "one sentence tells of a part (a season, an episode), the other of the whole";
  if (loose && plain && namings_differ (a, b))
    return "somebody else is named before each figure";
  return NULL;
}

/* "a 2009 population of 1.5 million" and "whose population is more than 1.9 million". */
static gboolean
is_of_other_year (const BlClaim *a, const BlClaim *b)
{
  char year[8];
  g_snprintf (year, sizeof year, "%d", bl_count_detail (a)->year);
  return bl_count_detail (a)->year != 0 && b->at.sentence != NULL && strstr (b->at.sentence, year) == NULL;
}

BlGateReason
bl_slots_differ (const BlClaim *a, const BlClaim *b, gboolean loose)
{
  if (is_of_other_year (a, b) || is_of_other_year (b, a))
    return (BlGateReason){ .gate = BL_GATE_TIME,
                           .why = "one figure is that of a named year, which the other sentence does not name" };
  return (BlGateReason){ .gate = BL_GATE_SUBJECT, .why = why_differ (bl_count_detail (a), bl_count_detail (b), loose) };
}
