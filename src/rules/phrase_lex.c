#include <string.h>

#include "rules/phrase.h"
#include "text/fold.h"

typedef struct
{
  BlArena *arena; /* of the content of slots */
  BlArena *texts;
  const char *at;
  guint column; /* of at */
  gboolean spaced;
  GArray *marks;
  BlPhraseFault *fault;
} Lexer;

static gboolean
fail (Lexer *lexer, guint column, const char *what)
{
  lexer->fault->column = column;
  lexer->fault->what = g_strdup (what);
  return FALSE;
}

static void
advance (Lexer *lexer, const char *to)
{
  for (; lexer->at < to; lexer->at++)
    lexer->column += ((guchar) *lexer->at & 0xC0) != 0x80;
}

static void
add_mark (Lexer *lexer, BlPhraseMarkKind kind, const char *text, guint number)
{
  BlPhraseMark mark = { .kind = kind, .text = text, .number = number, .column = lexer->column, .spaced = lexer->spaced };
  g_array_append_val (lexer->marks, mark);
  lexer->spaced = FALSE;
}

/* Rule files are typed like articles: with curly quotes, no-break spaces, decomposed letters. */
static const char *
fold (BlArena *arena, const char *text, gsize length)
{
  gsize ascii = 0;
  while (ascii < length && (guchar) text[ascii] < 0x80)
    ascii++;
  if (ascii == length)
    return bl_arena_intern_len (arena, text, length);
  BlFolded folded;
  bl_folded_init (&folded);
  bl_fold_typography (&folded, text, length, 0);
  const char *result = bl_arena_intern_len (arena, folded.text->str, folded.text->len);
  bl_folded_clear (&folded);
  return result;
}

static gboolean
is_special (char c)
{
  /* clang-format off */
  switch (c)
    {
    case '\0': case '{': case '}': case '[': case ']': case '(': case ')': case '|': case '~': case '^': case '$': case '\\':
      return TRUE;
    default:
      return FALSE;
    }
  /* clang-format on */
}

/* What follows the white space character at at; at itself when it is none. */
static const char *
skip_blank (const char *at)
{
  if ((guchar) *at < 0x80)
    return *at == ' ' || (*at >= '\t' && *at <= '\r') ? at + 1 : at;
  return g_unichar_isspace (g_utf8_get_char (at)) ? g_utf8_next_char (at) : at;
}

static const char *
end_of_word (const char *at)
{
  while (!is_special (*at) && skip_blank (at) == at)
    at = g_utf8_next_char (at);
  return at;
}

/* "..." or "...N", standing alone. */
static gboolean
lex_gap (Lexer *lexer, const char *end)
{
  const char *digit = lexer->at + 3;
  guint number = 3;
  if (digit < end)
    {
      number = 0;
      for (; digit < end && g_ascii_isdigit (*digit) && number < 100; digit++)
        number = number * 10 + (guint) (*digit - '0');
      if (digit != end)
        return fail (lexer, lexer->column, "a gap is written “...” or “...5”, with a space on either side");
      if (number < 1 || number > 12)
        return fail (lexer, lexer->column, "a gap is at least 1 and at most 12 words long");
    }
  add_mark (lexer, BL_MARK_GAP, NULL, number);
  advance (lexer, end);
  return TRUE;
}

static gboolean
lex_word (Lexer *lexer)
{
  const char *end = end_of_word (lexer->at);
  if (g_str_has_prefix (lexer->at, "..."))
    return lex_gap (lexer, end);
  gsize length = (gsize) (end - lexer->at);
  if (length > 3 && g_strstr_len (lexer->at, (gssize) length, "...") != NULL)
    return fail (lexer, lexer->column, "a gap is written “...” or “...5”, with a space on either side");
  const char *text = fold (lexer->texts, lexer->at, length);
  if (*text == '\0')
    return fail (lexer, lexer->column, "nothing of this character is left in the text that phrases read");
  add_mark (lexer, BL_MARK_WORD, text, 0);
  advance (lexer, end);
  return TRUE;
}

static gboolean
lex_inflected (Lexer *lexer)
{
  const char *start = lexer->at + 1;
  const char *end = start;
  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end == start)
    return fail (lexer, lexer->column, "“~” stands before the word whose forms it means: ~send");
  g_autofree char *lower = g_utf8_strdown (start, end - start);
  add_mark (lexer, BL_MARK_INFLECTED, fold (lexer->texts, lower, strlen (lower)), 0);
  advance (lexer, end);
  return TRUE;
}

static gboolean
lex_slot (Lexer *lexer)
{
  const char *start = lexer->at + 1;
  const char *end = start + strcspn (start, "{}");
  if (*end != '}')
    return fail (lexer, lexer->column, "this “{” has no “}”");
  add_mark (lexer, BL_MARK_SLOT, bl_arena_strndup (lexer->arena, start, (gsize) (end - start)), 0);
  advance (lexer, end + 1);
  return TRUE;
}

static gboolean
lex_sign (Lexer *lexer, BlPhraseMarkKind kind)
{
  add_mark (lexer, kind, NULL, 0);
  advance (lexer, lexer->at + 1);
  return TRUE;
}

static gboolean
lex_next (Lexer *lexer)
{
  switch (*lexer->at)
    {
    case '{':
      return lex_slot (lexer);
    case '}':
      return fail (lexer, lexer->column, "this “}” has no “{”");
    case '(':
      return lex_sign (lexer, BL_MARK_OPEN);
    case ')':
      return lex_sign (lexer, BL_MARK_CLOSE);
    case '|':
      return lex_sign (lexer, BL_MARK_BAR);
    case '[':
      return lex_sign (lexer, BL_MARK_OPTION_OPEN);
    case ']':
      return lex_sign (lexer, BL_MARK_OPTION_CLOSE);
    case '^':
      return lex_sign (lexer, BL_MARK_START);
    case '$':
      return lex_sign (lexer, BL_MARK_END);
    case '~':
      return lex_inflected (lexer);
    case '\\':
      return fail (lexer, lexer->column, "phrases need no backslash; for PCRE2 there is “regex” in place of “phrases”");
    default:
      return lex_word (lexer);
    }
}

gboolean
bl_phrase_lex (const BlPhraseContext *context, const char *text, GArray *marks, BlPhraseFault *fault)
{
  Lexer lexer = { .arena = context->arena, .texts = bl_phrase_texts (context), .at = text, .marks = marks, .fault = fault };
  if (strlen (text) > BL_PHRASE_BYTES)
    return fail (&lexer, 0, "a phrase of more than 4096 bytes is written wrongly");
  for (;;)
    {
      const char *word = lexer.at;
      while (skip_blank (word) != word)
        word = skip_blank (word);
      lexer.spaced = lexer.spaced || word > lexer.at;
      advance (&lexer, word);
      if (*lexer.at == '\0')
        break;
      if ((*lexer.at == '!' || *lexer.at == '?') && marks->len == 0)
        {
          lex_sign (&lexer, *lexer.at == '!' ? BL_MARK_NEGATE : BL_MARK_UNDECIDED);
          continue;
        }
      if (!lex_next (&lexer))
        return FALSE;
    }
  add_mark (&lexer, BL_MARK_END_OF_PHRASE, NULL, 0);
  return TRUE;
}
