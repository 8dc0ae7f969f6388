/* Quantities, money, percentages and durations.
 *
 *   [bound] [currency] NUMBER [to|- NUMBER] [% | unit | duration | currency] [bound] [adjectives] noun
 *
 * "at least 12 people", "$5 billion in aid", "60 to 150 soldiers", "17 years", "hundreds of tanks", "a company of troops". What
 * only names something is no quantity: Article 5, Option Two, F-16, [3], 1:04, 3-1, years. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mentions/nouns.h"
#include "mentions/number_words.h"

typedef struct
{
  BlScan *scan;
  guint sentence;
  guint begin, end;
} Numbers;

typedef struct
{
  guint first, end; /* tokens */
  guint number;     /* token of the number itself */
  double low, high;
  gboolean digits;
  gboolean whole;
  gboolean magnitude;
  gboolean approximate;
  gboolean vague;
  const char *bound; /* code, or "" */
  const char *currency;
  const char *unit;
  BlMentionType type;
} Parsed;

static const BlToken *
token_at (const Numbers *numbers, guint at)
{
  return at < numbers->end ? bl_scan_token (numbers->scan, at) : NULL;
}

static gboolean
is_word (const Numbers *numbers, guint at, const char *word)
{
  const BlToken *token = token_at (numbers, at);
  return token != NULL && bl_token_joins (token) && bl_token_equals (token, word);
}

/* --- what is no quantity -------------------------------------------------------------------------------------------- */

/* Part of a date in digits, a time, a fraction, a score: 9/11, 1:04, 24/7. */
static gboolean
touches_number (const Numbers *numbers, guint at)
{
  const BlToken *token = token_at (numbers, at);
  const BlToken *next = token_at (numbers, at + 1);
  guint tied = BL_GAP_COLON | BL_GAP_SLASH;
  if (next != NULL && (next->shape & BL_TOKEN_NUMBER) != 0 && (next->gap & tied) != 0 && (next->gap & BL_GAP_SPACE) == 0)
    return TRUE;
  if (at == numbers->begin || (token->gap & tied) == 0 || (token->gap & BL_GAP_SPACE) != 0)
    return FALSE;
  return (bl_scan_token (numbers->scan, at - 1)->shape & BL_TOKEN_NUMBER) != 0;
}

/* "F-16", "COVID-19", "#12", "[3]", "(2)", "1." before an item. */
static gboolean
is_mark (const Numbers *numbers, guint at)
{
  const BlToken *token = token_at (numbers, at);
  const BlToken *next = token_at (numbers, at + 1);
  if ((token->gap & BL_GAP_BRACKET) != 0 && (next == NULL || (next->gap & BL_GAP_BRACKET) != 0))
    return TRUE;
  if ((token->gap & BL_GAP_OPEN) != 0 && (next == NULL || (next->gap & BL_GAP_CLOSE) != 0))
    return TRUE;
  if (at == numbers->begin)
    return (token->shape & BL_TOKEN_NUMBER) != 0
           && (next == NULL || (next->gap & (BL_GAP_STOP | BL_GAP_CLOSE | BL_GAP_COLON)) != 0);
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  if (token->gap == BL_GAP_HYPHEN && (before->shape & (BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL)) == 0
      && !bl_token_is (before, BL_LEX_NUMBER))
    return TRUE;
  if (token->gap == 0 && (before->shape & BL_TOKEN_SYMBOL) == 0)
    return TRUE;
  return (before->shape & BL_TOKEN_SYMBOL) != 0 && numbers->scan->text[before->start] == '#';
}

