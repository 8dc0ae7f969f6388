#include "mentions/shares.h"

#include <math.h>

#include "mentions/number_words.h"

static gboolean
is_article (const BlToken *token)
{
  return token != NULL && (bl_token_equals (token, "a") || bl_token_equals (token, "an"));
}

/* "half of the members", "half the members": behind it stands a whole, neither a measure nor a stretch of time. */
static gboolean
has_whole (const BlNumbers *numbers, guint at)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  if (token == NULL || !bl_token_follows (token))
    return FALSE;
  if (!bl_token_equals (token, "of"))
    return bl_token_is (token, BL_LEX_WHOLE);
  token = bl_numbers_token (numbers, at + 1);
  return token != NULL && bl_token_follows (token) && !is_article (token) && (token->shape & BL_TOKEN_NUMBER) == 0
         && !bl_token_is (token, BL_LEX_NUMBER);
}

/* "the second half of", "its back half of": a half that stands somewhere is no share. */
static gboolean
is_bare (const BlNumbers *numbers, guint at)
{
  if (at == numbers->begin)
    return TRUE;
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  const gsize length = strlen (before->folded);
  if (bl_token_is (before, BL_LEX_ORDINAL) || bl_token_is (before, BL_LEX_HALF_OWNER))
    return FALSE;
  return bl_token_is (before, BL_LEX_FUNCTION) || bl_token_is (before, BL_LEX_NOT_NOUN)
         || bl_tokens_phrase_before (&numbers->scan->tokens, numbers->begin, at - 1, BL_LEX_BOUND) != NULL
         || (length > 4 && before->folded[length - 2] == 'e' && before->folded[length - 1] == 'd');
}

guint
bl_share_read (const BlNumbers *numbers, guint at, double *value)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  guint parts = at;
  double n = 1;
  if (token == NULL)
    return 0;
  const BlPhrase *cardinal = bl_word_phrase (token->word, BL_LEX_NUMBER);
  if (cardinal != NULL && cardinal->value >= 1 && cardinal->value < 10)
    {
      n = cardinal->value;
      parts = at + 1;
    }
  else if (is_article (token))
    parts = at + 1;
  const BlToken *part = bl_numbers_token (numbers, parts);
  if (part == NULL || (parts > at && !bl_token_joins (part)) || part->mention != BL_NO_MENTION)
    return 0;
  const BlPhrase *fraction = bl_word_phrase (part->word, BL_LEX_FRACTION);
  if (fraction == NULL || n * fraction->value > 1 || (parts == at && (fraction->value != 0.5 || !is_bare (numbers, at)))
      || !has_whole (numbers, parts + 1))
    return 0;
  *value = n * fraction->value;
  return parts + 1;
}

guint
bl_rating_read (const BlNumbers *numbers, guint end, double value, double *of)
{
  const BlToken *next = bl_numbers_token (numbers, end);
  if (next == NULL)
    return 0;
  gboolean slash = (next->gap & BL_GAP_SLASH) != 0 && (next->gap & BL_GAP_SPACE) == 0;
  guint at = end;
  if (!slash)
    {
      if (!bl_numbers_word (numbers, end, "out") || !bl_numbers_word (numbers, end + 1, "of"))
        return 0;
      at = end + 2;
    }
  gboolean whole;
  if (bl_numbers_token (numbers, at) == NULL || !bl_number_digits (numbers->scan, at, of, &whole)
      || (*of != 5 && *of != 10 && *of != 100) || value > *of)
    return 0;
  if (slash) /* "9/10" may be a day */
    return value != floor (value) || *of == 100 ? at + 1 : 0;
  next = bl_numbers_token (numbers, at + 1);
  if (next != NULL && bl_token_joins (next) && !bl_token_is (next, BL_LEX_NOT_NOUN) && !bl_token_is (next, BL_LEX_FUNCTION))
    return 0; /* "3 out of 10 children" */
  return at + 1;
}
