#include "syntax/phrases.h"

#include <string.h>

#define BIT(tag) (1ull << BL_TAG_##tag)

static const guint64 nouns = BIT (NOUN) | BIT (NOUNS) | BIT (NAME);
static const guint64 adjectives = BIT (ADJECTIVE) | BIT (COMPARATIVE) | BIT (SUPERLATIVE);
static const guint64 adverbs = BIT (ADVERB) | BIT (ADVERB_MORE) | BIT (ADVERB_MOST);
static const guint64 verbs
    = BIT (VERB) | BIT (VERB_PRESENT) | BIT (VERB_THIRD) | BIT (VERB_PAST) | BIT (PARTICIPLE) | BIT (GERUND);
static const guint64 finite = BIT (VERB_PRESENT) | BIT (VERB_THIRD) | BIT (VERB_PAST) | BIT (MODAL);
static const guint64 opens_noun = BIT (DETERMINER) | BIT (PREDETERMINER) | BIT (POSSESSIVE_PRONOUN) | BIT (WH_POSSESSIVE);

/* State of reading one sentence. */
typedef struct
{
  BlPhrases *out;
  guint n;
  guint at;
  gboolean quoted;
  gboolean denied; /* a word of denial stands directly before */
} Reader;

static BlTag
tag_at (const Reader *reader, guint i)
{
  return i < reader->n ? (BlTag) bl_phrases_word (reader->out, i)->tag : BL_TAG_STOP;
}

static const char *
text_at (const Reader *reader, guint i)
{
  return i < reader->n ? bl_phrases_word (reader->out, i)->text : "";
}

static gboolean
tag_in (const Reader *reader, guint i, guint64 set)
{
  return bl_tag_in (tag_at (reader, i), set);
}

static gboolean
in_list (const Reader *reader, guint i, BlWordList list)
{
  return i < reader->n && bl_syntax_has (reader->out->syntax, list, text_at (reader, i));
}

static const char *
lemma_at (const Reader *reader, guint i)
{
  const BlTaggedWord *word = bl_phrases_word (reader->out, i);
  static const char *const clitics[][2] = { { "'re", "be" },  { "'m", "be" },    { "'ve", "have" }, { "ca", "can" },
                                            { "wo", "will" }, { "'ll", "will" }, { "'d", "would" } };
  for (guint k = 0; k < G_N_ELEMENTS (clitics); k++)
    if (strcmp (clitics[k][0], word->text) == 0)
      return clitics[k][1];
  if (strcmp (word->text, "'s") == 0)
    return tag_at (reader, i + 1) == BL_TAG_PARTICIPLE && strcmp (text_at (reader, i + 1), "been") == 0 ? "have" : "be";
  return bl_lemma (bl_syntax_lemmas (reader->out->syntax), bl_syntax_tagger (reader->out->syntax), reader->out->arena, word);
}

static BlPhrase *
add (Reader *reader, BlPhraseKind kind, guint first, guint last)
{
  const BlPhrase phrase = {
    .kind = kind, .first = first, .last = last, .head = last - 1, .lemma = text_at (reader, last - 1), .quoted = reader->quoted
  };
  g_array_append_val (reader->out->phrases, phrase);
  reader->at = last;
  return bl_phrases_get (reader->out, reader->out->phrases->len - 1);
}

/* --- noun phrases -------------------------------------------------------------------------------------------------- */

/* A participle or an adverb inside a noun phrase: an adjective or noun must follow. */
static gboolean
is_inner (const Reader *reader, guint i, guint first)
{
  if (i == first && !tag_in (reader, i, adverbs))
    return tag_in (reader, i, BIT (PARTICIPLE)) && tag_in (reader, i + 1, BIT (NOUNS) | BIT (NOUN))
           && !in_list (reader, i, BL_WORDS_NEGATORS);
  if (tag_in (reader, i, BIT (PARTICIPLE) | BIT (GERUND)))
    return tag_in (reader, i - 1, opens_noun | adjectives | BIT (NUMBER) | BIT (POSSESSIVE))
           && tag_in (reader, i + 1, nouns | adjectives);
  if (tag_in (reader, i, adverbs))
    return !in_list (reader, i, BL_WORDS_NEGATORS) && tag_in (reader, i + 1, adjectives | BIT (NUMBER) | BIT (PARTICIPLE))
           && (tag_in (reader, i + 2, nouns | adjectives | BIT (NUMBER)))
           && (i == first || tag_in (reader, i - 1, opens_noun | adjectives));
  return FALSE;
}

