/* What a thing is said to be: "X is a film" and "X is a company" cannot both be true, since natures exclude one another. */
#include "sentences/statement_match.h"

#include <string.h>

static const char *
nature_of (const BlStated *stated, guint word)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  const BlSyntax *syntax = phrases->syntax;
  return bl_syntax_nature (
      syntax, bl_lemma (bl_syntax_lemmas (syntax), bl_syntax_tagger (syntax), phrases->arena, bl_phrases_word (phrases, word)));
}

/* "Is a …", "is the …": the nature of one thing, or NULL. Not "a series of books", "the king of the ring", and no name ("is the
 * Titan"); but "a book of poems". */
static const char *
said_nature (const BlStated *stated, const BlStatement *statement)
{
  static const char *const words[] = { "a", "an", "the", NULL };
  static const char *const works[] = { "film", "book", "album", NULL };
  const BlPhrases *phrases = bl_stated_phrases (stated);
  if (strcmp (statement->lemma, "be") != 0 || statement->negated || statement->complement == BL_NO_PHRASE
      || bl_phrases_get (phrases, statement->complement)->kind != BL_PHRASE_NOUN)
    return NULL;
  const BlPhrase *phrase = bl_phrases_get (phrases, statement->complement);
  const guint behind = statement->complement + 1;
  const gboolean of = bl_phrases_kind (phrases, behind) == BL_PHRASE_PREPOSITION
                      && strcmp (bl_phrases_word (phrases, bl_phrases_get (phrases, behind)->first)->text, "of") == 0;
  const char *nature = nature_of (stated, phrase->head);
  if (nature == NULL || (of && !g_strv_contains (works, nature)) || phrase->negated
      || bl_phrases_word (phrases, phrase->head)->tag == BL_TAG_NAME
      || !g_strv_contains (words, bl_phrases_word (phrases, phrase->first)->text))
    return NULL;
  return nature;
}

/* Whether what is said names the nature anywhere: "a film actor" of a film, "an album and a book" of a book. */
static gboolean
names_nature (const BlStated *stated, const BlStatement *statement, const char *nature)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  const guint end
      = statement->end < phrases->phrases->len ? bl_phrases_get (phrases, statement->end)->first : phrases->words->len;
  for (guint i = bl_phrases_get (phrases, statement->complement)->first; i < end; i++)
    if (g_strcmp0 (nature_of (stated, i), nature) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bl_stated_other_nature (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y)
{
  const char *nature_x = said_nature (a, x), *nature_y = said_nature (b, y);
  return nature_x != NULL && nature_y != NULL && strcmp (nature_x, nature_y) != 0 && !names_nature (a, x, nature_y)
         && !names_nature (b, y, nature_x);
}

/* The first phrase that is no quotation mark. BL_NO_PHRASE is none. */
static gboolean
opens (const BlStated *stated, guint phrase)
{
  return phrase == 0 || (phrase == 1 && bl_phrases_kind (bl_stated_phrases (stated), 0) == BL_PHRASE_QUOTE);
}

/* "He", "she", "it"; "the film", of one sort and no more. */
static gboolean
opens_with_reference (const BlStated *stated, guint phrase)
{
  static const char *const pronouns[] = { "he", "she", "it", "they", NULL };
  const BlPhrases *phrases = bl_stated_phrases (stated);
  if (!opens (stated, phrase))
    return FALSE;
  const BlPhrase *noun = bl_phrases_get (phrases, phrase);
  const char *first = bl_phrases_word (phrases, noun->first)->text;
  if (noun->last - noun->first == 1)
    return g_strv_contains (pronouns, first);
  return noun->last - noun->first == 2 && (strcmp (first, "the") == 0 || strcmp (first, "this") == 0)
         && bl_phrases_word (phrases, noun->head)->tag == BL_TAG_NOUN && nature_of (stated, noun->head) != NULL;
}

static gboolean
opens_with_name (const BlStated *stated, guint phrase)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  return opens (stated, phrase) && bl_phrases_word (phrases, bl_phrases_get (phrases, phrase)->head)->tag == BL_TAG_NAME;
}

/* The opening phrase is known as the name: "Ana Lima, known as Nuvem, is a singer" and "Nuvem". */
static gboolean
is_known_as (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b)
{
  static const char *const verbs[] = { "know", "call", "bill", "credit", NULL };
  if (!opens (a, phrase_a) || !opens (b, phrase_b))
    return FALSE;
  const BlStatements *statements = a->statements;
  for (guint i = 0; i < statements->list->len; i++)
    {
      const BlStatement *statement = bl_statements_get (statements, i);
      if (!g_strv_contains (verbs, statement->lemma) || statement->negated)
        continue;
      for (guint k = 0; k < statement->n_adjuncts; k++)
        if (statement->adjuncts[k].preposition != G_MAXUINT
            && strcmp (bl_phrases_word (&statements->phrases, statement->adjuncts[k].preposition)->text, "as") == 0
            && opens_with_name (b, phrase_b) && bl_fit_phrases (a, statement->adjuncts[k].phrase, b, phrase_b) == BL_FIT_YES)
          return TRUE;
    }
  return FALSE;
}

gboolean
bl_stated_same_topic (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b)
{
  return (opens_with_reference (a, phrase_a) && opens_with_name (b, phrase_b))
         || (opens_with_reference (b, phrase_b) && opens_with_name (a, phrase_a)) || is_known_as (a, phrase_a, b, phrase_b)
         || is_known_as (b, phrase_b, a, phrase_a);
}