/* "Article 5", "Option Two", "phase 2", "Nos. 3 and 4". */
static gboolean
is_labelled (const Numbers *numbers, guint at)
{
  if (at == numbers->begin)
    return FALSE;
  const BlToken *token = token_at (numbers, at);
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  gboolean plain = bl_token_joins (token) || (token->gap & ~(guint) (BL_GAP_SPACE | BL_GAP_STOP)) == 0;
  if (!plain || (before->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  return bl_tokens_phrase_before (&numbers->scan->tokens, numbers->begin, at - 1, BL_LEX_LABEL) != NULL;
}

/* "Ann Lee, 45, said", "aged 17", "at 38". */
static gboolean
is_age (const Numbers *numbers, guint at)
{
  if (at == numbers->begin)
    return FALSE;
  const BlToken *token = token_at (numbers, at);
  const BlToken *before = bl_scan_token (numbers->scan, at - 1);
  if (bl_token_follows (token) && (bl_token_equals (before, "aged") || bl_token_equals (before, "age")))
    return TRUE;
  const BlToken *next = token_at (numbers, at + 1);
  return token->gap == (BL_GAP_COMMA | BL_GAP_SPACE) && bl_scan_at (numbers->scan, at - 1, BL_MENTION_PERSON) != NULL
         && (next == NULL || (next->gap & (BL_GAP_COMMA | BL_GAP_STOP)) != 0);
}

static gboolean
is_excluded (const Numbers *numbers, guint at)
{
  return touches_number (numbers, at) || is_mark (numbers, at) || is_labelled (numbers, at) || is_age (numbers, at);
}

/* "one" is a number before a noun only: not "one of", "no one", "the one who". */
static gboolean
is_pronoun_one (const Numbers *numbers, guint at)
{
  static const char *const before[]
      = { "no", "the", "this", "that", "any", "every", "each", "which", "another", "some", "only", NULL };
  if (!bl_token_equals (token_at (numbers, at), "one"))
    return FALSE;
  if (at > numbers->begin && bl_token_joins (token_at (numbers, at))
      && bl_token_among (bl_scan_token (numbers->scan, at - 1), before))
    return TRUE;
  const BlToken *next = token_at (numbers, at + 1);
  return next == NULL || !bl_token_joins (next) || bl_token_is (next, BL_LEX_NOT_NOUN) || bl_token_is (next, BL_LEX_FUNCTION)
         || bl_token_equals (next, "day") || bl_token_equals (next, "time") || bl_token_is (next, BL_LEX_ORDINAL);
}

/* --- parts ----------------------------------------------------------------------------------------------------------- */

static const char *
currency_of_sign (const char *text)
{
  static const struct
  {
    const char *sign, *code;
  } signs[]
      = { { "$", "usd" }, { "€", "eur" }, { "£", "gbp" }, { "¥", "jpy" }, { "₽", "rub" }, { "₴", "uah" }, { "₹", "inr" } };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].sign))
      return signs[i].code;
  return NULL;
}

/* "A$5", "C$5", "US$5": letters that touch the sign. */
static const char *
currency_before_sign (const Numbers *numbers, guint sign)
{
  static const struct
  {
    const char *letters, *code;
  } known[] = { { "us", "usd" }, { "a", "aud" },  { "au", "aud" }, { "c", "cad" },  { "ca", "cad" },
                { "hk", "hkd" }, { "nz", "nzd" }, { "s", "sgd" },  { "nt", "twd" }, { "r", "brl" } };
  if (sign == numbers->begin || token_at (numbers, sign)->gap != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (bl_token_equals (bl_scan_token (numbers->scan, sign - 1), known[i].letters))
      return known[i].code;
  return NULL;
}

static guint
read_sign (const Numbers *numbers, guint at, Parsed *parsed)
{
  const BlToken *token = token_at (numbers, at);
  if (token == NULL || (token->shape & BL_TOKEN_SYMBOL) == 0)
    return at;
  const char *code = currency_of_sign (numbers->scan->text + token->start);
  const BlToken *next = token_at (numbers, at + 1);
  if (code == NULL || next == NULL || (next->shape & BL_TOKEN_NUMBER) == 0 || (next->gap & ~(guint) BL_GAP_SPACE) != 0)
    return at;
  const char *prefixed = currency_before_sign (numbers, at);
  if (prefixed != NULL && parsed->first == at)
    {
      BlDraft *letters = bl_scan_at (numbers->scan, at - 1, BL_MENTION_COUNTRY);
      if (letters != NULL)
        bl_scan_drop (numbers->scan, letters); /* the US of "US$" */
      parsed->first = at - 1;
    }
  if (parsed->currency == NULL)
    parsed->currency = prefixed != NULL ? prefixed : code;
  return at + 1;
}

static guint
read_bounds (const Numbers *numbers, guint at, Parsed *parsed)
{
  for (guint i = 0; i < 2; i++)
    {
      const BlPhrase *phrase = bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, BL_LEX_BOUND);
      if (phrase == NULL || (at > parsed->first && !bl_token_follows (token_at (numbers, at))))
        return at;
      if (strcmp (phrase->code, "about") == 0)
        parsed->approximate = TRUE;
      else
        parsed->bound = phrase->code;
      at += phrase->n;
    }
  return at;
}

