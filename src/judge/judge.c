#include "judge/agreement.h"

#include "base/lists.h"

#include <string.h>

/* Remembers a figure that another supersedes, where days tell which is the later one. */
static void
remember_moved (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlVerdict verdict)
{
  if (a->value.kind != BL_VALUE_QUANTITY || b->value.kind != BL_VALUE_QUANTITY || a->at.article == b->at.article
      || bl_date_first_day (a->at.article->published) == 0 || bl_date_first_day (b->at.article->published) == 0)
    return;
  const BlRelated moved = { .relation = verdict.relation, .gate = verdict.gate, .a = a, .b = b };
  if (state->moved == NULL)
    state->moved = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  g_array_append_val (state->moved, moved);
}

/* Of what rules read: sentences that are only alike are disputed too often to be a list anybody reads. */
static gboolean
is_dispute (BlVerdict verdict, const BlClaim *claim)
{
  return verdict.relation == BL_RELATION_DISPUTED && verdict.gate == BL_GATE_SPEAKER && claim->rule != NULL;
}

void
bl_compare_judged (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlVerdict verdict)
{
  state->gates[verdict.gate] += verdict.gate != BL_GATE_NONE;
  /* What is superseded and passed all gates is told: a toll that rose. */
  const gboolean is_told = verdict.relation == BL_RELATION_SUPERSEDED && verdict.gate == BL_GATE_NONE;
  const gboolean is_related = verdict.relation >= BL_RELATION_VARIANT && verdict.relation < BL_RELATION_NONE && !is_told;
  const gboolean is_kept = state->input->keep_related || is_dispute (verdict, a);
  if (is_kept && is_related && b != NULL && a->at.article != b->at.article)
    {
      const BlRelated related = { .relation = verdict.relation, .gate = verdict.gate, .a = a, .b = b };
      g_array_append_val (state->related, related);
    }
  bl_agreement_note (state, a, b, verdict);
  if (verdict.relation == BL_RELATION_SUPERSEDED && b != NULL)
    remember_moved (state, a, b, verdict);
  if (state->input->log != NULL)
    {
      const BlGateEntry entry = { .check = state->check, .a = a, .b = b, .verdict = verdict };
      bl_gate_log_add (state->input->log, &entry);
    }
}

void
bl_compare_add (BlCompareState *state, BlComparison *comparison)
{
  g_ptr_array_add (state->found, comparison);
  bl_lists_add (state->told, comparison->claim, g_intern_string (comparison->id));
}

gboolean
bl_compare_has_told (const BlCompareState *state, const BlClaim *claim, const char *id)
{
  const GPtrArray *ids = g_hash_table_lookup (state->told, claim);
  return ids != NULL && g_ptr_array_find ((GPtrArray *) ids, g_intern_string (id), NULL);
}

void
bl_compare_not_checked (BlCompareState *state, const char *reason)
{
  bl_compare_not_checked_times (state, reason, 1);
}

void
bl_compare_not_checked_times (BlCompareState *state, const char *reason, guint n)
{
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (state->not_checked, reason));
  g_hash_table_replace (state->not_checked, g_strdup (reason), GUINT_TO_POINTER (before + n));
}

gboolean
bl_compare_is_later (const BlClaim *a, const BlClaim *b)
{
  const gint32 day_a = bl_date_first_day (a->at.article->published), day_b = bl_date_first_day (b->at.article->published);
  if (day_a != day_b)
    return day_a > day_b;
  if (a->at.article != b->at.article)
    return a->at.article->index > b->at.article->index;
  return a->at.location.offset > b->at.location.offset;
}

GPtrArray *
bl_compare_claims_of (const BlCompareState *state, const char *predicate)
{
  GPtrArray *claims = g_ptr_array_new ();
  const GPtrArray *articles = state->input->article_claims;
  for (guint i = 0; i < articles->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (articles->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        if (strcmp (((const BlClaim *) list->pdata[k])->predicate, predicate) == 0)
          g_ptr_array_add (claims, list->pdata[k]);
    }
  return claims;
}

BlClaim *
bl_compare_claim_at (BlCompareState *state, const BlArticle *article, BlSpan span, const char *predicate, const char *maker)
{
  BlArena *arena = state->arena;
  const BlDocument *document = article->document;
  const char *text = bl_document_text (document, NULL);
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  BlClaim *claim = bl_arena_new0 (arena, BlClaim);
  claim->predicate = predicate;
  claim->maker = maker;
  claim->polarity = BL_POLARITY_POSITIVE;
  claim->certainty = &bl_certainty_plain;
  claim->time = bl_date_range (article->published);
  BlPlace *at = &claim->at;
  at->article = article;
  at->location = bl_document_locate (document, span);
  at->text = bl_arena_strndup (arena, text + span.start, bl_span_length (span));
  at->sentence_index = bl_document_sentence_at (document, span.start);
  if (at->sentence_index < n)
    {
      const BlSpan around = sentences[at->sentence_index].span;
      at->sentence = bl_arena_strndup (arena, text + around.start, bl_span_length (around));
      at->in_sentence = bl_span (span.start - MIN (span.start, around.start), MIN (span.end, around.end) - around.start);
    }
  return claim;
}
