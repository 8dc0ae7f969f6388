/* The whole article: mentions, then every reader, then the rules. */
#include "readers/extract.h"

#include "readers/makers.h"
#include "readers/surroundings.h"

#include <string.h>

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

/* In no more room than they need. */
static void
keep_sentences (BlArticleClaims *claims, const GArray *read)
{
  claims->n_sentences = read->len;
  claims->sentences = bl_arena_alloc (claims->arena, read->len * sizeof (BlClaimSentence));
  if (read->len > 0)
    memcpy (claims->sentences, read->data, read->len * sizeof (BlClaimSentence));
}

/* Claims are in order of place, and so are the sentences they begin in. */
static void
share_claims (BlArticleClaims *claims)
{
  guint at = 0;
  for (guint i = 0; i < claims->n_sentences; i++)
    {
      BlClaimSentence *sentence = &claims->sentences[i];
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
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (BlClaimSentence));
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
                              .read = read };
  if (bl_mentions_n_skipped (claims->mentions) > 0)
    bl_problems_add (context->problems, BL_PROBLEM_PARTIAL, article->id, 0, 0,
                     "sentences longer than %u bytes, or that name too many things, were not read: %u", BL_LIMIT_SENTENCE_BYTES,
                     bl_mentions_n_skipped (claims->mentions));
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
  keep_sentences (claims, read);
  share_claims (claims);
  bl_arena_seal (claims->arena);
  return claims;
}
