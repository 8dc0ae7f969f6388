/* Small inline readers of valid UTF-8, for the scanners of this room only. */
#pragma once

#include <string.h>

#include "base/span.h"

static inline gboolean
bl_is_ascii_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline gboolean
bl_is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static inline gboolean
bl_is_continuation (char c)
{
  return ((guchar) c & 0xC0) == 0x80;
}

/* Code points that begin in [start, end), eight bytes a step: a byte is a continuation when its highest bit is set and the next is not. */
static inline gsize
bl_count_points (const char *text, gsize start, gsize end)
{
  gsize n = end - start;
  for (; end - start >= 8; start += 8)
    {
      guint64 word;
      memcpy (&word, text + start, 8);
      const guint64 continuations = (word >> 7) & (~word >> 6) & 0x0101010101010101u;
      n -= (continuations * 0x0101010101010101u) >> 56;
    }
  for (; start < end; start++)
    n -= bl_is_continuation (text[start]);
  return n;
}

/* The character at text[at]; 0 at or past end. *length (may be NULL) is its size in bytes. */
static inline gunichar
bl_char_at (const char *text, gsize at, gsize end, gsize *length)
{
  gunichar c = 0;
  gsize size = 0;
  if (at < end)
    {
      c = (guchar) text[at];
      size = 1;
      if (c >= 0x80)
        {
          c = g_utf8_get_char (text + at);
          size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
    }
  if (length != NULL)
    *length = size;
  return c;
}

/* Where the character before text[at] begins; at must be greater than start. */
static inline gsize
bl_char_before (const char *text, gsize at, gsize start)
{
  gsize before = at - 1;
  while (before > start && bl_is_continuation (text[before]))
    before--;
  return before;
}

/* White space in the sense of a reader: what shows as nothing at the edges of a line, zero-width characters too. */
static inline gboolean
bl_is_blank (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F)
         || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

/* First byte at or after at that is not blank, or end. */
static inline gsize
bl_skip_blanks (const char *text, gsize at, gsize end)
{
  while (at < end)
    {
      gsize length;
      if (bl_is_ascii_space (text[at]))
        at++;
      else if ((guchar) text[at] >= 0x80 && bl_is_blank (bl_char_at (text, at, end, &length)))
        at += length;
      else
        break;
    }
  return at;
}

static inline BlSpan
bl_trim (const char *text, BlSpan span)
{
  span.start = (guint32) bl_skip_blanks (text, span.start, span.end);
  while (span.end > span.start)
    {
      gsize before = bl_char_before (text, span.end, span.start);
      if (!bl_is_blank (bl_char_at (text, before, span.end, NULL)))
        break;
      span.end = (guint32) before;
    }
  return span;
}

static inline gboolean
bl_is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c);
}

static inline gboolean
bl_is_small (gunichar c)
{
  return c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c);
}

static inline gboolean
bl_is_capital (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static inline gboolean
bl_is_opening_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == '`' || c == 0x2018 || c == 0x201C || c == 0x201E
         || c == 0x201A || c == 0xAB || c == 0x2039 || c == 0xBF || c == 0xA1;
}
