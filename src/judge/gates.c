#include "judge/gates.h"

#include <math.h>
#include <string.h>

/* Two intervals of certainty must be this far apart before an editor is asked. */
#define CERTAINTY_GAP 0.1

/* From here on a statement is one: "likely", "plans to", "will". */
#define SURE 0.5

/* Rounding in print. */
#define ROUNDING 0.02

static gboolean
is_hypothetical (const BlClaim *claim)
{
  return (claim->voice & (BL_VOICE_QUESTION | BL_VOICE_CONDITION | BL_VOICE_WISH | BL_VOICE_BOILERPLATE)) != 0;
}

/* tolerance: the part by which two plain figures may differ. Miles and kilometres are not compared. */
static gboolean
quantities_disjoint (const BlQuantity *a, const BlQuantity *b, double tolerance)
{
  if (g_strcmp0 (a->unit, b->unit) != 0)
    return FALSE;
  const double slack_a = a->approximate ? MAX (0.15, tolerance) : tolerance;
  const double slack_b = b->approximate ? MAX (0.15, tolerance) : tolerance;
  return a->high * (1 + slack_a) < b->low * (1 - slack_b) || b->high * (1 + slack_b) < a->low * (1 - slack_a);
}

/* What the rules allow, each half of it on either side; the wider of two. */
static double
tolerance_of (const BlClaim *a, const BlClaim *b)
{
  const double wider = MAX (a->rule->tolerance, b->rule->tolerance);
  return wider > 0 ? wider / 2 : ROUNDING;
}

/* Every item of the smaller set stands in the larger one. */
static gboolean
is_subset (const BlValue *a, const BlValue *b)
{
  for (guint i = 0; a->items != NULL && a->items[i] != NULL; i++)
    if (b->items == NULL || !g_strv_contains (b->items, a->items[i]))
      return FALSE;
  return TRUE;
}

/* What the values alone say: same, opposite, or one of them open. */
static BlRelation
relate_values (const BlClaim *a, const BlClaim *b)
{
  if (a->polarity != b->polarity)
    return a->polarity == BL_POLARITY_OPEN || b->polarity == BL_POLARITY_OPEN ? BL_RELATION_DIFFERS : BL_RELATION_CONTRADICTION;
  /* A subject may have several values at once. */
  if (a->value.kind != BL_VALUE_POLARITY && a->value.kind != BL_VALUE_SET && !a->rule->functional)
    return BL_RELATION_AGREES;
  switch (a->value.kind)
    {
    case BL_VALUE_POLARITY:
      return BL_RELATION_AGREES;
    case BL_VALUE_QUANTITY:
      return quantities_disjoint (a->value.quantity, b->value.quantity, tolerance_of (a, b)) ? BL_RELATION_CONTRADICTION
                                                                                             : BL_RELATION_AGREES;
    case BL_VALUE_DATE:
      return bl_date_range_disjoint (a->value.date, b->value.date) ? BL_RELATION_CONTRADICTION : BL_RELATION_AGREES;
    case BL_VALUE_SET:
      if (a->value.partial || b->value.partial)
        return BL_RELATION_AGREES;
      return is_subset (&a->value, &b->value) && is_subset (&b->value, &a->value) ? BL_RELATION_AGREES : BL_RELATION_DIFFERS;
    case BL_VALUE_ENTITY:
    case BL_VALUE_ENUM:
    case BL_VALUE_TEXT:
      return g_strcmp0 (a->value.text, b->value.text) == 0 ? BL_RELATION_AGREES : BL_RELATION_CONTRADICTION;
    }
  return BL_RELATION_AGREES;
}

/* "May" and "it remains to be seen whether" are two ways to say that nobody knows yet. */
static gboolean
both_unsettled (const BlClaim *a, const BlClaim *b)
{
  return (a->polarity == BL_POLARITY_OPEN && b->certainty->low < SURE)
         || (b->polarity == BL_POLARITY_OPEN && a->certainty->low < SURE);
}

/* A minister speaks for the state the claim is about; anybody else speaks about it. */
static gboolean
speaks_for_subject (const BlCompareState *state, const BlClaim *claim)
{
  if (claim->n_key == 0 || claim->speaker == NULL)
    return FALSE;
  if (strcmp (claim->speaker, claim->key[0].value) == 0)
    return TRUE;
  if (!g_str_has_prefix (claim->speaker, "person/") || !g_str_has_prefix (claim->key[0].value, "country/"))
    return FALSE;
  const BlPerson *person = bl_knowledge_person (state->input->kb, claim->speaker + strlen ("person/"));
  return person != NULL && person->country != NULL
         && strcmp (person->country->id, claim->key[0].value + strlen ("country/")) == 0;
}

/* In the outlet's own voice, or in that of the one it is about. */
static gboolean
is_plain (const BlCompareState *state, const BlClaim *claim)
{
  return claim->speaker == NULL || speaks_for_subject (state, claim);
}

