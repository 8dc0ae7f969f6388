/* Whether a terminator ends a sentence.
 *
 * It does unless something speaks against it, found in the token before, the marks around and the words after, each within a
 * bounded window:
 *
 *   - what follows (white space and opening marks skipped) begins with a small letter: "“Really?” she asked"
 *   - the token before a full stop is a short form: titles always, "No." before a number, the others unless a word follows that is
 *     capitalised only at the beginning of sentences ("in the U.S. The …"). So "U.S. Senate" holds and "U.S. The" is cut
 *   - a quotation that ends with "?" or "!" is followed by its speaker: "“Why?” Mr. Lee asked"
 *
 * Without white space after it a full stop ends a sentence only in damaged text ("the war.Several sources"). */
#include "text/stops.h"

#include <string.h>

#include "text/chars.h"

/* No short form, and no address worth knowing, is longer; nor are a speaker's name and title. */
#define TOKEN_WINDOW 48
#define SPEAKER_WINDOW 90
#define MARKS_WINDOW 8

/* First character of the next sentence behind its opening marks. */
static gsize
skip_opening_marks (const BlSentenceCutter *cutter, gsize start)
{
  gsize at = start;
  for (guint i = 0; i < MARKS_WINDOW; i++)
    {
      gsize size;
      gunichar c = bl_char_at (cutter->text, at, cutter->block.end, &size);
      if (!bl_is_opening_mark (c))
        break;
      at += size;
    }
  /* "“ We agree": a mark that lost its place */
  return at > start && at < cutter->block.end && cutter->text[at] == ' ' ? at + 1 : at;
}

/* Letters from at on, apostrophe and hyphen not included. */
static BlSpan
word_at (const BlSentenceCutter *cutter, gsize at)
{
  gsize end = at;
  gsize limit = MIN (cutter->block.end, at + 64);
  while (end < limit)
    {
      gsize size;
      if (!bl_is_letter (bl_char_at (cutter->text, end, cutter->block.end, &size)))
        break;
      end += size;
    }
  return bl_span (at, end);
}

static guint
flags_of (const BlSentenceCutter *cutter, BlSpan word)
{
  return bl_text_lexicon_word (cutter->lexicon, cutter->text + word.start, bl_span_length (word));
}

/* Letters, digits, full stops, "&" and apostrophes right before at; what a short form consists of. */
static BlSpan
token_before (const BlSentenceCutter *cutter, gsize at)
{
  gsize start = at;
  gsize limit = at - MIN (at - cutter->start, TOKEN_WINDOW);
  while (start > limit)
    {
      gsize before = bl_char_before (cutter->text, start, cutter->start);
      gunichar c = bl_char_at (cutter->text, before, at, NULL);
      if (!bl_is_letter (c) && !g_unichar_isdigit (c) && c != '.' && c != '&' && c != '\'' && c != 0x2019)
        break;
      start = before;
    }
  if (start < at && cutter->text[start] == '\'')
    start++;
  return bl_span (start, at);
}

/* "J", "U.S", "J.D": single capitals. */
static gboolean
are_initials (const BlSentenceCutter *cutter, BlSpan token)
{
  gsize at = token.start;
  while (at < token.end)
    {
      gsize size;
      if (!bl_is_capital (bl_char_at (cutter->text, at, token.end, &size)))
        return FALSE;
      at += size;
      if (at < token.end && cutter->text[at++] != '.')
        return FALSE;
    }
  return token.end > token.start;
}

/* The token belongs to an address, a file name or a number: "example.com", "v2.1". */
static gboolean
is_address (const BlSentenceCutter *cutter, gsize at)
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

static gboolean
small_word_follows (const BlSentenceCutter *cutter, BlSpan word)
{
  gsize next = bl_skip_blanks (cutter->text, word.end, cutter->block.end);
  return next > word.end && bl_is_small (bl_char_at (cutter->text, next, cutter->block.end, NULL));
}

/* The word at first can only begin a sentence: a capitalised function word, or a plural such as "Officials" before a small one. */
static gboolean
can_only_open (const BlSentenceCutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  guint flags = flags_of (cutter, word);
  if ((flags & BL_WORD_OPENER) != 0)
    return word.end >= cutter->block.end || cutter->text[word.end] != '.'; /* "C. A. Lind" */
  return (flags & BL_WORD_OPENER_NOUN) != 0 && small_word_follows (cutter, word);
}

