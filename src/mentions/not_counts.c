#include "mentions/not_counts.h"

/* Part of a date in digits, a time, a fraction, a score: 9/11, 1:04, 24/7. */
static gboolean
touches_number (const BlNumbers *numbers, guint at)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  const BlToken *next = bl_numbers_token (numbers, at + 1);
  guint tied = BL_GAP_COLON | BL_GAP_SLASH;
  if (next != NULL && (next->shape & BL_TOKEN_NUMBER) != 0 && (next->gap & tied) != 0 && (next->gap & BL_GAP_SPACE) == 0)
    return TRUE;
  if (at == numbers->begin || (token->gap & tied) == 0 || (token->gap & BL_GAP_SPACE) != 0)
    return FALSE;
  return (bl_scan_token (numbers->scan, at - 1)->shape & BL_TOKEN_NUMBER) != 0;
}

/* "F-16", "COVID-19", "#12", "[3]", "(2)", "1." before an item. */
static gboolean
is_mark (const BlNumbers *numbers, guint at)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  const BlToken *next = bl_numbers_token (numbers, at + 1);
  if ((token->gap & BL_GAP_BRACKET) != 0 && (next == NULL || (next->gap & BL_GAP_BRACKET) != 0))
    return TRUE;
  if ((token->gap & BL_GAP_OPEN) != 0 && (next == NULL || (next->gap & BL_GAP_CLOSE) != 0))
    return TRUE;
  if (at == numbers->begin)
    return (token->shape & BL_TOKEN_NUMBER) != 0
           && (next == NULL || (next->gap & (BL_GAP_STOP | BL_GAP_CLOSE | BL_GAP_COLON)) != 0);
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  if (token->gap == BL_GAP_HYPHEN && bl_scan_at (numbers->scan, at - 1, BL_MENTION_DATE) != NULL)
    return TRUE; /* "2022-23" */
  if (bl_token_equals (before, "magnitude"))
    return FALSE; /* "magnitude-5.2" */
  if (token->gap == BL_GAP_HYPHEN && (before->shape & (BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL)) == 0
      && !bl_token_is (before, BL_LEX_NUMBER))
    return TRUE;
  if (token->gap == 0 && (before->shape & BL_TOKEN_SYMBOL) == 0)
    return TRUE;
  return (before->shape & BL_TOKEN_SYMBOL) != 0 && numbers->scan->text[before->start] == '#';
}

/* "Article 5", "Option Two", "phase 2", "Nos. 3 and 4". */
static gboolean
is_labelled (const BlNumbers *numbers, guint at)
{
  if (at == numbers->begin)
    return FALSE;
  const BlToken *token = bl_numbers_token (numbers, at);
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  gboolean plain = bl_token_joins (token) || (token->gap & ~(guint) (BL_GAP_SPACE | BL_GAP_STOP)) == 0;
  if (!plain || (before->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  return bl_tokens_phrase_before (&numbers->scan->tokens, numbers->begin, at - 1, BL_LEX_LABEL) != NULL;
}

/* "Ann Lee, 45, said", "aged 17", "at 38". */
static gboolean
is_age (const BlNumbers *numbers, guint at)
{
  if (at == numbers->begin)
    return FALSE;
  const BlToken *token = bl_numbers_token (numbers, at);
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  if (bl_token_follows (token) && (bl_token_equals (before, "aged") || bl_token_equals (before, "age")))
    return TRUE;
  const BlToken *next = bl_numbers_token (numbers, at + 1);
  return token->gap == (BL_GAP_COMMA | BL_GAP_SPACE) && bl_scan_at (numbers->scan, at - 1, BL_MENTION_PERSON) != NULL
         && (next == NULL || (next->gap & (BL_GAP_COMMA | BL_GAP_STOP)) != 0);
}

static gboolean
is_number (const BlNumbers *numbers, guint at)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  return token != NULL && token->mention == BL_NO_MENTION
         && ((token->shape & BL_TOKEN_NUMBER) != 0 || bl_token_is (token, BL_LEX_NUMBER));
}

/* "one in four", "3 out of 10". */
static gboolean
is_ratio (const BlNumbers *numbers, guint at)
{
  if (bl_numbers_word (numbers, at + 1, "in") && is_number (numbers, at + 2))
    return TRUE;
  if (bl_numbers_word (numbers, at + 1, "out") && bl_numbers_word (numbers, at + 2, "of") && is_number (numbers, at + 3))
    return TRUE;
  if (at >= numbers->begin + 2 && bl_numbers_word (numbers, at - 1, "in") && is_number (numbers, at - 2))
    return TRUE;
  return at >= numbers->begin + 3 && bl_numbers_word (numbers, at - 1, "of") && bl_numbers_word (numbers, at - 2, "out")
         && is_number (numbers, at - 3);
}

gboolean
bl_number_names (const BlNumbers *numbers, guint at)
{
  return touches_number (numbers, at) || is_mark (numbers, at) || is_labelled (numbers, at) || is_age (numbers, at)
         || is_ratio (numbers, at);
}

/* "one" is a number before a noun only: not "one of", "no one", "the one who". */
gboolean
bl_number_is_pronoun (const BlNumbers *numbers, guint at)
{
  static const char *const before[]
      = { "no", "the", "this", "that", "any", "every", "each", "which", "another", "some", "only", NULL };
  if (!bl_token_equals (bl_numbers_token (numbers, at), "one"))
    return FALSE;
  if (at > numbers->begin && bl_token_joins (bl_numbers_token (numbers, at))
      && bl_token_among (bl_scan_token (numbers->scan, at - 1), before))
    return TRUE;
  const BlToken *next = bl_numbers_token (numbers, at + 1);
  return next == NULL || !bl_token_joins (next) || bl_token_is (next, BL_LEX_NOT_NOUN) || bl_token_is (next, BL_LEX_FUNCTION)
         || bl_token_equals (next, "day") || bl_token_equals (next, "time") || bl_token_is (next, BL_LEX_ORDINAL);
}
