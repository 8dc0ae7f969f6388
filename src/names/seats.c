/* title/conflict: two persons on one seat, where the base does not say who is right. */
#include "names/names.h"

#include <string.h>

#include "mentions/likeness.h"

#define WINDOW_DAYS 7

static gboolean
takes_the_seat (const BlClaim *claim)
{
  const BlTitleDetail *detail = claim->detail;
  const BlTitleMention *title = detail->title;
  return title->modifiers == 0 && !title->indefinite && title->role != NULL && title->role->seats == 1 && title->country != NULL
         && !title->jurisdiction_inferred;
}

/* The person of a claim: the first argument of its key. */
static const char *
person_of (const BlClaim *claim)
{
  return claim->key[0].value;
}

/* Where the base knows the holder, title/wrong has spoken already. */
static gboolean
base_knows (const BlCompareState *state, const BlClaim *claim)
{
  const BlTitleDetail *detail = claim->detail;
  const BlOffice *office = detail->title->office;
  if (office == NULL)
    return FALSE;
  g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (state->input->kb, office, claim->time);
  return terms->len > 0;
}

static gboolean
is_conflict (BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  const BlTitleDetail *x = a->detail, *y = b->detail;
  if (x->title->role != y->title->role || x->title->country != y->title->country)
    return FALSE;
  if (strcmp (person_of (a), person_of (b)) == 0 || (x->person != NULL && x->person == y->person))
    return FALSE;
  const gint64 apart = bl_date_range_days_apart (a->time, b->time);
  if (a->at.article != b->at.article && (apart < 0 || apart > WINDOW_DAYS))
    {
      bl_compare_judged (state, a, b, bl_stopped (BL_GATE_TIME, "the articles are too far apart, or of unknown days"));
      return FALSE;
    }
  /* One may be a short form or a misspelling of the other. */
  if (bl_name_probability (state->input->kb, a->key[0].surface, b->key[0].surface, NULL) > BL_LIKENESS_MAY_BE_ONE)
    {
      bl_compare_judged (state, a, b, bl_stopped (BL_GATE_SUBJECT, "one name may be a form of the other"));
      return FALSE;
    }
  return !base_knows (state, a);
}

void
bl_check_seats (BlCompareState *state)
{
  g_autoptr (GPtrArray) all = bl_compare_claims_of (state, "holds-office");
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (takes_the_seat (all->pdata[i]))
      g_ptr_array_add (claims, all->pdata[i]);

  /* One finding for a seat and an article; a seat has few holders, so a claim is compared with first holders only. */
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlTitleMention *title = ((const BlTitleDetail *) claim->detail)->title;
      char *seat = g_strdup_printf ("%s/%s", title->country->id, title->role->id);
      const BlClaim *holder = g_hash_table_lookup (first, seat);
      if (holder == NULL)
        {
          g_hash_table_insert (first, seat, (gpointer) claim);
          continue;
        }
      if (is_conflict (state, holder, claim))
        {
          const BlEvidence other = bl_evidence_claim (BL_ROLE_CONTRADICTS, holder);
          BlComparison *comparison = bl_comparison_new ("title/conflict", BL_RELATION_CONTRADICTION, claim, &other);
          comparison->confidence = 0.85;
          bl_comparison_say (comparison, "person", "%s", claim->key[0].surface);
          bl_comparison_say (comparison, "other", "%s", holder->key[0].surface);
          bl_comparison_say (comparison, "office", "%s of %s", title->role->labels[0], title->country->name);
          bl_compare_add (state, comparison);
        }
      g_free (seat);
    }
}