static gboolean
read_vague (const Numbers *numbers, guint at, Parsed *parsed)
{
  const BlPhrase *phrase = bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, BL_LEX_VAGUE);
  if (phrase == NULL)
    return FALSE;
  parsed->low = phrase->value;
  parsed->high = phrase->value * 5;
  parsed->approximate = TRUE;
  parsed->vague = TRUE;
  parsed->end = at + phrase->n;
  return TRUE;
}

/* The second number of "60 to 150", "60-150", "$60-$80 billion", and after "between", "60 and 150". 0 when there is none;
 * G_MAXUINT when the two are a score or a vote. */
static guint
read_range (const Numbers *numbers, guint at, gboolean between, Parsed *parsed)
{
  const BlToken *token = token_at (numbers, at);
  if (token == NULL)
    return 0;
  guint second = at;
  gboolean hyphen = token->gap == BL_GAP_HYPHEN || token->gap == BL_GAP_DASH;
  if (!hyphen)
    {
      if (!bl_token_follows (token) || !bl_token_equals (token, between ? "and" : "to"))
        return 0;
      second = at + 1;
      token = token_at (numbers, second);
      if (token == NULL || !bl_token_follows (token))
        return 0;
    }
  second = read_sign (numbers, second, parsed);
  BlNumber number;
  if (!bl_number_read (numbers->scan, second, numbers->end, &number)
      || bl_scan_token (numbers->scan, second)->mention != BL_NO_MENTION)
    return 0;
  double low = parsed->low;
  if (number.magnitude && !parsed->magnitude && low < 1000 && low <= number.value)
    {
      double scale = pow (10, floor (log10 (number.value)));
      scale = scale >= 1e12 ? 1e12 : scale >= 1e9 ? 1e9 : scale >= 1e6 ? 1e6 : scale >= 1e3 ? 1e3 : 100;
      low *= scale;
    }
  if (low >= number.value)
    return hyphen || (number.whole && parsed->whole) ? G_MAXUINT : 0;
  parsed->low = low;
  parsed->high = number.value;
  parsed->magnitude |= number.magnitude;
  return number.end;
}

/* --- units ----------------------------------------------------------------------------------------------------------- */

static const BlPhrase *
phrase_behind (const Numbers *numbers, guint at, BlLexKind kind)
{
  const BlToken *token = token_at (numbers, at);
  if (token == NULL || (token->gap != 0 && !bl_token_joins (token)) || token->mention != BL_NO_MENTION)
    return NULL;
  return bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, kind);
}

static gboolean
read_percent (const Numbers *numbers, Parsed *parsed)
{
  const BlToken *token = token_at (numbers, parsed->end);
  if (token == NULL)
    return FALSE;
  if ((token->shape & BL_TOKEN_SYMBOL) != 0 && numbers->scan->text[token->start] == '%'
      && (token->gap & ~(guint) BL_GAP_SPACE) == 0)
    {
      parsed->unit = "%";
      parsed->end++;
    }
  else
    {
      const BlPhrase *phrase = phrase_behind (numbers, parsed->end, BL_LEX_PERCENT);
      if (phrase == NULL)
        return FALSE;
      parsed->unit = phrase->code;
      parsed->end += phrase->n;
    }
  if (is_word (numbers, parsed->end, "point") || is_word (numbers, parsed->end, "points"))
    {
      parsed->unit = "points";
      parsed->end++;
    }
  parsed->type = BL_MENTION_PERCENT;
  return TRUE;
}

