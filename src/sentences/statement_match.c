#include "sentences/statement_match.h"

#include <string.h>

static const BlTaggedWord *
word_of (const BlStated *stated, guint word)
{
  return bl_phrases_word (bl_stated_phrases (stated), word);
}

static const char *
lemma_of (const BlStated *stated, guint word)
{
  const BlSyntax *syntax = bl_stated_syntax (stated);
  const char *lemma = bl_lemma (bl_syntax_lemmas (syntax), bl_syntax_tagger (syntax), stated->statements->phrases.arena,
                                word_of (stated, word));
  return bl_syntax_same (syntax, lemma);
}

static gboolean
has_text (const GPtrArray *list, const char *text)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (list->pdata[i], text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_denial (const BlSyntax *syntax, const char *text)
{
  return bl_syntax_has (syntax, BL_WORDS_NEGATORS, text) || bl_syntax_has (syntax, BL_WORDS_NOBODY, text)
         || strcmp (text, "no") == 0 || strcmp (text, "without") == 0;
}

void
bl_stated_init (BlStated *stated, const BlStatements *statements, const BlMentions *mentions, guint sentence)
{
  *stated = (BlStated){ .statements = statements,
                        .mentions = mentions,
                        .sentence = sentence,
                        .content = g_ptr_array_new (),
                        .hashes = g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < statements->phrases.words->len; i++)
    {
      const BlTaggedWord *word = word_of (stated, i);
      if ((word->shape & BL_SHAPE_WORD) == 0)
        continue;
      stated->n_denials += is_denial (bl_stated_syntax (stated), word->text);
      if (bl_syntax_has (bl_stated_syntax (stated), BL_WORDS_LIGHT, word->text))
        continue;
      const char *lemma = lemma_of (stated, i);
      if (has_text (stated->content, lemma) || bl_syntax_has (bl_stated_syntax (stated), BL_WORDS_LIGHT, lemma))
        continue;
      const guint hash = g_str_hash (lemma);
      g_ptr_array_add (stated->content, (gpointer) lemma);
      g_array_append_val (stated->hashes, hash);
    }
}

void
bl_stated_clear (BlStated *stated)
{
  g_clear_pointer (&stated->content, g_ptr_array_unref);
  g_clear_pointer (&stated->hashes, g_array_unref);
}

/* Hashes are compared first: most pairs of sentences get no further than this. */
double
bl_stated_dice (const BlStated *a, const BlStated *b)
{
  const guint *hashes_a = (const guint *) (gpointer) a->hashes->data, *hashes_b = (const guint *) (gpointer) b->hashes->data;
  guint shared = 0;
  for (guint i = 0; i < a->content->len; i++)
    for (guint k = 0; k < b->content->len; k++)
      if (hashes_a[i] == hashes_b[k] && strcmp (a->content->pdata[i], b->content->pdata[k]) == 0)
        {
          shared++;
          break;
        }
  const guint all = a->content->len + b->content->len;
  return all > 0 ? 2.0 * shared / all : 0;
}

/* --- noun phrases -------------------------------------------------------------------------------------------------- */

static gboolean
is_name (const BlStated *stated, const BlPhrase *phrase)
{
  return word_of (stated, phrase->head)->tag == BL_TAG_NAME;
}

static gboolean
is_pronoun (const BlStated *stated, const BlPhrase *phrase)
{
  const BlTag tag = (BlTag) word_of (stated, phrase->head)->tag;
  return tag == BL_TAG_PRONOUN || tag == BL_TAG_DETERMINER;
}

const BlMention *
bl_stated_mention (const BlStated *stated, guint word)
{
  guint first, n;
  const BlSpan span = word_of (stated, word)->span;
  if (stated->mentions == NULL)
    return NULL;
  bl_mentions_in_sentence (stated->mentions, stated->sentence, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (stated->mentions, i);
      if (mention->id != NULL && mention->type != BL_MENTION_OFFICE && mention->how != BL_HOW_PRONOUN && !mention->ambiguous
          && bl_span_overlaps (mention->span, span))
        return mention;
    }
  return NULL;
}

static const char *
id_of (const BlStated *stated, guint word)
{
  const BlMention *mention = bl_stated_mention (stated, word);
  return mention != NULL ? mention->id : NULL;
}

/* The words before the head that say which one it is. */
static GPtrArray *
modifiers_of (const BlStated *stated, const BlPhrase *phrase)
{
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = phrase->first; i < phrase->last; i++)
    {
      const BlTaggedWord *word = word_of (stated, i);
      if (i == phrase->head || (word->shape & BL_SHAPE_WORD) == 0
          || bl_syntax_has (bl_stated_syntax (stated), BL_WORDS_LIGHT, word->text))
        continue;
      const char *lemma = lemma_of (stated, i);
      if (!has_text (list, lemma))
        g_ptr_array_add (list, (gpointer) lemma);
    }
  return list;
}

