#include "sentences/inside.h"

#include "figures/intervals.h"
#include "figures/slot.h"
#include "sentences/sentence_tokens.h"

#include <string.h>

/* Body sentences that tell the news itself. */
#define LEAD 3

/* Of the words of a headline so many stand in the sentence that tells the same. */
#define OF_LEAD 0.5

/* The noun of a figure stands this near, in bytes. */
#define NOUN_WITHIN 40

static BlBlockKind
block_kind (const BlArticle *article, guint sentence)
{
  guint n_blocks, n_sentences;
  const BlBlock *blocks = bl_document_blocks (article->document, &n_blocks);
  const BlSentence *sentences = bl_document_sentences (article->document, &n_sentences);
  return blocks[sentences[sentence].block].kind;
}

static gboolean
is_head (const BlArticle *article, guint sentence)
{
  const BlBlockKind kind = block_kind (article, sentence);
  return kind == BL_BLOCK_HEADLINE || kind == BL_BLOCK_DECK;
}

BlInside
bl_inside_kind (const BlSentencePair *pair)
{
  if (pair->a.article != pair->b.article)
    return BL_INSIDE_NOT;
  return pair->a.sentence->head != pair->b.sentence->head ? BL_INSIDE_HEAD : BL_INSIDE_BODY;
}

const char *
bl_inside_part (const BlClaim *claim)
{
  const BlBlockKind kind = block_kind (claim->at.article, claim->at.sentence_index);
  return kind == BL_BLOCK_HEADLINE ? "headline" : kind == BL_BLOCK_DECK ? "deck" : "article";
}

const BlClaim *
bl_inside_head (const BlClaim *a, const BlClaim *b)
{
  if (a->at.article != b->at.article)
    return NULL;
  const gboolean head_a = is_head (a->at.article, a->at.sentence_index), head_b = is_head (b->at.article, b->at.sentence_index);
  return head_a == head_b ? NULL : head_a ? a : b;
}

/* --- sentences of a body ------------------------------------------------------------------------------------------- */

/* Every token of the first but those of one kind stands in the second. */
static gboolean
is_contained (const BlSentenceTokens *tokens, const BlSentenceTokens *others, BlTokenKind but)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const BlToken *token = bl_sentence_tokens_get (tokens, i);
      gboolean found = token->kind == but;
      for (guint k = 0; k < others->tokens->len && !found; k++)
        found = strcmp (token->stem, bl_sentence_tokens_get (others, k)->stem) == 0;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* "Shut 12 roads in Fell" and "shut 17 roads in Tarn" each say what the other does not: parallel sentences, not one told twice. */
gboolean
bl_inside_repeats (BlCompareState *state, const BlSentencePair *pair)
{
  const BlSentenceTokens *a, *b;
  bl_sentence_tokens_of (state, pair, &a, &b);
  return is_contained (a, b, BL_TOKEN_VALUE) || is_contained (b, a, BL_TOKEN_VALUE);
}

/* "The company will not close the office": what it is about is all in the sentence that says that it will. */
gboolean
bl_inside_restates (BlCompareState *state, const BlSentencePair *pair)
{
  const BlSentenceTokens *a, *b;
  bl_sentence_tokens_of (state, pair, &a, &b);
  return is_contained (a, b, BL_TOKEN_FUNCTION) || is_contained (b, a, BL_TOKEN_FUNCTION);
}

/* "Earlier", "previously", "first": one of the sentences tells of another time or part (numbers.json, scopes). */
static gboolean
scopes_differ (const BlConflict *conflict)
{
  return bl_is_predicate (conflict->a, "counts")
         && bl_count_detail (conflict->a)->quantity->all_scopes != bl_count_detail (conflict->b)->quantity->all_scopes;
}

/* --- told in another place ----------------------------------------------------------------------------------------- */

/* The same figure, bare or with a comparable unit. */
static gboolean
says_figure (const BlMention *mention, const BlQuantity *quantity)
{
  if (!bl_mention_is_figure (mention) || bl_quantity_is_bound (mention->quantity))
    return FALSE;
  const BlQuantity *other = mention->quantity;
  const gboolean same = other->low == quantity->low && other->high == quantity->high;
  return same || (bl_quantities_comparable (other, quantity) && bl_quantities_fit (other, quantity) == BL_FIT_AGREES);
}

/* The two make it together, or one is left of the other: "six on Monday and four more", "from 300 to 120". */
static gboolean
makes_figure (const BlMention *a, const BlMention *b, const BlQuantity *quantity)
{
  if (!bl_mention_is_figure (a) || !bl_mention_is_figure (b) || !bl_quantities_comparable (a->quantity, quantity)
      || !bl_quantities_comparable (b->quantity, quantity))
    return FALSE;
  const double x = bl_quantity_said (a->quantity), y = bl_quantity_said (b->quantity), said = bl_quantity_said (quantity);
  return x + y == said || x - y == said || y - x == said || x * y == said;
}

