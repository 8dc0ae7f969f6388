/* What belongs to a title beside its label: jurisdiction, modifiers and determiners before it, "of France" behind it. */
#include <string.h>

#include "mentions/title_reading.h"

enum
{
  MAX_BACK = 150 /* words to look back over for "the country" */
};

static const struct
{
  const char *code;
  guint bit;
} modifiers[] = {
  { "former", BL_TITLE_FORMER },     { "then", BL_TITLE_THEN },         { "acting", BL_TITLE_ACTING },
  { "elect", BL_TITLE_ELECT },       { "deputy", BL_TITLE_DEPUTY },     { "retired", BL_TITLE_RETIRED },
  { "outgoing", BL_TITLE_OUTGOING }, { "would-be", BL_TITLE_WOULD_BE },
};

static guint
modifier_bit (const BlPhrase *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (strcmp (modifiers[i].code, phrase->code) == 0)
      return modifiers[i].bit;
  return 0;
}

/* --- to the left -------------------------------------------------------------------------------------------------- */

/* "the country's chief negotiator": the state that the sentence, or the one before, named last. */
static const BlCountry *
last_country (const BlScan *scan, guint sentence, guint before)
{
  guint begin = bl_scan_first (scan, sentence == 0 ? 0 : sentence - 1);
  begin = MAX (begin, before > MAX_BACK ? before - MAX_BACK : 0);
  for (guint at = before; at > begin; at--)
    {
      const BlDraft *draft = bl_scan_at (scan, at - 1, BL_MENTION_COUNTRY);
      if (draft != NULL)
        return draft->mention.country.country;
    }
  return NULL;
}

static gboolean
take_jurisdiction (BlTitleReading *title, guint at)
{
  BlScan *scan = title->scan;
  const BlDraft *draft = bl_scan_at (scan, at, BL_MENTION_COUNTRY);
  if (draft == NULL)
    draft = bl_scan_at (scan, at, BL_MENTION_ORG);
  if (draft == NULL)
    draft = bl_scan_at (scan, at, BL_MENTION_PLACE);
  if (draft == NULL || draft->end != at + 1)
    return FALSE;
  if (!title->title.beside)
    {
      if (draft->mention.type == BL_MENTION_COUNTRY)
        title->country = draft->mention.country.country;
      else if (draft->mention.type == BL_MENTION_ORG)
        title->organisation = draft->mention.organisation;
      title->title.beside = TRUE; /* of a place: some other office than the state's */
      title->title.other_body = title->title.of_place = draft->mention.type == BL_MENTION_PLACE;
    }
  title->first = draft->first;
  return TRUE;
}

static gboolean
take_the_country (BlTitleReading *title, guint at)
{
  BlScan *scan = title->scan;
  const BlToken *token = bl_scan_token (scan, at);
  if ((token->shape & BL_TOKEN_POSSESSIVE) == 0 || token->mention != BL_NO_MENTION || !bl_token_is (token, BL_LEX_STATE_NOUN))
    return FALSE;
  if (!title->title.beside)
    {
      title->country = last_country (scan, title->sentence, at);
      title->title.beside = title->country != NULL;
      title->title.other_body = title->country == NULL;
    }
  title->first = at;
  return TRUE;
}

static gboolean
take_modifier (BlTitleReading *title, guint at)
{
  const BlTokens *tokens = &title->scan->tokens;
  const BlPhrase *phrase = bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_MODIFIER);
  if (phrase != NULL)
    {
      title->modifiers |= modifier_bit (phrase);
      title->first = at + 1 - phrase->n;
      return TRUE;
    }
  phrase = bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_EPITHET);
  if (phrase == NULL)
    phrase = bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_RANK);
  if (phrase == NULL)
    return FALSE;
  title->first = at + 1 - phrase->n;
  title->counted |= bl_token_is (bl_scan_token (title->scan, title->first), BL_LEX_ORDINAL); /* "first female" */
  return TRUE;
}

/* "the 45th president", "the only president": one of several, which says nothing about the office. */
static gboolean
take_count (BlTitleReading *title, guint at)
{
  const BlTokens *tokens = &title->scan->tokens;
  const BlToken *token = bl_scan_token (title->scan, at);
  const gboolean figures
      = token->gap == 0 && at > title->begin && (bl_scan_token (title->scan, at - 1)->shape & BL_TOKEN_NUMBER) != 0; /* 45-th */
  title->counted |= figures || bl_token_is (token, BL_LEX_ORDINAL)
                    || bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_COUNTED) != NULL;
  if (figures)
    title->first = at - 1;
  return figures;
}

