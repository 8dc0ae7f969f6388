#include "pairs/pair_trace.h"

#include "compare/gate_order.h"
#include "pairs/pair_relation.h"

#include <string.h>

static gboolean
is_on (const GArray *side, guint article, guint sentence)
{
  for (guint i = 0; i < side->len; i++)
    {
      const BlTraceSentence *one = &g_array_index (side, BlTraceSentence, i);
      if (one->article == article && one->sentence == sentence)
        return TRUE;
    }
  return FALSE;
}

static gboolean
place_is_on (const GArray *side, const BlPlace *place)
{
  return is_on (side, place->article->index, place->sentence_index);
}

/* One place on either side of a BlPairTrace. */
static gboolean
is_across (gconstpointer data, const BlPlace *x, const BlPlace *y)
{
  const BlPairTrace *trace = data;
  return (place_is_on (trace->sides[0], x) && place_is_on (trace->sides[1], y))
         || (place_is_on (trace->sides[1], x) && place_is_on (trace->sides[0], y));
}

BlRelation
bl_pair_trace_relation (const BlPairTrace *trace)
{
  return bl_pair_relation (trace->findings, trace->comparisons, is_across, trace);
}

/* --- the two sides ------------------------------------------------------------------------------------------------- */

static void
write_text (GString *out, const char *indent, const char *text)
{
  g_autofree char *harmless = bl_harmless (text);
  for (char *p = strpbrk (harmless, "\r\n"); p != NULL; p = strpbrk (p, "\r\n"))
    *p = ' ';
  g_string_append_printf (out, "%s%s\n", indent, harmless);
}

static void
write_claim (GString *out, const BlClaim *claim)
{
  g_autofree char *key = bl_claim_key_string (claim);
  g_autoptr (GString) line = g_string_new (key);
  if (claim->value.kind != BL_VALUE_POLARITY)
    g_string_append_printf (line, " = “%s”", claim->value.surface != NULL ? claim->value.surface : claim->value.text);
  if (claim->polarity != BL_POLARITY_POSITIVE)
    g_string_append (line, claim->polarity == BL_POLARITY_NEGATIVE ? ", denied" : ", left open");
  if (claim->certainty->low < 0.95 && claim->certainty->word != NULL)
    g_string_append_printf (line, ", %s", claim->certainty->word);
  if (claim->speaker != NULL)
    g_string_append_printf (line, ", said by %s", claim->speaker);
  const struct
  {
    guint bit;
    const char *word;
  } voices[] = { { BL_VOICE_QUOTED, "quoted" },
                 { BL_VOICE_QUESTION, "asked" },
                 { BL_VOICE_CONDITION, "on a condition" },
                 { BL_VOICE_WISH, "wished" },
                 { BL_VOICE_PAST, "of earlier times" } };
  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    if ((claim->voice & voices[i].bit) != 0)
      g_string_append_printf (line, ", %s", voices[i].word);
  write_text (out, "    claim: ", line->str);
}

static const BlClaimSentence *
find_sentence (const BlPairTrace *trace, const BlTraceSentence *which)
{
  guint n = 0;
  const BlClaimSentence *sentences = bl_article_claims_sentences (trace->article_claims->pdata[which->article], &n);
  for (guint i = 0; i < n; i++)
    if (sentences[i].index == which->sentence)
      return &sentences[i];
  return NULL;
}

/* "A", or "A2" on a side of several sentences. */
static void
write_label (const BlPairTrace *trace, guint side, guint index, GString *out)
{
  g_string_append_c (out, side == 0 ? 'A' : 'B');
  if (trace->sides[side]->len > 1)
    g_string_append_printf (out, "%u", index + 1);
}

static void
write_sentence (const BlPairTrace *trace, guint side, guint index, GString *out)
{
  const BlTraceSentence *which = &g_array_index (trace->sides[side], BlTraceSentence, index);
  const BlArticleClaims *claims = trace->article_claims->pdata[which->article];
  const BlArticle *article = bl_article_claims_article (claims);
  guint n;
  const BlSpan span = bl_document_sentences (article->document, &n)[which->sentence].span;
  const BlLocation at = bl_document_locate (article->document, span);
  g_autofree char *text = bl_document_slice (article->document, span);
  g_autofree char *day = bl_date_format (article->published);
  write_label (trace, side, index, out);
  g_string_append_printf (out, "  %s:%u:%u%s%s\n", article->id, at.line, at.column, day[0] != '\0' ? ", " : "", day);
  write_text (out, "    ", text);
  const BlClaimSentence *sentence = find_sentence (trace, which);
  if (sentence == NULL)
    g_string_append (out, "    not read: a caption, a byline or boilerplate, or too long to be a sentence\n");
  for (guint i = 0; sentence != NULL && i < sentence->n_claims; i++)
    write_claim (out, bl_article_claims_list (claims)->pdata[sentence->first_claim + i]);
  if (sentence != NULL && sentence->n_claims == 0)
    g_string_append (out, "    no claim\n");
}

/* --- what was made of them ----------------------------------------------------------------------------------------- */

static const BlGateSentences *
find_alignment (const BlGateLog *log, const BlTraceSentence *a, const BlTraceSentence *b)
{
  const GArray *list = bl_gate_log_sentences (log);
  for (guint i = 0; i < list->len; i++)
    {
      const BlGateSentences *one = &g_array_index (list, BlGateSentences, i);
      const gboolean forth = one->article_a == a->article && one->sentence_a == a->sentence && one->article_b == b->article
                             && one->sentence_b == b->sentence;
      const gboolean back = one->article_a == b->article && one->sentence_a == b->sentence && one->article_b == a->article
                            && one->sentence_b == a->sentence;
      if (forth || back)
        return one;
    }
  return NULL;
}