/* How the words before two equal heads fit: both having some that the other lacks name different things, unless one is the opposite
 * of the other. */
static BlPhraseFit
fit_modifiers (const BlStated *a, const BlPhrase *x, const BlStated *b, const BlPhrase *y)
{
  g_autoptr (GPtrArray) mods_a = modifiers_of (a, x);
  g_autoptr (GPtrArray) mods_b = modifiers_of (b, y);
  const char *only_a = NULL, *only_b = NULL;
  guint n_a = 0, n_b = 0;
  for (guint i = 0; i < mods_a->len; i++)
    if (!has_text (mods_b, mods_a->pdata[i]))
      {
        only_a = mods_a->pdata[i];
        n_a++;
      }
  for (guint i = 0; i < mods_b->len; i++)
    if (!has_text (mods_a, mods_b->pdata[i]))
      {
        only_b = mods_b->pdata[i];
        n_b++;
      }
  if (n_a == 0 || n_b == 0)
    return BL_FIT_YES;
  return n_a == 1 && n_b == 1 && bl_syntax_opposite (bl_stated_syntax (a), only_a, only_b) ? BL_FIT_OPPOSITE : BL_FIT_NO;
}

guint
bl_phrases_more (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b)
{
  const BlPhrase *x = bl_stated_phrase (a, phrase_a), *y = bl_stated_phrase (b, phrase_b);
  if (is_name (a, x) || is_name (b, y))
    return 0;
  g_autoptr (GPtrArray) mods_a = modifiers_of (a, x);
  g_autoptr (GPtrArray) mods_b = modifiers_of (b, y);
  guint n = 0;
  for (guint i = 0; i < mods_a->len; i++)
    n += has_text (mods_b, mods_a->pdata[i]) ? 0 : 1;
  return n;
}

gboolean
bl_stated_has (const BlStated *stated, const char *lemma)
{
  return has_text (stated->content, bl_syntax_same (bl_stated_syntax (stated), lemma));
}