/* "Korean" of "a South Korean singer". */
static gboolean
is_compound_adjective (const Reader *reader, guint i)
{
  return tag_at (reader, i) == BL_TAG_ADJECTIVE && tag_at (reader, i - 1) == BL_TAG_NAME
         && (bl_phrases_word (reader->out, i)->shape & BL_SHAPE_CAPITAL) != 0 && tag_in (reader, i + 1, nouns | adjectives);
}

/* One past the noun phrase that begins at first, and its head; first itself when none begins there. */
static guint
noun_end (const Reader *reader, guint first, guint *head)
{
  guint i = first;
  gboolean named = FALSE;
  *head = G_MAXUINT;
  for (; i < reader->n; i++)
    {
      if (tag_in (reader, i, opens_noun))
        {
          if (i > first && (named || !tag_in (reader, i - 1, opens_noun | BIT (PREDETERMINER))))
            break;
        }
      else if (tag_in (reader, i, nouns))
        {
          *head = i;
          named = TRUE;
        }
      else if (tag_in (reader, i, BIT (NUMBER) | adjectives | BIT (SYMBOL)))
        {
          if (named && !(tag_at (reader, i) == BL_TAG_NUMBER && tag_in (reader, i - 1, BIT (NAME) | BIT (SYMBOL)))
              && !is_compound_adjective (reader, i))
            break;
        }
      else if (tag_at (reader, i) == BL_TAG_POSSESSIVE && named)
        named = FALSE;
      else if (named || !is_inner (reader, i, first))
        break;
    }
  return i;
}

/* A phrase without a noun: "all", "the accused", "two", "that". */
static gboolean
stands_alone (const Reader *reader, guint first, guint last)
{
  if (last == first)
    return FALSE;
  const BlTag tag = tag_at (reader, first);
  return bl_tag_in (tag, BIT (DETERMINER) | BIT (PREDETERMINER) | BIT (NUMBER)) || bl_tag_in (tag, BIT (SYMBOL));
}

static gboolean
read_noun (Reader *reader)
{
  guint head;
  const guint first = reader->at;
  if (tag_at (reader, first) == BL_TAG_PRONOUN)
    {
      add (reader, BL_PHRASE_NOUN, first, first + 1);
      return TRUE;
    }
  guint last = noun_end (reader, first, &head);
  if (head == G_MAXUINT)
    {
      if (!stands_alone (reader, first, last))
        return FALSE;
      head = last - 1;
    }
  const char *text = text_at (reader, head);
  BlPhrase *phrase = add (reader, BL_PHRASE_NOUN, first, last);
  phrase->head = head;
  phrase->lemma = lemma_at (reader, head);
  phrase->negated = reader->denied || strcmp (text_at (reader, first), "no") == 0
                    || (strcmp (text_at (reader, first), "zero") == 0 && tag_at (reader, head) == BL_TAG_NOUNS)
                    || bl_syntax_has (reader->out->syntax, BL_WORDS_NOBODY, text);
  if (strcmp (phrase->lemma, "one") == 0 && strcmp (text_at (reader, first), "no") == 0)
    phrase->lemma = "nobody";
  reader->denied = FALSE;
  return TRUE;
}

/* --- verb groups --------------------------------------------------------------------------------------------------- */

static gboolean
is_one_of (const char *word, const char *const *list)
{
  return g_strv_contains (list, word);
}

/* The next word of a verb group behind an auxiliary at i: over adverbs and denials; G_MAXUINT when none follows. */
static guint
next_verb (const Reader *reader, guint i, gboolean *denied)
{
  for (guint k = i + 1; k < reader->n; k++)
    {
      if (tag_in (reader, k, verbs))
        return k;
      if (!tag_in (reader, k, adverbs))
        return G_MAXUINT;
      *denied = *denied || in_list (reader, k, BL_WORDS_NEGATORS);
    }
  return G_MAXUINT;
}

/* Whether an auxiliary takes a verb of that tag. */
static gboolean
takes (const char *auxiliary, gboolean modal, BlTag next)
{
  if (modal || strcmp (auxiliary, "do") == 0)
    return next == BL_TAG_VERB || next == BL_TAG_VERB_PRESENT;
  if (strcmp (auxiliary, "have") == 0)
    return next == BL_TAG_PARTICIPLE || next == BL_TAG_VERB_PAST;
  if (strcmp (auxiliary, "be") == 0)
    return next == BL_TAG_PARTICIPLE || next == BL_TAG_GERUND || next == BL_TAG_VERB_PAST;
  if (strcmp (auxiliary, "get") == 0)
    return next == BL_TAG_PARTICIPLE;
  return FALSE;
}

