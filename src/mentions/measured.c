#include "mentions/measured.h"

#include "mentions/nouns.h"

enum
{
  MAX_BACK = 5, /* tokens of a place between noun and verb: "turnout in the eastern city was" */
  MAX_AUXILIARIES = 4,
  MAX_NUMBER_OF = 10,
};

/* A word that may be what is measured: in small letters, of no mention, neither function word nor number. */
static gboolean
is_noun (const BlNumbers *numbers, guint at)
{
  const BlToken *token = bl_scan_token (numbers->scan, at);
  return token->mention == BL_NO_MENTION && (token->shape & (BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL | BL_TOKEN_INITIAL)) == 0
         && !bl_token_is (token, BL_LEX_FUNCTION) && !bl_token_is (token, BL_LEX_NOT_NOUN)
         && !bl_token_is (token, BL_LEX_NUMBER) && strlen (token->folded) > 2;
}

/* Over "in the eastern city" back to the word before it; at itself when no such phrase ends there. */
static guint
before_place (const BlNumbers *numbers, guint at)
{
  for (guint i = at; i > numbers->begin && at - i < MAX_BACK; i--)
    {
      const BlToken *token = bl_scan_token (numbers->scan, i);
      if (bl_token_is (token, BL_LEX_CIRCUMSTANCE))
        return bl_token_joins (token) && is_noun (numbers, i - 1) ? i - 1 : at;
      if (!bl_token_joins (token))
        return at;
    }
  return at;
}

/* "the number of cases registered in the state [is 727]": what is counted, when that stands in the tokens before at. */
static guint
number_of (const BlNumbers *numbers, guint at)
{
  for (guint i = at; i > numbers->begin + 1 && at - i < MAX_NUMBER_OF && bl_token_joins (bl_scan_token (numbers->scan, i)); i--)
    if (bl_numbers_word (numbers, i - 1, "of") && bl_numbers_word (numbers, i - 2, "number") && is_noun (numbers, i))
      for (guint noun = i; noun <= at && is_noun (numbers, noun); noun++)
        if (bl_noun_is_plural (bl_scan_token (numbers->scan, noun)))
          return noun;
  return G_MAXUINT;
}

guint
bl_measured_noun (const BlNumbers *numbers, guint first)
{
  if (first <= numbers->begin + 1 || !bl_token_joins (bl_scan_token (numbers->scan, first)))
    return G_MAXUINT;
  const BlTokens *tokens = &numbers->scan->tokens;
  const BlPhrase *verb = bl_tokens_phrase_before (tokens, numbers->begin, first - 1, BL_LEX_AMOUNTING);
  if (verb == NULL || first - numbers->begin <= verb->n)
    return G_MAXUINT;
  guint at = first - verb->n;
  if (!bl_token_joins (bl_scan_token (numbers->scan, at)))
    return G_MAXUINT;
  at--;
  const gboolean to = verb->n == 1 && (strcmp (verb->words[0], "to") == 0 || strcmp (verb->words[0], "at") == 0);
  if (to && !bl_token_is (bl_scan_token (numbers->scan, at), BL_LEX_ALIKE))
    return G_MAXUINT; /* "sent to 12", "the total to 12" */
  const guint counted = number_of (numbers, at);
  if (counted != G_MAXUINT)
    return counted;
  if (!to && strcmp (verb->words[0], "of") != 0)
    at = before_place (numbers, at);
  return is_noun (numbers, at) ? at : G_MAXUINT;
}

static const char *
state_at (const BlNumbers *numbers, guint at)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  if (token == NULL || token->mention != BL_NO_MENTION)
    return "";
  const BlPhrase *phrase = bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, BL_LEX_STATE);
  return phrase != NULL ? phrase->code : "";
}

/* "killing at least [10]", "the death toll of [10]", "deaths of [10]". */
static const char *
state_before (const BlNumbers *numbers, guint first)
{
  for (guint i = first; i > numbers->begin && first - i < 3; i--)
    {
      if (!bl_token_joins (bl_scan_token (numbers->scan, i)))
        return "";
      const BlPhrase *phrase = bl_tokens_phrase_before (&numbers->scan->tokens, numbers->begin, i - 1, BL_LEX_STATE);
      if (phrase != NULL)
        return phrase->code;
      if (!bl_token_is (bl_scan_token (numbers->scan, i - 1), BL_LEX_STATE_BEFORE))
        return "";
    }
  return "";
}

/* "[10 people] were reportedly injured", "[24] dead". */
static const char *
state_after (const BlNumbers *numbers, guint at)
{
  for (guint i = 0; i < MAX_AUXILIARIES; i++, at++)
    {
      const BlToken *token = bl_numbers_token (numbers, at);
      if (token == NULL || !bl_token_joins (token))
        return "";
      const char *state = state_at (numbers, at);
      if (state[0] != '\0')
        return state;
      if (!bl_token_is (token, BL_LEX_STATE_AFTER))
        return "";
    }
  return "";
}

const char *
bl_measured_state (const BlNumbers *numbers, guint first, guint end, guint noun)
{
  const char *state = noun != G_MAXUINT ? state_at (numbers, noun) : "";
  if (state[0] == '\0')
    state = state_after (numbers, noun != G_MAXUINT && noun >= end ? noun + 1 : end);
  return state[0] != '\0' ? state : state_before (numbers, first);
}

guint32
bl_measured_scopes (const BlNumbers *numbers, guint first, guint end)
{
  guint32 scopes = 0;
  for (guint at = first; at < end; at++)
    {
      const BlPhrase *phrase = bl_tokens_phrase (&numbers->scan->tokens, at, end, BL_LEX_SCOPE);
      if (phrase != NULL)
        scopes |= 1u << (guint) phrase->value;
    }
  return scopes;
}
