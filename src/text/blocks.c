#include "text/blocks.h"

#include <string.h>

#include "text/chars.h"

/* Hard-wrapped text has lines of a terminal or an e-mail; a longer line means one paragraph a line. */
#define WRAP_LIMIT 120

gsize
bl_list_marker (const char *text, BlSpan span)
{
  gsize length;
  gsize at = span.start;
  gunichar c = bl_char_at (text, at, span.end, &length);
  if (c == '-' || c == '*' || c == 0x2022 || c == 0x2023 || c == 0x2013 || c == 0x2014 || c == 0x25AA || c == 0x25CF
      || c == 0x25E6 || c == 0xB7)
    at += length;
  else
    {
      gboolean bracket = c == '[' || c == '(';
      at += bracket ? 1 : 0;
      gsize digits = at;
      while (at < span.end && at < digits + 4 && bl_is_digit (text[at]))
        at++;
      if (at == digits && c != '[' && at < span.end && g_ascii_islower (text[at]))
        at++; /* "a)", "(b)" */
      if (at == digits || at > digits + 3 || at >= span.end)
        return 0;
      char close = text[at++];
      gboolean letter = !bl_is_digit (text[digits]);
      if (c == '[' ? close != ']' : bracket || letter ? close != ')' : close != '.' && close != ')')
        return 0;
    }
  gsize after = bl_skip_blanks (text, at, span.end);
  return after > at && after < span.end ? after - span.start : 0;
}

static gsize
count_characters (const char *text, BlSpan span)
{
  return bl_count_points (text, span.start, span.end);
}

/* "the defence ministry of the U.S." ends with a short form, not with a sentence. */
static gboolean
ends_in_short_form (const BlTextLexicon *lexicon, const char *text, BlSpan span)
{
  gsize stop = span.end - 1;
  gsize start = stop;
  while (start > span.start && stop - start < 16 && (g_ascii_isalnum (text[start - 1]) || text[start - 1] == '.'))
    start--;
  if (stop - start >= 3 && text[stop - 2] == '.')
    return TRUE; /* "U.S.", "a.m." */
  BlShortForm form = bl_text_lexicon_short_form (lexicon, text + start, stop - start);
  return form == BL_SHORT_TITLE || form == BL_SHORT_OPEN || form == BL_SHORT_PLACE;
}

static BlEnding
ending_of (const BlTextLexicon *lexicon, const char *text, BlSpan span)
{
  while (span.end > span.start)
    {
      gsize before = bl_char_before (text, span.end, span.start);
      switch (bl_char_at (text, before, span.end, NULL))
        {
        case '.':
          if (before > span.start + 1 && text[before - 1] == '.')
            return BL_ENDING_ELLIPSIS;
          return ends_in_short_form (lexicon, text, span) ? BL_ENDING_OPEN : BL_ENDING_STOP;
        case '?':
        case '!':
          return BL_ENDING_QUESTION;
        case 0x2026:
          return BL_ENDING_ELLIPSIS;
        case ':':
        case ';':
        case ',':
          return BL_ENDING_COLON;
        case '"':
        case '\'':
        case ')':
        case ']':
        case ' ':
        case '*':
        case 0x2018:
        case 0x2019:
        case 0x201C:
        case 0x201D:
        case 0xBB:
        case 0xAB:
        case 0xA0:
          span.end = (guint32) before;
          break;
        default:
          return BL_ENDING_OPEN;
        }
    }
  return BL_ENDING_OPEN;
}

static void
add_piece (const BlTextLexicon *lexicon, const char *text, BlSpan span, const BlBlockHint *hint, GArray *pieces)
{
  span = bl_trim (text, span);
  if (bl_span_is_empty (span))
    return;
  BlPiece piece = { .span = span, .kind = hint != NULL ? hint->kind : BL_BLOCK_PARAGRAPH, .hinted = hint != NULL };
  piece.marker = bl_list_marker (text, span);
  piece.characters = bl_span_length (span) > 4 * BL_SHORT_LINE_LIMIT ? G_MAXSIZE : count_characters (text, span);
  piece.ending = ending_of (lexicon, text, span);
  g_array_append_val (pieces, piece);
}

