#include "text/tag_words.h"

#include <string.h>

#include "text/chars.h"

typedef struct
{
  const char *text;
  gsize end;
  BlArena *arena;
  GArray *words;
  guint n_before; /* words that were in the array before */
} Cutter;

/* A dot behind these belongs to them. Longer lists are in text.json: here a word too few costs a tag, not a sentence. */
static const char *const dotted[] = { "mr",   "mrs",  "ms",  "dr", "prof", "gov", "sen", "rep", "gen", "lt",   "col", "sgt",
                                      "capt", "maj",  "st",  "jr", "sr",   "jan", "feb", "aug", "sep", "sept", "oct", "nov",
                                      "dec",  "corp", "inc", "co", "ltd",  "no",  "vs",  "rev", "hon", NULL };

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static gboolean
is_word_char (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gunichar
char_at (const Cutter *cutter, gsize at, gsize *length)
{
  return bl_char_at (cutter->text, at, cutter->end, length);
}

/* Small letters, apostrophes as '. */
static const char *
folded (const Cutter *cutter, BlSpan span)
{
  char ascii[64];
  const gsize length = bl_span_length (span);
  if (length < sizeof ascii)
    {
      gsize i = 0;
      while (i < length && (guchar) cutter->text[span.start + i] < 0x80)
        {
          ascii[i] = g_ascii_tolower (cutter->text[span.start + i]);
          i++;
        }
      if (i == length)
        return bl_arena_strndup (cutter->arena, ascii, length);
    }
  g_autoptr (GString) out = g_string_sized_new (length);
  for (gsize at = span.start, size; at < span.end; at += size)
    {
      const gunichar c = char_at (cutter, at, &size);
      g_string_append_unichar (out, is_apostrophe (c) ? '\'' : g_unichar_tolower (c));
    }
  return bl_arena_strndup (cutter->arena, out->str, out->len);
}

static guint8
shape_of (const Cutter *cutter, BlSpan span)
{
  guint8 shape = 0;
  guint n_upper = 0, n_lower = 0;
  for (gsize at = span.start, size; at < span.end; at += size)
    {
      const gunichar c = char_at (cutter, at, &size);
      n_upper += (c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c)) ? 1 : 0;
      n_lower += (c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c)) ? 1 : 0;
    }
  const gunichar first = char_at (cutter, span.start, NULL);
  if (g_unichar_isupper (first))
    shape |= BL_SHAPE_CAPITAL;
  if (n_upper > 1 && n_lower == 0)
    shape |= BL_SHAPE_CAPITALS;
  if (g_unichar_isdigit (first))
    shape |= BL_SHAPE_NUMBER;
  return shape;
}

static BlTaggedWord *
add (Cutter *cutter, BlSpan span, BlTag tag)
{
  BlTaggedWord word = { .span = span, .tag = (guint8) tag, .shape = tag == BL_TAG_NONE ? BL_SHAPE_WORD : 0 };
  word.shape |= shape_of (cutter, span);
  word.text = folded (cutter, span);
  if (cutter->words->len == cutter->n_before)
    word.shape |= BL_SHAPE_SPACED;
  else if (g_array_index (cutter->words, BlTaggedWord, cutter->words->len - 1).span.end < span.start)
    word.shape |= BL_SHAPE_SPACED;
  g_array_append_val (cutter->words, word);
  return &g_array_index (cutter->words, BlTaggedWord, cutter->words->len - 1);
}

/* --- words --------------------------------------------------------------------------------------------------------- */

/* Whether the sign at at joins what stands before and behind it into one word. */
static gboolean
joins (const Cutter *cutter, gsize start, gsize at, gunichar c, gsize size)
{
  const gunichar next = char_at (cutter, at + size, NULL);
  const char before = cutter->text[at - 1];
  if (!is_word_char (next) || at == start)
    return FALSE;
  if (c == '-' || c == 0x2010 || c == 0x2011 || is_apostrophe (c) || c == '.')
    return TRUE;
  if (c == ',' || c == ':')
    return bl_is_digit (before) && next < 0x80 && bl_is_digit ((char) next);
  return c == '&' && g_ascii_isupper (before) && g_unichar_isupper (next);
}

static gsize
word_end (const Cutter *cutter, gsize start)
{
  gsize at = start, size;
  while (at < cutter->end)
    {
      const gunichar c = char_at (cutter, at, &size);
      if (!is_word_char (c) && !joins (cutter, start, at, c, size))
        break;
      at += size;
    }
  return at;
}

/* Where a word's dot belongs to it: "U.S.", "J.", "Mr.". */
static gboolean
takes_dot (const Cutter *cutter, gsize start, gsize end)
{
  if (end >= cutter->end || cutter->text[end] != '.')
    return FALSE;
  if (memchr (cutter->text + start, '.', end - start) != NULL)
    return g_ascii_isalpha (cutter->text[end - 1]);
  if (end - start == 1)
    return g_ascii_isupper (cutter->text[start]) && end + 1 < cutter->end;
  if (end - start > 4 || end + 1 >= cutter->end || !g_ascii_isupper (cutter->text[start]))
    return FALSE;
  char small[8] = { 0 };
  for (gsize i = start; i < end; i++)
    small[i - start] = g_ascii_tolower (cutter->text[i]);
  return g_strv_contains (dotted, small);
}

