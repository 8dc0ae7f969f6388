#include "mentions/number_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* "1,500,000.25" in groups of three, or digits without commas; at most one dot. */
gboolean
bl_number_digits (const BlScan *scan, guint at, double *value, gboolean *whole)
{
  const BlToken *token = bl_scan_token (scan, at);
  if ((token->shape & BL_TOKEN_NUMBER) == 0 || token->end - token->start > 24)
    return FALSE;
  char plain[32];
  gsize n = 0;
  guint64 digits = 0;
  guint group = 0;
  gboolean commas = FALSE;
  gboolean dot = FALSE;
  for (guint32 i = token->start; i < token->end; i++)
    {
      char c = scan->text[i];
      if (c == ',')
        {
          if (dot || (commas ? group != 3 : group > 3))
            return FALSE;
          commas = TRUE;
          group = 0;
          continue;
        }
      if (c == '.')
        {
          if (dot || (commas && group != 3))
            return FALSE;
          dot = TRUE;
        }
      else
        {
          group++;
          digits = digits * 10 + (guint64) (c - '0');
        }
      plain[n++] = c;
    }
  if (commas && !dot && group != 3)
    return FALSE;
  plain[n] = '\0';
  *value = !dot && n <= 15 ? (double) digits : g_ascii_strtod (plain, NULL); /* a double holds 15 digits exactly */
  *whole = !commas && !dot;
  return TRUE;
}

static const BlToken *
token_at (const BlScan *scan, guint at, guint end)
{
  return at < end ? bl_scan_token (scan, at) : NULL;
}

static gboolean
joins (const BlToken *token, const char *word)
{
  return token != NULL && bl_token_joins (token) && (word == NULL || bl_token_equals (token, word));
}

/* "million" behind a number: with a space or hyphen when it is a word, without one for "5m", "1.5bn". */
static const BlPhrase *
magnitude_at (const BlScan *scan, guint at, guint end, gboolean touching)
{
  const BlToken *token = token_at (scan, at, end);
  if (token == NULL)
    return NULL;
  const BlPhrase *phrase = bl_word_phrase (token->word, BL_LEX_MAGNITUDE);
  if (phrase == NULL)
    return NULL;
  gsize length = strlen (token->folded);
  if (touching && token->gap == 0)
    return length <= 3 ? phrase : NULL;
  return bl_token_joins (token) && length >= 2 ? phrase : NULL;
}

/* "and a half" behind at; returns its tokens. */
static guint
half_at (const BlScan *scan, guint at, guint end)
{
  return joins (token_at (scan, at, end), "and") && joins (token_at (scan, at + 1, end), "a")
                 && joins (token_at (scan, at + 2, end), "half")
             ? 3
             : 0;
}

/* Magnitudes and halves behind a value that digits gave. */
static void
read_tail (const BlScan *scan, guint end, BlNumber *number)
{
  guint half = half_at (scan, number->end, end);
  if (half > 0)
    {
      number->value += 0.5;
      number->end += half;
      number->whole = FALSE;
    }
  for (guint i = 0; i < 2; i++)
    {
      const BlPhrase *phrase = magnitude_at (scan, number->end, end, number->digits && i == 0);
      if (phrase == NULL)
        return;
      number->value *= phrase->value;
      number->end++;
      number->magnitude = TRUE;
      number->whole = FALSE;
    }
}

typedef struct
{
  double total;   /* closed by a thousand or more */
  double current; /* below the next thousand */
  double last;    /* value of the last word: after "twenty" a unit may follow, after "two" none */
} Words;

static gboolean
take_cardinal (Words *words, double value)
{
  if (words->current > 0)
    {
      double rest = fmod (words->current, 100);
      gboolean unit_after_tens = value < 10 && value > 0 && rest >= 20 && fmod (rest, 10) == 0;
      gboolean after_hundreds = value > 0 && value < 100 && words->current >= 100 && rest == 0;
      if (!unit_after_tens && !after_hundreds)
        return FALSE;
    }
  words->current += value;
  return TRUE;
}

static void
take_magnitude (Words *words, double value)
{
  if (value == 100)
    words->current = (words->current == 0 ? 1 : words->current) * 100;
  else
    {
      words->total = (words->total + (words->current == 0 ? 1 : words->current)) * value;
      words->current = 0;
    }
}

/* "a hundred" takes the article for one. */
static gboolean
read_words (const BlScan *scan, guint at, guint end, BlNumber *number)
{
  Words words = { 0 };
  gboolean any = FALSE;
  guint i = at;
  if (bl_token_equals (bl_scan_token (scan, i), "a") || bl_token_equals (bl_scan_token (scan, i), "an"))
    {
      if (magnitude_at (scan, i + 1, end, FALSE) == NULL)
        return FALSE;
      i++;
    }
  for (; i < end; i++)
    {
      const BlToken *token = bl_scan_token (scan, i);
      if (any && !bl_token_joins (token))
        break;
      if (any && bl_token_equals (token, "and") && (words.current >= 100 || words.total > 0)
          && bl_token_is (token_at (scan, i + 1, end) == NULL ? token : bl_scan_token (scan, i + 1), BL_LEX_NUMBER))
        continue;
      const BlPhrase *cardinal = bl_word_phrase (token->word, BL_LEX_NUMBER);
      const BlPhrase *magnitude = any || i > at ? magnitude_at (scan, i, end, FALSE) : NULL;
      if (cardinal != NULL ? !take_cardinal (&words, cardinal->value) : magnitude == NULL)
        break;
      if (magnitude != NULL && cardinal == NULL)
        {
          take_magnitude (&words, magnitude->value);
          number->magnitude = TRUE;
        }
      any = TRUE;
      number->end = i + 1;
    }
  number->value = words.total + words.current;
  return any;
}

static gboolean
read_collective (const BlScan *scan, guint at, guint end, BlNumber *number)
{
  const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, at, end, BL_LEX_COLLECTIVE);
  if (phrase == NULL)
    return FALSE;
  number->value = phrase->value;
  number->end = at + phrase->n;
  number->about = phrase->value == 2 || phrase->value == 20;
  return TRUE;
}

gboolean
bl_number_read (const BlScan *scan, guint at, guint end, BlNumber *number)
{
  if (at >= end)
    return FALSE;
  const BlToken *token = bl_scan_token (scan, at);
  *number = (BlNumber){ .first = at, .end = at + 1 };
  if ((token->shape & BL_TOKEN_NUMBER) != 0)
    {
      if (!bl_number_digits (scan, at, &number->value, &number->whole))
        return FALSE;
      number->digits = TRUE;
      read_tail (scan, end, number);
    }
  else if (bl_token_is (token, BL_LEX_NUMBER) || bl_token_equals (token, "a") || bl_token_equals (token, "an"))
    {
      gboolean article = !bl_token_is (token, BL_LEX_NUMBER);
      if (!read_words (scan, at, end, number))
        return article && at + 1 < end && bl_token_follows (bl_scan_token (scan, at + 1))
               && read_collective (scan, at + 1, end, number);
      if (!article)
        read_tail (scan, end, number);
    }
  else
    return read_collective (scan, at, end, number);

  BlNumber dozen = { 0 };
  if (number->end < end && bl_token_joins (bl_scan_token (scan, number->end)) && number->value < 100
      && read_collective (scan, number->end, end, &dozen) && dozen.value == 12)
    {
      number->value *= 12;
      number->end = dozen.end;
    }
  return TRUE;
}
