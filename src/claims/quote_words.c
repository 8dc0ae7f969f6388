#include "claims/quote_words.h"

#include "claims/quote_lexicon.h"
#include "text/text.h"

#include <string.h>

/* A longer stretch in brackets is no insertion but damage; it is read as words. */
#define BRACKET_BYTES 120

typedef struct
{
  BlArena *arena;
  GArray *words;
  GString *lower; /* the token at hand, in lower case */
  gboolean sentence_start;
} Reader;

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

/* "11th" as "#11th"; NULL for anything else. */
static const char *
ordinal_form (Reader *reader, const char *text)
{
  char *end;
  const guint64 value = g_ascii_strtoull (text, &end, 10);
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
  return g_strv_contains (endings, end) ? bl_arena_printf (reader->arena, "#%" G_GUINT64_FORMAT "th", value) : NULL;
}

/* Numbers have the form "#25", whether in digits or in words; the forms of all others are themselves. */
static const char *
form_of (Reader *reader, const char *text, const BlQuoteLexeme *lexeme, guint8 *flags)
{
  *flags = BL_QUOTE_WORD_NUMBER;
  if (g_ascii_isdigit (text[0]))
    {
      const char *ordinal = ordinal_form (reader, text);
      return ordinal != NULL ? ordinal : strcmp (text, "1") == 0 ? "one" : bl_arena_printf (reader->arena, "#%s", text);
    }
  switch (lexeme != NULL ? lexeme->kind : BL_QUOTE_LEXEME_NONE)
    {
    case BL_QUOTE_LEXEME_ORDINAL:
      return bl_arena_printf (reader->arena, "#%dth", lexeme->value);
    case BL_QUOTE_LEXEME_NUMBER:
      return bl_arena_printf (reader->arena, "#%d", lexeme->value);
    case BL_QUOTE_LEXEME_MAGNITUDE:
      return text;
    case BL_QUOTE_LEXEME_NEGATION:
      *flags = BL_QUOTE_WORD_NEGATION;
      return text;
    case BL_QUOTE_LEXEME_FUNCTION:
      *flags = BL_QUOTE_WORD_FUNCTION;
      return text;
    default:
      *flags = strlen (text) <= 1 ? BL_QUOTE_WORD_FUNCTION : 0;
      return text;
    }
}

static void
add_word (Reader *reader, const char *text, const char *surface, gboolean name)
{
  const BlQuoteLexeme *lexeme = bl_quote_lexeme (text);
  const gboolean number = lexeme != NULL && lexeme->kind == BL_QUOTE_LEXEME_NUMBER;
  const int unit = strcmp (text, "one") == 0 ? 1 : number ? lexeme->value : -1;
  if (unit >= 0 && unit < 20 && joins_tens (reader, unit, surface))
    return;
  guint8 flags;
  const char *form = form_of (reader, text, lexeme, &flags);
  if (flags == 0 && name)
    flags = BL_QUOTE_WORD_NAME;
  const BlQuoteWord word
      = { .text = bl_arena_intern (reader->arena, form), .surface = surface, .hash = g_str_hash (form), .flags = flags };
  g_array_append_val (reader->words, word);
}

static void
add_spoken (Reader *reader, const char *text, const char *surface, gboolean name)
{
  const BlQuoteLexeme *lexeme = bl_quote_lexeme (text);
  if (lexeme == NULL || lexeme->kind != BL_QUOTE_LEXEME_SPOKEN)
    {
      add_word (reader, text, surface, name);
      return;
    }
  add_word (reader, lexeme->first, surface, FALSE);
  if (lexeme->second != NULL)
    add_word (reader, lexeme->second, surface, FALSE);
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

/* Whether the word is its own folded form. */
static gboolean
is_plain (const char *word)
{
  while (g_ascii_isalnum (*word))
    word++;
  return *word == '\0';
}

/* In lower case, in the reader's buffer. */
static char *
lower_case (Reader *reader, const GString *token)
{
  g_string_truncate (reader->lower, 0);
  for (gsize i = 0; i < token->len; i++)
    if ((guchar) token->str[i] < 0x80)
      g_string_append_c (reader->lower, g_ascii_tolower (token->str[i]));
    else
      {
        g_autofree char *lower = g_utf8_strdown (token->str, (gssize) token->len);
        g_string_assign (reader->lower, lower);
        break;
      }
  return reader->lower->str;
}

static void
add_token (Reader *reader, const GString *token)
{
  const gunichar first = g_utf8_get_char (token->str);
  const gboolean name = !reader->sentence_start && g_unichar_isupper (first);
  reader->sentence_start = FALSE;
  if (strchr (token->str, '*') != NULL)
    {
      add_gap (reader);
      return;
    }
  const char *surface = bl_arena_intern_len (reader->arena, token->str, token->len);
  char *lower = lower_case (reader, token);
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
  g_autofree char *folded = g_ascii_isdigit (lower[0]) || is_plain (lower) ? NULL : bl_fold_letters (lower, -1);
  const char *text = folded != NULL ? folded : lower;
  if (text[0] != '\0')
    add_spoken (reader, text, surface, name);
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
    add_token (reader, token);
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
  g_autoptr (GString) token = g_string_sized_new (64);
  g_autoptr (GString) lower = g_string_sized_new (64);
  Reader reader = { .arena = arena,
                    .words = g_array_sized_new (FALSE, FALSE, sizeof (BlQuoteWord), (guint) MIN (length / 5, 4096)),
                    .lower = lower,
                    .sentence_start = TRUE };
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
