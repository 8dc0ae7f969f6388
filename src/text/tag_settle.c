#include "text/tag_sentence.h"

#include <string.h>

static const guint64 finite
    = (1ull << BL_TAG_VERB_PAST) | (1ull << BL_TAG_VERB_PRESENT) | (1ull << BL_TAG_VERB_THIRD) | (1ull << BL_TAG_MODAL);
static const guint64 nominal = (1ull << BL_TAG_NOUN) | (1ull << BL_TAG_NOUNS) | (1ull << BL_TAG_NAME) | (1ull << BL_TAG_PRONOUN)
                               | (1ull << BL_TAG_WH_PRONOUN) | (1ull << BL_TAG_WH_DETERMINER) | (1ull << BL_TAG_NUMBER);
static const guint64 verbs = (1ull << BL_TAG_VERB) | (1ull << BL_TAG_VERB_PAST) | (1ull << BL_TAG_VERB_PRESENT)
                             | (1ull << BL_TAG_VERB_THIRD) | (1ull << BL_TAG_PARTICIPLE) | (1ull << BL_TAG_GERUND);
static const guint64 nominal_phrase = (1ull << BL_TAG_NOUN) | (1ull << BL_TAG_NOUNS) | (1ull << BL_TAG_NAME)
                                      | (1ull << BL_TAG_ADJECTIVE) | (1ull << BL_TAG_DETERMINER) | (1ull << BL_TAG_NUMBER)
                                      | (1ull << BL_TAG_POSSESSIVE) | (1ull << BL_TAG_POSSESSIVE_PRONOUN)
                                      | (1ull << BL_TAG_SUPERLATIVE);
static const guint64 adverbs = (1ull << BL_TAG_ADVERB) | (1ull << BL_TAG_ADVERB_MORE) | (1ull << BL_TAG_ADVERB_MOST);

static gboolean
is_auxiliary (const BlTaggedWord *word)
{
  static const char *const forms[] = { "be",  "am",   "is",  "are",  "was", "were", "been",   "being", "'s", "'re", "'m",
                                       "get", "gets", "got", "have", "has", "had",  "having", "'ve",   "'d", NULL };
  return strchr ("'abghiw", word->text[0]) != NULL && g_strv_contains (forms, word->text);
}

/* The auxiliary that a participle at i belongs to: adverbs, "not" and in questions the subject stand between. */
static gboolean
has_auxiliary (const BlTagSentence *sentence, guint i)
{
  guint steps = 0;
  while (i > 0 && steps++ < 4)
    {
      i--;
      if (is_auxiliary (&sentence->words[i]))
        return TRUE;
      if (!bl_tag_in ((BlTag) sentence->words[i].tag, adverbs | bl_tag_bit (BL_TAG_PRONOUN)))
        return FALSE;
    }
  return FALSE;
}

/* A finite verb stands behind i before the clause ends. */
static gboolean
finite_follows (const BlTagSentence *sentence, guint i)
{
  static const guint64 ends = (1ull << BL_TAG_STOP) | (1ull << BL_TAG_COLON) | (1ull << BL_TAG_WH_PRONOUN)
                              | (1ull << BL_TAG_WH_DETERMINER) | (1ull << BL_TAG_WH_ADVERB) | (1ull << BL_TAG_CONJUNCTION)
                              | (1ull << BL_TAG_COMMA);
  for (guint k = i + 1; k < sentence->n; k++)
    {
      if (bl_tag_in ((BlTag) sentence->words[k].tag, finite))
        return !bl_tag_in ((BlTag) sentence->words[k - 1].tag, bl_tag_bit (BL_TAG_PRONOUN));
      if (bl_tag_in ((BlTag) sentence->words[k].tag, ends) || strcmp (sentence->words[k].text, "that") == 0)
        return FALSE;
    }
  return FALSE;
}

/* The noun phrase that ends before i is the object of a verb or preposition, so that no clause begins with it. */
static gboolean
is_object (const BlTagSentence *sentence, guint i)
{
  static const char *const opens[] = { "that",  "as",     "after",    "before",  "because", "while", "if", "since",
                                       "until", "though", "although", "whether", "once",    "than",  NULL };
  static const char *const tells[]
      = { "said",   "says",     "say",      "believe",   "believes", "believed", "think",  "thinks",   "thought",
          "know",   "knew",     "claim",    "claims",    "claimed",  "argued",   "argues", "revealed", "noted",
          "adding", "added",    "suggests", "suggested", "hope",     "hopes",    "hoped",  "shows",    "showed",
          "felt",   "insisted", "insists",  "reported",  "ensure",   "is",       "was",    NULL };
  while (i > 0 && bl_tag_in ((BlTag) sentence->words[i - 1].tag, nominal_phrase))
    i--;
  if (i == 0)
    return FALSE;
  const BlTaggedWord *before = &sentence->words[i - 1];
  if (bl_tag_in ((BlTag) before->tag, bl_tag_bit (BL_TAG_PREPOSITION) | bl_tag_bit (BL_TAG_TO)))
    return !g_strv_contains (opens, before->text);
  return bl_tag_in ((BlTag) before->tag, verbs) && !g_strv_contains (tells, before->text);
}

