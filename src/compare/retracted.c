/* claim/retracted: what an outlet has taken back ("it is 14, not 41") is told again, by whomever, on that day or later.
 *
 * The correction says what it is about: the content words and names of its sentences, without the value and without words of correcting.
 * A later figure or day with the wrong value, or a sentence with the wrong words, is about the same thing when its sentence shares two of
 * them at least, and a third of them; a figure must count what the correction names. What the correction says too little of is not
 * compared. */
#include "compare/own_checks.h"

#include "base/lists.h"
#include "compare/retracted.h"
#include "judge/saying.h"

#include "claims/cues.h"

#include <string.h>

#define LEAST_SHARED 2
#define SHARE 3 /* one of so many */

static void
correction_free (gpointer data)
{
  BlTakenBack *correction = data;
  g_hash_table_unref (correction->context);
  g_free (correction);
}

/* --- what a correction is about ------------------------------------------------------------------------------------ */

/* Stems of a text that say what it is about. */
static void
add_stems (BlCompareState *state, const char *text, gsize length, GHashTable *out)
{
  const BlSourcingWords *sourcing = bl_cues_sourcing_words (state->input->cues);
  g_autofree char *folded = bl_fold_letters (text, (gssize) length);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 1 && !g_ascii_isdigit (words[i][0]) && !bl_cues_is_stop_word (state->input->cues, words[i])
        && !bl_sourcing_has (sourcing, BL_SOURCING_LIGHT, words[i]))
      g_hash_table_add (out, g_strdup (bl_stemmer_stem (state->stemmer, words[i], strlen (words[i]))));
}

static void
remove_stems (BlCompareState *state, const char *text, GHashTable *from)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (text != NULL)
    add_stems (state, text, strlen (text), stems);
  GHashTableIter iter;
  gpointer stem;
  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    g_hash_table_remove (from, stem);
}

static BlTakenBack *
correction_new (BlCompareState *state, const BlClaim *claim)
{
  const BlCorrectionDetail *detail = claim->detail;
  const char *text = bl_document_text (claim->at.article->document, NULL);
  BlTakenBack *correction = g_new0 (BlTakenBack, 1);
  correction->claim = claim;
  correction->detail = detail;
  correction->context = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_stems (state, text + detail->around.start, bl_span_length (detail->around), correction->context);
  /* A figure's noun stays: "41 people" is about people. */
  if (detail->wrong_figure == NULL && detail->wrong_date == NULL)
    {
      remove_stems (state, detail->wrong, correction->context);
      remove_stems (state, detail->right, correction->context);
    }
  return correction;
}

static GPtrArray *
read_corrections (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "corrects");
  GPtrArray *list = g_ptr_array_new_with_free_func (correction_free);
  for (guint i = 0; i < claims->len; i++)
    if (((const BlCorrectionDetail *) ((const BlClaim *) claims->pdata[i])->detail)->wrong != NULL)
      g_ptr_array_add (list, correction_new (state, claims->pdata[i]));
  return list;
}

/* --- where it is told again ---------------------------------------------------------------------------------------- */

/* Words of a sentence that the correction is about; terms are stems and ids. */
static guint
count_shared (const BlTakenBack *correction, const BlClaimSentence *sentence)
{
  guint n = 0;
  for (const char *const *term = sentence->terms; *term != NULL; term++)
    n += g_hash_table_contains (correction->context, *term);
  return n;
}

static gboolean
is_about (BlCompareState *state, const BlTakenBack *correction, const BlClaimSentence *sentence, const char *text)
{
  const guint size = g_hash_table_size (correction->context);
  guint n = count_shared (correction, sentence);
  if (n < LEAST_SHARED)
    {
      /* Names are ids among the terms, not words. */
      g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      add_stems (state, text, strlen (text), stems);
      GHashTableIter iter;
      gpointer stem;
      g_hash_table_iter_init (&iter, stems);
      for (n = 0; g_hash_table_iter_next (&iter, &stem, NULL);)
        n += g_hash_table_contains (correction->context, stem);
    }
  return n >= LEAST_SHARED && n * SHARE >= size;
}

/* corrections: those of the article, or NULL. */
static gboolean
is_inside (const BlDocument *document, guint sentence, const GPtrArray *corrections)
{
  guint n;
  const BlSpan span = bl_document_sentences (document, &n)[sentence].span;
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const BlSpan around = ((const BlTakenBack *) corrections->pdata[i])->detail->around;
      if (span.start < around.end && around.start < span.end)
        return TRUE;
    }
  return FALSE;
}