/* The lines of a range without surrounding white space; a blank line is an empty span. A lone carriage return ends a line only in
 * text that has no other line ends. */
static GArray *
split_lines (const char *text, BlSpan range)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (BlSpan));
  char end_of_line = memchr (text + range.start, '\n', bl_span_length (range)) != NULL ? '\n' : '\r';
  gsize start = range.start;
  while (start < range.end)
    {
      const char *stop = memchr (text + start, end_of_line, range.end - start);
      gsize end = stop != NULL ? (gsize) (stop - text) : range.end;
      BlSpan line = bl_trim (text, bl_span (start, end));
      g_array_append_val (lines, line);
      start = end + 1;
    }
  return lines;
}

/* TRUE when the first word of next would not have fit behind line: what a wrapping editor leaves. */
static gboolean
is_full (const char *text, BlSpan line, BlSpan next, gsize width)
{
  gsize word_end = next.start;
  while (word_end < next.end && !bl_is_ascii_space (text[word_end]))
    word_end++;
  return count_characters (text, line) + 1 + count_characters (text, bl_span (next.start, word_end)) > width;
}

static gboolean
begins_small (const char *text, BlSpan line)
{
  return g_unichar_islower (bl_char_at (text, line.start, line.end, NULL));
}

/* The column where the lines of a hard-wrapped text were broken, or 0 when each line is a paragraph. Two things must agree: most
 * lines are full, and many of the lines after them go on with a small letter. */
static gsize
wrap_width (const char *text, const GArray *lines)
{
  gsize width = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      BlSpan line = g_array_index (lines, BlSpan, i);
      if (bl_span_length (line) > 4 * WRAP_LIMIT)
        return 0;
      width = MAX (width, count_characters (text, line));
      if (width > WRAP_LIMIT)
        return 0;
    }
  if (width < 40)
    return 0;
  gsize pairs = 0;
  gsize full = 0;
  gsize small = 0;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      BlSpan line = g_array_index (lines, BlSpan, i);
      BlSpan next = g_array_index (lines, BlSpan, i + 1);
      if (bl_span_is_empty (line) || bl_span_is_empty (next))
        continue;
      pairs++;
      full += is_full (text, line, next, width);
      small += begins_small (text, next);
    }
  /* An editor breaks at its own column, the longest line may fall short of it by a few letters: so most, not all. */
  return pairs > 0 && 2 * full >= pairs && 3 * small >= pairs ? width : 0;
}

static gboolean
goes_on (const char *text, BlSpan line, BlSpan next, gsize width)
{
  if (bl_span_is_empty (line) || bl_span_is_empty (next) || bl_list_marker (text, next) > 0)
    return FALSE;
  return begins_small (text, next) || is_full (text, line, next, width - MIN (width, 8));
}

static void
cut_lines (const BlTextLexicon *lexicon, const char *text, BlSpan range, GArray *pieces)
{
  g_autoptr (GArray) lines = split_lines (text, range);
  gsize width = wrap_width (text, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      BlSpan block = g_array_index (lines, BlSpan, i);
      for (; width > 0 && i + 1 < lines->len; i++)
        {
          BlSpan line = g_array_index (lines, BlSpan, i);
          BlSpan next = g_array_index (lines, BlSpan, i + 1);
          if (!goes_on (text, line, next, width))
            break;
          block.end = next.end;
        }
      add_piece (lexicon, text, block, NULL, pieces);
    }
}

void
bl_blocks_find (const BlTextLexicon *lexicon, const char *text, gsize length, const BlBlockHint *hints, guint n_hints,
                GArray *blocks)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BlPiece));
  gsize at = 0;
  for (guint i = 0; i < n_hints; i++)
    {
      cut_lines (lexicon, text, bl_span (at, hints[i].span.start), pieces);
      add_piece (lexicon, text, hints[i].span, &hints[i], pieces);
      at = hints[i].span.end;
    }
  cut_lines (lexicon, text, bl_span (at, length), pieces);
  bl_block_kinds_find (lexicon, text, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const BlPiece *piece = &g_array_index (pieces, BlPiece, i);
      BlBlock block = { .kind = piece->kind, .span = piece->span };
      g_array_append_val (blocks, block);
    }
}
