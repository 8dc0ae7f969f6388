/* The order of two events: claim/contradiction where one sentence has "X before Y" and the other "X after Y", or "Y before X". Each sentence
 * is cut at its one "before" or "after" into what is told and what it is told to be before or after; both halves must be the same two,
 * straight or crossed, whatever else is said. */
#include "sentences/sentences.h"

#include "claims/cues.h"
#include "sentences/sentence_tokens.h"

#include <string.h>

/* A half says at least so much, and so much of the smaller one is in the other. */
#define MIN_TERMS 2
#define MIN_ALIKE 0.7

/* Halves that are this much alike crosswise, too, do not tell which is which. */
#define MAX_CROSSED 0.4

typedef struct
{
  gboolean after;    /* what is told came after */
  gboolean denied;   /* a word of denial stands somewhere: perhaps it never came to it */
  GPtrArray *told;   /* stems, borrowed */
  GPtrArray *anchor; /* of what it came before or after */
  BlSpan span;
} Order;

static void
order_clear (Order *order)
{
  g_clear_pointer (&order->told, g_ptr_array_unref);
  g_clear_pointer (&order->anchor, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static gboolean
is_connective (const BlWords *words, guint at)
{
  return bl_words_is (words, at, "before") || bl_words_is (words, at, "after");
}

/* The only "before" or "after" of a sentence; G_MAXUINT for none or several. */
static guint
find_connective (const BlWords *words)
{
  guint found = G_MAXUINT;
  for (guint i = 0; i < bl_words_count (words); i++)
    if (is_connective (words, i))
      {
        if (found != G_MAXUINT)
          return G_MAXUINT;
        found = i;
      }
  return found;
}

/* The first word behind at with a break before it. */
static guint
find_break (const BlWords *words, guint at, guint breaks)
{
  guint i = at + 1;
  while (i < bl_words_count (words) && (bl_words_get (words, i)->breaks & breaks) == 0)
    i++;
  return i;
}

/* The stems of words and ids of names that stand between two words; days and figures aside, which are compared elsewhere. */
static GPtrArray *
collect (const BlSentenceTokens *tokens, guint first, guint end)
{
  GPtrArray *stems = g_ptr_array_new ();
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const BlToken *token = bl_sentence_tokens_get (tokens, i);
      const guint word = bl_words_at (&tokens->words, token->span.start);
      if (word >= first && word < end && (token->kind == BL_TOKEN_WORD || token->kind == BL_TOKEN_ENTITY)
          && !g_ptr_array_find_with_equal_func (stems, token->stem, g_str_equal, NULL))
        g_ptr_array_add (stems, (gpointer) token->stem);
    }
  return stems;
}

static gboolean
has_denial (const BlCues *cues, const BlWords *words)
{
  for (guint i = 0; i < bl_words_count (words); i++)
    for (const BlCue *cue = bl_cues_match (cues, words, i, 0, 0); cue != NULL; cue = cue->next)
      if (cue->kind == BL_CUE_NEGATION || cue->kind == BL_CUE_DENIAL)
        return TRUE;
  return FALSE;
}

/* FALSE when the sentence tells of no order, or says too little. */
static gboolean
read_order (const BlCues *cues, const BlSentenceTokens *tokens, Order *order)
{
  const BlWords *words = &tokens->words;
  const guint at = find_connective (words), n = bl_words_count (words);
  if (at == G_MAXUINT || at + 1 >= n)
    return FALSE;
  const guint end = find_break (words, at, BL_BREAK_COMMA | BL_BREAK_STRONG);
  if (at == 0 && end == n)
    return FALSE;
  order->after = bl_words_is (words, at, "after");
  order->anchor = collect (tokens, at + 1, end);
  order->told = at == 0 ? collect (tokens, end, n) : collect (tokens, 0, at);
  order->denied = has_denial (cues, words);
  order->span = bl_span (bl_words_get (words, 0)->span.start, bl_words_get (words, (at == 0 ? n : end) - 1)->span.end);
  return order->told->len >= MIN_TERMS && order->anchor->len >= MIN_TERMS;
}

/* The part of the smaller list that is in the other. */
static double
alike (const GPtrArray *a, const GPtrArray *b)
{
  guint shared = 0;
  for (guint i = 0; i < a->len; i++)
    shared += g_ptr_array_find_with_equal_func ((GPtrArray *) b, a->pdata[i], g_str_equal, NULL);
  return shared >= MIN_TERMS ? (double) shared / MIN (a->len, b->len) : (double) shared / MAX (a->len, b->len);
}

static BlVerdict
judge (const BlSentencePair *pair, const Order *x, const Order *y)
{
  const double straight = MIN (alike (x->told, y->told), alike (x->anchor, y->anchor)),
               crossed = MIN (alike (x->told, y->anchor), alike (x->anchor, y->told));
  if (MAX (straight, crossed) < MIN_ALIKE)
    return bl_stopped (BL_GATE_SUBJECT, "the two tell of other events");
  if (MIN (straight, crossed) > MAX_CROSSED)
    return bl_stopped (BL_GATE_SLOT, "the two events are too much alike");
  if ((straight > crossed) == (x->after == y->after))
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "both have one order");
  if (x->denied != y->denied || pair->a.sentence->conditional || pair->b.sentence->conditional)
    return bl_stopped (BL_GATE_MODALITY, "one denies something, or tells what would be");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "two events in two orders");
}

static BlClaim *
claim_of (BlCompareState *state, const BlPairSide *side, const Order *order)
{
  BlClaim *claim
      = bl_compare_claim_at (state, bl_article_claims_article (side->article), order->span, "in-order", "reader/order");
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT, .text = claim->at.text, .surface = claim->at.text };
  return claim;
}

/* "Before" or "after" stands in the sentence: asked first, since most have none. */
static gboolean
may_have_order (const BlPairSide *side)
{
  guint n;
  const BlDocument *document = bl_article_claims_article (side->article)->document;
  const BlSpan span = bl_document_sentences (document, &n)[side->sentence->index].span;
  const char *text = bl_document_text (document, NULL) + span.start;
  const gssize length = (gssize) bl_span_length (span);
  return g_strstr_len (text, length, "efore ") != NULL || g_strstr_len (text, length, "fter ") != NULL;
}

void
bl_order_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  if (state->input->cues == NULL || !may_have_order (&pair->a) || !may_have_order (&pair->b))
    return;
  const BlSentenceTokens *a, *b;
  bl_sentence_tokens_of (state, pair, &a, &b);
  g_auto (Order) x = { 0 }, y = { 0 };
  if (!read_order (state->input->cues, a, &x) || !read_order (state->input->cues, b, &y))
    return;
  BlVerdict verdict = judge (pair, &x, &y);
  if (verdict.gate == BL_GATE_NONE && verdict.relation == BL_RELATION_CONTRADICTION && !bl_pair_is_of_one_day (state, pair))
    verdict.relation = BL_RELATION_DIFFERS;
  BlClaim *of_a = claim_of (state, &pair->a, &x), *of_b = claim_of (state, &pair->b, &y);
  if (!bl_same_quoting (of_a, of_b))
    verdict = bl_stopped (BL_GATE_QUOTE, "one stands inside a quotation");
  bl_pair_tell (state, &(BlConflict){ .a = of_a, .b = of_b, .say = bl_sentences_say }, verdict, 0.75, conflicts);
}
