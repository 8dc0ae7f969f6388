/* Where sentences end.
 *
 * One pass over the bytes looks for terminators; all decisions are made there, from the token before, the marks around and the
 * word after, each within a bounded window. A terminator ends a sentence unless something speaks against it:
 *
 *   - what follows (white space and opening marks skipped) begins with a small letter: "“Really?” she asked"
 *   - the token before a full stop is a short form: titles always, "No." before a number, the others unless a word follows that is
 *     capitalised only at the beginning of sentences ("in the U.S. The …"). So "U.S. Senate" holds and "U.S. The" is cut
 *   - a quotation that ends with "?" or "!" is followed by its speaker: "“Why?” Mr. Lee asked"
 *
 * Without white space after it a full stop ends a sentence only in damaged text ("the war.Several sources"). */
#include "text/sentences.h"

#include <string.h>

#include "text/blocks.h"
#include "text/chars.h"

/* Windows: no short form, and no address worth knowing, is longer. */
#define TOKEN_WINDOW 48
#define SPEAKER_WINDOW 90
#define MARKS_WINDOW 8

typedef struct
{
  const BlTextLexicon *lexicon;
  const char *text;
  BlSpan block;
  guint index;
  gsize start;          /* of the sentence that is being read */
  gsize last_opening;   /* place of the last opening double mark, G_MAXSIZE before any */
  gboolean in_straight; /* an odd number of straight double marks was read */
  gboolean in_curly;    /* the last curly double mark opened */
  guint numbered;       /* the block counts its sentences as [1] … [2] …: the number that comes next; 0 when it does not */
  GArray *sentences;
} Cutter;

/* A terminator with what stands around it. */
typedef struct
{
  gsize at;           /* the last run of terminators */
  gsize end;          /* after it and the marks that close behind it: where the sentence would end */
  gsize next;         /* the first character after white space */
  gboolean full_stop; /* exactly one "." */
  gboolean ellipsis;
  gboolean quote_closed;
  gboolean bracket_closed;
} Stop;

enum
{
  PLAIN = 0,
  TERMINATOR,
  MARK, /* straight double quotation mark */
  BRACKET,
  HIGH, /* first byte of a character that may matter */
};

static const guint8 classes[256] = {
  ['.'] = TERMINATOR, ['!'] = TERMINATOR, ['?'] = TERMINATOR, ['"'] = MARK,  ['['] = BRACKET,
  [0xC2] = HIGH,      [0xE2] = HIGH,      [0xE3] = HIGH,      [0xEF] = HIGH,
};

static void
add_sentence (Cutter *cutter, gsize end)
{
  BlSpan span = bl_trim (cutter->text, bl_span (cutter->start, end));
  BlSentence sentence = { span, cutter->index };
  if (!bl_span_is_empty (span))
    g_array_append_val (cutter->sentences, sentence);
}

/* Begins the next sentence at next, past a "[2] " that counts it. */
static void
begin_sentence (Cutter *cutter, gsize next)
{
  cutter->start = next;
  if (cutter->numbered > 0)
    {
      gsize marker = cutter->text[next] == '[' ? bl_list_marker (cutter->text, bl_span (next, cutter->block.end)) : 0;
      if (marker > 0)
        {
          cutter->start += marker;
          cutter->numbered = (guint) g_ascii_strtoull (cutter->text + next + 1, NULL, 10) + 1;
        }
    }
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c);
}

static gboolean
is_small (gunichar c)
{
  return c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c);
}

static gboolean
is_capital (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static gboolean
is_opening_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == '`' || c == 0x2018 || c == 0x201C || c == 0x201E
         || c == 0x201A || c == 0xAB || c == 0x2039 || c == 0xBF || c == 0xA1;
}

/* First character of the next sentence behind its opening marks. */
static gsize
skip_opening_marks (const Cutter *cutter, gsize start)
{
  gsize at = start;
  for (guint i = 0; i < MARKS_WINDOW; i++)
    {
      gsize size;
      gunichar c = bl_char_at (cutter->text, at, cutter->block.end, &size);
      if (!is_opening_mark (c))
        break;
      at += size;
    }
  /* "“ We agree": a mark that lost its place */
  return at > start && at < cutter->block.end && cutter->text[at] == ' ' ? at + 1 : at;
}

