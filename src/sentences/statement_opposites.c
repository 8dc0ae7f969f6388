/* Two statements, neither of them a denial, that say opposite things of the same, or exchange who did it and to whom. */
#include "sentences/statement_conflicts.h"

#include "knowledge/names.h"

#include <string.h>

/* Names this alike are one name in two spellings. */
#define ONE_NAME 0.72

const char *
bl_stated_predicate (const BlStated *stated, const BlStatement *statement)
{
  /* Who became it was it. */
  if (strcmp (statement->lemma, "become") == 0 && statement->complement != BL_NO_PHRASE)
    return "be";
  return bl_syntax_same (bl_stated_syntax (stated), statement->lemma);
}

gboolean
bl_stated_is_any (const BlStated *stated, guint phrase)
{
  static const char *const words[] = { "a", "an", "some", "another", "one", "many", "several", "any", "other", "few", NULL };
  if (phrase == BL_NO_PHRASE)
    return FALSE;
  const BlTaggedWord *first = bl_phrases_word (bl_stated_phrases (stated), bl_stated_phrase (stated, phrase)->first);
  return first->tag == BL_TAG_NUMBER || g_strv_contains (words, first->text)
         || bl_syntax_has (bl_stated_syntax (stated), BL_WORDS_ANYBODY, bl_stated_phrase (stated, phrase)->lemma);
}

gboolean
bl_stated_one_topic (const BlStatedPair *pair, const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b)
{
  return pair->one_event && bl_stated_same_topic (a, phrase_a, b, phrase_b);
}

/* One phrase a slot, which both may lack; only one may where missing_ok. */
static BlPhraseFit
fit_slot (const BlStatedPair *pair, guint phrase_a, guint phrase_b, gboolean missing_ok)
{
  if (phrase_a == BL_NO_PHRASE || phrase_b == BL_NO_PHRASE)
    return phrase_a == phrase_b || missing_ok ? BL_FIT_YES : BL_FIT_NO;
  return bl_fit_phrases (&pair->a, phrase_a, &pair->b, phrase_b);
}

/* Who acts; of a passive without an agent, what is acted upon. */
static gboolean
is_about_any (const BlStated *stated, const BlStatement *statement)
{
  return bl_stated_is_any (stated, statement->subject != BL_NO_PHRASE ? statement->subject : statement->object);
}

/* One topic under two names is one subject. */
static BlPhraseFit
fit_subjects (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  const BlPhraseFit fit = bl_fit_subjects (&pair->a, x, &pair->b, y);
  return (fit == BL_FIT_NO || fit == BL_FIT_WEAK) && bl_stated_one_topic (pair, &pair->a, x->subject, &pair->b, y->subject)
             ? BL_FIT_YES
             : fit;
}

gboolean
bl_stated_opposite (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  const BlSyntax *syntax = bl_stated_syntax (&pair->a);
  const char *lemma_x = bl_stated_predicate (&pair->a, x), *lemma_y = bl_stated_predicate (&pair->b, y);
  const gboolean same = strcmp (lemma_x, lemma_y) == 0;
  guint n_opposite = !same ? 1 : 0;
  if (!same && !bl_syntax_opposite (syntax, x->lemma, y->lemma) && !bl_syntax_opposite (syntax, lemma_x, lemma_y))
    return FALSE;
  if (is_about_any (&pair->a, x) || is_about_any (&pair->b, y) || ((x->flags ^ y->flags) & BL_STATED_RELATIVE) != 0)
    return FALSE;
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (&pair->a, x, &pair->b, y);
  if (adjuncts.conflict || (adjuncts.n_only_a > 0 && adjuncts.n_only_b > 0))
    return FALSE;
  const BlPhraseFit fits[] = { fit_subjects (pair, x, y), fit_slot (pair, x->object, y->object, FALSE),
                               fit_slot (pair, x->complement, y->complement, FALSE) };
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      if (fits[i] == BL_FIT_NO || fits[i] == BL_FIT_WEAK)
        return FALSE;
      n_opposite += fits[i] == BL_FIT_OPPOSITE ? 1 : 0;
    }
  n_opposite += adjuncts.opposite ? 1 : 0;
  if (fits[0] == BL_FIT_OPPOSITE || (x->subject == BL_NO_PHRASE && x->object == BL_NO_PHRASE))
    return FALSE;
  /* What began also ended: opposite verbs need the same circumstances. */
  if (!same
      && (adjuncts.n_only_a + adjuncts.n_only_b + adjuncts.n_times_a + adjuncts.n_times_b > 0 || pair->dice < BL_MIN_OPPOSITE))
    return FALSE;
  return n_opposite == 1;
}

/* --- who and whom -------------------------------------------------------------------------------------------------- */

/* Whom it is done to: the object, else what "to", "from" or "against" stands before. */
static guint
other_party (const BlStated *stated, const BlStatement *statement, gboolean *by_object)
{
  static const char *const words[] = { "to", "from", "against", NULL };
  *by_object = FALSE;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (statement->adjuncts[i].preposition != G_MAXUINT
        && g_strv_contains (words, bl_phrases_word (bl_stated_phrases (stated), statement->adjuncts[i].preposition)->text))
      return statement->adjuncts[i].phrase;
  *by_object = TRUE;
  return statement->object;
}

