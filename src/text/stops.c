#include "text/stops.h"

#include <string.h>

#include "text/chars.h"

/* More marks in a row close nothing. */
#define MARKS_WINDOW 8

/* Reads closing marks; sets what was closed. Returns the place after them. */
static gsize
skip_closing_marks (BlSentenceCutter *cutter, gsize at, BlStop *stop)
{
  gsize end = cutter->block.end;
  for (guint i = 0; i < MARKS_WINDOW; i++)
    {
      gsize size;
      gunichar c = bl_char_at (cutter->text, at, end, &size);
      gunichar after = bl_char_at (cutter->text, at + size, end, NULL);
      gboolean edge = after == 0 || bl_is_blank (after)
                      || (!bl_is_letter (after) && !g_unichar_isdigit (after) && !bl_is_opening_mark (after));
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
      else if ((c == '\'' || c == 0x2019) && !bl_is_letter (after) && !g_unichar_isdigit (after))
        stop->quote_closed = TRUE;
      else if (c == ')' || c == ']' || c == '}')
        ; /* closes what is not a quotation */
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
skip_terminators (const BlSentenceCutter *cutter, gsize at, guint *stops, gboolean *others)
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

void
bl_stop_read (BlSentenceCutter *cutter, gsize at, BlStop *stop)
{
  *stop = (BlStop){ .at = at };
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