/* "40 US dollars": the state's name belongs to the money. */
static const BlPhrase *
currency_behind (const Numbers *numbers, guint at)
{
  const BlPhrase *phrase = phrase_behind (numbers, at, BL_LEX_CURRENCY);
  BlDraft *state = at < numbers->end ? bl_scan_at (numbers->scan, at, BL_MENTION_COUNTRY) : NULL;
  if (phrase != NULL || state == NULL || !bl_token_follows (token_at (numbers, at)))
    return phrase;
  phrase = bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, BL_LEX_CURRENCY);
  if (phrase != NULL && state->end < at + phrase->n)
    bl_scan_drop (numbers->scan, state);
  return phrase;
}

static gboolean
read_money (const Numbers *numbers, Parsed *parsed)
{
  if (parsed->vague && is_word (numbers, parsed->end, "of") && currency_behind (numbers, parsed->end + 1) != NULL)
    parsed->end++; /* "billions of dollars" */
  const BlPhrase *phrase = currency_behind (numbers, parsed->end);
  const char *code = phrase == NULL ? parsed->currency : phrase->code;
  if (phrase == NULL && code == NULL && parsed->low >= 1e5 && is_word (numbers, parsed->end, "pounds"))
    {
      code = "gbp"; /* nobody weighs millions of pounds */
      parsed->end++;
    }
  if (code == NULL)
    return FALSE;
  if (phrase != NULL)
    parsed->end += phrase->n;
  parsed->unit = parsed->currency != NULL ? parsed->currency : code;
  parsed->type = BL_MENTION_MONEY;
  return TRUE;
}

/* "17-year-old", "17 years old", "six months of age". */
static gboolean
is_age_behind (const Numbers *numbers, guint at)
{
  return is_word (numbers, at, "old") || is_word (numbers, at, "olds")
         || (is_word (numbers, at, "of") && is_word (numbers, at + 1, "age"));
}

static gboolean
read_duration (const Numbers *numbers, Parsed *parsed)
{
  const BlPhrase *phrase = phrase_behind (numbers, parsed->end, BL_LEX_DURATION);
  if (phrase == NULL || (bl_scan_token (numbers->scan, parsed->end)->gap == 0))
    return FALSE;
  parsed->unit = phrase->code;
  parsed->end += phrase->n;
  parsed->type = BL_MENTION_DURATION;
  return TRUE;
}

static gboolean
read_unit (const Numbers *numbers, Parsed *parsed)
{
  if (is_word (numbers, parsed->end, "magnitude")
      || (parsed->first > numbers->begin && is_word (numbers, parsed->number - 1, "magnitude")))
    {
      parsed->unit = "magnitude";
      parsed->end += is_word (numbers, parsed->end, "magnitude");
      return TRUE;
    }
  const BlPhrase *phrase = phrase_behind (numbers, parsed->end, BL_LEX_UNIT);
  if (phrase == NULL)
    return FALSE;
  parsed->unit = phrase->code;
  if (strcmp (phrase->code, "person") == 0)
    return FALSE; /* people are counted: the noun stays */
  parsed->end += phrase->n;
  return TRUE;
}

/* Letters that touch the digits and are no unit: "5G", "3D", "1st", "8pm". */
static gboolean
is_glued (const Numbers *numbers, guint at)
{
  static const char *const clock[] = { "am", "pm", "gmt", "et", "cet", "bst", "utc", "oclock", NULL };
  const BlToken *next = token_at (numbers, at);
  if (next == NULL)
    return FALSE;
  if (next->gap == 0 && (next->shape & BL_TOKEN_SYMBOL) == 0)
    return TRUE;
  return bl_token_joins (next) && bl_token_among (next, clock);
}

/* --- the mention ----------------------------------------------------------------------------------------------------- */

