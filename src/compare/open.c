/* The comparison without rules: sentences that tell of the same thing are aligned (compare/alignment.h), and a table of checks looks at
 * each pair of them (compare/pairs.h). */
#include "compare/alignment.h"
#include "compare/pairs.h"

#include <string.h>

/* Articles of unknown days: sentences with less in common may tell of two events of one kind. */
#define MIN_SHARED_UNDATED 7

/* The sentences of the corpus that are aligned. */
typedef struct
{
  GArray *alignable; /* BlAlignable */
  GArray *sides;     /* BlPairSide, by the same index */
} Sentences;

static gboolean
has_slots (const BlPairSide *side)
{
  for (guint i = 0; i < side->n_claims; i++)
    if (bl_is_predicate (side->claims[i], "counts") || bl_is_predicate (side->claims[i], "happens-on"))
      return TRUE;
  return FALSE;
}

static void
collect_article (Sentences *sentences, const BlArticleClaims *claims)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  const BlArticle *article = bl_article_claims_article (claims);
  guint n;
  const BlClaimSentence *all = bl_article_claims_sentences (claims, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlPairSide side = { .article = claims,
                                .sentence = &all[i],
                                .claims = (const BlClaim *const *) list->pdata + all[i].first_claim,
                                .n_claims = all[i].n_claims };
      const BlAlignable sentence = {
        .terms = all[i].terms, .article = article->index, .day = bl_date_first_day (article->published), .head = all[i].head
      };
      if (!has_slots (&side))
        continue;
      g_array_append_val (sentences->alignable, sentence);
      g_array_append_val (sentences->sides, side);
    }
}

/* --- telling ------------------------------------------------------------------------------------------------------- */

static guint
count_of (GHashTable *counts, const BlClaim *claim)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, claim));
}

static gboolean
shows (const BlComparison *comparison, const BlClaim *claim)
{
  for (guint i = 0; i < comparison->evidence->len; i++)
    if (g_array_index (comparison->evidence, BlEvidence, i).claim == claim)
      return TRUE;
  return FALSE;
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
  else
    say_list (comparison, claim);
  bl_comparison_say (comparison, "value", "%s", claim->value.surface);
  bl_comparison_say (comparison, "other", "%s", other->value.surface);
  bl_comparison_say (comparison, "where", "%s", where);
  bl_compare_add (state, comparison);
  return comparison;
}

/* The later article of a conflict; of one day the later in the corpus. */
static gboolean
first_is_later (const BlConflict *conflict)
{
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

/* Of the two sides the one that stands against more others is asked about; of equals the later one. Further conflicts of a claim
 * that was asked about are more evidence. */
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
      const guint n_a = count_of (counts, conflict->a), n_b = count_of (counts, conflict->b);
      const gboolean first = n_a != n_b ? n_a > n_b : first_is_later (conflict);
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
      if (!shows (comparison, other))
        bl_comparison_add_evidence (comparison, &evidence);
    }
}

static void
log_pair (BlGateLog *log, const BlSentencePair *pair, const char *why)
{
  const BlGateSentences entry = { .article_a = bl_article_claims_article (pair->a.article)->index,
                                  .article_b = bl_article_claims_article (pair->b.article)->index,
                                  .sentence_a = pair->a.sentence->index,
                                  .sentence_b = pair->b.sentence->index,
                                  .overlap = pair->overlap,
                                  .dice = pair->dice,
                                  .n_shared = pair->n_shared,
                                  .why = why };
  bl_gate_log_add_sentences (log, &entry);
}

void
bl_check_open (BlCompareState *state)
{
  static const struct
  {
    const char *name;
    BlPairCheck run;
  } checks[] = { { "figures", bl_figures_compare }, { "days", bl_days_compare } };
  const GPtrArray *articles = state->input->article_claims;
  g_autoptr (GArray) alignable = g_array_new (FALSE, FALSE, sizeof (BlAlignable));
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (BlPairSide));
  Sentences sentences = { .alignable = alignable, .sides = sides };
  for (guint i = 0; i < articles->len; i++)
    collect_article (&sentences, articles->pdata[i]);
  guint64 n_cut;
  g_autoptr (GArray) aligned = bl_align (alignable, &n_cut);
  if (n_cut > 0)
    bl_compare_not_checked (state, "sentences on the same things beyond the nearest 16");
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (BlConflict));
  for (guint i = 0; i < aligned->len; i++)
    {
      const BlAligned *found = &g_array_index (aligned, BlAligned, i);
      const BlSentencePair pair
          = { .a = g_array_index (sides, BlPairSide, found->a),
              .b = g_array_index (sides, BlPairSide, found->b),
              .overlap = found->overlap,
              .dice = found->dice,
              .n_shared = found->n_shared,
              .dated = state->input->one_event || g_array_index (alignable, BlAlignable, found->a).day != 0 };
      const gboolean stopped = !pair.dated && (pair.dice < BL_NEARLY_SAME || pair.n_shared < MIN_SHARED_UNDATED);
      if (state->input->log != NULL)
        log_pair (state->input->log, &pair, stopped ? "of unknown days, and not nearly the same" : NULL);
      if (stopped)
        {
          state->gates[BL_GATE_TIME]++;
          continue;
        }
      for (guint k = 0; k < G_N_ELEMENTS (checks); k++)
        {
          state->check = checks[k].name;
          checks[k].run (state, &pair, conflicts);
        }
    }
  tell_all (state, conflicts);
}
