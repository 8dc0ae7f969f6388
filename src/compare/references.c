/* fact/reference, number/reference, list/membership against the base: claims of rules whose predicate names something that the base
 * knows too.
 *
 *   member-of (member: country, org)        polarity against the organisation's memberships on that day
 *   treaty-parties (treaty)                 set against the treaty's parties
 *   any predicate with a quantity value     against the facts of that attribute about its first key ("active-military") */
#include "compare/own_checks.h"

#include "judge/saying.h"

#include <math.h>
#include <string.h>

/* A figure may be this far outside what serious references span before it is asked about: they differ among themselves. */
#define SLACK 0.35

/* "country/ee" → "ee" when the kind fits, else NULL. */
static const char *
id_of (const BlArgument *from, const char *kind)
{
  if (from == NULL || !g_str_has_prefix (from->value, kind) || from->value[strlen (kind)] != '/')
    return NULL;
  return from->value + strlen (kind) + 1;
}

static gboolean
is_assertion (const BlClaim *claim)
{
  return (claim->voice & (BL_VOICE_QUESTION | BL_VOICE_CONDITION | BL_VOICE_WISH | BL_VOICE_BOILERPLATE)) == 0;
}

/* --- memberships ------------------------------------------------------------------------------------------------- */

static void
check_membership (BlCompareState *state, const BlClaim *claim)
{
  const char *country_id = id_of (bl_claim_argument (claim, "member"), "country");
  const char *org_id = id_of (bl_claim_argument (claim, "org"), "org");
  const BlCountry *country = country_id != NULL ? bl_knowledge_country (state->input->kb, country_id) : NULL;
  const BlOrganisation *org = org_id != NULL ? bl_knowledge_organisation (state->input->kb, org_id) : NULL;
  if (country == NULL || org == NULL || !is_assertion (claim) || claim->polarity == BL_POLARITY_OPEN
      || claim->certainty->low < 0.9)
    {
      bl_compare_judged (state, claim, NULL,
                         bl_stopped (BL_GATE_MODALITY, "no plain assertion about a member of an organisation"));
      return;
    }
  const BlMembership *membership = NULL;
  const int member = bl_knowledge_is_member (state->input->kb, org, country, claim->time, &membership);
  if (member < 0)
    {
      bl_compare_not_checked (state, "memberships of which the base has no dates");
      return;
    }
  if ((member == 1) == (claim->polarity == BL_POLARITY_POSITIVE))
    return;

  g_autofree char *origin = NULL;
  const char *says = member == 1 ? "is a member" : "is not a member";
  g_autofree char *note = g_strdup_printf ("%s %s", country->name, says);
  const BlEvidence known = bl_evidence_knowledge (org->name, note, &org->reference, &origin);
  /* "Nations such as Italy and France": one list, one question. */
  BlComparison *same_place = state->found->len > 0 ? state->found->pdata[state->found->len - 1] : NULL;
  if (same_place != NULL && strcmp (same_place->id, "fact/reference") == 0 && same_place->claim->at.article == claim->at.article
      && same_place->claim->at.location.offset == claim->at.location.offset)
    {
      bl_comparison_add_evidence (same_place, &known);
      g_hash_table_add (state->answered, (gpointer) claim);
      return;
    }
  BlComparison *comparison = bl_comparison_new ("fact/reference", BL_RELATION_CONTRADICTION, claim, &known);
  g_autofree char *day = bl_day_name (claim->at.article);
  comparison->confidence = 0.8;
  bl_comparison_say (comparison, "claimed", "“%s”", claim->at.text);
  bl_comparison_say (comparison, "reference", "%s %s of %s%s on %s", country->name, says, bl_article_for (org->name), org->name,
                     day);
  bl_compare_add (state, comparison);
  g_hash_table_add (state->answered, (gpointer) claim);
}

/* --- parties to a treaty ----------------------------------------------------------------------------------------- */

static gboolean
lists_country (const BlClaim *claim, const char *country)
{
  for (guint i = 0; claim->value.kind == BL_VALUE_SET && claim->value.items != NULL && claim->value.items[i] != NULL; i++)
    if (g_str_has_prefix (claim->value.items[i], "country/") && strcmp (claim->value.items[i] + 8, country) == 0)
      return TRUE;
  return FALSE;
}

