/* Quantities, money, percentages and durations.
 *
 *   [bound] [currency] NUMBER [to|- NUMBER] [% | unit | duration | currency] [bound] [adjectives] noun
 *
 * "at least 12 people", "$5 billion in aid", "60 to 150 soldiers", "17 years", "hundreds of tanks", "a company of troops". What
 * only names something is no quantity: Article 5, Option Two, F-16, [3], 1:04, 3-1, years. A share in words is a percentage ("a third of the
 * drivers"), a mark has how many points there are for its unit ("7.3/10": /10). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mentions/measured.h"
#include "mentions/not_counts.h"
#include "mentions/nouns.h"
#include "mentions/number_words.h"
#include "mentions/shares.h"

/* A word that narrows what a figure is of stands this near. */
#define SCOPE_TOKENS 6

/* What a sentence begins with is said of all its figures: "In the second quarter, …". */
#define LEADING_TOKENS 4

typedef struct
{
  guint first, end; /* tokens */
  guint number;     /* token of the number itself */
  double low, high;
  double grain; /* see BlQuantity */
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
currency_before_sign (const BlNumbers *numbers, guint sign)
{
  static const struct
  {
    const char *letters, *code;
  } known[] = { { "us", "usd" }, { "a", "aud" },  { "au", "aud" }, { "c", "cad" },  { "ca", "cad" },
                { "hk", "hkd" }, { "nz", "nzd" }, { "s", "sgd" },  { "nt", "twd" }, { "r", "brl" } };
  if (sign == numbers->begin || bl_numbers_token (numbers, sign)->gap != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (bl_token_equals (bl_scan_token (numbers->scan, sign - 1), known[i].letters))
      return known[i].code;
  return NULL;
}

static guint
read_sign (const BlNumbers *numbers, guint at, Parsed *parsed)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  if (token == NULL || (token->shape & BL_TOKEN_SYMBOL) == 0)
    return at;
  const char *code = currency_of_sign (numbers->scan->text + token->start);
  const BlToken *next = bl_numbers_token (numbers, at + 1);
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
read_bounds (const BlNumbers *numbers, guint at, Parsed *parsed)
{
  for (guint i = 0; i < 2; i++)
    {
      const BlPhrase *phrase = bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, BL_LEX_BOUND);
      if (phrase == NULL || (at > parsed->first && !bl_token_follows (bl_numbers_token (numbers, at))))
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
read_vague (const BlNumbers *numbers, guint at, Parsed *parsed)
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
read_range (const BlNumbers *numbers, guint at, gboolean between, Parsed *parsed)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  if (token == NULL)
    return 0;
  guint second = at;
  gboolean hyphen = token->gap == BL_GAP_HYPHEN || token->gap == BL_GAP_DASH;
  if (!hyphen)
    {
      if (!bl_token_follows (token) || !bl_token_equals (token, between ? "and" : "to"))
        return 0;
      second = at + 1;
      token = bl_numbers_token (numbers, second);
      if (token == NULL || !bl_token_follows (token))
        return 0;
    }
  guint sign = second;
  gboolean money = parsed->currency != NULL;
  second = read_sign (numbers, second, parsed);
  if (second > sign && !money)
    {
      parsed->currency = NULL; /* "fell 1.2% to $67" */
      return 0;
    }
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
phrase_behind (const BlNumbers *numbers, guint at, BlLexKind kind)
{
  const BlToken *token = bl_numbers_token (numbers, at);
  if (token == NULL || (token->gap != 0 && !bl_token_joins (token)) || token->mention != BL_NO_MENTION)
    return NULL;
  return bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, kind);
}

static gboolean
read_percent (const BlNumbers *numbers, Parsed *parsed)
{
  const BlToken *token = bl_numbers_token (numbers, parsed->end);
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
  if (bl_numbers_word (numbers, parsed->end, "point") || bl_numbers_word (numbers, parsed->end, "points"))
    {
      parsed->unit = "points";
      parsed->end++;
    }
  parsed->type = BL_MENTION_PERCENT;
  return TRUE;
}

/* "40 US dollars": the state's name belongs to the money. */
static const BlPhrase *
currency_behind (const BlNumbers *numbers, guint at)
{
  const BlPhrase *phrase = phrase_behind (numbers, at, BL_LEX_CURRENCY);
  BlDraft *state = at < numbers->end ? bl_scan_at (numbers->scan, at, BL_MENTION_COUNTRY) : NULL;
  if (phrase != NULL || state == NULL || !bl_token_follows (bl_numbers_token (numbers, at)))
    return phrase;
  phrase = bl_tokens_phrase (&numbers->scan->tokens, at, numbers->end, BL_LEX_CURRENCY);
  if (phrase != NULL && state->end < at + phrase->n)
    bl_scan_drop (numbers->scan, state);
  return phrase;
}

static gboolean
read_percent_at (const BlNumbers *numbers, guint at)
{
  Parsed probe = { .end = at };
  return read_percent (numbers, &probe);
}

/* "54 crores": rupees, where nothing is counted behind. */
static const char *
currency_of_riches (const BlNumbers *numbers, const Parsed *parsed)
{
  const BlPhrase *phrase = parsed->end > parsed->first
                               ? bl_word_phrase (bl_scan_token (numbers->scan, parsed->end - 1)->word, BL_LEX_RICHES)
                               : NULL;
  if (phrase == NULL || bl_noun_counted (numbers->scan, parsed->end, numbers->end, TRUE) != G_MAXUINT)
    return NULL;
  return phrase->code;
}

static gboolean
read_money (const BlNumbers *numbers, Parsed *parsed)
{
  if (parsed->vague && bl_numbers_word (numbers, parsed->end, "of") && currency_behind (numbers, parsed->end + 1) != NULL)
    parsed->end++; /* "billions of dollars" */
  const BlPhrase *phrase = currency_behind (numbers, parsed->end);
  const char *code = phrase == NULL ? parsed->currency : phrase->code;
  if (phrase == NULL && code == NULL && parsed->low >= 1e5 && bl_numbers_word (numbers, parsed->end, "pounds"))
    {
      code = "gbp"; /* nobody weighs millions of pounds */
      parsed->end++;
    }
  if (code == NULL)
    code = currency_of_riches (numbers, parsed);
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
is_age_behind (const BlNumbers *numbers, guint at)
{
  return bl_numbers_word (numbers, at, "old") || bl_numbers_word (numbers, at, "olds")
         || (bl_numbers_word (numbers, at, "of") && bl_numbers_word (numbers, at + 1, "age"));
}

static gboolean
read_duration (const BlNumbers *numbers, Parsed *parsed)
{
  const BlPhrase *phrase = phrase_behind (numbers, parsed->end, BL_LEX_DURATION);
  if (phrase == NULL || (bl_scan_token (numbers->scan, parsed->end)->gap == 0))
    return FALSE;
  parsed->unit = phrase->code;
  parsed->end += phrase->n;
  parsed->type = BL_MENTION_DURATION;
  return TRUE;
}

/* "km/h", "miles/hour": the unit of a length becomes that of a speed. */
static void
read_per_hour (const BlNumbers *numbers, Parsed *parsed)
{
  static const struct
  {
    const char *length, *speed;
  } units[] = { { "km", "kmh" }, { "mile", "mph" } };
  static const char *const hour[] = { "h", "hr", "hour", NULL };
  const BlToken *next = bl_numbers_token (numbers, parsed->end);
  if (next == NULL || next->start == 0 || numbers->scan->text[next->start - 1] != '/' || !bl_token_among (next, hour))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (parsed->unit, units[i].length) == 0)
      {
        parsed->unit = units[i].speed;
        parsed->end++;
        return;
      }
}

static gboolean
read_unit (const BlNumbers *numbers, Parsed *parsed)
{
  const guint at = parsed->first;
  if (bl_numbers_word (numbers, parsed->end, "magnitude")
      || (at > numbers->begin && bl_numbers_word (numbers, at - 1, "magnitude"))
      || (at > numbers->begin + 1 && bl_numbers_word (numbers, at - 2, "magnitude") && bl_numbers_word (numbers, at - 1, "of")))
    {
      parsed->unit = "magnitude";
      parsed->end += bl_numbers_word (numbers, parsed->end, "magnitude");
      return TRUE;
    }
  const BlPhrase *phrase = phrase_behind (numbers, parsed->end, BL_LEX_UNIT);
  if (phrase == NULL)
    return FALSE;
  parsed->unit = phrase->code;
  if (strcmp (phrase->code, "person") == 0)
    return FALSE; /* people are counted: the noun stays */
  parsed->end += phrase->n;
  read_per_hour (numbers, parsed);
  return TRUE;
}

/* Letters that touch the digits and are no unit: "5G", "3D", "1st", "8pm". */
static gboolean
is_glued (const BlNumbers *numbers, guint at)
{
  static const char *const clock[] = { "am", "pm", "gmt", "et", "cet", "bst", "utc", "oclock", NULL };
  const BlToken *next = bl_numbers_token (numbers, at);
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
read_bound_after (const BlNumbers *numbers, Parsed *parsed)
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
find_noun (const BlNumbers *numbers, const Parsed *parsed)
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

/* "-20 degrees": the sign touches the number and stands behind a space. */
static void
read_minus (const BlNumbers *numbers, BlDraft *draft, BlQuantity *quantity)
{
  const char *text = numbers->scan->text;
  BlMention *mention = &draft->mention;
  const gboolean word = draft->first > numbers->begin && quantity->low > 0
                        && bl_token_equals (bl_scan_token (numbers->scan, draft->first - 1), "minus");
  if (word && bl_token_follows (bl_scan_token (numbers->scan, draft->first)))
    {
      const double least = quantity->low;
      quantity->low = -quantity->high;
      quantity->high = -least;
      return;
    }
  gsize start = mention->span.start;
  gsize length = 0;
  if (start >= 2 && text[start - 1] == '-')
    length = 1;
  else if (start >= 4 && memcmp (text + start - 3, "\xe2\x88\x92", 3) == 0)
    length = 3;
  if (length == 0 || draft->first == numbers->begin || text[start - length - 1] != ' ' || quantity->low < 0)
    return;
  double low = quantity->low;
  quantity->low = -quantity->high;
  quantity->high = -low;
  mention->span.start -= (guint32) length;
  draft->outer_start -= (guint32) length;
}

/* Half of the last place that is written, of a number that is not 0. */
static double
grain_of (const BlNumbers *numbers, const BlNumber *number)
{
  const BlToken *token = bl_scan_token (numbers->scan, number->first);
  const char *dot = number->digits ? memchr (numbers->scan->text + token->start, '.', token->end - token->start) : NULL;
  double place = 1, digits = number->value;
  gboolean whole;
  if (number->value == 0)
    return 0.5;
  if (number->digits && !bl_number_digits (numbers->scan, number->first, &digits, &whole))
    return 0.5;
  if (dot != NULL)
    place = pow (10, -(double) (numbers->scan->text + token->end - dot - 1));
  else
    while (fmod (digits, place * 10) == 0)
      place *= 10;
  return 0.5 * place * (digits != 0 ? number->value / digits : 1);
}

/* Those of a phrase that opens the sentence. */
static guint32
leading_scopes (const BlNumbers *numbers, guint first)
{
  if (numbers->begin >= first || !bl_token_is (bl_scan_token (numbers->scan, numbers->begin), BL_LEX_CIRCUMSTANCE))
    return 0;
  return bl_measured_scopes (numbers, numbers->begin, MIN (numbers->begin + LEADING_TOKENS, first));
}

/* Where what is said behind a figure ends: of "86 reviews, and an average mark of 4.4" the average is the next figure's. */
static guint
scope_end (const BlNumbers *numbers, guint from)
{
  const guint end = MIN (from + SCOPE_TOKENS, numbers->end);
  for (guint at = from; at < end; at++)
    {
      const BlToken *token = bl_scan_token (numbers->scan, at);
      if ((token->gap & BL_GAP_COMMA) == 0 && !bl_token_is (token, BL_LEX_JOINING))
        continue;
      for (guint next = at; next < numbers->end; next++)
        if ((bl_scan_token (numbers->scan, next)->shape & BL_TOKEN_NUMBER) != 0
            || bl_token_is (bl_scan_token (numbers->scan, next), BL_LEX_NUMBER))
          return at;
    }
  return end;
}

/* What the number is of, beside its noun. Returns the noun, which is what is measured when nothing is counted. */
static guint
add_slot (const BlNumbers *numbers, const Parsed *parsed, guint noun, BlQuantity *quantity)
{
  BlScan *scan = numbers->scan;
  const guint measured = bl_measured_noun (numbers, parsed->first);
  const guint from = parsed->first - MIN (parsed->first - numbers->begin, SCOPE_TOKENS);
  const guint to = scope_end (numbers, parsed->end);
  quantity->scopes = bl_measured_scopes (numbers, from, parsed->first) | bl_measured_scopes (numbers, parsed->end, to)
                     | leading_scopes (numbers, parsed->first);
  quantity->all_scopes = bl_measured_scopes (numbers, numbers->begin, numbers->end);
  quantity->attribute = measured == G_MAXUINT ? "" : bl_noun_stem (scan, measured);
  if (noun == G_MAXUINT && parsed->type == BL_MENTION_QUANTITY && parsed->unit[0] == '\0')
    noun = measured;
  quantity->state = bl_measured_state (numbers, parsed->first, parsed->end, noun);
  const BlPhrase *kind = noun == G_MAXUINT ? NULL : bl_word_phrase (bl_scan_token (scan, noun)->word, BL_LEX_ALIKE);
  quantity->kind = kind != NULL ? kind->code : noun != G_MAXUINT ? bl_noun_stem (scan, noun) : "";
  return noun;
}

static guint
add_quantity (const BlNumbers *numbers, Parsed *parsed)
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
  BlQuantity *quantity = bl_arena_new0 (scan->arena, BlQuantity);
  draft->mention.quantity = quantity;
  quantity->low = parsed->low;
  quantity->high = parsed->high;
  quantity->approximate = parsed->approximate;
  quantity->open = strcmp (parsed->bound, "above") == 0 || strcmp (parsed->bound, "below") == 0;
  quantity->grain = parsed->grain;
  quantity->unit = parsed->unit;
  quantity->measure = bl_lexicon_measure (scan->finder->lexicon, parsed->unit);
  quantity->noun = age ? "age" : "";
  noun = add_slot (numbers, parsed, noun, quantity);
  if (noun != G_MAXUINT)
    {
      const BlToken *token = bl_scan_token (scan, noun);
      quantity->noun = bl_noun_stem (scan, noun);
      quantity->noun_span = bl_span (token->start, token->end);
    }
  read_minus (numbers, draft, quantity);
  return parsed->end;
}

/* "a company of troops", "two brigades of soldiers". */
static gboolean
read_group (const BlNumbers *numbers, Parsed *parsed)
{
  const BlToken *token = bl_numbers_token (numbers, parsed->end);
  const BlPhrase *phrase = token == NULL || !bl_token_follows (token) ? NULL : bl_word_phrase (token->word, BL_LEX_GROUP);
  if (phrase == NULL || token->mention != BL_NO_MENTION || !bl_numbers_word (numbers, parsed->end + 1, "of"))
    return FALSE;
  guint noun = bl_noun_counted (numbers->scan, parsed->end + 1, numbers->end, TRUE);
  if (noun == G_MAXUINT)
    return FALSE;
  parsed->unit = phrase->code;
  parsed->end++;
  return TRUE;
}

static guint
find_article_group (const BlNumbers *numbers, guint at)
{
  Parsed parsed
      = { .first = at, .end = at + 1, .number = at, .low = 1, .high = 1, .bound = "", .unit = "", .type = BL_MENTION_QUANTITY };
  if (!read_group (numbers, &parsed))
    return at + 1;
  return add_quantity (numbers, &parsed);
}

/* "a 12-point plan", "a two-layered cake": no count. */
static gboolean
is_adjective (const BlNumbers *numbers, guint at)
{
  const BlToken *next = bl_numbers_token (numbers, at);
  return next != NULL && next->gap == BL_GAP_HYPHEN && (next->shape & BL_TOKEN_NUMBER) == 0
         && !bl_token_is (next, BL_LEX_BOUND_AFTER);
}

static guint
finish (const BlNumbers *numbers, Parsed *parsed, guint number_end)
{
  if (!read_percent (numbers, parsed) && !read_money (numbers, parsed) && !read_duration (numbers, parsed)
      && !read_unit (numbers, parsed) && !read_group (numbers, parsed)
      && (is_glued (numbers, number_end) || is_adjective (numbers, number_end)))
    return number_end + 1;
  read_bound_after (numbers, parsed);
  return add_quantity (numbers, parsed);
}

/* "a third of the drivers": a percentage of what stands behind. 0 when there is none. */
static guint
find_share (const BlNumbers *numbers, guint at, Parsed *parsed)
{
  double share;
  const guint end = bl_share_read (numbers, at, &share);
  if (end == 0)
    return 0;
  parsed->low = parsed->high = share * 100;
  parsed->grain = 0.5;
  parsed->approximate = TRUE;
  parsed->end = end;
  parsed->unit = "%";
  parsed->type = BL_MENTION_PERCENT;
  return add_quantity (numbers, parsed);
}

/* "7.3/10": a slash that makes no date of it. */
static gboolean
is_mark_number (const BlNumbers *numbers, const BlNumber *number)
{
  double of;
  return bl_rating_read (numbers, number->end, number->value, &of) > 0;
}

static gboolean
read_mark (const BlNumbers *numbers, Parsed *parsed)
{
  double of;
  const guint end = bl_rating_read (numbers, parsed->end, parsed->high, &of);
  if (end == 0)
    return FALSE;
  parsed->unit = of == 5 ? "/5" : of == 10 ? "/10" : "/100";
  parsed->end = end;
  return TRUE;
}

/* Before two numbers with "and": "between 5 and 10", "in the range of 5 and 10". */
static gboolean
is_between (const BlNumbers *numbers, guint at)
{
  return bl_token_equals (bl_numbers_token (numbers, at), "between")
         || (at >= numbers->begin + 2 && bl_numbers_word (numbers, at - 1, "of") && bl_numbers_word (numbers, at - 2, "range"));
}

static guint
find_number (const BlNumbers *numbers, guint at)
{
  Parsed parsed = { .first = at, .bound = "", .unit = "", .type = BL_MENTION_QUANTITY };
  gboolean between
      = bl_token_equals (bl_numbers_token (numbers, at), "between") || bl_token_equals (bl_numbers_token (numbers, at), "from");
  guint cursor = read_bounds (numbers, at + between, &parsed);
  cursor = read_sign (numbers, cursor, &parsed);
  if (cursor >= numbers->end
      || (cursor > at && bl_scan_token (numbers->scan, cursor)->gap != 0
          && !bl_token_joins (bl_scan_token (numbers->scan, cursor))))
    return at + 1;
  parsed.number = cursor;
  if (read_vague (numbers, cursor, &parsed))
    return finish (numbers, &parsed, parsed.end);

  const guint share = find_share (numbers, cursor, &parsed);
  if (share > 0)
    return share;
  BlNumber number;
  if (!bl_number_read (numbers->scan, cursor, numbers->end, &number)
      || bl_scan_token (numbers->scan, cursor)->mention != BL_NO_MENTION)
    return at + 1;
  if ((!is_mark_number (numbers, &number) && bl_number_names (numbers, cursor))
      || (number.end == cursor + 1 && bl_number_is_pronoun (numbers, cursor)))
    return number.end;
  const BlToken *next = bl_numbers_token (numbers, number.end);
  if (next != NULL && next->gap == BL_GAP_HYPHEN && bl_token_is (next, BL_LEX_ORDINAL))
    return number.end + 1; /* two-thirds */
  parsed.low = parsed.high = number.value;
  parsed.grain = grain_of (numbers, &number);
  parsed.digits = number.digits;
  parsed.whole = number.whole;
  parsed.magnitude = number.magnitude;
  parsed.approximate |= number.about;
  parsed.end = number.end;
  if (read_mark (numbers, &parsed))
    return add_quantity (numbers, &parsed);
  guint percent = parsed.end;
  if (bl_numbers_token (numbers, percent) != NULL && (bl_numbers_token (numbers, percent)->shape & BL_TOKEN_SYMBOL) != 0
      && bl_numbers_token (numbers, percent)->gap == 0)
    percent++; /* "5% to 10%" */
  gboolean percent_first = percent > parsed.end;
  guint second = read_range (numbers, percent, is_between (numbers, at), &parsed);
  if (second == G_MAXUINT)
    return number.end + 1;
  if (second > 0 && percent_first && !read_percent_at (numbers, second))
    {
      parsed.low = parsed.high = number.value; /* "rose 5% to 300" */
      second = 0;
    }
  if (second > 0)
    parsed.end = second;
  else if (between)
    parsed.first = at + 1; /* "heard from fewer than 60" */
  return finish (numbers, &parsed, parsed.end);
}

void
bl_find_quantities (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    {
      BlNumbers numbers = {
        .scan = scan, .sentence = sentence, .begin = bl_scan_first (scan, sentence), .end = bl_scan_end (scan, sentence)
      };
      for (guint at = numbers.begin; at < numbers.end;)
        {
          const BlToken *token = bl_scan_token (scan, at);
          guint next = at + 1;
          if ((token->marks & (BL_MARK_QUANTITY | BL_MARK_ARTICLE)) == 0 || token->mention != BL_NO_MENTION)
            {
              at++;
              continue;
            }
          if ((token->marks & BL_MARK_QUANTITY) != 0)
            next = find_number (&numbers, at);
          if (next == at + 1 && token->mention == BL_NO_MENTION && (token->marks & BL_MARK_ARTICLE) != 0)
            {
              next = find_number (&numbers, at);
              if (next == at + 1)
                next = find_article_group (&numbers, at);
            }
          at = next;
        }
    }
}
