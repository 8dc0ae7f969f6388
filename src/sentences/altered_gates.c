/* The gates of an altered word, in the order of the design: first that stops decides. */
#include "sentences/altered.h"

#include "claims/cues.h"

#include <string.h>

/* Of what the shorter sentence says, the other lacks so much at most beside the altered word. */
#define MAX_OTHER 0.34

/* With no more than this lacking, nothing but the word decides. */
#define SURE_OTHER 0.2

/* More altered words are another event told in the same form. */
#define MAX_ALTERED 2

/* Of the tokens near a word so many must be the same. */
#define MIN_NEAR 2
#define SURE_NEAR 3

/* The same of words whose kind usage mixes, where one is unsaid. */
#define SURE_NEAR_MIXED 4

/* Of the words between two commas, or other breaks, in which the altered word stands: what the sentence denies elsewhere does not bear on
 * it. Those of the word itself aside: "exclude" for "include" denies nothing else. */
static guint
count_cues (const BlAlteredPair *check, const BlSentenceTokens *tokens, const BlToken *altered, BlCueKind kind)
{
  const guint breaks = BL_BREAK_COMMA | BL_BREAK_STRONG;
  guint n = 0, first = bl_words_at (&tokens->words, altered->span.start), end = first + 1;
  while (first > 0 && (bl_words_get (&tokens->words, first)->breaks & breaks) == 0)
    first--;
  while (end < bl_words_count (&tokens->words) && (bl_words_get (&tokens->words, end)->breaks & breaks) == 0)
    end++;
  for (guint i = first; i < end; i++)
    {
      if (bl_span_contains (altered->span, bl_words_get (&tokens->words, i)->span))
        continue;
      const BlCue *cue = bl_cues_match (check->state->input->cues, &tokens->words, i, 0, 0);
      for (; cue != NULL; cue = cue->next)
        n += cue->kind == kind;
    }
  return n;
}

static gboolean
same_polarity (const BlAlteredPair *check, const BlAltered *altered)
{
  static const BlCueKind kinds[] = { BL_CUE_NEGATION, BL_CUE_DENIAL, BL_CUE_PSEUDO };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (count_cues (check, check->a, altered->a, kinds[i]) != count_cues (check, check->b, altered->b, kinds[i]))
      return FALSE;
  return TRUE;
}

/* "Lavrov said", "according to Reuters": who is asked differs from outlet to outlet. */
static gboolean
is_speaker (const BlAlteredPair *check, const BlSentenceTokens *tokens, const BlToken *token)
{
  const BlWords *words = &tokens->words;
  const guint behind = bl_words_end (words, token->span.end), before = bl_words_at (words, token->span.start);
  for (guint i = behind; i < MIN (behind + 2, bl_words_count (words)); i++)
    for (const BlCue *cue = bl_cues_match (check->state->input->cues, words, i, 0, 0); cue != NULL; cue = cue->next)
      if (cue->kind == BL_CUE_SPEECH)
        return TRUE;
  for (guint i = before > 3 ? before - 3 : 0; i < before; i++)
    for (const BlCue *cue = bl_cues_match (check->state->input->cues, words, i, 0, 0); cue != NULL; cue = cue->next)
      if (cue->kind == BL_CUE_SPEECH || cue->kind == BL_CUE_SOURCE)
        return TRUE;
  return FALSE;
}

/* Of one sort: what a list holds. */
static gboolean
is_of_one_sort (const BlAlteredPair *check, const BlToken *a, const BlToken *b)
{
  if (a->kind == BL_TOKEN_ENTITY && b->kind == BL_TOKEN_ENTITY)
    return a->mention->type == b->mention->type;
  return a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD
         && bl_word_kinds_relate (check->state->input->kinds, a->text, b->text, NULL) > BL_KINDS_SAME;
}

