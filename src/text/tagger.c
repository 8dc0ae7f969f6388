#include "text/tagger.h"

#include <string.h>

#include "text/tag_sentence.h"
#include "text/tag_words.h"

/* Share of capitalised words from which capitals say nothing: headlines. */
#define TITLE_SHARE 0.8
#define TITLE_LEAST 4

struct BlTagger
{
  BlTagLexicon *lexicon;
};

static const guint64 closed_class = (1ull << BL_TAG_DETERMINER) | (1ull << BL_TAG_PREPOSITION) | (1ull << BL_TAG_TO)
                                    | (1ull << BL_TAG_CONJUNCTION) | (1ull << BL_TAG_PRONOUN)
                                    | (1ull << BL_TAG_POSSESSIVE_PRONOUN) | (1ull << BL_TAG_WH_PRONOUN)
                                    | (1ull << BL_TAG_WH_ADVERB) | (1ull << BL_TAG_WH_DETERMINER) | (1ull << BL_TAG_MODAL)
                                    | (1ull << BL_TAG_THERE) | (1ull << BL_TAG_POSSESSIVE);

BlTagger *
bl_tagger_load (const char *path, GError **error)
{
  BlTagLexicon *lexicon = bl_tag_lexicon_load (path, error);
  if (lexicon == NULL)
    return NULL;
  BlTagger *tagger = g_new0 (BlTagger, 1);
  tagger->lexicon = lexicon;
  return tagger;
}

void
bl_tagger_free (BlTagger *tagger)
{
  if (tagger != NULL)
    bl_tag_lexicon_free (tagger->lexicon);
  g_free (tagger);
}

guint64
bl_tagger_look_up (const BlTagger *tagger, const char *word, gsize length)
{
  const BlTagList *list = bl_tag_lexicon_word (tagger->lexicon, word, length);
  return list != NULL ? list->may : 0;
}

/* --- the first guess ----------------------------------------------------------------------------------------------- */

static void
give (BlTaggedWord *word, const BlTagList *list)
{
  word->tag = list->first;
  word->may = list->may;
  word->shape |= BL_SHAPE_KNOWN;
}

static void
give_tag (BlTaggedWord *word, BlTag tag)
{
  word->tag = (guint8) tag;
  word->may = BL_ALL_TAGS;
}

/* A name that no rule turns into something else. */
static void
give_name (BlTaggedWord *word)
{
  word->tag = BL_TAG_NAME;
  word->may = bl_tag_bit (BL_TAG_NAME);
}

/* What an unlisted word may be by its last part or its ending. */
static void
guess (const BlTagSentence *sentence, BlTaggedWord *word)
{
  const char *hyphen = strrchr (word->text, '-');
  const char *part = hyphen != NULL ? hyphen + 1 : word->text;
  const gsize length = strlen (part);
  const BlTagList *list = hyphen != NULL ? bl_tag_lexicon_word (sentence->lexicon, part, length) : NULL;
  if (list == NULL)
    list = bl_tag_lexicon_ending (sentence->lexicon, part, length);
  give_tag (word, list != NULL ? (BlTag) list->first : BL_TAG_NOUN);
  if (hyphen != NULL
      && bl_tag_in ((BlTag) word->tag,
                    bl_tag_bit (BL_TAG_PARTICIPLE) | bl_tag_bit (BL_TAG_GERUND) | bl_tag_bit (BL_TAG_VERB_PAST)))
    word->tag = BL_TAG_ADJECTIVE;
  else if (hyphen != NULL && bl_tag_in ((BlTag) word->tag, bl_tag_bit (BL_TAG_PREPOSITION) | bl_tag_bit (BL_TAG_VERB)))
    word->tag = BL_TAG_NOUN;
}

static void
guess_number (BlTaggedWord *word)
{
  const char *letters = word->text + strspn (word->text, "0123456789.,:-");
  BlTag tag = BL_TAG_NUMBER;
  if (strcmp (letters, "st") == 0 || strcmp (letters, "nd") == 0 || strcmp (letters, "rd") == 0 || strcmp (letters, "th") == 0)
    tag = BL_TAG_ADJECTIVE;
  else if (strcmp (letters, "s") == 0)
    tag = BL_TAG_NOUNS;
  else if (strchr (word->text, '-') != NULL && *letters != '\0')
    tag = BL_TAG_ADJECTIVE;
  give_tag (word, tag);
}

