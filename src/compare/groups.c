/* Claims of rules, grouped by predicate and subject: claim/contradiction, claim/self, headline/…, claim/certainty, list/membership, and
 * the corroborated facts.
 *
 * A group is compared by its distinct values. For each pair of articles (and each article with itself) the first pair of
 * claims that passes all gates is told; the rest of the pair counts as shown. */
#include "compare/own_checks.h"

#include "judge/agreement.h"
#include "judge/gates.h"
#include "judge/saying.h"

#include <string.h>

/* A key with more claims than this is compared by its first claims of each article only. */
#define MAX_GROUP 256

static gboolean
is_headline (const BlClaim *claim)
{
  return (claim->voice & BL_VOICE_HEADLINE) != 0;
}

/* Claims meet when predicate and first key slot are equal; what the further slots say is a gate, since texts often leave them
 * out ("no troops will be deployed in the area"). Owned by the caller. */
static char *
subject_of (const BlClaim *claim)
{
  return g_strdup_printf ("%s\x1f%s", claim->predicate, claim->n_key > 0 ? claim->key[0].value : "");
}

static GPtrArray *
group_claims (const BlCompareState *state)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const GPtrArray *articles = state->input->article_claims;
  for (guint i = 0; i < articles->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (articles->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        {
          const BlClaim *claim = list->pdata[k];
          if (claim->rule == NULL || claim->rule->kind != BL_RULE_CLAIM || (claim->voice & BL_VOICE_BOILERPLATE) != 0)
            continue;
          char *key = subject_of (claim);
          GPtrArray *group = g_hash_table_lookup (index, key);
          if (group == NULL)
            {
              group = g_ptr_array_new ();
              g_ptr_array_add (groups, group);
              g_hash_table_insert (index, key, group);
            }
          else
            g_free (key);
          g_ptr_array_add (group, (gpointer) claim);
        }
    }
  return groups;
}

/* --- what a claim says, in words ---------------------------------------------------------------------------------- */

static char *
quote_claim (const BlClaim *claim)
{
  return g_strdup_printf ("“%s”", claim->at.text);
}

static double
confidence_of (const BlClaim *a, const BlClaim *b, BlRelation relation)
{
  double confidence = MIN (a->rule->confidence, b->rule->confidence);
  if (relation == BL_RELATION_DIFFERS)
    confidence -= 0.15;
  if ((a->speaker == NULL) != (b->speaker == NULL))
    confidence -= 0.1;
  return MAX (confidence, 0.3);
}

static const char *
id_of_pair (const BlClaim *a, const BlClaim *b, gboolean certainty)
{
  const gboolean headline = a->at.article == b->at.article && is_headline (a) != is_headline (b);
  if (certainty)
    return headline ? "headline/unsupported" : "claim/certainty";
  if (a->value.kind == BL_VALUE_SET && a->polarity == b->polarity)
    return "list/membership";
  if (headline)
    return "headline/contradicted";
  if (a->value.kind == BL_VALUE_QUANTITY && a->polarity == b->polarity)
    return "number/conflict";
  if (a->value.kind == BL_VALUE_DATE && a->polarity == b->polarity)
    return "date/conflict";
  return a->at.article != b->at.article ? "claim/contradiction" : "claim/self";
}

/* The side that is asked about: the headline against its body, the newer article, the later sentence. */
static gboolean
is_asked_about (const BlClaim *a, const BlClaim *b)
{
  if (a->at.article == b->at.article && is_headline (a) != is_headline (b))
    return is_headline (a);
  return bl_compare_is_later (a, b);
}

static BlComparison *
tell (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlRelation relation, gboolean certainty)
{
  const BlClaim *claim = is_asked_about (a, b) ? a : b;
  const BlClaim *other = claim == a ? b : a;
  const BlEvidence evidence
      = bl_evidence_claim (relation == BL_RELATION_CONTRADICTION ? BL_ROLE_CONTRADICTS : BL_ROLE_DIFFERS, other);
  BlComparison *comparison = bl_comparison_new (id_of_pair (claim, other, certainty), relation, claim, &evidence);
  g_autofree char *says = quote_claim (claim);
  g_autofree char *other_says = quote_claim (other);
  g_autofree char *where = bl_where_name (claim, other);
  comparison->confidence = confidence_of (a, b, relation);
  bl_comparison_say (comparison, "says", "%s", says);
  bl_comparison_say (comparison, "other-says", "%s", other_says);
  bl_comparison_say (comparison, "where", "%s", where);
  bl_comparison_say (comparison, "part", "headline");
  bl_comparison_say (comparison, "cue", "%s", claim->certainty->cue != NULL ? claim->certainty->cue : claim->at.text);
  bl_comparison_say (comparison, "other-cue", "%s", other->certainty->cue != NULL ? other->certainty->cue : other->at.text);
  bl_comparison_say (comparison, "value", "%s", claim->value.surface);
  bl_comparison_say (comparison, "other", "%s", other->value.surface);
  bl_comparison_say (comparison, "list", "%s", claim->rule->title);
  bl_compare_add (state, comparison);
  return comparison;
}