static BlVerbForm
form_of (const Reader *reader, guint first)
{
  switch (tag_at (reader, first))
    {
    case BL_TAG_TO:
      return BL_VERB_INFINITIVE;
    case BL_TAG_VERB:
      return BL_VERB_INFINITIVE;
    case BL_TAG_GERUND:
      return BL_VERB_GERUND;
    case BL_TAG_PARTICIPLE:
      return BL_VERB_PARTICIPLE;
    default:
      return BL_VERB_FINITE;
    }
}

/* "Is going to close", "is set to close", "are due to close": a future. Moves at to the verb. */
static gboolean
skip_future (const Reader *reader, guint *at)
{
  static const char *const words[] = { "going", "set", "due", "about", "scheduled", NULL };
  const guint i = *at;
  if (!is_one_of (text_at (reader, i), words) || tag_at (reader, i + 1) != BL_TAG_TO || !tag_in (reader, i + 2, BIT (VERB)))
    return FALSE;
  *at = i + 2;
  return TRUE;
}

static gboolean
begins_verb (const Reader *reader, guint i)
{
  if (tag_in (reader, i, verbs | BIT (MODAL)))
    return TRUE;
  if (strcmp (text_at (reader, i), "'s") == 0 && tag_at (reader, i) != BL_TAG_POSSESSIVE)
    return TRUE;
  if (tag_at (reader, i) != BL_TAG_TO)
    return FALSE;
  guint k = i + 1;
  while (tag_in (reader, k, adverbs))
    k++;
  return tag_at (reader, k) == BL_TAG_VERB;
}

static gboolean
is_phrasal (const Reader *reader, const char *lemma)
{
  char both[64];
  g_snprintf (both, sizeof both, "%s %s", lemma, text_at (reader, reader->at));
  return bl_syntax_has (reader->out->syntax, BL_WORDS_PHRASAL, both);
}

static void
read_verb (Reader *reader)
{
  const guint first = reader->at;
  gboolean denied = reader->denied, modal = FALSE, passive = FALSE, progressive = FALSE;
  const char *mode = NULL;
  guint at = first;
  const gboolean infinitive = tag_at (reader, at) == BL_TAG_TO;
  if (infinitive)
    at = next_verb (reader, at, &denied);
  const gboolean past = tag_at (reader, at) == BL_TAG_VERB_PAST;
  for (;;)
    {
      const char *lemma = lemma_at (reader, at);
      modal = tag_at (reader, at) == BL_TAG_MODAL;
      if (modal)
        mode = lemma;
      gboolean between = FALSE;
      guint next = next_verb (reader, at, &between);
      if (next == G_MAXUINT || !takes (lemma, modal, tag_at (reader, next)))
        {
          guint future = at + 1;
          while (tag_in (reader, future, adverbs))
            {
              between = between || in_list (reader, future, BL_WORDS_NEGATORS);
              future++;
            }
          if (strcmp (lemma, "be") == 0 && skip_future (reader, &future))
            {
              denied = denied || between;
              mode = "will";
              at = future;
              continue;
            }
          break;
        }
      denied = denied || between;
      if (strcmp (lemma, "be") == 0 || strcmp (lemma, "get") == 0)
        {
          passive = tag_at (reader, next) != BL_TAG_GERUND;
          progressive = !passive;
        }
      at = next;
      if (strcmp (lemma, "be") == 0 && skip_future (reader, &at))
        {
          mode = "will";
          progressive = FALSE;
        }
    }
  BlPhrase *phrase = add (reader, BL_PHRASE_VERB, first, at + 1);
  phrase->lemma = lemma_at (reader, at);
  phrase->form = infinitive ? BL_VERB_INFINITIVE : mode != NULL ? BL_VERB_FINITE : form_of (reader, first);
  phrase->passive = passive || (phrase->form == BL_VERB_PARTICIPLE && at == first);
  phrase->progressive = progressive || phrase->form == BL_VERB_GERUND;
  phrase->negated = denied;
  phrase->modal = mode;
  phrase->past = past;
  reader->denied = FALSE;
  /* "Was not", "is never": the main verb is "be". */
  while (tag_in (reader, reader->at, adverbs) && in_list (reader, reader->at, BL_WORDS_NEGATORS))
    {
      phrase->negated = TRUE;
      phrase->last = ++reader->at;
    }
  if (tag_at (reader, reader->at) == BL_TAG_PARTICLE || is_phrasal (reader, phrase->lemma))
    {
      phrase->particle = text_at (reader, reader->at);
      phrase->last = ++reader->at;
    }
}