/* Behind "and" or a comma: the form of the verb before it. */
static BlTag
form_before (const BlTagSentence *sentence, guint i)
{
  while (i > 0)
    {
      i--;
      const BlTag tag = (BlTag) sentence->words[i].tag;
      if (bl_tag_in (tag, finite))
        return tag == BL_TAG_MODAL ? BL_TAG_NONE : BL_TAG_VERB_PAST;
      if (tag == BL_TAG_PARTICIPLE)
        return BL_TAG_PARTICIPLE;
      if (tag == BL_TAG_STOP || tag == BL_TAG_VERB || tag == BL_TAG_GERUND)
        return BL_TAG_NONE;
    }
  return BL_TAG_NONE;
}

static gboolean
has_other_finite (const BlTagSentence *sentence, guint i)
{
  for (guint k = 0; k < sentence->n; k++)
    if (k != i && bl_tag_in ((BlTag) sentence->words[k].tag, finite))
      return TRUE;
  return FALSE;
}

/* A participle behind its noun is passive and has no object. */
static gboolean
takes_object (const BlTagSentence *sentence, guint i)
{
  static const guint64 starts = (1ull << BL_TAG_DETERMINER) | (1ull << BL_TAG_PRONOUN) | (1ull << BL_TAG_POSSESSIVE_PRONOUN);
  static const char *const days[] = { "this", "that", "last", "each", "every", NULL };
  return i + 1 < sentence->n && bl_tag_in ((BlTag) sentence->words[i + 1].tag, starts)
         && !g_strv_contains (days, sentence->words[i + 1].text);
}

/* Past tense or participle, by what stands before it; NONE when that does not tell. */
static BlTag
past_form (const BlTagSentence *sentence, guint i)
{
  if (has_auxiliary (sentence, i))
    return BL_TAG_PARTICIPLE;
  guint before = i;
  while (before > 0 && bl_tag_in ((BlTag) sentence->words[before - 1].tag, adverbs))
    before--;
  const BlTag tag = before > 0 ? (BlTag) sentence->words[before - 1].tag : BL_TAG_STOP;
  if (tag == BL_TAG_PRONOUN)
    return BL_TAG_VERB_PAST;
  if (tag == BL_TAG_CONJUNCTION)
    return form_before (sentence, before - 1);
  if (!bl_tag_in (tag, nominal))
    return BL_TAG_NONE;
  if (takes_object (sentence, i))
    return BL_TAG_VERB_PAST;
  const gboolean agent = i + 1 < sentence->n && strcmp (sentence->words[i + 1].text, "by") == 0;
  const gboolean reduced
      = finite_follows (sentence, i) || (is_object (sentence, before) && has_other_finite (sentence, i)) || agent;
  return reduced && tag != BL_TAG_WH_PRONOUN && tag != BL_TAG_WH_DETERMINER ? BL_TAG_PARTICIPLE : BL_TAG_VERB_PAST;
}

/* Contextual rules of short reach often get these two wrong: a participle has its auxiliary before it, or stands behind its noun with
 * another verb to come ("the men arrested on Monday were") or before it ("found the men arrested on Monday"). */
static void
settle_past_forms (const BlTagSentence *sentence)
{
  static const guint64 both = (1ull << BL_TAG_VERB_PAST) | (1ull << BL_TAG_PARTICIPLE);
  static const guint64 plain = (1ull << BL_TAG_VERB) | (1ull << BL_TAG_VERB_PRESENT);
  for (guint i = 0; i < sentence->n; i++)
    {
      BlTaggedWord *word = &sentence->words[i];
      if (bl_tag_in ((BlTag) word->tag, plain) && (word->may & both) == both && has_auxiliary (sentence, i))
        word->tag = BL_TAG_PARTICIPLE; /* "had not read" */
      if (!bl_tag_in ((BlTag) word->tag, both) || (word->may & both) != both || is_auxiliary (word))
        continue;
      const BlTag form = past_form (sentence, i);
      word->tag = (guint8) (form != BL_TAG_NONE ? form : word->tag);
    }
}

/* What only the words beside it tell: a determiner, a possessive or a number has a noun behind it, two finite verbs do not follow each
 * other, and one name has no plural verb. */
