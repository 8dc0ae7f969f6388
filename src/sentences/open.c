/* The comparison without rules: sentences that tell of the same thing are aligned (events/sentence_pairs.h), a table of checks looks at each pair
 * of them (sentences/pair_checks.h), and the conflicts are told. */
#include "sentences/sentences.h"

#include "figures/figures.h"
#include "judge/saying.h"
#include "sentences/inside.h"
#include "sentences/pair_checks.h"

#include <string.h>

/* --- telling ------------------------------------------------------------------------------------------------------- */

static guint
count_of (GHashTable *counts, const BlClaim *claim)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, claim));
}

static const char *
list_name (const BlClaim *claim)
{
  if (bl_is_predicate (claim, "happens-on"))
    return "the day of one event";
  const BlCountDetail *detail = claim->detail;
  if (detail->noun[0] != '\0')
    return NULL;
  if (strcmp (detail->quantity->unit, "%") == 0 || strcmp (detail->quantity->unit, "points") == 0)
    return "the percentage";
  return "the figure";
}

static void
say_list (BlComparison *comparison, const BlClaim *claim)
{
  const char *name = list_name (claim);
  if (name != NULL)
    {
      bl_comparison_say (comparison, "list", "%s", name);
      return;
    }
  const BlCountDetail *detail = claim->detail;
  gsize length;
  const char *text = bl_document_text (claim->at.article->document, &length);
  const BlSpan span = detail->quantity->noun_span;
  bl_comparison_say (comparison, "list", "number of %.*s", (int) bl_span_length (span), text + span.start);
}

static BlComparison *
tell (BlCompareState *state, const BlConflict *conflict, const BlClaim *claim, const BlClaim *other)
{
  const BlEvidence evidence
      = bl_evidence_claim (conflict->relation == BL_RELATION_CONTRADICTION ? BL_ROLE_CONTRADICTS : BL_ROLE_DIFFERS, other);
  BlComparison *comparison = bl_comparison_new (conflict->id, conflict->relation, claim, &evidence);
  g_autofree char *where = bl_where_name (claim, other);
  comparison->confidence = conflict->confidence;
  if (conflict->say != NULL)
    conflict->say (comparison, claim, other);
  else if (conflict->what != NULL)
    bl_comparison_say (comparison, "list", "%s", conflict->what);
  else
    say_list (comparison, claim);
  bl_comparison_say (comparison, "value", "%s", claim->value.surface);
  bl_comparison_say (comparison, "other", "%s", other->value.surface);
  bl_comparison_say (comparison, "where", "%s", where);
  bl_comparison_say (comparison, "part", "%s", bl_inside_part (claim));
  bl_compare_add (state, comparison);
  return comparison;
}

/* A headline is asked about, not its article; of two articles the one of more conflicts, or the later one; of one day the later in the
 * corpus. */
static gboolean
first_is_asked (const BlConflict *conflict, guint n_a, guint n_b)
{
  const BlClaim *head = bl_inside_head (conflict->a, conflict->b);
  if (head != NULL)
    return head == conflict->a;
  if (n_a != n_b)
    return n_a > n_b;
  const gint32 day_a = bl_date_first_day (conflict->a->at.article->published);
  const gint32 day_b = bl_date_first_day (conflict->b->at.article->published);
  return day_a > day_b;
}

/* Both sentences of a pair, in one order; owned by the caller. */
static char *
pair_name (const BlPlace *a, const BlPlace *b)
{
  const gboolean swap
      = a->article->index != b->article->index ? a->article->index > b->article->index : a->sentence_index > b->sentence_index;
  const BlPlace *x = swap ? b : a, *y = swap ? a : b;
  return g_strdup_printf ("%u:%u %u:%u", x->article->index, x->sentence_index, y->article->index, y->sentence_index);
}

/* Pairs of sentences that another check has told of already. */
static GHashTable *
told_pairs (const BlCompareState *state)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < state->found->len; i++)
    {
      const BlComparison *comparison = state->found->pdata[i];
      for (guint k = 0; k < comparison->evidence->len; k++)
        {
          const BlClaim *other = g_array_index (comparison->evidence, BlEvidence, k).claim;
          if (other != NULL)
            g_hash_table_add (pairs, pair_name (&comparison->claim->at, &other->at));
        }
    }
  return pairs;
}

/* Further conflicts of a claim that was asked about are more evidence. */
static void
tell_all (BlCompareState *state, const GArray *conflicts)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) before = told_pairs (state);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL); /* claim → BlComparison */
  for (guint i = 0; i < conflicts->len; i++)
    {
      const BlConflict *conflict = &g_array_index (conflicts, BlConflict, i);
      g_hash_table_insert (counts, (gpointer) conflict->a, GUINT_TO_POINTER (count_of (counts, conflict->a) + 1));
      g_hash_table_insert (counts, (gpointer) conflict->b, GUINT_TO_POINTER (count_of (counts, conflict->b) + 1));
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      const BlConflict *conflict = &g_array_index (conflicts, BlConflict, i);
      const gboolean first = first_is_asked (conflict, count_of (counts, conflict->a), count_of (counts, conflict->b));
      const BlClaim *claim = first ? conflict->a : conflict->b, *other = first ? conflict->b : conflict->a;
      BlComparison *comparison = g_hash_table_lookup (told, claim);
      g_autofree char *name = pair_name (&claim->at, &other->at);
      if (g_hash_table_contains (before, name))
        {
          bl_compare_judged (state, claim, other, bl_stopped (BL_GATE_SHOWN, "another check has told of the two sentences"));
          continue;
        }
      if (comparison == NULL)
        {
          comparison = tell (state, conflict, claim, other);
          g_hash_table_insert (told, (gpointer) claim, comparison);
          continue;
        }
      bl_compare_judged (state, claim, other, bl_stopped (BL_GATE_SHOWN, "one more witness of what is told already"));
      const BlEvidence evidence = bl_evidence_claim (g_array_index (comparison->evidence, BlEvidence, 0).role, other);
      if (!bl_comparison_shows (comparison, other))
        bl_comparison_add_evidence (comparison, &evidence);
    }
}

/* What the checks of sentences remember is asked by nobody behind them. */
static void
forget_sentences (BlCompareState *state)
{
  g_clear_pointer (&state->statements, bl_statements_read_free);
  g_clear_pointer (&state->tokens, bl_tokens_kept_free);
  g_clear_pointer (&state->ties, g_array_unref);
}

void
bl_sentences_say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  bl_comparison_say (comparison, "says", "“%s”", claim->at.text);
  bl_comparison_say (comparison, "other-says", "“%s”", other->at.text);
}

void
bl_check_open (BlCompareState *state)
{
  g_autoptr (BlPairs) pairs = bl_pairs_align (state);
  g_autoptr (GArray) conflicts = bl_pairs_check (state, pairs);
  bl_ages_compare (state, conflicts);
  bl_births_compare (state, conflicts);
  bl_event_slots_compare (state, conflicts);
  bl_conflicts_drop_disputed (state, conflicts);
  tell_all (state, conflicts);
  forget_sentences (state);
}