/* --- the words between --------------------------------------------------------------------------------------------- */

/* A finite verb follows before the clause is over: "before" opens a clause then. */
static gboolean
clause_follows (const Reader *reader, guint i)
{
  gboolean subject = FALSE;
  for (guint k = i + 1; k < reader->n; k++)
    {
      if (tag_in (reader, k, finite))
        return subject;
      if (tag_in (reader, k,
                  BIT (COMMA) | BIT (STOP) | BIT (COLON) | BIT (WH_DETERMINER) | BIT (WH_PRONOUN) | BIT (CONJUNCTION) | BIT (TO)
                      | BIT (GERUND) | BIT (OPEN)))
        return FALSE;
      subject = subject || tag_in (reader, k, nouns | BIT (PRONOUN) | BIT (DETERMINER) | BIT (THERE));
    }
  return FALSE;
}

static BlPhraseKind
kind_of_preposition (const Reader *reader, guint i)
{
  const char *text = text_at (reader, i);
  if (strcmp (text, "that") == 0)
    return BL_PHRASE_THAT;
  if (bl_syntax_has (reader->out->syntax, BL_WORDS_CONDITIONS, text))
    return BL_PHRASE_SUBORDINATE;
  if (bl_syntax_has (reader->out->syntax, BL_WORDS_SUBORDINATORS, text))
    {
      static const char *const always[] = { "because", "although", "though", "while", "whereas", NULL };
      if ((is_one_of (text, always) && strcmp (text_at (reader, i + 1), "of") != 0) || clause_follows (reader, i))
        return BL_PHRASE_SUBORDINATE;
    }
  return BL_PHRASE_PREPOSITION;
}

static void
read_adverb (Reader *reader)
{
  const gboolean denies = in_list (reader, reader->at, BL_WORDS_NEGATORS);
  add (reader, BL_PHRASE_ADVERB, reader->at, reader->at + 1);
  reader->denied = denies || reader->denied;
}

static void
read_adjective (Reader *reader)
{
  guint last = reader->at + 1;
  while (tag_in (reader, last, adjectives))
    last++;
  const gboolean denied = reader->denied;
  BlPhrase *phrase = add (reader, BL_PHRASE_ADJECTIVE, reader->at, last);
  phrase->negated = denied;
  reader->denied = FALSE;
}

static void
read_other (Reader *reader)
{
  const guint i = reader->at;
  BlPhraseKind kind = BL_PHRASE_COMMA;
  switch (tag_at (reader, i))
    {
    case BL_TAG_PREPOSITION:
      kind = kind_of_preposition (reader, i);
      break;
    case BL_TAG_TO:
    case BL_TAG_PARTICLE:
      kind = BL_PHRASE_PREPOSITION;
      break;
    case BL_TAG_CONJUNCTION:
      kind = BL_PHRASE_CONJUNCTION;
      break;
    case BL_TAG_WH_DETERMINER:
    case BL_TAG_WH_PRONOUN:
    case BL_TAG_WH_POSSESSIVE:
      kind = BL_PHRASE_RELATIVE;
      break;
    case BL_TAG_WH_ADVERB:
      kind = BL_PHRASE_SUBORDINATE;
      break;
    case BL_TAG_THERE:
      kind = BL_PHRASE_THERE;
      break;
    case BL_TAG_QUOTE_OPEN:
    case BL_TAG_QUOTE_CLOSE:
      kind = BL_PHRASE_QUOTE;
      break;
    case BL_TAG_STOP:
      kind = BL_PHRASE_STOP;
      break;
    default:
      break;
    }
  add (reader, kind, i, i + 1);
  if (kind == BL_PHRASE_QUOTE)
    reader->quoted = tag_at (reader, i) == BL_TAG_QUOTE_OPEN && !reader->quoted;
  if (kind != BL_PHRASE_CONJUNCTION || !in_list (reader, i, BL_WORDS_NEGATORS))
    reader->denied = FALSE;
}