/* Letters from at on, apostrophe and hyphen not included. */
static BlSpan
word_at (const Cutter *cutter, gsize at)
{
  gsize end = at;
  gsize limit = MIN (cutter->block.end, at + 64);
  while (end < limit)
    {
      gsize size;
      if (!is_letter (bl_char_at (cutter->text, end, cutter->block.end, &size)))
        break;
      end += size;
    }
  return bl_span (at, end);
}

static guint
flags_of (const Cutter *cutter, BlSpan word)
{
  return bl_text_lexicon_word (cutter->lexicon, cutter->text + word.start, bl_span_length (word));
}

/* Letters, digits, full stops, "&" and apostrophes right before at; what a short form consists of. */
static BlSpan
token_before (const Cutter *cutter, gsize at)
{
  gsize start = at;
  gsize limit = at - MIN (at - cutter->start, TOKEN_WINDOW);
  while (start > limit)
    {
      gsize before = bl_char_before (cutter->text, start, cutter->start);
      gunichar c = bl_char_at (cutter->text, before, at, NULL);
      if (!is_letter (c) && !g_unichar_isdigit (c) && c != '.' && c != '&' && c != '\'' && c != 0x2019)
        break;
      start = before;
    }
  if (start < at && cutter->text[start] == '\'')
    start++;
  return bl_span (start, at);
}

/* "J", "U.S", "J.D": single capitals. */
static gboolean
are_initials (const Cutter *cutter, BlSpan token)
{
  gsize at = token.start;
  while (at < token.end)
    {
      gsize size;
      if (!is_capital (bl_char_at (cutter->text, at, token.end, &size)))
        return FALSE;
      at += size;
      if (at < token.end && cutter->text[at++] != '.')
        return FALSE;
    }
  return token.end > token.start;
}

/* The token belongs to an address, a file name or a number: "example.com", "v2.1". */
static gboolean
is_address (const Cutter *cutter, gsize at)
{
  gsize limit = at - MIN (at - cutter->block.start, TOKEN_WINDOW);
  for (gsize i = at; i > limit; i--)
    {
      char c = cutter->text[i - 1];
      if (bl_is_ascii_space (c))
        return FALSE;
      if (c == '.' || c == '/' || c == '@' || c == ':' || c == '\\' || c == '_')
        return TRUE;
    }
  return limit > cutter->block.start;
}

/* Reads closing marks; sets what was closed. Returns the place after them. */
static gsize
skip_closing_marks (Cutter *cutter, gsize at, Stop *stop)
{
  gsize end = cutter->block.end;
  for (guint i = 0; i < MARKS_WINDOW; i++)
    {
      gsize size;
      gunichar c = bl_char_at (cutter->text, at, end, &size);
      gunichar after = bl_char_at (cutter->text, at + size, end, NULL);
      gboolean edge
          = after == 0 || bl_is_blank (after) || (!is_letter (after) && !g_unichar_isdigit (after) && !is_opening_mark (after));
      if (c == '"' && (cutter->in_straight || edge))
        {
          cutter->in_straight = FALSE;
          stop->quote_closed = TRUE;
        }
      else if (c == 0x201D || c == 0xBB || c == 0x203A || (c == 0x201C && edge && after != 0x201D))
        {
          cutter->in_curly = FALSE;
          stop->quote_closed = TRUE;
        }
      else if ((c == '\'' || c == 0x2019) && !is_letter (after) && !g_unichar_isdigit (after))
        stop->quote_closed = TRUE;
      else if (c == ')' || c == ']' || c == '}')
        stop->bracket_closed = TRUE;
      else if (c == '[' && bl_is_digit ((char) MIN (after, 0x7F)))
        {
          /* a reference right behind the stop: "in 2022.[3]" */
          gsize close = at + 1;
          while (close < end && close < at + 5 && bl_is_digit (cutter->text[close]))
            close++;
          if (close >= end || cutter->text[close] != ']')
            break;
          size = close + 1 - at;
        }
      else
        break;
      at += size;
    }
  return at;
}

