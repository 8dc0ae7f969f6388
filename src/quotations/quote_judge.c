#include "quotations/quote_judge.h"

#include "knowledge/names.h"

#include <math.h>
#include <string.h>

/* Fewer equal words may be a formula that two people use, or one person twice. */
#define MIN_EQUAL 8

/* The same, of two whole quotations of one person within days. */
#define MIN_EQUAL_WHOLE 6

/* Differing words that count, at most: with more it is a paraphrase or another speech. */
#define MAX_ALTERED 2

/* One differing run holds at most this many words on either side. */
#define MAX_RUN 2

/* Of the words, so many may differ without a meaning: fillers, spelling. */
#define SLIGHT_SHARE 5

/* Names this alike are one name in two spellings. */
#define ONE_NAME 0.72

static gboolean
has_flag (const BlQuoteWord *words, guint first, guint end, guint8 flag)
{
  for (guint i = first; i < end; i++)
    if ((words[i].flags & flag) != 0)
      return TRUE;
  return FALSE;
}

/* Every word of the stretch has one of the flags; also of an empty one. */
static gboolean
all_flagged (const BlQuoteWord *words, guint first, guint end, guint8 flags)
{
  for (guint i = first; i < end; i++)
    if ((words[i].flags & flags) == 0)
      return FALSE;
  return TRUE;
}

static char *
joined (const BlQuoteWord *words, guint first, guint end)
{
  GString *text = g_string_new (NULL);
  for (guint i = first; i < end; i++)
    g_string_append (text, words[i].text);
  return g_string_free (text, FALSE);
}

/* British and American spelling made one: not a spelling of its own, only equal for both. */
static char *
spelling_class (const char *word)
{
  static const char *const pairs[][2]
      = { { "isation", "ization" }, { "ise", "ize" }, { "ising", "izing" },  { "yse", "yze" }, { "our", "or" },
          { "ogue", "og" },         { "ll", "l" },    { "ence", "ense" },    { "mme", "m" },   { "grey", "gray" },
          { "mum", "mom" },         { "ae", "e" },    { "cheque", "check" }, { "tre", "ter" } };
  GString *text = g_string_new (word);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (text, pairs[i][0], pairs[i][1], 0);
  return g_string_free (text, FALSE);
}

/* One letter changed, left out, put in, or two neighbours exchanged. Lengths differ by at most one. */
static gboolean
is_one_slip (const char *a, const char *b)
{
  while (*a != '\0' && *a == *b)
    {
      a++;
      b++;
    }
  if (*a == '\0' || *b == '\0')
    return strlen (a) + strlen (b) <= 1;
  return strcmp (a + 1, b + 1) == 0 || strcmp (a + 1, b) == 0 || strcmp (a, b + 1) == 0
         || (a[1] == b[0] && a[0] == b[1] && strcmp (a + 2, b + 2) == 0);
}

/* Two forms or two spellings of one word. */
static gboolean
is_one_word (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteJudge *judge)
{
  g_autofree char *class_a = spelling_class (a->text), *class_b = spelling_class (b->text);
  if (strcmp (class_a, class_b) == 0)
    return TRUE;
  g_autofree char *stem = g_strdup (bl_stemmer_stem (judge->stemmer, class_a, strlen (class_a)));
  if (strcmp (stem, bl_stemmer_stem (judge->stemmer, class_b, strlen (class_b))) == 0)
    return TRUE;
  if (a->text[0] == b->text[0] && MIN (strlen (a->text), strlen (b->text)) >= 5 && is_one_slip (a->text, b->text))
    return TRUE;
  /* "Qaddafi" and "Kadhafi". */
  return (a->flags & b->flags & BL_QUOTE_WORD_NAME) != 0 && bl_name_token_similarity (judge->kb, a->text, b->text) >= ONE_NAME;
}

/* Two words where each has one: what the difference between them means. */
static BlAltered
judge_words (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteJudge *judge)
{
  const guint8 either = a->flags | b->flags;
  if ((either & BL_QUOTE_WORD_NUMBER) != 0)
    return BL_ALTERED_NUMBER;
  if (judge->kinds != NULL && bl_word_kinds_opposite (judge->kinds, a->text, b->text))
    return BL_ALTERED_OPPOSITE;
  if (is_one_word (a, b, judge))
    return BL_ALTERED_SLIGHTLY;
  /* "He" for a name is an insertion whose brackets were left out. */
  if ((either & BL_QUOTE_WORD_NAME) != 0)
    return (either & BL_QUOTE_WORD_FUNCTION) != 0 ? BL_ALTERED_SLIGHTLY : BL_ALTERED_NAME;
  return BL_ALTERED_WORD;
}

/* "IE" for "Internet Explorer". */
static gboolean
is_acronym (const char *short_form, const BlQuoteWord *words, guint first, guint end)
{
  if (end - first < 2 || strlen (short_form) != end - first)
    return FALSE;
  for (guint i = first; i < end; i++)
    if (words[i].text[0] != short_form[i - first])
      return FALSE;
  return TRUE;
}