/* White space and an opening mark: "Lee replied, “No”" */
static gboolean
opens_speech (const BlSentenceCutter *cutter, gsize at)
{
  at = bl_skip_blanks (cutter->text, at, cutter->block.end);
  return skip_opening_marks (cutter, at) > at;
}

/* "“Why not?” Mr. Lee asked", "“Now?” said coach Ann Lee": the words from first to the next mark are a speaker and a verb of saying.
 * The speaker of a quotation that began this sentence or one before it may say more after the verb ("Lee asked her"); where it
 * began inside of the sentence, and where the speaker has small words, the verb must end the clause: in "He asked, “Why?” Lee said
 * nothing." Lee opens a sentence. */
static gboolean
speaker_follows (const BlSentenceCutter *cutter, const BlStop *stop, gsize first)
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
      strict = strict || !bl_is_capital (bl_char_at (cutter->text, at, limit, NULL));
      at = word.end;
      while (at < limit && (cutter->text[at] == '.' || cutter->text[at] == '-' || bl_is_ascii_space (cutter->text[at])))
        at++;
    }
  return FALSE;
}

/* "at 5 p.m. Monday", "5 p.m. London time" */
static gboolean
time_goes_on (const BlSentenceCutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  if ((flags_of (cutter, word) & BL_WORD_TIME) != 0)
    return TRUE;
  gsize next = bl_skip_blanks (cutter->text, word.end, cutter->block.end);
  return next + 4 <= cutter->block.end && memcmp (cutter->text + next, "time", 4) == 0;
}

/* "12", "VA089", "IV"; after "No." letters are no Roman number: "No. I did not." */
static gboolean
is_number (const BlSentenceCutter *cutter, BlSpan token, gsize first)
{
  BlSpan word = word_at (cutter, first);
  gboolean roman = !bl_span_is_empty (word) && g_ascii_tolower (cutter->text[token.start]) != 'n';
  for (gsize i = word.start; i < word.end && roman; i++)
    roman = strchr ("IVXLC", cutter->text[i]) != NULL;
  return roman || g_unichar_isdigit (bl_char_at (cutter->text, word.end, cutter->block.end, NULL));
}

/* ", Ill", "(Ill", "D-Ill" */
static gboolean
is_set_off (const BlSentenceCutter *cutter, BlSpan token)
{
  const char *text = cutter->text;
  if (token.start <= cutter->start)
    return FALSE;
  char before = text[token.start - 1];
  return before == '(' || before == '-' || (before == ' ' && token.start >= cutter->start + 2 && text[token.start - 2] == ',');
}

/* "Ill. Rep. Marsh" */
static gboolean
title_follows (const BlSentenceCutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  return word.end < cutter->block.end && cutter->text[word.end] == '.'
         && bl_text_lexicon_short_form (cutter->lexicon, cutter->text + word.start, bl_span_length (word)) == BL_SHORT_TITLE;
}

/* "Reno, Nev. Police said", "Reno, Nev. Lind, a clerk": behind a comma a capitalised word before a small one begins a sentence;
 * "Nev. Gov. Palmer" goes on. */
static gboolean
place_ends (const BlSentenceCutter *cutter, BlSpan token, gsize first)
{
  gboolean behind_comma = is_set_off (cutter, token) && cutter->text[token.start - 1] == ' ';
  BlSpan word = word_at (cutter, first);
  if (word.end < cutter->block.end && cutter->text[word.end] == ',')
    word.end++;
  return (behind_comma && small_word_follows (cutter, word)) || can_only_open (cutter, first);
}

/* "1. Do this. 2. Do that.", "in three steps: 1. Do this.": a number that opens the sentence or follows a colon. */
static gboolean
counts_a_point (const BlSentenceCutter *cutter, BlSpan token)
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
full_stop_ends (const BlSentenceCutter *cutter, const BlStop *stop, gsize first)
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
      return !is_number (cutter, token, first);
    case BL_SHORT_TIME:
      return !digit && bl_is_letter (c) && !time_goes_on (cutter, first);
    case BL_SHORT_PLACE_WORD:
      if (!is_set_off (cutter, token))
        return !title_follows (cutter, first);
      return !digit && place_ends (cutter, token, first);
    case BL_SHORT_PLACE:
      return !digit && place_ends (cutter, token, first);
    case BL_SHORT_OPEN:
      return !digit && (stop->quote_closed || can_only_open (cutter, first));
    case BL_SHORT_NONE:
      break;
    }
  if (are_initials (cutter, token))
    return stop->quote_closed || can_only_open (cutter, first);
  return !counts_a_point (cutter, token);
}