/* The next word that is no sign is capitalised. */
static gboolean
name_follows (const BlTagSentence *sentence, guint i)
{
  return i + 1 < sentence->n && (sentence->words[i + 1].shape & BL_SHAPE_CAPITAL) != 0;
}

/* A capitalised word: a name, unless it begins the sentence and is a common word. text: of which the word's span is. */
static void
guess_capital (const BlTagSentence *sentence, BlTaggedWord *word, guint i, const char *text)
{
  const gsize length = strlen (word->text);
  const BlTagList *as_spelled = bl_tag_lexicon_word (sentence->lexicon, text + word->span.start, bl_span_length (word->span));
  const BlTagList *small = bl_tag_lexicon_word (sentence->lexicon, word->text, length);
  if (as_spelled != NULL)
    {
      give (word, as_spelled);
      return;
    }
  const gboolean begins = (word->shape & BL_SHAPE_FIRST) != 0 || sentence->title;
  const gboolean acronym = (word->shape & BL_SHAPE_CAPITALS) != 0 && length > 1 && !sentence->title;
  if (small != NULL && !acronym && (begins || (small->may & closed_class & ~bl_tag_bit (BL_TAG_MODAL)) != 0))
    {
      static const guint64 of_names = (1ull << BL_TAG_NOUN) | (1ull << BL_TAG_VERB) | (1ull << BL_TAG_GERUND)
                                      | (1ull << BL_TAG_VERB_PRESENT) | (1ull << BL_TAG_PARTICIPLE);
      give (word, small);
      if (begins && !sentence->title && name_follows (sentence, i) && bl_tag_in ((BlTag) small->first, of_names))
        give_name (word);
      return;
    }
  if (begins && small == NULL && (g_str_has_suffix (word->text, "ly") || (g_str_has_suffix (word->text, "ing") && length > 5)))
    {
      guess (sentence, word);
      return;
    }
  give_name (word);
}

static void
guess_word (const BlTagSentence *sentence, guint i, const char *text)
{
  BlTaggedWord *word = &sentence->words[i];
  if (word->tag != BL_TAG_NONE)
    {
      word->may = bl_tag_bit ((BlTag) word->tag);
      return;
    }
  if ((word->shape & BL_SHAPE_NUMBER) != 0)
    {
      guess_number (word);
      return;
    }
  if ((word->shape & BL_SHAPE_CAPITAL) != 0)
    {
      guess_capital (sentence, word, i, text);
      return;
    }
  const BlTagList *list = bl_tag_lexicon_word (sentence->lexicon, word->text, strlen (word->text));
  if (list != NULL)
    give (word, list);
  else
    guess (sentence, word);
}

/* --- sentences ----------------------------------------------------------------------------------------------------- */

static gboolean
is_title (const BlTagSentence *sentence)
{
  guint n_long = 0, n_capital = 0;
  for (guint i = 0; i < sentence->n; i++)
    if ((sentence->words[i].shape & BL_SHAPE_WORD) != 0 && strlen (sentence->words[i].text) > 3)
      {
        n_long++;
        n_capital += (sentence->words[i].shape & BL_SHAPE_CAPITAL) != 0 ? 1 : 0;
      }
  return n_long >= TITLE_LEAST && n_capital >= TITLE_SHARE * n_long;
}

/* The first word of the sentence, also behind an opening mark. */
static void
mark_first (const BlTagSentence *sentence)
{
  gboolean first = TRUE;
  for (guint i = 0; i < sentence->n; i++)
    {
      BlTaggedWord *word = &sentence->words[i];
      if ((word->shape & BL_SHAPE_WORD) == 0)
        first = first || word->tag == BL_TAG_QUOTE_OPEN;
      else
        {
          word->shape |= first ? BL_SHAPE_FIRST : 0;
          first = FALSE;
        }
    }
}

void
bl_tagger_read (const BlTagger *tagger, const char *text, BlSpan span, BlArena *arena, GArray *words)
{
  const guint before = words->len;
  bl_tag_words_cut (text, span, arena, words);
  BlTagSentence sentence = { .lexicon = tagger->lexicon,
                             .words = words->len > before ? &g_array_index (words, BlTaggedWord, before) : NULL,
                             .n = words->len - before };
  mark_first (&sentence);
  sentence.title = is_title (&sentence);
  for (guint i = 0; i < sentence.n; i++)
    guess_word (&sentence, i, text);
  bl_tag_apply_contexts (&sentence);
  bl_tag_settle (&sentence);
}