/* Terminators from at on; ". . ." counts as one run. */
static gsize
skip_terminators (const Cutter *cutter, gsize at, guint *stops, gboolean *others)
{
  gsize end = cutter->block.end;
  const char *text = cutter->text;
  *stops = 0;
  *others = FALSE;
  while (at < end)
    {
      if (text[at] == '.')
        {
          ++*stops;
          at++;
          if (at + 1 < end && text[at] == ' ' && text[at + 1] == '.' && (at + 2 >= end || !g_ascii_isalnum (text[at + 2])))
            at++;
          else if (at + 3 < end && memcmp (text + at, " …", 4) == 0)
            at++;
        }
      else if (text[at] == '!' || text[at] == '?')
        {
          *others = TRUE;
          at++;
        }
      else if (at + 2 < end && memcmp (text + at, "…", 3) == 0)
        {
          *stops += 3;
          at += 3;
        }
      else if (at + 2 < end
               && (memcmp (text + at, "。", 3) == 0 || memcmp (text + at, "！", 3) == 0 || memcmp (text + at, "？", 3) == 0
                   || memcmp (text + at, "‽", 3) == 0))
        {
          *others = TRUE;
          at += 3;
        }
      else
        break;
    }
  return at;
}

/* Reads all terminators and closing marks from at on: "?”.", "!”)". */
static void
read_stop (Cutter *cutter, gsize at, Stop *stop)
{
  *stop = (Stop){ .at = at };
  gsize end = at;
  for (;;)
    {
      guint stops;
      gboolean others;
      gsize run = skip_terminators (cutter, end, &stops, &others);
      if (run > end)
        {
          stop->at = end;
          stop->full_stop = stops == 1 && !others;
          stop->ellipsis = stops > 1 && !others;
        }
      gsize closed = skip_closing_marks (cutter, run, stop);
      if (closed == end)
        break;
      end = closed;
    }
  stop->end = end;
  stop->next = bl_skip_blanks (cutter->text, end, cutter->block.end);
  /* A closing mark that lost its place: "too early. ” He left" */
  gsize size;
  gunichar c = bl_char_at (cutter->text, stop->next, cutter->block.end, &size);
  gunichar after = bl_char_at (cutter->text, stop->next + size, cutter->block.end, NULL);
  if (stop->next > stop->end && (c == 0x201D || (c == '"' && cutter->in_straight) || (c == 0x201C && cutter->in_curly))
      && (after == 0 || bl_is_blank (after)))
    {
      stop->end = stop->next + size;
      stop->next = bl_skip_blanks (cutter->text, stop->end, cutter->block.end);
      stop->quote_closed = TRUE;
      cutter->in_straight = FALSE;
      cutter->in_curly = FALSE;
    }
}

static gboolean
small_word_follows (const Cutter *cutter, BlSpan word)
{
  gsize next = bl_skip_blanks (cutter->text, word.end, cutter->block.end);
  return next > word.end && is_small (bl_char_at (cutter->text, next, cutter->block.end, NULL));
}

/* The word at first can only begin a sentence: a capitalised function word, or a plural such as "Officials" before a small one. */
static gboolean
can_only_open (const Cutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  guint flags = flags_of (cutter, word);
  if ((flags & BL_WORD_OPENER) != 0)
    return word.end >= cutter->block.end || cutter->text[word.end] != '.'; /* "C. A. Lind" */
  return (flags & BL_WORD_OPENER_NOUN) != 0 && small_word_follows (cutter, word);
}

/* White space and an opening mark: "Lee replied, “No”" */
static gboolean
opens_speech (const Cutter *cutter, gsize at)
{
  at = bl_skip_blanks (cutter->text, at, cutter->block.end);
  return skip_opening_marks (cutter, at) > at;
}

/* "“Why not?” Mr. Lee asked", "“Now?” said coach Ann Lee": the words from first to the next mark are a speaker and a verb of saying.
 * The speaker of a quotation that began this sentence or one before it may say more after the verb ("Lee asked her"); where it
 * began inside of the sentence, and where the speaker has small words, the verb must end the clause: in "He asked, “Why?” Lee said
 * nothing." Lee opens a sentence. */