static gboolean
is_part_of_name (const BlStated *a, const BlPhrase *x, const BlStated *b, const BlPhrase *y)
{
  for (guint i = x->first; i < x->last; i++)
    {
      gboolean found = word_of (a, i)->tag != BL_TAG_NAME;
      for (guint k = y->first; k < y->last && !found; k++)
        found = strcmp (word_of (a, i)->text, word_of (b, k)->text) == 0;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

BlPhraseFit
bl_fit_phrases (const BlStated *a, guint phrase_a, const BlStated *b, guint phrase_b)
{
  const BlSyntax *syntax = bl_stated_syntax (a);
  const BlPhrase *x = bl_stated_phrase (a, phrase_a), *y = bl_stated_phrase (b, phrase_b);
  const char *lemma_x = bl_syntax_same (syntax, x->lemma), *lemma_y = bl_syntax_same (syntax, y->lemma);
  if (x->kind != y->kind)
    return BL_FIT_NO;
  if (strcmp (lemma_x, lemma_y) == 0)
    return fit_modifiers (a, x, b, y);
  if (x->kind == BL_PHRASE_ADJECTIVE)
    return bl_syntax_opposite (syntax, lemma_x, lemma_y) ? BL_FIT_OPPOSITE : BL_FIT_NO;
  const gboolean any_x = bl_syntax_has (syntax, BL_WORDS_ANYBODY, x->lemma),
                 any_y = bl_syntax_has (syntax, BL_WORDS_ANYBODY, y->lemma);
  const gboolean human_x = bl_syntax_has (syntax, BL_WORDS_PEOPLE, x->lemma),
                 human_y = bl_syntax_has (syntax, BL_WORDS_PEOPLE, y->lemma);
  if ((any_x && (any_y || human_y)) || (any_y && human_x))
    return BL_FIT_YES;
  if (is_pronoun (a, x) || is_pronoun (b, y))
    return BL_FIT_WEAK;
  const char *id_x = id_of (a, x->head), *id_y = id_of (b, y->head);
  if (id_x != NULL && id_y != NULL)
    return strcmp (id_x, id_y) == 0 ? fit_modifiers (a, x, b, y) : BL_FIT_NO;
  if (is_name (a, x) && is_name (b, y) && (is_part_of_name (a, x, b, y) || is_part_of_name (b, y, a, x)))
    return BL_FIT_YES;
  return bl_syntax_opposite (syntax, lemma_x, lemma_y) && fit_modifiers (a, x, b, y) == BL_FIT_YES ? BL_FIT_OPPOSITE
                                                                                                   : BL_FIT_NO;
}

/* --- phrases with prepositions -------------------------------------------------------------------------------------- */

static const char *
preposition_of (const BlStated *stated, const BlAdjunct *adjunct)
{
  return adjunct->preposition == G_MAXUINT ? "" : word_of (stated, adjunct->preposition)->text;
}

static gboolean
is_time (const BlStated *stated, const BlAdjunct *adjunct)
{
  g_autofree char *small = g_ascii_strdown (bl_stated_phrase (stated, adjunct->phrase)->lemma, -1);
  return bl_syntax_has (bl_stated_syntax (stated), BL_WORDS_TIMES, small);
}

gboolean
bl_adjunct_is_listed (const BlStated *stated, const BlAdjunct *adjunct)
{
  static const char *const words[] = { "and", "or", "&", ",", NULL };
  return adjunct->preposition != G_MAXUINT && g_strv_contains (words, preposition_of (stated, adjunct));
}

static gboolean
same_preposition (const BlStated *a, const BlAdjunct *x, const BlStated *b, const BlAdjunct *y)
{
  return strcmp (preposition_of (a, x), preposition_of (b, y)) == 0;
}

static void
fit_lists (const BlStated *a, const BlAdjunct *list_a, guint n_a, const BlStated *b, const BlAdjunct *list_b, guint n_b,
           BlAdjunctFit *fit)
{
  guint used = 0;
  for (guint i = 0; i < n_a; i++)
    {
      gboolean found = FALSE, same = FALSE;
      for (guint k = 0; k < n_b && !found; k++)
        {
          const BlPhraseFit phrases
              = (used & 1u << k) != 0 ? BL_FIT_NO : bl_fit_phrases (a, list_a[i].phrase, b, list_b[k].phrase);
          const gboolean prepositions = same_preposition (a, &list_a[i], b, &list_b[k]);
          same = same || prepositions;
          if ((prepositions || bl_adjunct_is_listed (b, &list_b[k])) && phrases != BL_FIT_NO)
            found = TRUE;
          else if (phrases == BL_FIT_YES)
            {
              found = TRUE; /* "on top of the hill", "on the hill": the same thing is named */
              fit->opposite = fit->opposite
                              || bl_syntax_opposite (bl_stated_syntax (a), preposition_of (a, &list_a[i]),
                                                     preposition_of (b, &list_b[k]));
            }
          if (found)
            {
              used |= 1u << k;
              fit->n_shared++;
              fit->n_more += bl_phrases_more (a, list_a[i].phrase, b, list_b[k].phrase);
              fit->opposite = fit->opposite || phrases == BL_FIT_OPPOSITE;
            }
        }
      if (!found && is_time (a, &list_a[i]))
        fit->n_times_a++;
      else if (!found)
        {
          fit->n_only_a++;
          fit->conflict = fit->conflict || same;
        }
    }
  for (guint k = 0; k < n_b; k++)
    if ((used & 1u << k) == 0)
      {
        if (is_time (b, &list_b[k]))
          fit->n_times_b++;
        else
          fit->n_only_b++;
      }
}

BlAdjunctFit
bl_fit_adjuncts (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y)
{
  BlAdjunctFit fit = { 0 };
  fit_lists (a, x->adjuncts, x->n_adjuncts, b, y->adjuncts, y->n_adjuncts, &fit);
  if (fit.n_times_a > 0 && fit.n_times_b > 0)
    fit.conflict = TRUE;
  return fit;
}

BlPhraseFit
bl_fit_subjects (const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y)
{
  if (x->subject == BL_NO_PHRASE || y->subject == BL_NO_PHRASE)
    return x->subject == y->subject ? BL_FIT_YES : BL_FIT_WEAK;
  BlAdjunctFit fit = { 0 };
  fit_lists (a, x->of_subject, x->n_of_subject, b, y->of_subject, y->n_of_subject, &fit);
  const BlPhraseFit found = bl_fit_phrases (a, x->subject, b, y->subject);
  if (fit.conflict || (fit.n_only_a > 0 && fit.n_only_b > 0) || (fit.opposite && found != BL_FIT_YES))
    return BL_FIT_NO;
  return fit.opposite ? BL_FIT_OPPOSITE : found;
}