static void
read_determiner (BlTitleReading *title, guint at)
{
  const BlToken *token = bl_scan_token (title->scan, at);
  const BlPhrase *determiner = bl_word_phrase (token->word, BL_LEX_DETERMINER);
  if (determiner != NULL && (strcmp (determiner->code, "definite") == 0 || strcmp (determiner->code, "pointing") == 0))
    title->title.definite = TRUE;
  else if (determiner != NULL)
    title->indefinite = TRUE;
  else if (!bl_token_is (token, BL_LEX_FUNCTION) && !bl_token_is (token, BL_LEX_SPEECH) && token->mention == BL_NO_MENTION
           && token->title == BL_NO_MENTION && !title->title.beside
           && bl_tokens_phrase_before (&title->scan->tokens, title->begin, at, BL_LEX_LINKING) == NULL
           && bl_token_joins (bl_scan_token (title->scan, at + 1)) && (token->shape & BL_TOKEN_NUMBER) == 0)
    title->title.other_body = (token->gap & BL_GAP_EDGE) == 0; /* "the club president", "Acme chairman" */
}

static void
extend_left (BlTitleReading *title)
{
  while (title->first > title->begin)
    {
      guint at = title->first - 1;
      const BlToken *token = bl_scan_token (title->scan, at);
      if (!bl_token_joins (bl_scan_token (title->scan, title->first)))
        return;
      if (token->title != BL_NO_MENTION)
        {
          title->title.definite |= (token->shape & BL_TOKEN_POSSESSIVE) != 0; /* "the prime minister's spokesman" */
          return;
        }
      if (take_modifier (title, at) || take_count (title, at) || take_the_country (title, at))
        continue;
      if (take_jurisdiction (title, at))
        {
          if ((token->shape & BL_TOKEN_POSSESSIVE) != 0)
            title->title.definite = TRUE;
          continue;
        }
      read_determiner (title, at);
      return;
    }
}

/* --- to the right ------------------------------------------------------------------------------------------------- */

static gboolean
is_body_word (const BlScan *scan, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  return token->mention == BL_NO_MENTION && bl_token_joins (token) && (token->shape & BL_TOKEN_NUMBER) == 0
         && !bl_token_is (token, BL_LEX_FUNCTION) && !bl_token_is (token, BL_LEX_SPEECH);
}

static gboolean
is_large (const BlScan *scan, guint at)
{
  return (bl_scan_token (scan, at)->shape & BL_TOKEN_UPPER) != 0 && !bl_token_is (bl_scan_token (scan, at), BL_LEX_FUNCTION);
}

/* "the Conservative Party of Norway", when the Conservative Party of the base is Britain's. */
static gboolean
is_anothers_body (const BlScan *scan, const BlDraft *body, guint end)
{
  if (body->mention.type != BL_MENTION_ORG || body->end + 1 >= end || !bl_token_equals (bl_scan_token (scan, body->end), "of"))
    return FALSE;
  const BlDraft *state = bl_scan_at (scan, body->end + 1, BL_MENTION_COUNTRY);
  return state != NULL && state->mention.country.country != body->mention.organisation->country;
}