static gboolean
speaker_follows (const Cutter *cutter, const Stop *stop, gsize first)
{
  if (!stop->quote_closed)
    return FALSE;
  gboolean strict = cutter->last_opening != G_MAXSIZE && cutter->last_opening > cutter->start;
  gsize limit = MIN (cutter->block.end, first + SPEAKER_WINDOW);
  gsize at = first;
  for (guint words = 0; words < 8 && at < limit; words++)
    {
      BlSpan word = word_at (cutter, at);
      guint flags = flags_of (cutter, word);
      if (bl_span_is_empty (word) || (words == 0 && (flags & BL_WORD_OPENER) != 0))
        return FALSE;
      gunichar after = bl_char_at (cutter->text, word.end, cutter->block.end, NULL);
      if (words > 0 && (flags & BL_WORD_REPORTING) != 0)
        return !strict || after == '.' || after == 0 || (after == ',' && !opens_speech (cutter, word.end + 1));
      strict = strict || !is_capital (bl_char_at (cutter->text, at, limit, NULL));
      at = word.end;
      while (at < limit && (cutter->text[at] == '.' || cutter->text[at] == '-' || bl_is_ascii_space (cutter->text[at])))
        at++;
    }
  return FALSE;
}

/* "at 5 p.m. Monday", "5 p.m. London time" */
static gboolean
time_goes_on (const Cutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  if ((flags_of (cutter, word) & BL_WORD_TIME) != 0)
    return TRUE;
  gsize next = bl_skip_blanks (cutter->text, word.end, cutter->block.end);
  return next + 4 <= cutter->block.end && memcmp (cutter->text + next, "time", 4) == 0;
}

/* "12", "VA089", "IV" */
static gboolean
is_number (const Cutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  gboolean roman = !bl_span_is_empty (word);
  for (gsize i = word.start; i < word.end && roman; i++)
    roman = strchr ("IVXLC", cutter->text[i]) != NULL;
  return roman || g_unichar_isdigit (bl_char_at (cutter->text, word.end, cutter->block.end, NULL));
}

/* "1. Do this. 2. Do that.", "in three steps: 1. Do this.": a number that opens the sentence or follows a colon. */
static gboolean
counts_a_point (const Cutter *cutter, BlSpan token)
{
  if (bl_span_length (token) > 2)
    return FALSE;
  for (gsize i = token.start; i < token.end; i++)
    if (!bl_is_digit (cutter->text[i]))
      return FALSE;
  return token.start == cutter->start || (token.start >= cutter->start + 2 && cutter->text[token.start - 2] == ':');
}

/* A single full stop, white space, then first: a capital letter, a digit or a symbol. */
static gboolean
full_stop_ends (const Cutter *cutter, const Stop *stop, gsize first)
{
  gunichar c = bl_char_at (cutter->text, first, cutter->block.end, NULL);
  gboolean digit = g_unichar_isdigit (c);
  BlSpan token = token_before (cutter, stop->at);
  if (bl_span_is_empty (token))
    return TRUE;
  switch (bl_text_lexicon_short_form (cutter->lexicon, cutter->text + token.start, bl_span_length (token)))
    {
    case BL_SHORT_TITLE:
      return stop->quote_closed && can_only_open (cutter, first);
    case BL_SHORT_NUMBER:
      return !is_number (cutter, first);
    case BL_SHORT_TIME:
      return !digit && is_letter (c) && !time_goes_on (cutter, first);
    case BL_SHORT_PLACE:
      if (!digit && token.start >= cutter->start + 2 && memcmp (cutter->text + token.start - 2, ", ", 2) == 0
          && small_word_follows (cutter, word_at (cutter, first)))
        return TRUE;
      return !digit && can_only_open (cutter, first);
    case BL_SHORT_OPEN:
      return !digit && (can_only_open (cutter, first) || (stop->quote_closed && first == stop->next));
    case BL_SHORT_NONE:
      break;
    }
  if (are_initials (cutter, token))
    return can_only_open (cutter, first) || (stop->quote_closed && first == stop->next);
  return !counts_a_point (cutter, token);
}

