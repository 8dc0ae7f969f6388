#include "claims/extraction.h"

#include <string.h>

/* --- building ----------------------------------------------------------------------------------------------------- */

const char *
bl_extraction_text (BlExtraction *extraction, BlSpan span)
{
  gsize length;
  const char *text = bl_document_text (extraction->article->document, &length);
  return bl_arena_intern_len (extraction->arena, text + span.start, bl_span_length (span));
}

const char *
bl_extraction_folded (BlExtraction *extraction, BlSpan span)
{
  gsize length;
  const char *text = bl_document_text (extraction->article->document, &length);
  g_autofree char *folded = bl_fold_letters (text + span.start, (gssize) bl_span_length (span));
  return bl_arena_intern (extraction->arena, folded);
}

static guint
block_voice (BlBlockKind kind)
{
  switch (kind)
    {
    case BL_BLOCK_HEADLINE:
    case BL_BLOCK_DECK:
      return BL_VOICE_HEADLINE;
    case BL_BLOCK_BOILERPLATE:
    case BL_BLOCK_CAPTION:
      return BL_VOICE_BOILERPLATE;
    default:
      return 0;
    }
}

/* Most claims share their sentence with others, so its text is looked up by number and not by its letters. */
static const char *
sentence_text (BlExtraction *extraction, guint index, BlSpan span)
{
  if (extraction->sentences[index] == NULL)
    {
      gsize length;
      const char *text = bl_document_text (extraction->article->document, &length);
      extraction->sentences[index] = bl_arena_strndup (extraction->arena, text + span.start, bl_span_length (span));
    }
  return extraction->sentences[index];
}

BlClaim *
bl_extraction_add (BlExtraction *extraction, const char *predicate, const char *maker, BlSpan span)
{
  const BlDocument *document = extraction->article->document;
  guint n_sentences, n_blocks;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);

  BlClaim *claim = bl_arena_new0 (extraction->arena, BlClaim);
  claim->predicate = predicate;
  claim->maker = maker;
  claim->polarity = BL_POLARITY_POSITIVE;
  claim->certainty = &bl_certainty_plain;
  claim->value.text = "";
  claim->time = bl_date_range (extraction->article->published);

  const guint index = bl_document_sentence_at (document, span.start);
  BlPlace *at = &claim->at;
  at->article = extraction->article;
  at->location = bl_document_locate (document, span);
  at->text = bl_extraction_text (extraction, span);
  at->sentence_index = index;
  if (index < n_sentences)
    {
      const BlSpan around = sentences[index].span;
      at->sentence = sentence_text (extraction, index, around);
      at->in_sentence = bl_span (span.start - MIN (span.start, around.start), MIN (span.end, around.end) - around.start);
      claim->voice = block_voice (blocks[sentences[index].block].kind);
    }
  else
    at->in_sentence = bl_span (0, 0);
  if (bl_document_quote_at (document, span.start) != NULL)
    claim->voice |= BL_VOICE_QUOTED;
  g_ptr_array_add (extraction->claims, claim);
  return claim;
}

static const BlArgument *
copy_arguments (BlArena *arena, const BlArgument *arguments, guint n)
{
  if (n == 0)
    return NULL;
  BlArgument *copy = bl_arena_alloc (arena, n * sizeof (BlArgument));
  memcpy (copy, arguments, n * sizeof (BlArgument));
  return copy;
}

void
bl_claim_set_key (BlExtraction *extraction, BlClaim *claim, const BlArgument *arguments, guint n)
{
  claim->key = copy_arguments (extraction->arena, arguments, n);
  claim->n_key = (guint16) n;
}

void
bl_claim_set_others (BlExtraction *extraction, BlClaim *claim, const BlArgument *arguments, guint n)
{
  claim->others = copy_arguments (extraction->arena, arguments, n);
  claim->n_others = (guint16) n;
}

/* --- the whole article -------------------------------------------------------------------------------------------- */

void
bl_article_claims_free (BlArticleClaims *claims)
{
  if (claims == NULL)
    return;
  bl_mentions_free (claims->mentions);
  g_ptr_array_unref (claims->claims);
  bl_arena_free (claims->arena);
  g_free (claims);
}

const GPtrArray *
bl_article_claims_list (const BlArticleClaims *claims)
{
  return claims->claims;
}

const BlArticle *
bl_article_claims_article (const BlArticleClaims *claims)
{
  return claims->article;
}

const BlMentions *
bl_article_claims_mentions (const BlArticleClaims *claims)
{
  return claims->mentions;
}

const BlClaimSentence *
bl_article_claims_sentences (const BlArticleClaims *claims, guint *n)
{
  *n = claims->n_sentences;
  return claims->sentences;
}