gboolean
bl_stated_exchanged (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  gboolean object_x, object_y;
  const guint other_x = other_party (&pair->a, x, &object_x), other_y = other_party (&pair->b, y, &object_y);
  if (x->subject == BL_NO_PHRASE || y->subject == BL_NO_PHRASE || other_x == BL_NO_PHRASE || other_y == BL_NO_PHRASE
      || object_x != object_y || strcmp (bl_stated_predicate (&pair->a, x), bl_stated_predicate (&pair->b, y)) != 0
      || !bl_syntax_has (bl_stated_syntax (&pair->a), BL_WORDS_CONTESTS, x->lemma) || pair->dice < BL_MIN_EXCHANGED)
    return FALSE;
  if (bl_stated_is_any (&pair->a, x->subject) || bl_stated_is_any (&pair->b, y->subject))
    return FALSE;
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (&pair->a, x, &pair->b, y);
  if (object_x && (adjuncts.conflict || adjuncts.n_times_a + adjuncts.n_times_b > 0))
    return FALSE;
  return bl_fit_phrases (&pair->a, x->subject, &pair->b, other_y) == BL_FIT_YES
         && bl_fit_phrases (&pair->a, other_x, &pair->b, y->subject) == BL_FIT_YES
         && bl_fit_phrases (&pair->a, x->subject, &pair->b, y->subject) != BL_FIT_YES;
}

/* --- who made it ---------------------------------------------------------------------------------------------------- */

/* One name, and nobody beside it: not "X and Y". */
static gboolean
is_one_name (const BlStated *stated, const BlStatement *statement)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  if (statement->subject == BL_NO_PHRASE || statement->n_of_subject > 0
      || bl_phrases_word (phrases, bl_stated_phrase (stated, statement->subject)->head)->tag != BL_TAG_NAME)
    return FALSE;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (bl_adjunct_is_listed (stated, &statement->adjuncts[i]))
      return FALSE;
  return TRUE;
}

/* Some word of the one name stands in the other, or nearly: "Jiri Novak", "Novák". */
static gboolean
shares_name (const BlStatedPair *pair, guint phrase_a, guint phrase_b)
{
  const BlStated *a = &pair->a, *b = &pair->b;
  const BlPhrase *x = bl_stated_phrase (a, phrase_a), *y = bl_stated_phrase (b, phrase_b);
  for (guint i = x->first; i < x->last; i++)
    for (guint k = y->first; k < y->last; k++)
      {
        const BlTaggedWord *word = bl_phrases_word (bl_stated_phrases (a), i);
        const BlTaggedWord *other = bl_phrases_word (bl_stated_phrases (b), k);
        if (word->tag != BL_TAG_NAME || other->tag != BL_TAG_NAME)
          continue;
        g_autofree char *folded = bl_fold_letters (word->text, -1), *folded_other = bl_fold_letters (other->text, -1);
        if (bl_name_token_similarity (pair->kb, folded, folded_other) >= ONE_NAME)
          return TRUE;
      }
  return FALSE;
}

/* Of "is an album by X": X, or BL_NO_PHRASE. */
static guint
named_maker (const BlStated *stated, const BlStatement *statement)
{
  static const char *const works[] = { "film", "book", "album", "painting", "series", NULL };
  const BlPhrases *phrases = bl_stated_phrases (stated);
  guint maker = BL_NO_PHRASE;
  if (strcmp (statement->lemma, "be") != 0 || statement->complement == BL_NO_PHRASE)
    return maker;
  const char *nature = bl_syntax_nature (phrases->syntax, bl_stated_phrase (stated, statement->complement)->lemma);
  if (nature == NULL || !g_strv_contains (works, nature))
    return maker;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    {
      const BlAdjunct *adjunct = &statement->adjuncts[i];
      if (bl_adjunct_is_listed (stated, adjunct))
        return BL_NO_PHRASE;
      if (adjunct->preposition != G_MAXUINT && strcmp (bl_phrases_word (phrases, adjunct->preposition)->text, "by") == 0
          && bl_phrases_word (phrases, bl_stated_phrase (stated, adjunct->phrase)->head)->tag == BL_TAG_NAME)
        maker = adjunct->phrase;
    }
  return maker;
}

/* "An album by X", "an album by Y". */
static gboolean
is_by_another (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  const guint maker_x = named_maker (&pair->a, x), maker_y = named_maker (&pair->b, y);
  return pair->one_event && maker_x != BL_NO_PHRASE && maker_y != BL_NO_PHRASE && !shares_name (pair, maker_x, maker_y)
         && fit_subjects (pair, x, y) == BL_FIT_YES && x->subject != BL_NO_PHRASE;
}

gboolean
bl_stated_other_maker (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  if (is_by_another (pair, x, y))
    return TRUE;
  if ((!pair->one_event && pair->dice < BL_MIN_OPPOSITE) || x->object == BL_NO_PHRASE || y->object == BL_NO_PHRASE
      || ((x->flags | y->flags) & BL_STATED_RELATIVE) != 0
      || strcmp (bl_stated_predicate (&pair->a, x), bl_stated_predicate (&pair->b, y)) != 0
      || !bl_syntax_has (bl_stated_syntax (&pair->a), BL_WORDS_MAKING, x->lemma))
    return FALSE;
  if (!is_one_name (&pair->a, x) || !is_one_name (&pair->b, y) || shares_name (pair, x->subject, y->subject)
      || bl_fit_phrases (&pair->a, x->subject, &pair->b, y->subject) != BL_FIT_NO)
    return FALSE;
  if (bl_stated_is_any (&pair->a, x->object) || bl_stated_is_any (&pair->b, y->object)
      || bl_fit_adjuncts (&pair->a, x, &pair->b, y).conflict)
    return FALSE;
  return bl_fit_phrases (&pair->a, x->object, &pair->b, y->object) == BL_FIT_YES
         || bl_stated_one_topic (pair, &pair->a, x->object, &pair->b, y->object);
}