static gboolean
says_day (const BlMention *mention, const BlDateMention *date)
{
  if (mention->type != BL_MENTION_DATE)
    return FALSE;
  const BlDateMention *other = &mention->date;
  if (date->weekday != 0 && other->weekday == date->weekday)
    return TRUE;
  if (date->written.precision >= BL_DATE_MONTH && other->written.precision >= BL_DATE_MONTH)
    return other->written.month == date->written.month
           && (other->written.precision != date->written.precision || other->written.day == date->written.day);
  return other->range.known && date->range.known && other->range.first == date->range.first
         && other->range.last == date->range.last;
}

/* The body says somewhere what the claim of the headline, or of one of its sentences, says. */
static gboolean
is_told_again (const BlSentencePair *pair, const BlClaim *claim)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (bl_article_claims_mentions (pair->a.article), &n);
  const gboolean counts = bl_is_predicate (claim, "counts");
  const BlQuantity *quantity = counts ? bl_count_detail (claim)->quantity : NULL;
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      if (mention->sentence == claim->at.sentence_index || is_head (claim->at.article, mention->sentence))
        continue;
      if (counts ? says_figure (mention, quantity) : says_day (mention, ((const BlDayDetail *) claim->detail)->date))
        return TRUE;
      for (guint k = i + 1; counts && k < n; k++)
        if (mentions[k].sentence == mention->sentence && makes_figure (mention, &mentions[k], quantity))
          return TRUE;
    }
  return FALSE;
}

/* --- settling ------------------------------------------------------------------------------------------------------ */

/* "180 jobs": with the noun where it stands close behind. Owned by the caller. */
static char *
value_text (const BlClaim *claim)
{
  if (!bl_is_predicate (claim, "counts"))
    return g_strdup (claim->value.surface);
  const BlSpan noun = bl_count_detail (claim)->quantity->noun_span;
  gsize length;
  const char *text = bl_document_text (claim->at.article->document, &length);
  const char *value = claim->value.surface, *found = g_strrstr_len (text, (gssize) noun.start, value);
  const gsize size = strlen (value);
  if (noun.start >= noun.end || found == NULL || (gsize) (found - text) + size + NOUN_WITHIN < noun.start)
    return g_strdup (value);
  return g_strndup (found, noun.end - (gsize) (found - text));
}

static void
say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  g_autofree char *says = value_text (claim);
  g_autofree char *other_says = value_text (other);
  bl_comparison_say (comparison, "says", "“%s”", says);
  bl_comparison_say (comparison, "other-says", "“%s”", other_says);
}

static gboolean
is_value (const BlClaim *claim)
{
  return bl_is_predicate (claim, "counts") || bl_is_predicate (claim, "happens-on");
}

/* The sentence is one of the first of the body. */
static gboolean
is_lead (const BlPairSide *side)
{
  guint n, n_body = 0;
  const BlClaimSentence *all = bl_article_claims_sentences (side->article, &n);
  for (guint i = 0; i < n && all[i].index < side->sentence->index; i++)
    n_body += !all[i].head;
  return n_body < LEAD;
}

/* Who writes a headline means what the first sentences say: the figures of both are of one thing. */
static void
settle_head (const BlSentencePair *pair, BlConflict *conflict)
{
  const BlPairSide *body = pair->a.sentence->head ? &pair->b : &pair->a;
  if (is_value (conflict->a) && is_lead (body) && pair->overlap >= OF_LEAD)
    conflict->relation = BL_RELATION_CONTRADICTION;
  if (conflict->relation != BL_RELATION_CONTRADICTION)
    return;
  conflict->id = "headline/contradicted";
  conflict->confidence = MAX (conflict->confidence, 0.8);
  if (is_value (conflict->a))
    conflict->say = say;
}

/* Why it is not told, or NULL. */
static const char *
refusal (const BlSentencePair *pair, const BlConflict *conflict, BlInside inside)
{
  if (inside == BL_INSIDE_HEAD)
    return is_value (conflict->a) && is_told_again (pair, bl_inside_head (conflict->a, conflict->b))
               ? "the article says elsewhere what the headline says"
               : NULL;
  if (conflict->relation != BL_RELATION_CONTRADICTION || scopes_differ (conflict))
    return "an article may tell how it was and how it is";
  if (!is_value (conflict->a))
    return NULL; /* what is stated has gates of its own */
  if (is_told_again (pair, conflict->a) && is_told_again (pair, conflict->b))
    return "the article tells both values more than once";
  return NULL;
}

void
bl_inside_settle (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts, guint from)
{
  const BlInside inside = bl_inside_kind (pair);
  guint n = from;
  state->check = "one article";
  for (guint i = from; i < conflicts->len; i++)
    {
      BlConflict conflict = g_array_index (conflicts, BlConflict, i);
      const char *why = refusal (pair, &conflict, inside);
      if (why != NULL)
        {
          bl_compare_judged (state, conflict.a, conflict.b, bl_stopped (BL_GATE_SLOT, why));
          continue;
        }
      if (inside == BL_INSIDE_HEAD)
        settle_head (pair, &conflict);
      else
        {
          conflict.id = "claim/self";
          if (is_value (conflict.a))
            conflict.say = say;
        }
      g_array_index (conflicts, BlConflict, n++) = conflict;
    }
  g_array_set_size (conflicts, n);
}