static void
append_name (GString *list, const char *name)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, name);
}

static void
check_parties (BlCompareState *state, const BlClaim *claim)
{
  const char *id = id_of (bl_claim_argument (claim, "treaty"), "treaty");
  const BlTreaty *treaty = id != NULL ? bl_knowledge_treaty (state->input->kb, id) : NULL;
  if (treaty == NULL || treaty->n_parties == 0 || claim->value.partial || !is_assertion (claim)
      || claim->polarity != BL_POLARITY_POSITIVE)
    return;
  g_autoptr (GString) parties = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_named = 0;
  for (guint i = 0; i < treaty->n_parties; i++)
    {
      append_name (parties, treaty->parties[i]->name);
      if (lists_country (claim, treaty->parties[i]->id))
        n_named++;
      else
        append_name (missing, treaty->parties[i]->name);
    }
  /* A list that hits hardly any party speaks of something else. */
  if (missing->len == 0 || n_named < 2)
    return;
  g_autofree char *origin = NULL;
  const BlEvidence known = bl_evidence_knowledge (treaty->names[0], parties->str, &treaty->reference, &origin);
  BlComparison *comparison = bl_comparison_new ("list/membership", BL_RELATION_DIFFERS, claim, &known);
  comparison->confidence = 0.8;
  bl_comparison_say (comparison, "list", "the parties to the %s", treaty->names[0]);
  bl_comparison_say (comparison, "difference", "%s not named here", missing->str);
  bl_comparison_say (comparison, "reference", "%s", parties->str);
  bl_compare_add (state, comparison);
  g_hash_table_add (state->answered, (gpointer) claim);
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

static gboolean
fits (const BlQuantity *quantity, const BlFact *fact)
{
  const double slack = quantity->approximate ? 2 * SLACK : SLACK;
  return quantity->high >= fact->low * (1 - slack) && quantity->low <= fact->high * (1 + slack);
}

static void
check_figure (BlCompareState *state, const BlClaim *claim)
{
  if (claim->n_key == 0 || !is_assertion (claim) || claim->polarity != BL_POLARITY_POSITIVE)
    return;
  g_autoptr (GPtrArray) facts = bl_knowledge_facts (state->input->kb, claim->key[0].value, claim->predicate, claim->time);
  const BlFact *nearest = NULL;
  for (guint i = 0; i < facts->len; i++)
    {
      const BlFact *fact = facts->pdata[i];
      if (fits (claim->value.quantity, fact))
        return;
      if (!fact->reference.low_confidence)
        nearest = fact;
    }
  if (nearest == NULL)
    return;
  g_autofree char *span = nearest->low == nearest->high ? g_strdup_printf ("%.0f", nearest->low)
                                                        : g_strdup_printf ("%.0f to %.0f", nearest->low, nearest->high);
  const char *id = id_of (&claim->key[0], "country");
  const BlCountry *country = id != NULL ? bl_knowledge_country (state->input->kb, id) : NULL;
  const char *subject = country != NULL ? country->name : claim->key[0].surface;
  g_autofree char *text = g_strdup_printf ("%s, %s: %s", claim->rule->title, subject, span);
  g_autofree char *origin = NULL;
  const BlEvidence known = bl_evidence_knowledge (text, nearest->reference.source, &nearest->reference, &origin);
  BlComparison *comparison = bl_comparison_new ("number/reference", BL_RELATION_CONTRADICTION, claim, &known);
  comparison->confidence = 0.8;
  bl_comparison_say (comparison, "claimed", "“%s”", claim->at.text);
  bl_comparison_say (comparison, "reference", "%s, %s: %s", claim->rule->title, subject, span);
  bl_compare_add (state, comparison);
  g_hash_table_add (state->answered, (gpointer) claim);
}

void
bl_check_references (BlCompareState *state)
{
  const GPtrArray *articles = state->input->article_claims;
  for (guint i = 0; i < articles->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (articles->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        {
          const BlClaim *claim = list->pdata[k];
          if (claim->rule == NULL)
            continue;
          if (strcmp (claim->predicate, "member-of") == 0)
            check_membership (state, claim);
          else if (strcmp (claim->predicate, "treaty-parties") == 0)
            check_parties (state, claim);
          else if (claim->value.kind == BL_VALUE_QUANTITY)
            check_figure (state, claim);
        }
    }
}