/* Length of the ending that is a word of its own: "n't", "'s", "'ll"; 0 for none. */
static gsize
clitic (const char *text, gsize start, gsize end)
{
  static const char *const endings[]
      = { "n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m" };
  /* All have the last byte of an apostrophe two or three bytes before the end. */
  const guchar second = end - start > 2 ? (guchar) text[end - 2] : 0, third = end - start > 3 ? (guchar) text[end - 3] : 0;
  if (second != '\'' && second != 0x99 && third != '\'' && third != 0x99)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      const gsize length = strlen (endings[i]);
      if (end - start > length && g_ascii_strncasecmp (text + end - length, endings[i], length) == 0)
        return length;
    }
  return 0;
}

static void
add_word (Cutter *cutter, gsize start, gsize end)
{
  const gsize ending = clitic (cutter->text, start, end);
  if (ending > 0)
    {
      add (cutter, bl_span (start, end - ending), BL_TAG_NONE);
      add (cutter, bl_span (end - ending, end), BL_TAG_NONE);
      return;
    }
  if (end - start == 6 && g_ascii_strncasecmp (cutter->text + start, "cannot", 6) == 0)
    {
      add (cutter, bl_span (start, start + 3), BL_TAG_NONE);
      add (cutter, bl_span (start + 3, end), BL_TAG_NONE);
      return;
    }
  add (cutter, bl_span (start, end), BL_TAG_NONE);
}

/* --- signs --------------------------------------------------------------------------------------------------------- */

static BlTag
sign_tag (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026:
      return BL_TAG_STOP;
    case ',':
      return BL_TAG_COMMA;
    case ':':
    case ';':
    case '-':
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return BL_TAG_COLON;
    case '(':
    case '[':
    case '{':
      return BL_TAG_OPEN;
    case ')':
    case ']':
    case '}':
      return BL_TAG_CLOSE;
    case 0x201C:
    case 0x201E:
    case 0x2018:
    case 0x00AB:
    case '`':
      return BL_TAG_QUOTE_OPEN;
    case 0x201D:
    case 0x00BB:
      return BL_TAG_QUOTE_CLOSE;
    default:
      return BL_TAG_SYMBOL;
    }
}

/* An apostrophe that begins no word: a clitic that stands apart ("Cruz 's"), the ending of a plural ("workers' rights"), or a mark. */
static gsize
add_apostrophe (Cutter *cutter, gsize at, gsize size)
{
  static const char *const apart[] = { "s", "re", "ve", "ll", "d", "m", NULL };
  const gsize end = word_end (cutter, at + size);
  if (end > at + size && end - at - size <= 2)
    {
      g_autofree char *small = g_ascii_strdown (cutter->text + at + size, (gssize) (end - at - size));
      if (g_strv_contains (apart, small))
        {
          add (cutter, bl_span (at, end), BL_TAG_NONE);
          return end;
        }
    }
  const BlTaggedWord *before
      = cutter->words->len > cutter->n_before ? &g_array_index (cutter->words, BlTaggedWord, cutter->words->len - 1) : NULL;
  const gboolean touches = before != NULL && before->span.end == at && (before->shape & BL_SHAPE_WORD) != 0;
  BlTag tag = touches ? BL_TAG_QUOTE_CLOSE : BL_TAG_QUOTE_OPEN;
  if (touches && g_str_has_suffix (before->text, "s") && is_word_char (char_at (cutter, at + size + 1, NULL)))
    tag = BL_TAG_POSSESSIVE;
  add (cutter, bl_span (at, at + size), tag);
  return at + size;
}

/* Brackets as the treebank writes them. */
static gsize
add_bracket (Cutter *cutter, gsize at)
{
  static const struct
  {
    const char *text;
    BlTag tag;
  } brackets[] = { { "-LRB-", BL_TAG_OPEN }, { "-RRB-", BL_TAG_CLOSE }, { "-LSB-", BL_TAG_OPEN }, { "-RSB-", BL_TAG_CLOSE } };
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (cutter->end - at >= 5 && memcmp (cutter->text + at, brackets[i].text, 5) == 0)
      {
        add (cutter, bl_span (at, at + 5), brackets[i].tag);
        return at + 5;
      }
  return at;
}

static gsize
add_sign (Cutter *cutter, gsize at, gunichar c, gsize size)
{
  if (c == '-')
    {
      const gsize end = add_bracket (cutter, at);
      if (end > at)
        return end;
    }
  if (is_apostrophe (c))
    return add_apostrophe (cutter, at, size);
  gsize end = at + size;
  while (end < cutter->end && size == 1 && cutter->text[end] == cutter->text[at] && strchr (".-`!?", cutter->text[at]) != NULL)
    end++;
  BlTag tag = sign_tag (c);
  if (c == '"')
    {
      guint n = 0;
      for (guint i = cutter->n_before; i < cutter->words->len; i++)
        n += strcmp (g_array_index (cutter->words, BlTaggedWord, i).text, "\"") == 0 ? 1 : 0;
      tag = n % 2 == 0 ? BL_TAG_QUOTE_OPEN : BL_TAG_QUOTE_CLOSE;
    }
  add (cutter, bl_span (at, end), tag);
  return end;
}

void
bl_tag_words_cut (const char *text, BlSpan sentence, BlArena *arena, GArray *words)
{
  Cutter cutter = { .text = text, .end = sentence.end, .arena = arena, .words = words, .n_before = words->len };
  gsize at = sentence.start, size;
  while (at < sentence.end)
    {
      const gunichar c = char_at (&cutter, at, &size);
      if (g_unichar_isspace (c))
        {
          at += size;
          continue;
        }
      if (!is_word_char (c))
        {
          at = add_sign (&cutter, at, c, size);
          continue;
        }
      gsize end = word_end (&cutter, at);
      end += takes_dot (&cutter, at, end) ? 1 : 0;
      add_word (&cutter, at, end);
      at = end;
    }
}
