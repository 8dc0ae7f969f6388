/* One statement denies what another says. Every slot must fit before polarity is looked at: of plain denials in news nearly none is a
 * contradiction. */
#include "sentences/statement_conflicts.h"

#include <string.h>

/* The subject has its own gate: a longer name is no more. */
static gboolean
is_in_subject (const BlStated *stated, const BlStatement *statement, const char *text)
{
  if (statement->subject == BL_NO_PHRASE)
    return FALSE;
  const BlPhrase *phrase = bl_stated_phrase (stated, statement->subject);
  for (guint i = phrase->first; i < phrase->last; i++)
    if (bl_phrases_word (bl_stated_phrases (stated), i)->tag == BL_TAG_NAME
        && strcmp (bl_phrases_word (bl_stated_phrases (stated), i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* All that the denying sentence names stands in the other, wherever: "no man writing near a bike", "a man is sitting near a bike and is
 * writing". */
static gboolean
names_nothing_more (const BlStated *denying, const BlStatement *statement, const BlStated *stating)
{
  for (guint i = 0; i < denying->content->len; i++)
    if (!bl_stated_has (stating, denying->content->pdata[i]) && !is_in_subject (denying, statement, denying->content->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_word (const BlStated *stated, const char *text)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  for (guint i = 0; i < phrases->words->len; i++)
    if (strcmp (bl_phrases_word (phrases, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* "Has yet to": the word denies, and limits nothing. */
static gboolean
is_yet_to (const BlPhrases *phrases, guint word)
{
  return bl_syntax_has (phrases->syntax, BL_WORDS_UNABLE, bl_phrases_word (phrases, word)->text)
         && word + 1 < phrases->words->len && bl_phrases_word (phrases, word + 1)->tag == BL_TAG_TO;
}

/* "Not all", "not because": a word that the other has not, and that may be what is denied. */
static gboolean
denies_part (const BlStated *a, const BlStatement *denying, const BlStated *b)
{
  const BlPhrases *phrases = bl_stated_phrases (a);
  const BlSyntax *syntax = phrases->syntax;
  const guint first = denying->subject != BL_NO_PHRASE ? MIN (denying->subject, denying->verb) : denying->verb;
  const guint behind = bl_stated_phrase (a, denying->verb)->last;
  const guint end = denying->end < phrases->phrases->len ? bl_stated_phrase (a, denying->end)->first : phrases->words->len;
  for (guint i = bl_stated_phrase (a, first)->first; i < phrases->words->len; i++)
    {
      const char *text = bl_phrases_word (phrases, i)->text;
      if (is_yet_to (phrases, i))
        continue;
      const gboolean part = i < end && bl_syntax_has (syntax, BL_WORDS_PARTIAL, text);
      if ((part || (i >= behind && bl_syntax_has (syntax, BL_WORDS_SCOPE, text))) && !has_word (b, text))
        return TRUE;
    }
  return FALSE;
}

/* "Not quickly": the adverb may be what is denied. */
static gboolean
has_manner (const BlStated *a, const BlStated *b)
{
  const BlPhrases *phrases = bl_stated_phrases (a);
  for (guint i = 0; i < phrases->words->len; i++)
    {
      const BlTaggedWord *word = bl_phrases_word (phrases, i);
      if (word->tag == BL_TAG_ADVERB && g_str_has_suffix (word->text, "ly") && !bl_stated_has (b, word->text))
        return TRUE;
    }
  return FALSE;
}

/* "No man singing and playing": one of the two may be what nobody does. */
static gboolean
is_joined (const BlStated *a, const BlStatement *denying)
{
  const BlStatements *statements = a->statements;
  for (guint i = 0; i < statements->list->len; i++)
    {
      const BlStatement *other = bl_statements_get (statements, i);
      if (other != denying && (denying->flags & other->flags & BL_STATED_EXISTS) != 0 && other->negated
          && strcmp (other->lemma, "be") != 0 && strcmp (denying->lemma, "be") != 0)
        return TRUE;
    }
  return FALSE;
}

/* What the denying one names more than the other may be what it denies. */
static gboolean
denies_more (const BlStated *a, const BlStatement *denying, const BlStated *b, const BlStatement *stating)
{
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (a, denying, b, stating);
  guint n = adjuncts.n_only_a + adjuncts.n_times_a + adjuncts.n_more;
  if (denying->object != BL_NO_PHRASE)
    n += stating->object == BL_NO_PHRASE ? 1 : bl_phrases_more (a, denying->object, b, stating->object);
  if (denying->complement != BL_NO_PHRASE)
    n += stating->complement == BL_NO_PHRASE ? 1 : bl_phrases_more (a, denying->complement, b, stating->complement);
  if (denying->subject != BL_NO_PHRASE && stating->subject != BL_NO_PHRASE)
    n += bl_phrases_more (a, denying->subject, b, stating->subject);
  /* "No doubt that …": what follows is part of it. */
  const BlPhraseKind behind = bl_phrases_kind (bl_stated_phrases (a), denying->end);
  n += behind == BL_PHRASE_THAT || behind == BL_PHRASE_VERB ? 1 : 0;
  n += denying->n_of_subject > stating->n_of_subject ? 1 : 0;
  return n > 0 || is_joined (a, denying) || has_manner (a, b);
}

/* A phrase, or one of those listed beside it. */
static gboolean
fits_member (const BlStated *a, guint phrase, const BlStated *b, const BlStatement *stating, guint slot)
{
  gboolean fits = bl_fit_phrases (a, phrase, b, slot) == BL_FIT_YES;
  for (guint i = 0; i < stating->n_adjuncts && !fits; i++)
    fits = bl_adjunct_is_listed (b, &stating->adjuncts[i])
           && bl_fit_phrases (a, phrase, b, stating->adjuncts[i].phrase) == BL_FIT_YES;
  return fits;
}

/* Who "did not", when the other says that somebody did; and the one "who did not" of a relative clause, which tells him from others. */
static gboolean
same_person (const BlStated *a, const BlStatement *denying, const BlStated *b, const BlStatement *stating)
{
  const BlSyntax *syntax = bl_stated_syntax (a);
  if (((denying->flags ^ stating->flags) & BL_STATED_RELATIVE) != 0)
    return FALSE;
  if (denying->subject == BL_NO_PHRASE || stating->subject == BL_NO_PHRASE)
    return TRUE;
  return bl_syntax_has (syntax, BL_WORDS_ANYBODY, bl_stated_phrase (a, denying->subject)->lemma)
         || !bl_syntax_has (syntax, BL_WORDS_ANYBODY, bl_stated_phrase (b, stating->subject)->lemma);
}

gboolean
bl_stated_denied (const BlStatedPair *pair, const BlStated *a, const BlStatement *denying, const BlStated *b,
                  const BlStatement *stating)
{
  if (strcmp (bl_stated_predicate (a, denying), bl_stated_predicate (b, stating)) != 0)
    return FALSE;
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (a, denying, b, stating);
  if (adjuncts.conflict || adjuncts.opposite || denies_part (a, denying, b) || !same_person (a, denying, b, stating))
    return FALSE;
  if (denies_more (a, denying, b, stating) && !names_nothing_more (a, denying, b))
    return FALSE;
  const BlPhraseFit subjects = bl_fit_subjects (a, denying, b, stating);
  if (subjects != BL_FIT_YES && !(subjects == BL_FIT_WEAK && pair->dice >= 0.5)
      && !bl_stated_one_topic (pair, a, denying->subject, b, stating->subject))
    return FALSE;
  if (denying->object != BL_NO_PHRASE && stating->object != BL_NO_PHRASE
      && !fits_member (a, denying->object, b, stating, stating->object))
    return FALSE;
  if ((denying->complement == BL_NO_PHRASE) != (stating->complement == BL_NO_PHRASE))
    return FALSE;
  if (denying->complement != BL_NO_PHRASE && !fits_member (a, denying->complement, b, stating, stating->complement))
    return FALSE;
  /* "It is not" and "it is" alone say nothing. */
  const gboolean said = strcmp (denying->lemma, "be") != 0 || denying->complement != BL_NO_PHRASE || adjuncts.n_shared > 0
                        || (denying->flags & stating->flags & BL_STATED_EXISTS) != 0;
  return said && (denying->subject != BL_NO_PHRASE || denying->object != BL_NO_PHRASE);
}
