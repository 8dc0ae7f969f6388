/* claim/retracted: what an outlet has taken back ("it is 14, not 41") is told again, by whomever, on that day or later.
 *
 * The correction says what it is about: the content words and names of its sentences, without the value and without words of correcting.
 * A later figure or day with the wrong value, or a sentence with the wrong words, is about the same thing when its sentence shares two of
 * them at least, and a third of them; a figure must count what the correction names. What the correction says too little of is not
 * compared. */
#include "compare/checks.h"

#include "claims/cues.h"

#include <string.h>

/* What has been taken back is looked for so many days. */
#define WINDOW 366

#define LEAST_SHARED 2
#define SHARE 3 /* one of so many */

typedef struct
{
  const BlClaim *claim;
  const BlCorrectionDetail *detail;
  GHashTable *context; /* stems, ids; owned */
} Correction;

static void
correction_free (gpointer data)
{
  Correction *correction = data;
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

static Correction *
correction_new (BlCompareState *state, const BlClaim *claim)
{
  const BlCorrectionDetail *detail = claim->detail;
  const char *text = bl_document_text (claim->at.article->document, NULL);
  Correction *correction = g_new0 (Correction, 1);
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
count_shared (const Correction *correction, const BlClaimSentence *sentence)
{
  guint n = 0;
  for (const char *const *term = sentence->terms; *term != NULL; term++)
    n += g_hash_table_contains (correction->context, *term);
  return n;
}

static gboolean
is_about (BlCompareState *state, const Correction *correction, const BlClaimSentence *sentence, const char *text)
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

/* Not before it was taken back, and not much later; the article itself too, outside of the correction. */
static gboolean
is_later_use (const Correction *correction, const BlArticle *article)
{
  const BlArticle *from = correction->claim->at.article;
  const gint32 a = bl_date_first_day (from->published), b = bl_date_first_day (article->published);
  return article == from || a == 0 || b == 0 || (b >= a && b - a <= WINDOW);
}

static gboolean
is_inside (const BlDocument *document, guint sentence, const BlArticle *article, const GPtrArray *corrections)
{
  guint n;
  const BlSpan span = bl_document_sentences (document, &n)[sentence].span;
  for (guint i = 0; i < corrections->len; i++)
    {
      const Correction *correction = corrections->pdata[i];
      const BlSpan around = correction->detail->around;
      if (correction->claim->at.article == article && span.start < around.end && around.start < span.end)
        return TRUE;
    }
  return FALSE;
}

static void
tell (BlCompareState *state, const Correction *correction, const BlClaim *claim, const char *value)
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

static gboolean
is_counted (const BlQuantity *figure)
{
  return figure->noun[0] != '\0' && strcmp (figure->unit, "%") != 0;
}

static gboolean
is_figure (const Correction *correction, const BlClaim *claim)
{
  const BlQuantity *wrong = correction->detail->wrong_figure;
  if (wrong == NULL || strcmp (claim->predicate, "counts") != 0)
    return FALSE;
  const BlQuantity *figure = &claim->value.quantity;
  /* "14, not 41": what is counted stands elsewhere in the correction, what is measured would have its unit. */
  const gboolean unit
      = strcmp (figure->unit, wrong->unit) == 0 || (wrong->unit[0] == '\0' && figure->measure == NULL && is_counted (figure));
  const gboolean noun = figure->noun[0] == '\0' || g_hash_table_contains (correction->context, figure->noun);
  return unit && noun && !figure->open && figure->low == wrong->low && figure->high == wrong->high;
}

static gboolean
is_day (const Correction *correction, const BlClaim *claim)
{
  const BlDateMention *wrong = correction->detail->wrong_date;
  return wrong != NULL && wrong->range.known && strcmp (claim->predicate, "happens-on") == 0 && claim->value.date.known
         && claim->value.date.first == wrong->range.first && claim->value.date.last == wrong->range.last;
}

/* Whole words, written as the correction has them. */
static const char *
find_words (const char *text, gsize length, const char *words)
{
  const gsize n = strlen (words);
  for (const char *at = text; (at = memmem (at, length - (gsize) (at - text), words, n)) != NULL; at++)
    {
      const char before = at > text ? at[-1] : ' ', after = at + n < text + length ? at[n] : ' ';
      if (!g_ascii_isalnum (before) && !g_ascii_isalnum (after))
        return at;
    }
  return NULL;
}

/* The words that were wrong stand in a sentence, and those that are right do not. */
static const BlClaim *
find_phrase (BlCompareState *state, const Correction *correction, const BlArticle *article, BlSpan sentence)
{
  const BlCorrectionDetail *detail = correction->detail;
  if (detail->wrong_figure != NULL || detail->wrong_date != NULL)
    return NULL;
  const char *text = bl_document_text (article->document, NULL);
  const gsize length = bl_span_length (sentence);
  const char *at = find_words (text + sentence.start, length, detail->wrong);
  if (at == NULL || (detail->right != NULL && find_words (text + sentence.start, length, detail->right) != NULL))
    return NULL;
  const gsize start = (gsize) (at - text);
  BlClaim *claim
      = bl_compare_claim_at (state, article, bl_span (start, start + strlen (detail->wrong)), "corrects", "check/retracted");
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT, .text = detail->wrong, .surface = detail->wrong };
  return claim;
}

/* The first place of a sentence that tells it again, or NULL. */
static const BlClaim *
find_again (BlCompareState *state, const Correction *correction, const BlArticleClaims *claims, const BlClaimSentence *sentence)
{
  const BlArticle *article = bl_article_claims_article (claims);
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = sentence->first_claim; i < sentence->first_claim + sentence->n_claims; i++)
    if (is_figure (correction, list->pdata[i]) || is_day (correction, list->pdata[i]))
      return list->pdata[i];
  guint n;
  return find_phrase (state, correction, article, bl_document_sentences (article->document, &n)[sentence->index].span);
}

static void
check_article (BlCompareState *state, const Correction *correction, const BlArticleClaims *claims, const GPtrArray *all)
{
  const BlArticle *article = bl_article_claims_article (claims);
  if (!is_later_use (correction, article))
    return;
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
      if (again == NULL || is_inside (article->document, sentences[i].index, article, all))
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
  for (guint i = 0; i < corrections->len; i++)
    for (guint a = 0; a < state->input->article_claims->len; a++)
      check_article (state, corrections->pdata[i], state->input->article_claims->pdata[a], corrections);
}