/* No white space behind the terminator. */
static gboolean
glued_stop_ends (const Cutter *cutter, const Stop *stop)
{
  gsize first = skip_opening_marks (cutter, stop->end);
  gsize size;
  gunichar c = bl_char_at (cutter->text, first, cutter->block.end, &size);
  if (stop->ellipsis || stop->at <= cutter->start || !is_capital (c)
      || (first > stop->end && bl_char_at (cutter->text, stop->end, cutter->block.end, NULL) == '\''))
    return FALSE;
  if (!is_small (bl_char_at (cutter->text, first + size, cutter->block.end, NULL)))
    return FALSE;
  gsize before = bl_char_before (cutter->text, stop->at, cutter->start);
  gunichar last = bl_char_at (cutter->text, before, stop->at, NULL);
  if (!is_small (last) && last != ')' && last != '%' && !g_unichar_isdigit (last))
    return FALSE;
  if (is_address (cutter, stop->at) || (flags_of (cutter, word_at (cutter, first)) & BL_WORD_DOMAIN) != 0)
    return FALSE;
  BlSpan word = word_at (cutter, first);
  if (word.end + 1 < cutter->block.end && cutter->text[word.end] == '.' && g_ascii_isalpha (cutter->text[word.end + 1]))
    return FALSE; /* "report.Final.doc" */
  BlSpan token = token_before (cutter, stop->at);
  if (last == ')' || last == '%')
    return TRUE;
  BlShortForm form = bl_text_lexicon_short_form (cutter->lexicon, cutter->text + token.start, bl_span_length (token));
  return bl_span_length (token) > 1 && (form == BL_SHORT_NONE || form == BL_SHORT_NUMBER);
}

/* A small letter that begins a sentence all the same: "iPhone", "al-Shabab", "von der Leyen". */
static gboolean
small_name_follows (const Cutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  const char *text = cutter->text;
  gsize end = cutter->block.end;
  gsize n = bl_span_length (word);
  if (n >= 2 && n < 20 && g_ascii_isupper (text[first + 1]))
    return TRUE;
  gboolean capital_next = word.end + 1 < end && is_capital (bl_char_at (text, word.end + 1, end, NULL));
  if (n <= 3 && word.end < end && (text[word.end] == '-' || text[word.end] == '\''))
    return capital_next;
  if ((flags_of (cutter, word) & BL_WORD_PARTICLE) == 0 || word.end >= end || !bl_is_ascii_space (text[word.end]))
    return FALSE;
  if (capital_next)
    return TRUE;
  /* "von der Leyen", "de la Rúa" */
  BlSpan second = word_at (cutter, word.end + 1);
  return (flags_of (cutter, second) & BL_WORD_PARTICLE) != 0 && second.end + 1 < end
         && is_capital (bl_char_at (text, second.end + 1, end, NULL));
}

/* "The crowd chanted “Work! Bread!” all day": a shout of a word or two inside of a quotation that began inside of the sentence. */
static gboolean
is_shout (const Cutter *cutter, const Stop *stop)
{
  if (cutter->text[stop->at] != '!' || stop->quote_closed || cutter->last_opening == G_MAXSIZE
      || cutter->last_opening <= cutter->start || !(cutter->in_straight || cutter->in_curly))
    return FALSE;
  guint blanks = 0;
  gsize limit = stop->at - MIN (stop->at - cutter->last_opening, 24);
  gsize at = stop->at;
  while (at > limit && cutter->text[at - 1] != '!')
    blanks += cutter->text[--at] == ' ';
  return (at > limit || limit == cutter->last_opening) && blanks <= (cutter->text[at] == ' ' ? 2u : 1u);
}

/* "Yahoo! Inc" */
static gboolean
is_shouted_name (const Cutter *cutter, const Stop *stop, gsize first)
{
  BlSpan token = token_before (cutter, stop->at);
  return cutter->text[stop->at] == '!' && stop->end == stop->at + 1 && (flags_of (cutter, token) & BL_WORD_SHOUTED) != 0
         && !can_only_open (cutter, first);
}

static gboolean
ends_sentence (const Cutter *cutter, const Stop *stop)
{
  if (stop->at == cutter->start)
    return FALSE; /* "... and left": nothing to end */
  if (stop->next == stop->end)
    return glued_stop_ends (cutter, stop);
  gsize first = skip_opening_marks (cutter, stop->next);
  gunichar c = bl_char_at (cutter->text, first, cutter->block.end, NULL);
  if (is_small (c))
    return stop->full_stop && !stop->quote_closed && small_name_follows (cutter, first) && full_stop_ends (cutter, stop, first);
  if (c == 0x2013 || c == 0x2014 || c == '-')
    return stop->full_stop && !stop->quote_closed && full_stop_ends (cutter, stop, first);
  if (!is_letter (c) && !g_unichar_isdigit (c) && c != '$' && c != '#' && c != '@' && c != '+' && c != 0xA3 && c != 0x20AC
      && c != 0x2022 && c != 0xA7 && c < 0x1F000)
    return FALSE;
  if (stop->full_stop)
    return full_stop_ends (cutter, stop, first);
  if (stop->ellipsis)
    return can_only_open (cutter, first) || stop->quote_closed || !bl_is_ascii_space (cutter->text[stop->at - 1]);
  return !is_shouted_name (cutter, stop, first) && !is_shout (cutter, stop) && !speaker_follows (cutter, stop, first);
}