/* Beside others of its sort, with "and" between two of them and nothing else: "Spain, Italy and Malta". */
static gboolean
in_list (const BlAlteredPair *check, const BlSentenceTokens *tokens, const BlToken *token)
{
  const guint at = (guint) (token - (const BlToken *) (gpointer) tokens->tokens->data);
  for (guint forward = 0; forward < 2; forward++)
    {
      gboolean joined = FALSE;
      for (guint i = forward ? at + 1 : at - 1; i < tokens->tokens->len; i += forward ? 1u : G_MAXUINT)
        {
          const BlToken *other = bl_sentence_tokens_get (tokens, i);
          if (strcmp (other->text, "and") == 0 || strcmp (other->text, "or") == 0)
            joined = TRUE;
          else if (!is_of_one_sort (check, token, other))
            break;
          else if (joined)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whoever the sentence begins with is whom it is about: two states may each send troops. */
static gboolean
is_subject (const BlSentenceTokens *tokens, const BlToken *token)
{
  /* A person's title stands before the name: "Finnish Defence Minister X said". */
  const gboolean person = token->mention->type == BL_MENTION_PERSON;
  for (const BlToken *t = (const BlToken *) (gpointer) tokens->tokens->data; t < token; t++)
    if (person ? t->kind == BL_TOKEN_FUNCTION : t->kind == BL_TOKEN_ENTITY || t->kind == BL_TOKEN_WORD)
      return FALSE;
  return TRUE;
}

/* Names that the other sentence does not have, the altered one aside. */
static gboolean
has_other_names (const BlSentenceTokens *tokens, const BlSentenceTokens *others, const BlToken *altered)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const BlToken *token = bl_sentence_tokens_get (tokens, i);
      if (token != altered && token->kind > BL_TOKEN_TITLE && token->kind != BL_TOKEN_VALUE && token->capital
          && !bl_sentence_tokens_have (others, token))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_word (const BlSentenceTokens *tokens, const char *word)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    if (strcmp (bl_sentence_tokens_get (tokens, i)->text, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
in_quotation (const BlPairSide *side, BlSpan span)
{
  guint n;
  const BlQuote *quotes = bl_document_quotes (bl_article_claims_article (side->article)->document, &n);
  for (guint i = 0; i < n; i++)
    if (quotes[i].span.start <= span.start && span.end <= quotes[i].span.end)
      return TRUE;
  return FALSE;
}

/* What the shorter of the two says and the other does not, without the altered words: a share. */
static double
other_share (const BlAlteredPair *check, guint n_altered)
{
  const guint shorter = MIN (check->alignment->content_a->len, check->alignment->content_b->len);
  const guint known = check->alignment->equal + n_altered;
  return known >= shorter ? 0 : (double) (shorter - known) / shorter;
}

gboolean
bl_altered_article_has (const BlAlteredPair *check, const BlPairSide *side, const BlToken *token)
{
  guint n;
  const BlClaimSentence *sentences = bl_article_claims_sentences (side->article, &n);
  const gboolean inside = check->pair->a.article == check->pair->b.article;
  for (guint i = 0; i < n; i++)
    if (!(inside && (&sentences[i] == check->pair->a.sentence || &sentences[i] == check->pair->b.sentence))
        && bl_sentence_has_term (&sentences[i], token->stem))
      return TRUE;
  return FALSE;
}

/* Two days that exclude each other stand in one place: the sentences tell of two times. */
static gboolean
days_differ (const BlAlteredPair *check)
{
  const BlTokenAlignment *alignment = check->alignment;
  for (guint r = 0; r < alignment->runs->len; r++)
    {
      const BlTokenRun *run = &g_array_index (alignment->runs, BlTokenRun, r);
      for (guint i = run->a_first; i < run->a_end; i++)
        for (guint k = run->b_first; k < run->b_end; k++)
          {
            const BlToken *a = bl_token_at (check->a, alignment->content_a, i),
                          *b = bl_token_at (check->b, alignment->content_b, k);
            if (a->kind == BL_TOKEN_VALUE && b->kind == BL_TOKEN_VALUE && a->mention->type == BL_MENTION_DATE
                && b->mention->type == BL_MENTION_DATE && a->mention->date.range.known && b->mention->date.range.known
                && bl_date_range_disjoint (a->mention->date.range, b->mention->date.range))
              return TRUE;
          }
    }
  return FALSE;
}

/* A date or a name, not a number nor "American": "two boys" may be any. */
static gboolean
is_anchor (const BlToken *token)
{
  if (token->kind == BL_TOKEN_ENTITY)
    return token->mention->type != BL_MENTION_COUNTRY || token->mention->country.surface != BL_SURFACE_DEMONYM;
  if (token->kind == BL_TOKEN_WORD)
    return token->capital; /* a name that the base does not know */
  return token->kind == BL_TOKEN_VALUE && (token->mention->type == BL_MENTION_DATE || token->mention->type == BL_MENTION_MONEY);
}

/* Also one that begins the other sentence, where every word has a capital. */
static gboolean
names_of_other (const BlSentenceTokens *tokens, const BlSentenceTokens *others)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const BlToken *token = bl_sentence_tokens_get (tokens, i);
      if (is_anchor (token) && bl_sentence_tokens_have (others, token))
        return TRUE;
    }
  return FALSE;
}

/* Both name somebody, some place or some day: without, "a man" and "a woman" on a bridge are two people. */
static gboolean
share_an_anchor (const BlAlteredPair *check)
{
  return names_of_other (check->a, check->b) || names_of_other (check->b, check->a);
}

/* A text that has both words may tell of two things: then the place of the two must be the surer. */
static gboolean
is_unique (const BlAlteredPair *check, const BlAltered *altered, double other)
{
  const gboolean a_in_b = bl_sentence_tokens_have (check->b, altered->a),
                 b_in_a = bl_sentence_tokens_have (check->a, altered->b);
  const gboolean b_told = bl_altered_article_has (check, &check->pair->a, altered->b),
                 a_told = bl_altered_article_has (check, &check->pair->b, altered->a);
  if (a_in_b || b_in_a)
    return altered->a->kind == BL_TOKEN_ENTITY && altered->beside == 2 && !(a_in_b ? b_told : a_told);
  if (a_told || b_told)
    return altered->beside > 0 && altered->near >= BL_ALTERED_SAME_NEAR && other <= SURE_OTHER;
  return altered->beside > 0 || altered->near >= BL_ALTERED_SAME_NEAR;
}

/* Words before a word of which a denial may bear on it: "is by no means mandatory". */
#define DENIAL_BEFORE 4

/* A denial stands shortly before the token. */
static gboolean
is_denied (const BlAlteredPair *check, const BlSentenceTokens *tokens, const BlToken *token)
{
  const guint at = bl_words_at (&tokens->words, token->span.start);
  for (guint i = at > DENIAL_BEFORE ? at - DENIAL_BEFORE : 0; i < at; i++)
    for (const BlCue *cue = bl_cues_match (check->state->input->cues, &tokens->words, i, 0, 0); cue != NULL; cue = cue->next)
      if (cue->kind == BL_CUE_NEGATION || cue->kind == BL_CUE_DENIAL)
        return TRUE;
  return FALSE;
}

/* --- the gates, in the order of bl_gate_order() --------------------------------------------------------------------------- */

static BlVerdict
judge_subject (const BlAlteredPair *check, const BlAltered *altered)
{
  if (!share_an_anchor (check))
    return bl_stopped (BL_GATE_SUBJECT, "nothing named shows that both tell of one thing");
  if (altered->a->kind == BL_TOKEN_ENTITY && (is_subject (check->a, altered->a) || is_subject (check->b, altered->b)))
    return bl_stopped (BL_GATE_SUBJECT, "the sentences are about two");
  if (has_other_names (check->a, check->b, altered->a) && has_other_names (check->b, check->a, altered->b))
    return bl_stopped (BL_GATE_SUBJECT, "each of the sentences names somebody or something else besides");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

static BlVerdict
judge_predicate (const BlAlteredPair *check, const BlAltered *altered, guint n_altered, double other)
{
  if (n_altered > MAX_ALTERED || (other > MAX_OTHER && altered->near < MIN_NEAR))
    return bl_stopped (BL_GATE_PREDICATE, "the sentences differ in more than the word");
  if (!same_polarity (check, altered))
    return bl_stopped (BL_GATE_PREDICATE, "one of the sentences denies something");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

static BlVerdict
judge_slot (const BlAlteredPair *check, const BlAltered *altered, double other)
{
  if (!is_unique (check, altered, other))
    return bl_stopped (BL_GATE_SLOT, "one of the texts has both words");
  const gboolean list_a = in_list (check, check->a, altered->a), list_b = in_list (check, check->b, altered->b);
  if (altered->a->kind == BL_TOKEN_ENTITY ? list_a || list_b : list_a != list_b)
    return bl_stopped (BL_GATE_SLOT, "one of a list, which may be a part of it");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

static BlVerdict
judge_time (const BlAlteredPair *check)
{
  if (days_differ (check))
    return bl_stopped (BL_GATE_TIME, "the sentences name different days");
  if (has_word (check->a, "will") != has_word (check->b, "will"))
    return bl_stopped (BL_GATE_TIME, "one of the sentences tells of what is to come");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

static BlVerdict
judge_voice (const BlAlteredPair *check, const BlAltered *altered)
{
  if (altered->a->kind == BL_TOKEN_ENTITY
      && (is_speaker (check, check->a, altered->a) || is_speaker (check, check->b, altered->b)))
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "the two speak, or are asked");
  if (check->pair->a.sentence->conditional != check->pair->b.sentence->conditional)
    return bl_stopped (BL_GATE_MODALITY, "one of the sentences says what would be");
  if (in_quotation (&check->pair->a, altered->a->span) || in_quotation (&check->pair->b, altered->b->span))
    return bl_stopped (BL_GATE_QUOTE, "quotations are compared as wholes");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

/* What the full text does not have needs no more than that neither sentence denies the word, and that both are of one time. Also of a
 * list: who sums up may leave a member out, but not put one in. */
static BlVerdict
judge_unsaid (const BlAlteredPair *check, const BlAltered *altered)
{
  if (is_denied (check, check->a, altered->a) != is_denied (check, check->b, altered->b))
    return bl_stopped (BL_GATE_PREDICATE, "one of the sentences denies the word");
  if (days_differ (check))
    return bl_stopped (BL_GATE_TIME, "the sentences name different days");
  if (altered->a->kind == BL_TOKEN_ENTITY
      && (is_speaker (check, check->a, altered->a) || is_speaker (check, check->b, altered->b)))
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "the two speak, or are asked");
  /* What usage mixes elsewhere: who sums up keeps to the words of the text where the place is this sure. */
  const gboolean sure = altered->relation == BL_KINDS_EXCLUDE || altered->beside == 2 || altered->near >= SURE_NEAR_MIXED;
  return (BlVerdict){ .relation = sure ? BL_RELATION_CONTRADICTION : BL_RELATION_DIFFERS,
                      .why = "the full text does not have the word anywhere" };
}

BlVerdict
bl_altered_judge (const BlAlteredPair *check, const BlAltered *altered, guint n_altered)
{
  if (altered->unsaid)
    return judge_unsaid (check, altered);
  const double other = other_share (check, n_altered);
  const BlVerdict gates[] = { judge_subject (check, altered), judge_predicate (check, altered, n_altered, other),
                              judge_slot (check, altered, other), judge_time (check), judge_voice (check, altered) };
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    if (gates[i].gate != BL_GATE_NONE)
      return gates[i];
  const gboolean sure
      = altered->relation == BL_KINDS_EXCLUDE
        && (other <= SURE_OTHER || altered->near >= SURE_NEAR || (altered->beside == 2 && altered->near >= MIN_NEAR));
  const gboolean one_day = bl_pair_is_of_one_day (check->state, check->pair);
  return (BlVerdict){ .relation = sure && one_day ? BL_RELATION_CONTRADICTION : BL_RELATION_DIFFERS };
}
