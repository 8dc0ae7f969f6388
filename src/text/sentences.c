/* Cuts blocks into sentences: one pass over the bytes that stops at terminators only. What they mean is decided in sentence_end.c. */
#include "text/sentences.h"

#include "text/blocks.h"
#include "text/chars.h"
#include "text/stops.h"

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
add_sentence (BlSentenceCutter *cutter, gsize end)
{
  BlSpan span = bl_trim (cutter->text, bl_span (cutter->start, end));
  BlSentence sentence = { span, cutter->index };
  if (!bl_span_is_empty (span))
    g_array_append_val (cutter->sentences, sentence);
}

/* Begins the next sentence at next, past a "[2] " that counts it. */
static void
begin_sentence (BlSentenceCutter *cutter, gsize next)
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

/* "[2] " with the number that is due begins a sentence also where the one before lacks its full stop. */
static gboolean
is_due_number (const BlSentenceCutter *cutter, gsize at)
{
  if (cutter->numbered == 0 || at == cutter->start || !bl_is_ascii_space (cutter->text[at - 1])
      || bl_list_marker (cutter->text, bl_span (at, cutter->block.end)) == 0)
    return FALSE;
  return g_ascii_strtoull (cutter->text + at + 1, NULL, 10) == cutter->numbered;
}

/* Handles a character over U+007F; returns the place after it, or at for a terminator. */
static gsize
read_high (BlSentenceCutter *cutter, gsize at)
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
read_terminator (BlSentenceCutter *cutter, gsize at)
{
  BlStop stop;
  bl_stop_read (cutter, at, &stop);
  if (stop.end == at)
    return at + 1;
  if (stop.next < cutter->block.end && bl_stop_ends_sentence (cutter, &stop))
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
  BlSentenceCutter cutter = { .lexicon = lexicon,
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