/* "of France", "of the United States", "of the Russian chess federation", "of the club"; at is the word after "of". */
static void
take_of (BlTitleReading *title, guint at)
{
  BlScan *scan = title->scan;
  gboolean article = at < title->end && bl_token_equals (bl_scan_token (scan, at), "the");
  guint word = at + article;
  if (word >= title->end || !bl_token_joins (bl_scan_token (scan, word)))
    return;
  BlDraft *draft = bl_scan_at (scan, word, BL_MENTION_COUNTRY);
  if (draft == NULL)
    draft = bl_scan_at (scan, word, BL_MENTION_ORG);
  gboolean whole = draft != NULL
                   && (draft->end >= title->end || !is_body_word (scan, draft->end)
                       || bl_scan_token (scan, draft->end)->gap != BL_GAP_SPACE
                       || !(bl_scan_token (scan, draft->end - 1)->shape & BL_TOKEN_POSSESSIVE));
  if (draft != NULL && draft->mention.type == BL_MENTION_COUNTRY && draft->mention.country.surface == BL_SURFACE_DEMONYM)
    whole = FALSE;
  if (draft != NULL && is_anothers_body (scan, draft, title->end))
    title->title.other_body = TRUE;
  else if (whole && !title->title.beside)
    {
      if (draft->mention.type == BL_MENTION_COUNTRY)
        title->country = draft->mention.country.country;
      else
        title->organisation = draft->mention.organisation;
      title->title.beside = TRUE;
    }
  else if (!whole && draft == NULL && article && bl_token_is (bl_scan_token (scan, word), BL_LEX_STATE_NOUN)
           && !title->title.beside)
    {
      title->country = last_country (scan, title->sentence, word);
      title->title.beside = title->country != NULL;
    }
  else if (whole && draft->mention.type == BL_MENTION_COUNTRY && title->title.readings[0].office != NULL
           && title->country != draft->mention.country.country)
    title->title.other_body = TRUE; /* "leader of the Conservative Party of Norway": the label is another state's */
  else if (!whole && (!title->title.beside || (draft == NULL && is_large (scan, word))))
    title->title.other_body = TRUE; /* also of "the French president of the Chess Federation" */
  if (whole)
    title->last = draft->end;
}

/* "ambassador to Russia", "envoy for Ukraine": where to, not whose. */
static void
take_target (BlTitleReading *title, guint at)
{
  BlScan *scan = title->scan;
  guint word = at + (at < title->end && bl_token_equals (bl_scan_token (scan, at), "the"));
  if (word >= title->end || !bl_token_joins (bl_scan_token (scan, word)))
    return;
  guint32 index = bl_scan_token (scan, word)->mention;
  if (index == BL_NO_MENTION)
    return;
  const BlDraft *draft = bl_scan_draft (scan, index);
  if (draft->mention.type == BL_MENTION_COUNTRY && draft->mention.country.surface == BL_SURFACE_DEMONYM
      && draft->end < title->end && is_body_word (scan, draft->end))
    return; /* "an aide to the Polish prime minister" */
  if (draft->mention.type == BL_MENTION_COUNTRY || draft->mention.type == BL_MENTION_ORG
      || draft->mention.type == BL_MENTION_PLACE)
    title->last = draft->end;
}

static void
extend_right (BlTitleReading *title)
{
  BlScan *scan = title->scan;
  if (title->last < title->end && bl_token_joins (bl_scan_token (scan, title->last)))
    {
      const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, title->last, title->end, BL_LEX_MODIFIER);
      if (phrase != NULL && modifier_bit (phrase) == BL_TITLE_ELECT)
        {
          title->modifiers |= BL_TITLE_ELECT;
          title->last += phrase->n;
        }
    }
  if (title->last + 1 >= title->end || (bl_scan_token (scan, title->last - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return;
  const BlToken *next = bl_scan_token (scan, title->last);
  if (!bl_token_follows (next))
    return;
  if (bl_token_equals (next, "of"))
    take_of (title, title->last + 1);
  else if (bl_token_equals (next, "to") || bl_token_equals (next, "for"))
    take_target (title, title->last + 1);
}

/* "a candidate for president", "running for mayor", "presidential hopeful"; "under President Duval". */
static void
read_would_be (BlTitleReading *title)
{
  const BlTokens *tokens = &title->scan->tokens;
  guint at = title->first;
  while (at > title->begin && bl_token_equals (bl_scan_token (title->scan, at - 1), "the"))
    at--;
  const BlPhrase *phrase = at > title->begin ? bl_tokens_phrase_before (tokens, title->begin, at - 1, BL_LEX_WOULD_BE) : NULL;
  if (phrase != NULL && strcmp (phrase->code, "before") == 0)
    title->modifiers |= BL_TITLE_WOULD_BE;
  phrase = at > title->begin ? bl_tokens_phrase_before (tokens, title->begin, at - 1, BL_LEX_LINKING) : NULL;
  if (phrase != NULL && strcmp (phrase->code, "time") == 0)
    title->modifiers |= BL_TITLE_THEN;
  phrase = bl_tokens_phrase (tokens, title->last, title->end, BL_LEX_WOULD_BE);
  if (phrase != NULL && strcmp (phrase->code, "after") == 0 && bl_token_joins (bl_scan_token (title->scan, title->last)))
    title->modifiers |= BL_TITLE_WOULD_BE;
}

void
bl_title_read_sides (BlTitleReading *title)
{
  extend_left (title);
  extend_right (title);
  read_would_be (title);
}
