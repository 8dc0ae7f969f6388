#include "judge/agreement.h"

#include <string.h>

GHashTable *
bl_compare_lists_new (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

void
bl_compare_lists_add (GHashTable *lists, gconstpointer key, gconstpointer element)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) key, list);
    }
  g_ptr_array_add (list, (gpointer) element);
}

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
  bl_compare_lists_add (state->told, comparison->claim, g_intern_string (comparison->id));
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
  claim->certainty = (BlCertainty){ .low = 0.95, .high = 1, .word = "sure" };
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

BlEvidence
bl_evidence_knowledge (const char *text, const char *note, const BlReference *reference, char **origin)
{
  *origin = g_strdup_printf ("%s#%s", reference->file, reference->entry);
  return (BlEvidence){ .role = BL_ROLE_KNOWLEDGE, .text = text, .note = note, .origin = *origin };
}

char *
bl_term_note (const BlTerm *term)
{
  g_autofree char *from = bl_date_format (term->from);
  g_autofree char *to = bl_date_format (term->to);
  if (from[0] == '\0' && to[0] == '\0')
    return g_strdup (term->office->id);
  return g_strdup_printf ("%s %s/%s", term->office->id, from, to);
}

const char *
bl_article_for (const char *name)
{
  static const char *const with_article[]
      = { "United",   "Netherlands", "Philippines", "Czech",           "Dominican",     "European",
          "Maldives", "Bahamas",     "Gambia",      "Central African", "African Union", NULL };
  for (guint i = 0; with_article[i] != NULL; i++)
    if (g_str_has_prefix (name, with_article[i]))
      return "the ";
  return "";
}

char *
bl_office_name (const BlOffice *office)
{
  const char *label = office->labels != NULL && office->labels[0] != NULL ? office->labels[0] : office->role->labels[0];
  const char *of = office->organisation != NULL ? office->organisation->name
                   : office->country != NULL    ? office->country->name
                                                : office->jurisdiction;
  /* "foreign secretary" needs its country; "German chancellor", "US senator" and "governor of Texas" carry theirs. */
  if (g_ascii_isupper (label[0]) || strstr (label, of) != NULL || strstr (label, " of ") != NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s of %s%s", label, bl_article_for (of), of);
}

char *
bl_day_name (const BlArticle *article)
{
  return article->published.precision != BL_DATE_UNKNOWN ? bl_date_format (article->published) : g_strdup ("an unknown day");
}

char *
bl_where_name (const BlClaim *claim, const BlClaim *other)
{
  const BlArticle *article = other->at.article;
  if (claim->at.article == article)
    return g_strdup ("the same article");
  const char *name = article->source != NULL ? article->source->name : article->id;
  if (article->published.precision == BL_DATE_UNKNOWN)
    return g_strdup (name);
  g_autofree char *day = bl_date_format (article->published);
  return g_strdup_printf ("%s of %s", name, day);
}

gint64
bl_days_apart (BlDateRange a, BlDateRange b)
{
  if (!a.known || !b.known)
    return -1;
  if (a.last < b.first)
    return (gint64) b.first - a.last;
  if (b.last < a.first)
    return (gint64) a.first - b.last;
  return 0;
}
