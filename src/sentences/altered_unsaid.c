/* What a summary says that its article does not have anywhere.
 *
 * Two outlets may each know what the other leaves out, and so a word that only one has says nothing. Who sums up a text has nothing but
 * the text: a state, a town or one of two opposites that the text never names was not found in it. */
#include "sentences/altered.h"

#include <string.h>

/* Fewer sentences may be an extract. */
#define FULL_SENTENCES 3

/* Of what stands near a word so much is the same where its place is sure. */
#define SURE_NEAR 3

static guint
count_sentences (const BlPairSide *side)
{
  guint n;
  bl_article_claims_sentences (side->article, &n);
  return n;
}

const BlPairSide *
bl_altered_full (const BlCompareState *state, const BlSentencePair *pair)
{
  const guint n_a = count_sentences (&pair->a), n_b = count_sentences (&pair->b);
  if (!state->input->one_event || pair->a.article == pair->b.article || MAX (n_a, n_b) < FULL_SENTENCES || n_a == n_b)
    return NULL;
  return n_a > n_b ? &pair->a : &pair->b;
}

/* Sentences of the full text that share so many terms with the one that sums up tell of the same. */
#define SHARED_TERMS 2

/* What the stem of a word for the same is looked for in. */
typedef struct
{
  const BlArticleClaims *full;
  const BlClaimSentence *summary;
} Sought;

static guint
count_shared (const BlClaimSentence *a, const BlClaimSentence *b)
{
  guint n = 0;
  for (guint i = 0; i < a->n_terms; i++)
    n += bl_sentence_has_term (b, a->terms[i]) ? 1 : 0;
  return n;
}

static gboolean
tells_with_stem (gconstpointer data, const char *stem)
{
  const Sought *sought = data;
  guint n;
  const BlClaimSentence *sentences = bl_article_claims_sentences (sought->full, &n);
  for (guint i = 0; i < n; i++)
    if (bl_sentence_has_term (&sentences[i], stem) && count_shared (&sentences[i], sought->summary) >= SHARED_TERMS)
      return TRUE;
  return FALSE;
}

static gboolean
sentence_has_stem (gconstpointer sentence, const char *stem)
{
  return bl_sentence_has_term (sentence, stem);
}

/* A word of its kind that says the same. */
static gboolean
has_alike (const BlAlteredPair *check, const BlToken *token, const char *kind, BlStemPredicate has, gconstpointer data)
{
  return token->kind == BL_TOKEN_WORD && bl_word_kinds_any_alike (check->state->input->kinds, token->text, kind, has, data);
}

gboolean
bl_altered_is_unsaid (const BlAlteredPair *check, const BlAltered *altered)
{
  if (check->full == NULL)
    return FALSE;
  const gboolean full_a = check->full == &check->pair->a;
  const BlToken *of_full = full_a ? altered->a : altered->b, *of_short = full_a ? altered->b : altered->a;
  const Sought sought = { .full = check->full->article, .summary = full_a ? check->pair->b.sentence : check->pair->a.sentence };
  if (bl_altered_article_has (check, check->full, of_short)
      || has_alike (check, of_short, altered->kind, tells_with_stem, &sought))
    return FALSE;
  /* What stands there otherwise may be said of something else in the summary: then the place has to be the surer. */
  const gboolean in_both = bl_sentence_has_term (sought.summary, of_full->stem)
                           || has_alike (check, of_full, altered->kind, sentence_has_stem, sought.summary);
  return !in_both || (altered->beside > 0 && altered->near >= SURE_NEAR);
}
