#include "claims/claims.h"

#include "claims/extraction.h"
#include "claims/surroundings.h"

#include <string.h>

struct BlArticleClaims
{
  const BlArticle *article;
  BlMentions *mentions;
  BlArena *arena;
  GPtrArray *claims; /* BlClaim *, in the arena, by place */
  GArray *sentences; /* BlClaimSentence */
};

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
  claim->certainty = (BlCertainty){ .low = 0.95, .high = 1, .word = "sure" };
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
  claim->n_key = n;
}

void
bl_claim_set_others (BlExtraction *extraction, BlClaim *claim, const BlArgument *arguments, guint n)
{
  claim->others = copy_arguments (extraction->arena, arguments, n);
  claim->n_others = n;
}

/* --- the whole article -------------------------------------------------------------------------------------------- */

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const BlClaim *x = *(BlClaim *const *) a, *y = *(BlClaim *const *) b;
  if (x->at.location.offset != y->at.location.offset)
    return x->at.location.offset < y->at.location.offset ? -1 : 1;
  const int predicate = strcmp (x->predicate, y->predicate);
  if (predicate != 0)
    return predicate;
  const int maker = strcmp (x->maker, y->maker);
  if (maker != 0)
    return maker;
  /* A coordinated subject gives several claims of one place: their keys tell them apart. */
  for (guint i = 0; i < MIN (x->n_key, y->n_key); i++)
    {
      const int key = strcmp (x->key[i].value, y->key[i].value);
      if (key != 0)
        return key;
    }
  return g_strcmp0 (x->value.text, y->value.text);
}

/* Claims are in order of place, and so are the sentences they begin in. */
static void
share_claims (BlArticleClaims *claims)
{
  guint at = 0;
  for (guint i = 0; i < claims->sentences->len; i++)
    {
      BlClaimSentence *sentence = &g_array_index (claims->sentences, BlClaimSentence, i);
      while (at < claims->claims->len && ((BlClaim *) claims->claims->pdata[at])->at.sentence_index < sentence->index)
        at++;
      sentence->first_claim = at;
      while (at < claims->claims->len && ((BlClaim *) claims->claims->pdata[at])->at.sentence_index == sentence->index)
        at++;
      sentence->n_claims = at - sentence->first_claim;
    }
}

BlArticleClaims *
bl_claims_extract (const BlClaimContext *context, BlScanner *scanner, const BlArticle *article)
{
  BlArticleClaims *claims = g_new0 (BlArticleClaims, 1);
  claims->article = article;
  claims->arena = bl_arena_new ();
  claims->claims = g_ptr_array_new ();
  claims->sentences = g_array_new (FALSE, FALSE, sizeof (BlClaimSentence));
  claims->mentions = bl_mentions_find (context->finder, article);
  guint n_sentences;
  bl_document_sentences (article->document, &n_sentences);
  g_autofree const char **sentences = g_new0 (const char *, n_sentences);
  BlExtraction extraction = { .context = context,
                              .article = article,
                              .mentions = claims->mentions,
                              .arena = claims->arena,
                              .claims = claims->claims,
                              .sentences = sentences,
                              .read = claims->sentences };
  if (bl_mentions_n_skipped (claims->mentions) > 0)
    bl_problems_add (context->problems, BL_PROBLEM_PARTIAL, article->id, 0, 0,
                     "%u sentences are longer than %u bytes or name too many things; they were not read",
                     bl_mentions_n_skipped (claims->mentions), BL_LIMIT_SENTENCE_BYTES);
  bl_read_names (&extraction);
  bl_read_titles (&extraction);
  bl_read_pronouns (&extraction);
  bl_read_weekdays (&extraction);
  bl_read_credits (&extraction);
  bl_read_corrections (&extraction);
  bl_read_sentences (&extraction);
  bl_read_quotes (&extraction);
  bl_make_pattern_claims (&extraction, scanner);
  g_ptr_array_sort (claims->claims, compare_claims);
  share_claims (claims);
  bl_arena_seal (claims->arena);
  return claims;
}

void
bl_article_claims_free (BlArticleClaims *claims)
{
  if (claims == NULL)
    return;
  bl_mentions_free (claims->mentions);
  g_ptr_array_unref (claims->claims);
  g_array_unref (claims->sentences);
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
  *n = claims->sentences->len;
  return (const BlClaimSentence *) (gpointer) claims->sentences->data;
}
