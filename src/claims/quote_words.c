#include "claims/quote_words.h"

#include "text/text.h"

#include <string.h>

/* A longer stretch in brackets is no insertion but damage; it is read as words. */
#define BRACKET_BYTES 120

static const char *const function_words[] = {
  "a",       "an",       "the",     "this",     "that",   "these",  "those",   "i",       "me",     "my",        "mine",
  "we",      "us",       "our",     "ours",     "you",    "your",   "yours",   "he",      "him",    "his",       "she",
  "her",     "hers",     "it",      "its",      "they",   "them",   "their",   "theirs",  "who",    "whom",      "whose",
  "whoever", "whatever", "another", "others",   "which",  "what",   "one",     "be",      "am",     "is",        "are",
  "was",     "were",     "been",    "being",    "has",    "have",   "had",     "having",  "do",     "does",      "did",
  "done",    "doing",    "will",    "would",    "shall",  "should", "can",     "could",   "may",    "might",     "must",
  "ought",   "let",      "get",     "got",      "going",  "go",     "to",      "of",      "in",     "on",        "at",
  "by",      "for",      "from",    "with",     "into",   "onto",   "upon",    "about",   "as",     "than",      "over",
  "through", "within",   "toward",  "towards",  "around", "among",  "amongst", "between", "and",    "or",        "but",
  "so",      "if",       "then",    "because",  "cause",  "while",  "whilst",  "when",    "where",  "there",     "here",
  "how",     "why",      "just",    "really",   "very",   "quite",  "too",     "also",    "even",   "still",     "now",
  "well",    "like",     "again",   "actually", "right",  "okay",   "yes",     "yeah",    "oh",     "uh",        "um",
  "er",      "ah",       "hey",     "mr",       "mrs",    "ms",     "dr",      "sen",     "gov",    "rep",       "percent",
  "per",     "cent",     "dollars", "some",     "any",    "such",   "each",    "every",   "other",  "own",       "only",
  "much",    "thing",    "things",  "kind",     "sort",   "way",    "say",     "said",    "says",   "know",      "mean",
  "think",   "whether",  "though",  "although", "thats",  "em",     "myself",  "himself", "itself", "ourselves", "themselves",
  "until",   "till",     "out",     "up",       "off",    "down",   "back",    NULL
};

static const char *const negations[] = { "not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", NULL };

static const char *const small_numbers[]
    = { "zero",   "",       "two",      "three",    "four",    "five",    "six",       "seven",    "eight",    "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", NULL };
static const char *const ordinals[] = { "zeroth",  "first",  "second", "third", "fourth",   "fifth",   "sixth",
                                        "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth", NULL };
static const char *const tens[] = { "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", NULL };
static const char *const magnitudes[] = { "hundred",   "thousand", "million",  "billion",   "trillion", "hundreds",
                                          "thousands", "millions", "billions", "trillions", NULL };

/* Spoken forms that outlets print either way. */
static const struct
{
  const char *from, *first, *second;
} spoken[] = {
  { "cannot", "can", "not" }, { "gonna", "going", "to" }, { "wanna", "want", "to" },  { "gotta", "got", "to" },
  { "ok", "okay", NULL },     { "yeah", "yes", NULL },    { "cuz", "because", NULL }, { "towards", "toward", NULL },
  { "em", "them", NULL },     { "wo", "will", NULL },     { "ca", "can", NULL },      { "sha", "shall", NULL },
};

typedef struct
{
  BlArena *arena;
  GArray *words;
  gboolean sentence_start;
} Reader;

static int
index_in (const char *const *list, const char *word)
{
  for (int i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], word) == 0)
      return i;
  return -1;
}

static void
add_gap (Reader *reader)
{
  const guint n = reader->words->len;
  if (n > 0 && (g_array_index (reader->words, BlQuoteWord, n - 1).flags & BL_QUOTE_WORD_GAP) != 0)
    return;
  const BlQuoteWord word = { .text = "", .surface = "…", .flags = BL_QUOTE_WORD_GAP };
  g_array_append_val (reader->words, word);
}