static void
read_phrase (Reader *reader)
{
  const guint i = reader->at;
  if (begins_verb (reader, i) && !(tag_in (reader, i, BIT (PARTICIPLE) | BIT (GERUND)) && is_inner (reader, i, i)))
    read_verb (reader);
  else if (tag_at (reader, i) == BL_TAG_WH_POSSESSIVE
           || (!tag_in (reader, i, adverbs) && !tag_in (reader, i, adjectives) && read_noun (reader)))
    {
      if (reader->at == i)
        read_other (reader);
    }
  else if (tag_in (reader, i, adverbs))
    {
      guint head;
      const guint end = noun_end (reader, i, &head);
      if (end == i || head == G_MAXUINT || !read_noun (reader))
        read_adverb (reader);
    }
  else if (tag_in (reader, i, adjectives))
    {
      if (!read_noun (reader))
        read_adjective (reader);
    }
  else
    read_other (reader);
}

/* "Lost is a series", "Crossed (2006 film) was not": the participle or adjective that opens the sentence is a title. Not "Wounded was the
 * driver", which is turned round. */
static void
settle_title (const BlPhrases *phrases)
{
  static const char *const copulas[] = { "is", "was", "are", "were", NULL };
  static const char *const behind[] = { "a", "an", "not", "n't", "also", "now", NULL };
  const guint n = phrases->words->len;
  if (n < 4 || !bl_tag_in ((BlTag) bl_phrases_word (phrases, 0)->tag, verbs | adjectives)
      || (bl_phrases_word (phrases, 0)->shape & BL_SHAPE_CAPITAL) == 0)
    return;
  guint i = 1;
  if (bl_phrases_word (phrases, 1)->tag == BL_TAG_OPEN)
    while (i + 2 < n && bl_phrases_word (phrases, i++)->tag != BL_TAG_CLOSE)
      ;
  if (!is_one_of (bl_phrases_word (phrases, i)->text, copulas))
    return;
  const BlTaggedWord *next = bl_phrases_word (phrases, i + 1);
  const gboolean ranked = strcmp (next->text, "the") == 0 && bl_phrases_word (phrases, i + 2)->tag == BL_TAG_SUPERLATIVE;
  if (i > 1 || ranked || is_one_of (next->text, behind) || bl_tag_in ((BlTag) next->tag, verbs))
    g_array_index (phrases->words, BlTaggedWord, 0).tag = BL_TAG_NAME;
}

/* "Climbed Mount Erebus": a plain verb with a capital inside a sentence, before a name and where no verb can stand, is part of the name. */
static void
settle_names (const BlPhrases *phrases)
{
  static const guint64 before = verbs | BIT (PREPOSITION) | BIT (DETERMINER);
  for (guint i = 1; i + 1 < phrases->words->len; i++)
    {
      BlTaggedWord *word = &g_array_index (phrases->words, BlTaggedWord, i);
      if (bl_tag_in ((BlTag) word->tag, BIT (VERB) | BIT (VERB_PRESENT)) && (word->shape & BL_SHAPE_CAPITAL) != 0
          && bl_phrases_word (phrases, i + 1)->tag == BL_TAG_NAME
          && (bl_phrases_word (phrases, i - 1)->shape & BL_SHAPE_CAPITAL) == 0
          && bl_tag_in ((BlTag) bl_phrases_word (phrases, i - 1)->tag, before))
        word->tag = BL_TAG_NAME;
    }
}

BlPhraseKind
bl_phrases_kind (const BlPhrases *phrases, guint phrase)
{
  return phrase < phrases->phrases->len ? bl_phrases_get (phrases, phrase)->kind : BL_PHRASE_STOP;
}

void
bl_phrases_read (BlPhrases *phrases, const BlSyntax *syntax, const char *text, BlSpan sentence, BlArena *arena)
{
  *phrases = (BlPhrases){ .syntax = syntax,
                          .arena = arena,
                          .words = g_array_new (FALSE, FALSE, sizeof (BlTaggedWord)),
                          .phrases = g_array_new (FALSE, FALSE, sizeof (BlPhrase)) };
  bl_tagger_read (bl_syntax_tagger (syntax), text, sentence, arena, phrases->words);
  settle_title (phrases);
  settle_names (phrases);
  Reader reader = { .out = phrases, .n = phrases->words->len };
  while (reader.at < reader.n)
    read_phrase (&reader);
  for (guint i = 0; i < reader.n; i++)
    phrases->question = phrases->question || strcmp (text_at (&reader, i), "?") == 0;
}

void
bl_phrases_clear (BlPhrases *phrases)
{
  g_clear_pointer (&phrases->words, g_array_unref);
  g_clear_pointer (&phrases->phrases, g_array_unref);
}