static void
apply_bound (Parsed *parsed)
{
  if (strcmp (parsed->bound, "low") == 0 || strcmp (parsed->bound, "above") == 0)
    parsed->high = HUGE_VAL;
  else if (strcmp (parsed->bound, "high") == 0 || strcmp (parsed->bound, "below") == 0)
    parsed->low = 0;
}

static void
read_bound_after (const Numbers *numbers, Parsed *parsed)
{
  const BlPhrase *phrase = phrase_behind (numbers, parsed->end, BL_LEX_BOUND_AFTER);
  if (phrase == NULL || bl_scan_token (numbers->scan, parsed->end)->gap == 0)
    return;
  if (strcmp (phrase->code, "about") == 0)
    parsed->approximate = TRUE;
  else
    parsed->bound = phrase->code;
  parsed->end += phrase->n;
}

static guint
find_noun (const Numbers *numbers, const Parsed *parsed)
{
  if (parsed->type == BL_MENTION_DURATION)
    return G_MAXUINT;
  if (parsed->unit[0] != '\0' && strcmp (parsed->unit, "person") != 0)
    {
      guint noun = bl_noun_of (numbers->scan, parsed->end, numbers->end);
      if (noun != G_MAXUINT || parsed->type != BL_MENTION_MONEY)
        return noun;
      return G_MAXUINT;
    }
  return bl_noun_counted (numbers->scan, parsed->end, numbers->end, parsed->high != 1 || parsed->approximate);
}

static guint
add_quantity (const Numbers *numbers, Parsed *parsed)
{
  BlScan *scan = numbers->scan;
  gboolean age = parsed->type == BL_MENTION_DURATION && is_age_behind (numbers, parsed->end);
  if (age && bl_scan_token (scan, parsed->end)->gap == BL_GAP_HYPHEN)
    parsed->end++; /* "17-year-old" is one word */
  guint noun = find_noun (numbers, parsed);
  /* a bare number that may be a year counts only with its noun */
  if (parsed->type == BL_MENTION_QUANTITY && parsed->unit[0] == '\0' && noun == G_MAXUINT && parsed->whole
      && parsed->low >= 1900 && parsed->low < 2100 && parsed->low == parsed->high)
    return parsed->end;
  apply_bound (parsed);
  for (guint i = parsed->first; i < parsed->end; i++)
    if (bl_scan_token (scan, i)->mention != BL_NO_MENTION)
      return parsed->end;
  BlDraft *draft = bl_scan_add (scan, parsed->type, numbers->sentence, parsed->first, parsed->end);
  BlQuantity *quantity = &draft->mention.quantity;
  quantity->low = parsed->low;
  quantity->high = parsed->high;
  quantity->approximate = parsed->approximate;
  quantity->unit = parsed->unit;
  quantity->noun = age ? "age" : "";
  if (noun != G_MAXUINT)
    {
      const BlToken *token = bl_scan_token (scan, noun);
      quantity->noun = bl_noun_stem (scan, noun);
      quantity->noun_span = bl_span (token->start, token->end);
    }
  return parsed->end;
}

/* "a company of troops", "two brigades of soldiers". */
static gboolean
read_group (const Numbers *numbers, Parsed *parsed)
{
  const BlToken *token = token_at (numbers, parsed->end);
  const BlPhrase *phrase = token == NULL || !bl_token_follows (token) ? NULL : bl_word_phrase (token->word, BL_LEX_GROUP);
  if (phrase == NULL || token->mention != BL_NO_MENTION || !is_word (numbers, parsed->end + 1, "of"))
    return FALSE;
  guint noun = bl_noun_counted (numbers->scan, parsed->end + 1, numbers->end, TRUE);
  if (noun == G_MAXUINT)
    return FALSE;
  parsed->unit = phrase->code;
  parsed->end++;
  return TRUE;
}

static guint
find_article_group (const Numbers *numbers, guint at)
{
  Parsed parsed
      = { .first = at, .end = at + 1, .number = at, .low = 1, .high = 1, .bound = "", .unit = "", .type = BL_MENTION_QUANTITY };
  if (!read_group (numbers, &parsed))
    return at + 1;
  return add_quantity (numbers, &parsed);
}