static void
settle_nouns (const BlTagSentence *sentence)
{
  static const guint64 opens = (1ull << BL_TAG_DETERMINER) | (1ull << BL_TAG_POSSESSIVE_PRONOUN) | (1ull << BL_TAG_POSSESSIVE);
  static const guint64 plain = (1ull << BL_TAG_VERB) | (1ull << BL_TAG_VERB_PRESENT);
  for (guint i = 1; i < sentence->n; i++)
    {
      BlTaggedWord *word = &sentence->words[i];
      const BlTag before = (BlTag) sentence->words[i - 1].tag;
      const BlTag after = i + 1 < sentence->n ? (BlTag) sentence->words[i + 1].tag : BL_TAG_STOP;
      if ((word->shape & BL_SHAPE_WORD) == 0 || is_auxiliary (word))
        continue;
      if (bl_tag_in ((BlTag) word->tag, plain)
          && (bl_tag_in (before, opens) || (before == BL_TAG_NOUNS && bl_tag_in (after, finite))))
        word->tag = BL_TAG_NOUN;
      else if (word->tag == BL_TAG_VERB_THIRD && (bl_tag_in (before, opens) || before == BL_TAG_NUMBER))
        word->tag = BL_TAG_NOUNS;
      else if (bl_tag_in ((BlTag) word->tag, bl_tag_bit (BL_TAG_ADVERB) | bl_tag_bit (BL_TAG_PREDETERMINER))
               && bl_tag_in (BL_TAG_NOUN, word->may) && bl_tag_in (before, opens | bl_tag_bit (BL_TAG_ADJECTIVE))
               && !bl_tag_in (after, nominal_phrase | adverbs))
        word->tag = BL_TAG_NOUN;
      else if (word->tag == BL_TAG_VERB_PRESENT && before == BL_TAG_NAME && bl_tag_in (BL_TAG_VERB_PAST, word->may))
        word->tag = BL_TAG_VERB_PAST;
      else if (strcmp (word->text, "yet") == 0 && bl_tag_in (before, adverbs))
        word->tag = BL_TAG_ADVERB;
    }
}

/* "Did not convict", "will they vote": the plain form. */
static void
settle_plain_forms (const BlTagSentence *sentence)
{
  static const char *const does[] = { "do", "does", "did", NULL };
  static const guint64 between = (1ull << BL_TAG_ADVERB) | (1ull << BL_TAG_PRONOUN);
  for (guint i = 1; i < sentence->n; i++)
    {
      BlTaggedWord *word = &sentence->words[i];
      guint before = i - 1;
      while (before > 0 && i - before < 3 && bl_tag_in ((BlTag) sentence->words[before].tag, between))
        before--;
      const BlTaggedWord *first = &sentence->words[before];
      const gboolean denied = before + 1 < i && bl_tag_in ((BlTag) sentence->words[i - 1].tag, adverbs);
      if (bl_tag_in (BL_TAG_VERB, word->may)
          && bl_tag_in ((BlTag) word->tag, verbs | bl_tag_bit (BL_TAG_NOUN) | bl_tag_bit (BL_TAG_ADJECTIVE))
          && (first->tag == BL_TAG_MODAL || (denied && g_strv_contains (does, first->text))))
        word->tag = BL_TAG_VERB;
    }
}

/* A sentence without a finite verb: the first word behind a noun that may be one and is followed by what verbs are followed by. */
static void
settle_missing_verb (const BlTagSentence *sentence)
{
  static const guint64 may_be = (1ull << BL_TAG_VERB_PAST) | (1ull << BL_TAG_VERB_PRESENT) | (1ull << BL_TAG_VERB_THIRD);
  static const guint64 follows = (1ull << BL_TAG_DETERMINER) | (1ull << BL_TAG_NAME) | (1ull << BL_TAG_PRONOUN)
                                 | (1ull << BL_TAG_NUMBER) | (1ull << BL_TAG_POSSESSIVE_PRONOUN) | (1ull << BL_TAG_PREPOSITION)
                                 | (1ull << BL_TAG_TO);
  for (guint i = 0; i < sentence->n; i++)
    if (bl_tag_in ((BlTag) sentence->words[i].tag, finite))
      return;
  for (guint i = 1; i + 1 < sentence->n; i++)
    {
      BlTaggedWord *word = &sentence->words[i];
      if ((word->may & may_be) == 0 || word->may == BL_ALL_TAGS || !bl_tag_in ((BlTag) sentence->words[i - 1].tag, nominal)
          || !bl_tag_in ((BlTag) sentence->words[i + 1].tag, follows))
        continue;
      word->tag = bl_tag_in (BL_TAG_VERB_PAST, word->may)    ? BL_TAG_VERB_PAST
                  : bl_tag_in (BL_TAG_VERB_THIRD, word->may) ? BL_TAG_VERB_THIRD
                                                             : BL_TAG_VERB_PRESENT;
      return;
    }
}

void
bl_tag_settle (const BlTagSentence *sentence)
{
  settle_nouns (sentence);
  settle_plain_forms (sentence);
  settle_past_forms (sentence);
  settle_missing_verb (sentence);
}