/* No white space behind the terminator. */
static gboolean
glued_stop_ends (const BlSentenceCutter *cutter, const BlStop *stop)
{
  gsize first = skip_opening_marks (cutter, stop->end);
  gsize size;
  gunichar c = bl_char_at (cutter->text, first, cutter->block.end, &size);
  if (stop->ellipsis || stop->at <= cutter->start || !bl_is_capital (c)
      || (first > stop->end && bl_char_at (cutter->text, stop->end, cutter->block.end, NULL) == '\''))
    return FALSE;
  if (!bl_is_small (bl_char_at (cutter->text, first + size, cutter->block.end, NULL)))
    return FALSE;
  gsize before = bl_char_before (cutter->text, stop->at, cutter->start);
  gunichar last = bl_char_at (cutter->text, before, stop->at, NULL);
  if (!bl_is_small (last) && last != ')' && last != '%' && !g_unichar_isdigit (last))
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
small_name_follows (const BlSentenceCutter *cutter, gsize first)
{
  BlSpan word = word_at (cutter, first);
  const char *text = cutter->text;
  gsize end = cutter->block.end;
  gsize n = bl_span_length (word);
  if (n >= 2 && n < 20 && g_ascii_isupper (text[first + 1]))
    return TRUE;
  gboolean capital_next = word.end + 1 < end && bl_is_capital (bl_char_at (text, word.end + 1, end, NULL));
  if (n <= 3 && word.end < end && (text[word.end] == '-' || text[word.end] == '\''))
    return capital_next;
  if ((flags_of (cutter, word) & BL_WORD_PARTICLE) == 0 || word.end >= end || !bl_is_ascii_space (text[word.end]))
    return FALSE;
  if (capital_next)
    return TRUE;
  /* "von der Leyen", "de la Rúa" */
  BlSpan second = word_at (cutter, word.end + 1);
  return (flags_of (cutter, second) & BL_WORD_PARTICLE) != 0 && second.end + 1 < end
         && bl_is_capital (bl_char_at (text, second.end + 1, end, NULL));
}

/* "The crowd chanted “Work! Bread!” all day": a shout of a word or two inside of a quotation that began inside of the sentence. */
static gboolean
is_shout (const BlSentenceCutter *cutter, const BlStop *stop)
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
is_shouted_name (const BlSentenceCutter *cutter, const BlStop *stop, gsize first)
{
  BlSpan token = token_before (cutter, stop->at);
  return cutter->text[stop->at] == '!' && stop->end == stop->at + 1 && (flags_of (cutter, token) & BL_WORD_SHOUTED) != 0
         && !can_only_open (cutter, first);
}

gboolean
bl_stop_ends_sentence (const BlSentenceCutter *cutter, const BlStop *stop)
{
  if (stop->at == cutter->start)
    return FALSE; /* "... and left": nothing to end */
  if (stop->next == stop->end)
    return glued_stop_ends (cutter, stop);
  gsize first = skip_opening_marks (cutter, stop->next);
  gunichar c = bl_char_at (cutter->text, first, cutter->block.end, NULL);
  if (bl_is_small (c))
    return stop->full_stop && !stop->quote_closed && small_name_follows (cutter, first) && full_stop_ends (cutter, stop, first);
  if (c == 0x2013 || c == 0x2014 || c == '-')
    return stop->full_stop && !stop->quote_closed && full_stop_ends (cutter, stop, first);
  if (!bl_is_letter (c) && !g_unichar_isdigit (c) && c != '$' && c != '#' && c != '@' && c != '+' && c != 0xA3 && c != 0x20AC
      && c != 0x2022 && c != 0xA7 && c < 0x1F000)
    return FALSE;
  if (stop->full_stop)
    return full_stop_ends (cutter, stop, first);
  if (stop->ellipsis)
    return can_only_open (cutter, first) || stop->quote_closed || !bl_is_ascii_space (cutter->text[stop->at - 1]);
  return !is_shouted_name (cutter, stop, first) && !is_shout (cutter, stop) && !speaker_follows (cutter, stop, first);
}