/* "1.5 million", "1,500,000", "5bn", "a hundred"; -1 when there is more than a number. */
static double
number_of (const BlQuoteWord *words, guint first, guint end)
{
  static const struct
  {
    const char *word;
    double factor;
  } factors[] = { { "hundred", 1e2 }, { "thousand", 1e3 }, { "million", 1e6 }, { "billion", 1e9 }, { "trillion", 1e12 },
                  { "k", 1e3 },       { "m", 1e6 },        { "mn", 1e6 },      { "bn", 1e9 },      { "b", 1e9 },
                  { "th", 1 },        { "st", 1 },         { "nd", 1 },        { "rd", 1 },        { "", 1 } };
  double value = 1;
  for (guint i = first; i < end; i++)
    {
      char *rest = (char *) words[i].text;
      if ((words[i].flags & BL_QUOTE_WORD_NUMBER) == 0)
        {
          if ((words[i].flags & BL_QUOTE_WORD_FUNCTION) == 0)
            return -1;
          continue;
        }
      if (rest[0] == '#')
        value *= g_ascii_strtod (rest + 1, &rest);
      guint f = 0;
      while (f < G_N_ELEMENTS (factors) && strcmp (factors[f].word, rest) != 0)
        f++;
      if (f == G_N_ELEMENTS (factors))
        return -1;
      value *= factors[f].factor;
    }
  return value;
}

static gboolean
is_one_number (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteRun *run)
{
  const double x = number_of (a, run->a_first, run->a_end), y = number_of (b, run->b_first, run->b_end);
  return x >= 0 && y >= 0 && fabs (x - y) < 1e-9 * (x + y);
}

/* The word that carries the run: its only one that is no function word, else the first; NULL for an empty run. */
static const BlQuoteWord *
head_of (const BlQuoteWord *words, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if ((words[i].flags & BL_QUOTE_WORD_FUNCTION) == 0)
      return &words[i];
  return first < end ? &words[first] : NULL;
}

static BlAltered
judge_negation (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteRun *run)
{
  /* "No, no, we can't": a repeated or exclaimed "no" is no negation of anything. */
  const BlQuoteWord *words = run->a_first < run->a_end ? a + run->a_first : b + run->b_first;
  const guint n = run->a_first < run->a_end ? run->a_end - run->a_first : run->b_end - run->b_first;
  if (run->a_first == run->a_end || run->b_first == run->b_end)
    for (guint i = 0; i < n; i++)
      if (strcmp (words[i].text, "no") == 0 || strcmp (words[i].text, "nor") == 0)
        return BL_ALTERED_SLIGHTLY;
  return BL_ALTERED_NEGATION;
}

static BlAltered
judge_run (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteRun *run, const BlQuoteJudge *judge)
{
  const guint n_a = run->a_end - run->a_first, n_b = run->b_end - run->b_first;
  g_autofree char *text_a = joined (a, run->a_first, run->a_end), *text_b = joined (b, run->b_first, run->b_end);
  if (strcmp (text_a, text_b) == 0)
    return BL_ALTERED_SLIGHTLY; /* "health care", "healthcare" */
  if (is_acronym (text_a, b, run->b_first, run->b_end) || is_acronym (text_b, a, run->a_first, run->a_end))
    return BL_ALTERED_SLIGHTLY;
  const gboolean negated_a = has_flag (a, run->a_first, run->a_end, BL_QUOTE_WORD_NEGATION);
  const gboolean negated_b = has_flag (b, run->b_first, run->b_end, BL_QUOTE_WORD_NEGATION);
  if (n_a > MAX_RUN || n_b > MAX_RUN)
    return BL_ALTERED_OTHER;
  if (negated_a != negated_b)
    return judge_negation (a, b, run);
  if (all_flagged (a, run->a_first, run->a_end, BL_QUOTE_WORD_FUNCTION)
      && all_flagged (b, run->b_first, run->b_end, BL_QUOTE_WORD_FUNCTION))
    return BL_ALTERED_SLIGHTLY;
  if (n_a == 0 || n_b == 0 || is_one_number (a, b, run))
    return BL_ALTERED_SLIGHTLY;
  return judge_words (head_of (a, run->a_first, run->a_end), head_of (b, run->b_first, run->b_end), judge);
}

/* Equal words hold the run on both sides, or both quotations begin or end with it. */
static gboolean
is_held (const BlQuoteRun *run, guint equal)
{
  if (run->begins_both)
    return run->equal_behind >= equal;
  if (run->ends_both)
    return run->equal_before >= equal;
  return run->equal_before >= 1 && run->equal_behind >= 1;
}

static guint
run_words (const BlQuoteRun *run)
{
  return MAX (run->a_end - run->a_first, run->b_end - run->b_first);
}

BlQuoteVerdict
bl_quote_judge (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteAlignment *alignment, gboolean one_speaker,
                const BlQuoteJudge *judge)
{
  BlQuoteVerdict verdict = { .worst = BL_ALTERED_NOT };
  const BlQuoteVerdict other = { .worst = BL_ALTERED_OTHER };
  guint altered = 0, slight = 0;
  const guint equal = one_speaker && alignment->whole ? MIN_EQUAL_WHOLE : MIN_EQUAL;
  if (alignment->longest < equal)
    return other;
  for (guint i = 0; i < alignment->runs->len; i++)
    {
      const BlQuoteRun *run = &g_array_index (alignment->runs, BlQuoteRun, i);
      const BlAltered kind = judge_run (a, b, run, judge);
      if (kind == BL_ALTERED_OTHER)
        return other;
      if (kind == BL_ALTERED_SLIGHTLY)
        slight += run_words (run);
      else if (!is_held (run, equal))
        return other;
      else
        altered += run_words (run);
      if (kind > verdict.worst)
        verdict = (BlQuoteVerdict){ .worst = kind, .run = *run };
    }
  if (altered > MAX_ALTERED || (altered > 1 && alignment->longest < MIN_EQUAL)
      || (slight + altered) * SLIGHT_SHARE > alignment->equal + SLIGHT_SHARE)
    return other;
  return verdict;
}