/* ": fire, mill": the terms that both sentences have. */
static char *
shared_terms (const BlClaimSentence *a, const BlClaimSentence *b, guint *n)
{
  GString *shared = g_string_new (NULL);
  *n = 0;
  for (guint i = 0; i < a->n_terms; i++)
    if (g_strv_contains (b->terms, a->terms[i]))
      g_string_append_printf (shared, "%s%s", (*n)++ > 0 ? ", " : ": ", a->terms[i]);
  return g_string_free (shared, FALSE);
}

/* Nothing for sentences that share nothing. */
static gboolean
write_alignment (const BlPairTrace *trace, guint index_a, guint index_b, GString *out)
{
  const BlTraceSentence *a = &g_array_index (trace->sides[0], BlTraceSentence, index_a);
  const BlTraceSentence *b = &g_array_index (trace->sides[1], BlTraceSentence, index_b);
  const BlClaimSentence *x = find_sentence (trace, a), *y = find_sentence (trace, b);
  const BlGateSentences *found = find_alignment (trace->log, a, b);
  guint n = 0;
  g_autofree char *shared = x != NULL && y != NULL ? shared_terms (x, y, &n) : NULL;
  if (n == 0)
    return FALSE;
  write_label (trace, 0, index_a, out);
  g_string_append (out, " and ");
  write_label (trace, 1, index_b, out);
  if (found == NULL)
    g_string_append (out, ": not aligned; only rules, names and quotations hold them against each other\n");
  else
    g_string_append_printf (out, ": aligned by %.0f %% of the weight of the shorter, %.0f %% of both%s%s\n",
                            found->overlap * 100, found->dice * 100, found->why != NULL ? "; stopped: " : "",
                            found->why != NULL ? found->why : "");
  g_string_append_printf (out, "    of %u and %u terms they share %u%s\n", x->n_terms, y->n_terms, n, shared);
  return TRUE;
}

static void
write_alignments (const BlPairTrace *trace, GString *out)
{
  gboolean any = FALSE;
  for (guint i = 0; i < trace->sides[0]->len; i++)
    for (guint k = 0; k < trace->sides[1]->len; k++)
      any |= write_alignment (trace, i, k, out);
  if (!any)
    g_string_append (out, "the two share no term; only rules, names and quotations hold them against each other\n");
}

/* "interval  passed", one a line, up to the gate that stopped the pair. */
static void
write_gates (const BlGateEntry *entry, GString *out)
{
  const BlVerdict *verdict = &entry->verdict;
  const BlGate *order = bl_gate_order (entry->check);
  gboolean stopped = FALSE;
  for (guint i = 0; order != NULL && order[i] != BL_GATE_NONE && !stopped; i++)
    {
      stopped = order[i] == verdict->gate;
      if (!stopped)
        g_string_append_printf (out, "    %-10s passed\n", bl_gate_name (order[i]));
    }
  if (verdict->gate != BL_GATE_NONE)
    g_string_append_printf (out, "    %-10s stopped%s%s\n", bl_gate_name (verdict->gate), verdict->why != NULL ? ": " : "",
                            verdict->why != NULL ? verdict->why : "");
  g_string_append_printf (out, "    → %s", bl_relation_name (verdict->relation));
  if (verdict->gate == BL_GATE_NONE && verdict->why != NULL)
    g_string_append_printf (out, ": %s", verdict->why);
  g_string_append_c (out, '\n');
}

static guint
write_entries (const BlPairTrace *trace, GString *out)
{
  const GArray *entries = bl_gate_log_entries (trace->log);
  guint n = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const BlGateEntry *entry = &g_array_index (entries, BlGateEntry, i);
      const BlPlace *a = &entry->a->at;
      const gboolean alone = entry->b == NULL && (place_is_on (trace->sides[0], a) || place_is_on (trace->sides[1], a));
      if (!alone && (entry->b == NULL || !is_across (trace, a, &entry->b->at)))
        continue;
      g_autofree char *first = bl_harmless (entry->a->at.text);
      g_autofree char *second = entry->b != NULL ? bl_harmless (entry->b->at.text) : NULL;
      g_string_append_printf (out, "%s: “%s” ", entry->check, first);
      if (second != NULL)
        g_string_append_printf (out, "against “%s”\n", second);
      else
        g_string_append (out, "alone\n");
      write_gates (entry, out);
      n++;
    }
  return n;
}

void
bl_pair_trace_write (const BlPairTrace *trace, const BlTextOptions *options, GString *out)
{
  for (guint side = 0; side < G_N_ELEMENTS (trace->sides); side++)
    for (guint i = 0; i < trace->sides[side]->len; i++)
      write_sentence (trace, side, i, out);
  g_string_append_c (out, '\n');
  write_alignments (trace, out);
  if (write_entries (trace, out) == 0)
    g_string_append (out, "no two claims of the two are about one thing\n");
  g_string_append_c (out, '\n');
  const GPtrArray *findings = bl_findings_list (trace->findings);
  for (guint i = 0; i < findings->len; i++)
    if (bl_finding_is_across (findings->pdata[i], is_across, trace))
      bl_report_text_finding (findings->pdata[i], options, out);
  g_string_append_printf (out, "verdict: %s\n", bl_relation_name (bl_pair_trace_relation (trace)));
}