/* Twenty-five is 25: a tens word waits in the array as "#20" until a unit follows. */
static gboolean
joins_tens (Reader *reader, int unit, const char *surface)
{
  const guint n = reader->words->len;
  if (n == 0 || unit < 1 || unit > 9)
    return FALSE;
  BlQuoteWord *last = &g_array_index (reader->words, BlQuoteWord, n - 1);
  if ((last->flags & BL_QUOTE_WORD_NUMBER) == 0 || strlen (last->text) != 3 || last->text[2] != '0'
      || g_ascii_isdigit (last->surface[0]))
    return FALSE;
  last->text = bl_arena_printf (reader->arena, "#%c%d", last->text[1], unit);
  last->surface = bl_arena_printf (reader->arena, "%s-%s", last->surface, surface);
  last->hash = g_str_hash (last->text);
  return TRUE;
}

/* "11th" and "eleventh" as "#11th"; NULL for anything else. */
static const char *
ordinal_form (Reader *reader, const char *text)
{
  const int ordinal = index_in (ordinals, text);
  if (ordinal > 0)
    return bl_arena_printf (reader->arena, "#%dth", ordinal);
  char *end;
  const guint64 value = g_ascii_strtoull (text, &end, 10);
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
  return g_ascii_isdigit (text[0]) && index_in (endings, end) >= 0
             ? bl_arena_printf (reader->arena, "#%" G_GUINT64_FORMAT "th", value)
             : NULL;
}

static void
add_word (Reader *reader, const char *text, const char *surface, gboolean name)
{
  guint8 flags = 0;
  const char *form = text, *const ordinal = ordinal_form (reader, text);
  const int small = text[0] != '\0' ? index_in (small_numbers, text) : -1, ten = index_in (tens, text);
  const int unit = strcmp (text, "one") == 0 ? 1 : small;
  if (unit >= 0 && joins_tens (reader, unit, surface))
    return;
  if (ordinal != NULL)
    {
      form = ordinal;
      flags = BL_QUOTE_WORD_NUMBER;
    }
  else if (small >= 0 || ten >= 0)
    {
      form = bl_arena_printf (reader->arena, "#%d", small >= 0 ? small : (ten + 2) * 10);
      flags = BL_QUOTE_WORD_NUMBER;
    }
  else if (g_ascii_isdigit (text[0]))
    {
      form = strcmp (text, "1") == 0 ? "one" : bl_arena_printf (reader->arena, "#%s", text);
      flags = BL_QUOTE_WORD_NUMBER;
    }
  else if (index_in (magnitudes, text) >= 0)
    flags = BL_QUOTE_WORD_NUMBER;
  else if (index_in (negations, text) >= 0)
    flags = BL_QUOTE_WORD_NEGATION;
  else if (strlen (text) <= 1 || g_strv_contains (function_words, text))
    flags = BL_QUOTE_WORD_FUNCTION;
  else if (name)
    flags = BL_QUOTE_WORD_NAME;
  const BlQuoteWord word
      = { .text = bl_arena_intern (reader->arena, form), .surface = surface, .hash = g_str_hash (form), .flags = flags };
  g_array_append_val (reader->words, word);
}

static void
add_spoken (Reader *reader, const char *text, const char *surface, gboolean name)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (strcmp (text, spoken[i].from) == 0)
      {
        add_word (reader, spoken[i].first, surface, FALSE);
        if (spoken[i].second != NULL)
          add_word (reader, spoken[i].second, surface, FALSE);
        return;
      }
  add_word (reader, text, surface, name);
}

/* What stands behind the apostrophe: "not" and the auxiliaries are words, a possessive and "’d" are dropped. */
static const char *
contracted (const char *suffix)
{
  static const char *const forms[][2]
      = { { "'re", "are" }, { "'ve", "have" }, { "'ll", "will" }, { "'m", "am" }, { "'s", "" }, { "'d", "" }, { "'", "" } };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (suffix, forms[i][0]) == 0)
      return forms[i][1];
  return NULL;
}

/* "f.b.i" is "fbi". */
static void
without_dots (char *word)
{
  char *to = word;
  for (const char *from = word; *from != '\0'; from++)
    if (*from != '.')
      *to++ = *from;
  *to = '\0';
}