static gboolean
time_stops (const BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  if (a->at.article == b->at.article)
    return (a->voice & BL_VOICE_PAST) != (b->voice & BL_VOICE_PAST);
  gint64 apart = bl_date_range_days_apart (a->time, b->time);
  if (apart < 0 && state->input->one_event)
    apart = 0;
  const guint window = a->rule != NULL ? a->rule->window : 0;
  return apart < 0 || (window > 0 && apart > window) || (a->voice & BL_VOICE_PAST) != (b->voice & BL_VOICE_PAST);
}

/* TRUE when the article of the claim names this thing anywhere. */
static gboolean
article_names (const BlCompareState *state, const BlClaim *claim, const char *id)
{
  const BlArticleClaims *claims = state->input->article_claims->pdata[claim->at.article->index];
  guint n;
  const BlMention *mentions = bl_mentions_list (bl_article_claims_mentions (claims), &n);
  for (guint i = 0; i < n; i++)
    if (mentions[i].id != NULL && strcmp (mentions[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

/* "No troops will be sent" fits "to Ukraine" only where its article is about Ukraine. */
static gboolean
fills_gaps (const BlCompareState *state, const BlClaim *full, const BlClaim *other)
{
  for (guint i = 0; i < full->n_key; i++)
    if (bl_claim_argument (other, full->key[i].name) == NULL && strchr (full->key[i].value, '/') != NULL
        && !article_names (state, other, full->key[i].value))
      return FALSE;
  return TRUE;
}

gboolean
bl_gates_same_slots (const BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  for (guint i = 0; i < a->n_key; i++)
    {
      const BlArgument *other = bl_claim_argument (b, a->key[i].name);
      if (other != NULL && strcmp (a->key[i].value, other->value) != 0)
        return FALSE;
    }
  return fills_gaps (state, a, b) && fills_gaps (state, b, a);
}

BlVerdict
bl_gates_judge (const BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  const BlRelation relation = relate_values (a, b);
  if (relation == BL_RELATION_AGREES)
    return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "both say the same, or both can be so");
  if (both_unsettled (a, b))
    return bl_related (BL_RELATION_AGREES, BL_GATE_NONE, "both leave it open");
  if (!bl_gates_same_slots (state, a, b))
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_SLOT, "a further detail of what they say differs");
  if (time_stops (state, a, b))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_TIME,
                       "the days are further apart than what is said lasts, or not known");

  /* Two named speakers who disagree are a dispute that the articles report, and so is one speaker against the outlet, but
   * inside one article a flat statement beside an attributed opposite is still a question. */
  const gboolean same_article = a->at.article == b->at.article;
  if (a->speaker != NULL && b->speaker != NULL && strcmp (a->speaker, b->speaker) != 0)
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "two speakers disagree");
  const gboolean one_speaker = (a->speaker == NULL) != (b->speaker == NULL);
  const gboolean about = !is_plain (state, a) || !is_plain (state, b);
  if (one_speaker && !same_article && (about || relation == BL_RELATION_DIFFERS))
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "one side is what a speaker says of others");
  if (is_hypothetical (a) || is_hypothetical (b))
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_MODALITY, "one side asks, wishes or supposes");
  if (!same_article
      && bl_origins_cluster (state->input->origins, a->at.article) == bl_origins_cluster (state->input->origins, b->at.article)
      && relation == BL_RELATION_DIFFERS)
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_ORIGIN, "one article copies the other");
  if (one_speaker)
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "a speaker says otherwise than the outlet");
  /* "Will not" against "is unlikely to" is no contradiction of two sure statements. */
  if (relation == BL_RELATION_CONTRADICTION && (a->certainty->low < SURE || b->certainty->low < SURE))
    return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "one of the two is not sure");
  return bl_related (relation, BL_GATE_NONE, "both cannot be so");
}

static gboolean
values_are_same (const BlClaim *a, const BlClaim *b)
{
  switch (a->value.kind)
    {
    case BL_VALUE_POLARITY:
      return TRUE;
    case BL_VALUE_QUANTITY:
      return !quantities_disjoint (a->value.quantity, b->value.quantity, tolerance_of (a, b));
    case BL_VALUE_DATE:
      return !bl_date_range_disjoint (a->value.date, b->value.date);
    case BL_VALUE_SET:
      return is_subset (&a->value, &b->value) && is_subset (&b->value, &a->value);
    case BL_VALUE_ENTITY:
    case BL_VALUE_ENUM:
    case BL_VALUE_TEXT:
      return g_strcmp0 (a->value.text, b->value.text) == 0;
    }
  return FALSE;
}

gboolean
bl_gates_agree (const BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  return a->polarity == b->polarity && values_are_same (a, b) && !is_hypothetical (a) && !is_hypothetical (b)
         && bl_gates_same_slots (state, a, b) && !time_stops (state, a, b);
}

gboolean
bl_gates_certainty_differs (const BlClaim *a, const BlClaim *b)
{
  return a->certainty->low - b->certainty->high >= CERTAINTY_GAP || b->certainty->low - a->certainty->high >= CERTAINTY_GAP;
}