static void
tell (BlCompareState *state, const BlTakenBack *correction, const BlClaim *claim, const char *value)
{
  const BlEvidence evidence = bl_evidence_claim (BL_ROLE_CONTRADICTS, correction->claim);
  BlComparison *comparison = bl_comparison_new ("claim/retracted", BL_RELATION_CONTRADICTION, claim, &evidence);
  g_autofree char *where = bl_where_name (claim, correction->claim);
  comparison->confidence = 0.75;
  bl_comparison_say (comparison, "value", "%s", value);
  bl_comparison_say (comparison, "where", "%s", where);
  if (correction->detail->right != NULL)
    bl_comparison_say (comparison, "right", "%s", correction->detail->right);
  bl_compare_add (state, comparison);
}

/* The words that were wrong stand in a sentence, and those that are right do not. */
static const BlClaim *
find_phrase (BlCompareState *state, const BlTakenBack *correction, const BlArticle *article, BlSpan sentence)
{
  const BlCorrectionDetail *detail = correction->detail;
  if (detail->wrong_figure != NULL || detail->wrong_date != NULL)
    return NULL;
  const char *text = bl_document_text (article->document, NULL);
  const gsize length = bl_span_length (sentence);
  const char *at = bl_retold_find_words (text + sentence.start, length, detail->wrong);
  if (at == NULL || (detail->right != NULL && bl_retold_find_words (text + sentence.start, length, detail->right) != NULL))
    return NULL;
  const gsize start = (gsize) (at - text);
  BlClaim *claim
      = bl_compare_claim_at (state, article, bl_span (start, start + strlen (detail->wrong)), "corrects", "check/retracted");
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT, .text = detail->wrong, .surface = detail->wrong };
  return claim;
}

/* The first place of a sentence that tells it again, or NULL. */
static const BlClaim *
find_again (BlCompareState *state, const BlTakenBack *correction, const BlArticleClaims *claims,
            const BlClaimSentence *sentence)
{
  const BlArticle *article = bl_article_claims_article (claims);
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = sentence->first_claim; i < sentence->first_claim + sentence->n_claims; i++)
    if (bl_taken_back_is_value (correction, list->pdata[i]))
      return list->pdata[i];
  guint n;
  return find_phrase (state, correction, article, bl_document_sentences (article->document, &n)[sentence->index].span);
}

static void
check_article (BlCompareState *state, const BlTakenBack *correction, const BlArticleClaims *claims, const GPtrArray *own)
{
  const BlArticle *article = bl_article_claims_article (claims);
  gsize length;
  const char *text = bl_document_text (article->document, &length);
  if (memmem (text, length, correction->detail->wrong, strlen (correction->detail->wrong)) == NULL)
    return;
  guint n, n_sentences;
  const BlClaimSentence *sentences = bl_article_claims_sentences (claims, &n);
  const BlSentence *spans = bl_document_sentences (article->document, &n_sentences);
  for (guint i = 0; i < n; i++)
    {
      const BlClaim *again = find_again (state, correction, claims, &sentences[i]);
      if (again == NULL || is_inside (article->document, sentences[i].index, own))
        continue;
      g_autofree char *sentence = bl_document_slice (article->document, spans[sentences[i].index].span);
      if (!is_about (state, correction, &sentences[i], sentence))
        continue;
      tell (state, correction, again, correction->detail->wrong);
      return; /* once an article */
    }
}

void
bl_check_retracted (BlCompareState *state)
{
  if (state->input->cues == NULL)
    return;
  g_autoptr (GPtrArray) corrections = read_corrections (state);
  if (corrections->len == 0)
    return;
  g_autoptr (GArray) pairs = bl_retold_find (state, corrections);
  g_autoptr (GHashTable) by_article = bl_lists_new (NULL, NULL);
  for (guint i = 0; i < corrections->len; i++)
    {
      const BlTakenBack *correction = corrections->pdata[i];
      bl_lists_add (by_article, correction->claim->at.article, correction);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const BlRetold *pair = &g_array_index (pairs, BlRetold, i);
      const BlArticleClaims *claims = state->input->article_claims->pdata[pair->article];
      const GPtrArray *own = g_hash_table_lookup (by_article, bl_article_claims_article (claims));
      check_article (state, corrections->pdata[pair->correction], claims, own);
    }
}