/* "[2] " with the number that is due begins a sentence also where the one before lacks its full stop. */
static gboolean
is_due_number (const Cutter *cutter, gsize at)
{
  if (cutter->numbered == 0 || at == cutter->start || !bl_is_ascii_space (cutter->text[at - 1])
      || bl_list_marker (cutter->text, bl_span (at, cutter->block.end)) == 0)
    return FALSE;
  return g_ascii_strtoull (cutter->text + at + 1, NULL, 10) == cutter->numbered;
}

/* Handles a character over U+007F; returns the place after it, or at for a terminator. */
static gsize
read_high (Cutter *cutter, gsize at)
{
  gsize size;
  gunichar c = bl_char_at (cutter->text, at, cutter->block.end, &size);
  gsize after = at + size;
  switch (c)
    {
    case 0x201C:
    case 0x201E:
    case 0xAB:
      cutter->last_opening = at;
      cutter->in_curly = TRUE;
      break;
    case 0x201D:
      cutter->in_curly = FALSE;
      break;
    case 0x2022: /* bullets in a row */
      if (at > cutter->start && after < cutter->block.end && bl_is_ascii_space (cutter->text[at - 1])
          && bl_is_ascii_space (cutter->text[after]))
        {
          add_sentence (cutter, at);
          begin_sentence (cutter, bl_skip_blanks (cutter->text, after, cutter->block.end));
          return MAX (cutter->start, after);
        }
      break;
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x203D:
      return at;
    default:
      break;
    }
  return after;
}

/* A terminator at at: cuts when it ends a sentence. Returns where to read on. */
static gsize
read_terminator (Cutter *cutter, gsize at)
{
  Stop stop;
  read_stop (cutter, at, &stop);
  if (stop.end == at)
    return at + 1;
  if (stop.next < cutter->block.end && ends_sentence (cutter, &stop))
    {
      add_sentence (cutter, stop.end);
      begin_sentence (cutter, stop.next);
      return cutter->start;
    }
  return stop.end;
}

void
bl_sentences_cut (const BlTextLexicon *lexicon, const char *text, BlSpan block, guint index, gboolean whole, GArray *sentences)
{
  Cutter cutter = { .lexicon = lexicon,
                    .text = text,
                    .block = block,
                    .index = index,
                    .start = block.start,
                    .last_opening = G_MAXSIZE,
                    .sentences = sentences };
  gsize marker = bl_list_marker (text, block);
  if (marker > 0 && !whole)
    {
      cutter.start += marker;
      if (text[block.start] == '[')
        cutter.numbered = (guint) g_ascii_strtoull (text + block.start + 1, NULL, 10) + 1;
    }
  gsize at = whole ? block.end : cutter.start;
  while (at < block.end)
    {
      while (at < block.end && classes[(guchar) text[at]] == PLAIN)
        at++;
      if (at == block.end)
        break;
      gsize before = at;
      switch (classes[(guchar) text[at]])
        {
        case MARK:
          cutter.in_straight = !cutter.in_straight;
          if (cutter.in_straight)
            cutter.last_opening = at;
          at++;
          break;
        case BRACKET:
          if (is_due_number (&cutter, at))
            {
              add_sentence (&cutter, at);
              begin_sentence (&cutter, at);
              at = cutter.start;
            }
          else
            at++;
          break;
        case HIGH:
          at = read_high (&cutter, at);
          if (at == before)
            at = read_terminator (&cutter, at);
          break;
        default:
          at = read_terminator (&cutter, at);
        }
    }
  if (cutter.start < block.end)
    add_sentence (&cutter, block.end);
}