/* A further claim of a pair of articles that was told already: one more witness, on whichever side it stands. */
static void
add_witness (BlComparison *comparison, const BlClaim *claim)
{
  if (bl_comparison_shows (comparison, claim))
    return;
  const gboolean same_side
      = claim->polarity == comparison->claim->polarity && g_strcmp0 (claim->value.text, comparison->claim->value.text) == 0;
  const BlEvidence evidence
      = bl_evidence_claim (same_side ? BL_ROLE_AGREES : g_array_index (comparison->evidence, BlEvidence, 0).role, claim);
  bl_comparison_add_evidence (comparison, &evidence);
}

/* --- pairs -------------------------------------------------------------------------------------------------------- */

/* A pair of articles in one group is told once for its values and once for its certainty. */
typedef struct
{
  BlComparison *values; /* what was told, NULL at first */
  gboolean certainty;
} Shown;

static Shown *
shown_for (GHashTable *shown, const BlClaim *a, const BlClaim *b)
{
  const guint low = MIN (a->at.article->index, b->at.article->index), high = MAX (a->at.article->index, b->at.article->index);
  gint64 key = ((gint64) low << 32) | high;
  Shown *entry = g_hash_table_lookup (shown, &key);
  if (entry == NULL)
    {
      entry = g_new0 (Shown, 1);
      g_hash_table_insert (shown, g_memdup2 (&key, sizeof key), entry);
    }
  return entry;
}

static gboolean
certainty_is_comparable (const BlClaim *a, const BlClaim *b)
{
  const guint not_asserted = BL_VOICE_QUESTION | BL_VOICE_CONDITION | BL_VOICE_BOILERPLATE | BL_VOICE_QUOTED;
  return a->value.kind == BL_VALUE_POLARITY && a->polarity == BL_POLARITY_POSITIVE && b->polarity == BL_POLARITY_POSITIVE
         && ((a->voice | b->voice) & not_asserted) == 0 && a->at.article == b->at.article;
}

static void
compare_pair (BlCompareState *state, GHashTable *shown, const BlClaim *a, const BlClaim *b)
{
  Shown *done = shown_for (shown, a, b);
  const BlVerdict verdict = bl_gates_judge (state, a, b);
  if (verdict.relation == BL_RELATION_AGREES)
    {
      if (bl_compare_is_watched (state))
        bl_compare_judged (state, a, b, bl_gates_agree (state, a, b) ? verdict : bl_stopped (BL_GATE_NONE, "both can be so"));
      if (!certainty_is_comparable (a, b) || !bl_gates_certainty_differs (a, b))
        return;
      if (done->certainty)
        bl_compare_judged (state, a, b, bl_stopped (BL_GATE_SHOWN, "the certainty of these articles is told already"));
      else
        {
          done->certainty = TRUE;
          tell (state, a, b, BL_RELATION_DIFFERS, TRUE);
        }
      return;
    }
  bl_compare_judged (state, a, b, verdict);
  if (verdict.gate != BL_GATE_NONE)
    return;
  if (g_hash_table_contains (state->answered, a) || g_hash_table_contains (state->answered, b))
    bl_compare_judged (state, a, b, bl_stopped (BL_GATE_SHOWN, "the base has answered one of the two"));
  else if (done->values != NULL)
    {
      bl_compare_judged (state, a, b, bl_stopped (BL_GATE_SHOWN, "one more witness of what is told already"));
      add_witness (done->values, a);
      add_witness (done->values, b);
    }
  else
    done->values = tell (state, a, b, verdict.relation, FALSE);
}

/* --- corroboration ------------------------------------------------------------------------------------------------ */

/* The claims of a group, one an article, that say the same as the first of a row. Questions, wishes and boilerplate are no witnesses. */
static void
corroborate (BlCompareState *state, const GPtrArray *group, guint n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      const BlClaim *claim = group->pdata[i];
      if (claim->polarity == BL_POLARITY_OPEN || !bl_gates_agree (state, claim, claim))
        continue;
      GPtrArray *row = NULL;
      for (guint k = 0; k < rows->len && row == NULL; k++)
        if (bl_gates_agree (state, ((GPtrArray *) rows->pdata[k])->pdata[0], claim))
          row = rows->pdata[k];
      if (row == NULL)
        {
          row = g_ptr_array_new ();
          g_ptr_array_add (rows, row);
        }
      if (row->len == 0 || ((const BlClaim *) row->pdata[row->len - 1])->at.article != claim->at.article)
        g_ptr_array_add (row, (gpointer) claim);
    }
  for (guint k = 0; k < rows->len; k++)
    bl_agreement_add (state, rows->pdata[k]);
}

void
bl_check_groups (BlCompareState *state)
{
  g_autoptr (GPtrArray) groups = group_claims (state);
  for (guint g = 0; g < groups->len; g++)
    {
      const GPtrArray *group = groups->pdata[g];
      if (group->len > MAX_GROUP)
        bl_compare_not_checked (state, "claims beyond the first 256 of one subject");
      const guint n = MIN (group->len, MAX_GROUP);
      g_autoptr (GHashTable) shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      for (guint i = 0; i < n; i++)
        for (guint k = i + 1; k < n; k++)
          compare_pair (state, shown, group->pdata[i], group->pdata[k]);
      corroborate (state, group, n);
    }
}