static void
add_token (Reader *reader, const char *token)
{
  const gunichar first = g_utf8_get_char (token);
  const gboolean name = !reader->sentence_start && g_unichar_isupper (first);
  reader->sentence_start = FALSE;
  if (strchr (token, '*') != NULL)
    {
      add_gap (reader);
      return;
    }
  const char *surface = bl_arena_intern (reader->arena, token);
  g_autofree char *lower = g_utf8_strdown (token, -1);
  char *apostrophe = strrchr (lower, '\'');
  const char *second = NULL;
  if (apostrophe != NULL && apostrophe > lower && strcmp (apostrophe, "'t") == 0 && apostrophe[-1] == 'n')
    {
      second = "not";
      apostrophe[-1] = '\0';
    }
  else if (apostrophe != NULL && (second = contracted (apostrophe)) != NULL)
    *apostrophe = '\0';
  if (!g_ascii_isdigit (lower[0]))
    without_dots (lower);
  g_autofree char *folded = g_ascii_isdigit (lower[0]) ? g_strdup (lower) : bl_fold_letters (lower, -1);
  if (folded[0] != '\0')
    add_spoken (reader, folded, surface, name);
  if (second != NULL && second[0] != '\0')
    add_word (reader, second, surface, FALSE);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '*';
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* The end of an insertion that opens at p, or NULL. */
static const char *
insertion_end (const char *p, const char *limit)
{
  const char close = *p == '[' ? ']' : ')';
  const char *end = memchr (p, close, (gsize) MIN (limit - p, BRACKET_BYTES));
  return end;
}

/* "[W]e", "walk[ed]": brackets inside of a word. */
static gboolean
is_letter_in_brackets (const char *p, const char *limit, const GString *token)
{
  const char *end = *p == '[' ? insertion_end (p, limit) : NULL;
  if (end == NULL || memchr (p, ' ', (gsize) (end - p)) != NULL)
    return FALSE;
  return token->len > 0 || (end - p == 2 && end + 1 < limit && g_ascii_isalpha (end[1]));
}

/* Whether the character at p belongs to the word before it. */
static gboolean
continues (const char *p, const char *limit, const GString *token)
{
  const gunichar c = g_utf8_get_char (p);
  if (is_word_char (c))
    return TRUE;
  const char *next = g_utf8_next_char (p);
  if (token->len == 0 || next >= limit)
    return FALSE;
  const gunichar after = g_utf8_get_char (next);
  const char last = token->str[token->len - 1];
  if (is_apostrophe (c))
    return g_unichar_isalpha (after);
  if ((c == ',' || c == '.') && g_ascii_isdigit (last))
    return g_unichar_isdigit (after);
  return c == '.' && g_unichar_isalpha (after) && (token->len == 1 || token->str[token->len - 2] == '.');
}

static void
finish (Reader *reader, GString *token)
{
  if (token->len > 0)
    add_token (reader, token->str);
  g_string_truncate (token, 0);
}

/* A thousands comma is dropped; every apostrophe is one. */
static void
append (GString *token, gunichar c)
{
  if (is_apostrophe (c))
    g_string_append_c (token, '\'');
  else if (c != ',')
    g_string_append_unichar (token, c);
}

/* Marks between words: ellipses are gaps, ends of sentences let a capital mean nothing. Returns where reading goes on. */
static const char *
read_mark (Reader *reader, const char *p, const char *limit)
{
  const gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  if (c == '[' || c == '(')
    {
      const char *end = insertion_end (p, limit);
      if (end == NULL)
        return next;
      add_gap (reader);
      return end + 1;
    }
  if (c == 0x2026 || (c == '.' && next < limit && (*next == '.' || (*next == ' ' && next + 1 < limit && next[1] == '.'))))
    {
      add_gap (reader);
      while (next < limit && (*next == '.' || *next == ' '))
        next++;
      reader->sentence_start = TRUE;
      return next;
    }
  if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '"' || c == 0x201C || c == 0x2018 || c == '\n')
    reader->sentence_start = TRUE;
  return next;
}

GArray *
bl_quote_words_read (BlArena *arena, const char *text, gsize length)
{
  Reader reader = { .arena = arena, .words = g_array_new (FALSE, FALSE, sizeof (BlQuoteWord)), .sentence_start = TRUE };
  g_autoptr (GString) token = g_string_new (NULL);
  const char *p = text, *const limit = text + length;
  while (p < limit)
    {
      if (is_letter_in_brackets (p, limit, token))
        {
          const char *end = insertion_end (p, limit);
          g_string_append_len (token, p + 1, end - p - 1);
          p = end + 1;
          continue;
        }
      if (continues (p, limit, token))
        {
          append (token, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }
      finish (&reader, token);
      p = read_mark (&reader, p, limit);
    }
  finish (&reader, token);
  return reader.words;
}

guint
bl_quote_words_count (const BlQuoteWord *words, guint n)
{
  guint count = 0;
  for (guint i = 0; i < n; i++)
    count += (words[i].flags & BL_QUOTE_WORD_GAP) == 0;
  return count;
}