static guint
finish (const Numbers *numbers, Parsed *parsed, guint number_end)
{
  if (!read_percent (numbers, parsed) && !read_money (numbers, parsed) && !read_duration (numbers, parsed)
      && !read_unit (numbers, parsed) && !read_group (numbers, parsed) && is_glued (numbers, number_end))
    return number_end + 1;
  read_bound_after (numbers, parsed);
  return add_quantity (numbers, parsed);
}

static guint
find_number (const Numbers *numbers, guint at)
{
  Parsed parsed = { .first = at, .bound = "", .unit = "", .type = BL_MENTION_QUANTITY };
  gboolean between = bl_token_equals (token_at (numbers, at), "between") || bl_token_equals (token_at (numbers, at), "from");
  guint cursor = read_bounds (numbers, at + between, &parsed);
  cursor = read_sign (numbers, cursor, &parsed);
  if (cursor >= numbers->end
      || (cursor > at && bl_scan_token (numbers->scan, cursor)->gap != 0
          && !bl_token_joins (bl_scan_token (numbers->scan, cursor))))
    return at + 1;
  parsed.number = cursor;
  if (read_vague (numbers, cursor, &parsed))
    return finish (numbers, &parsed, parsed.end);

  BlNumber number;
  if (!bl_number_read (numbers->scan, cursor, numbers->end, &number)
      || bl_scan_token (numbers->scan, cursor)->mention != BL_NO_MENTION)
    return at + 1;
  if (is_excluded (numbers, cursor) || (number.end == cursor + 1 && is_pronoun_one (numbers, cursor)))
    return number.end;
  const BlToken *next = token_at (numbers, number.end);
  if (next != NULL && next->gap == BL_GAP_HYPHEN && bl_token_is (next, BL_LEX_ORDINAL))
    return number.end + 1; /* two-thirds */
  parsed.low = parsed.high = number.value;
  parsed.digits = number.digits;
  parsed.whole = number.whole;
  parsed.magnitude = number.magnitude;
  parsed.approximate |= number.about;
  parsed.end = number.end;
  guint percent = parsed.end;
  if (token_at (numbers, percent) != NULL && (token_at (numbers, percent)->shape & BL_TOKEN_SYMBOL) != 0
      && token_at (numbers, percent)->gap == 0)
    percent++; /* "5% to 10%" */
  guint second = read_range (numbers, percent, between && bl_token_equals (token_at (numbers, at), "between"), &parsed);
  if (second == G_MAXUINT)
    return number.end + 1;
  if (second > 0)
    parsed.end = second;
  else if (between)
    parsed.first = cursor;
  return finish (numbers, &parsed, parsed.end);
}

static gboolean
may_begin (const BlToken *token)
{
  static const guint64 kinds
      = BL_LEX_BIT (BL_LEX_NUMBER) | BL_LEX_BIT (BL_LEX_COLLECTIVE) | BL_LEX_BIT (BL_LEX_VAGUE) | BL_LEX_BIT (BL_LEX_BOUND);
  if ((token->shape & (BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL)) != 0)
    return TRUE;
  return token->word != NULL
         && ((token->word->begins & kinds) != 0 || bl_token_equals (token, "between") || bl_token_equals (token, "from"));
}

void
bl_find_quantities (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    {
      Numbers numbers = {
        .scan = scan, .sentence = sentence, .begin = bl_scan_first (scan, sentence), .end = bl_scan_end (scan, sentence)
      };
      for (guint at = numbers.begin; at < numbers.end;)
        {
          const BlToken *token = bl_scan_token (scan, at);
          guint next = at + 1;
          if (token->mention == BL_NO_MENTION && may_begin (token))
            next = find_number (&numbers, at);
          if (next == at + 1 && token->mention == BL_NO_MENTION
              && (bl_token_equals (token, "a") || bl_token_equals (token, "an")))
            {
              next = find_number (&numbers, at);
              if (next == at + 1)
                next = find_article_group (&numbers, at);
            }
          at = next;
        }
    }
}
