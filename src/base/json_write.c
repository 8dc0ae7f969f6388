#include "base/json_write.h"

#include <math.h>
#include <string.h>

/* A byte becomes six at most ("\u001f"), so a block of text needs no look at the room while it is written. */
enum
{
  BLOCK_BYTES = 1024,
  MAX_ESCAPE = 6,
};

/* What follows the backslash: 'u' for the long form, 0 for bytes that stand for themselves and those over 0x7F. */
static const char escapes[0x80] = {
  [0x00] = 'u', [0x01] = 'u', [0x02] = 'u', [0x03] = 'u', [0x04] = 'u', [0x05] = 'u', [0x06] = 'u',  [0x07] = 'u', [0x08] = 'u',
  ['\t'] = 't', ['\n'] = 'n', [0x0B] = 'u', [0x0C] = 'u', ['\r'] = 'r', [0x0E] = 'u', [0x0F] = 'u',  [0x10] = 'u', [0x11] = 'u',
  [0x12] = 'u', [0x13] = 'u', [0x14] = 'u', [0x15] = 'u', [0x16] = 'u', [0x17] = 'u', [0x18] = 'u',  [0x19] = 'u', [0x1A] = 'u',
  [0x1B] = 'u', [0x1C] = 'u', [0x1D] = 'u', [0x1E] = 'u', [0x1F] = 'u', ['"'] = '"',  ['\\'] = '\\', ['<'] = 'u',
};

char *
bl_json_grow (GString *out, gsize length)
{
  const gsize old = out->len;
  g_string_set_size (out, old + length);
  out->len = old;
  return out->str + old;
}

/* TRUE when none of eight bytes needs an escape or is over 0x7F. The classic test for a zero byte, (x - 0x01…) & ~x & 0x80…, may
 * also find a byte above the zero one, never none: it is exact for "any". */
static gboolean
is_plain (guint64 word)
{
  const guint64 ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  const guint64 quote = word ^ (ones * '"'), backslash = word ^ (ones * '\\'), less = word ^ (ones * '<');
  const guint64 control = word - ones * 0x20;
  return ((word | (control & ~word) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((less - ones) & ~less))
          & highs)
         == 0;
}

static char *
write_escape (char *to, guint letter)
{
  static const char digits[] = "0123456789abcdef";
  *to++ = '\\';
  *to++ = 'u';
  for (int shift = 12; shift >= 0; shift -= 4)
    *to++ = digits[(letter >> shift) & 0xF];
  return to;
}

/* Writes the character over U+007F at *from and moves on. */
static char *
write_high (char *to, const char **from, const char *end)
{
  const gunichar letter = g_utf8_get_char_validated (*from, end - *from);
  if (letter >= 0x110000)
    {
      memcpy (to, "\xEF\xBF\xBD", 3);
      (*from)++;
      return to + 3;
    }
  const gsize length = (gsize) g_utf8_skip[(guchar) * *from];
  if (letter == 0x2028 || letter == 0x2029)
    to = write_escape (to, letter);
  else
    {
      memcpy (to, *from, length);
      to += length;
    }
  *from += length;
  return to;
}

/* Writes until from reaches stop, or passes it by the rest of a character. */
static char *
write_block (char *to, const char **at, const char *stop, const char *end)
{
  const char *from = *at;
  while (from < stop)
    {
      guint64 word = 0;
      while (stop - from >= 8 && (memcpy (&word, from, 8), is_plain (word)))
        {
          memcpy (to, &word, 8);
          to += 8;
          from += 8;
        }
      const gsize rest = (gsize) (stop - from);
      if (rest == 0)
        break;
      if (rest < 8)
        {
          /* Blanks fill the word up; they are written too, and then written over. */
          word = 0x2020202020202020u;
          memcpy (&word, from, rest);
          if (is_plain (word))
            {
              memcpy (to, &word, 8);
              *at = stop;
              return to + rest;
            }
        }
      const guchar c = (guchar) *from;
      const char escape = c < 0x80 ? escapes[c] : 0;
      if (c >= 0x80)
        to = write_high (to, &from, end);
      else if (escape == 0)
        *to++ = *from++;
      else if (escape == 'u')
        {
          to = write_escape (to, c);
          from++;
        }
      else
        {
          *to++ = '\\';
          *to++ = escape;
          from++;
        }
    }
  *at = from;
  return to;
}

void
bl_json_write_string (GString *out, const char *text)
{
  if (text == NULL)
    {
      bl_json_write_literal (out, "null");
      return;
    }
  const gsize length = strlen (text);
  const char *const end = text + length;
  char *to = bl_json_begin_at (out, MAX_ESCAPE * (MIN (length, BLOCK_BYTES) + 2));
  *to++ = '"';
  while (text < end)
    {
      const gsize block = MIN ((gsize) (end - text), BLOCK_BYTES);
      to = write_block (to, &text, text + block, end);
      bl_json_end_at (out, to);
      to = bl_json_begin_at (out, MAX_ESCAPE * (MIN ((gsize) (end - text), BLOCK_BYTES) + 2));
    }
  *to++ = '"';
  bl_json_end_at (out, to);
}

static char *
write_digits (char *to, guint64 value)
{
  char digits[20];
  guint n = 0;
  do
    digits[n++] = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  while (n > 0)
    *to++ = digits[--n];
  return to;
}

void
bl_json_write_unsigned (GString *out, guint64 value)
{
  bl_json_end_at (out, write_digits (bl_json_begin_at (out, 20), value));
}

/* A value that is the double nearest to a decimal of at most three places and six digits is written as that decimal: "%.6g" rounds
 * to six digits, and the error of the double is a billion times smaller than half of the last. FALSE for all others. */
static gboolean
write_decimal (GString *out, double value)
{
  const double thousandths = nearbyint (fabs (value) * 1000);
  if (!(thousandths >= 1 && thousandths < 1e6) || thousandths / 1000 != fabs (value))
    return FALSE;
  guint number = (guint) thousandths;
  char *to = bl_json_begin_at (out, 12);
  if (value < 0)
    *to++ = '-';
  to = write_digits (to, number / 1000);
  number %= 1000;
  if (number > 0)
    *to++ = '.';
  for (guint place = 100; number > 0; place /= 10)
    {
      *to++ = (char) ('0' + number / place);
      number %= place;
    }
  bl_json_end_at (out, to);
  return TRUE;
}

void
bl_json_write_number (GString *out, double value)
{
  if (value >= 0 && value < 1e6 && value == (double) (guint) value && !signbit (value))
    bl_json_write_unsigned (out, (guint) value);
  else if (!write_decimal (out, value))
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (text, sizeof text, "%.6g", value);
      bl_json_write_raw (out, text, strlen (text));
    }
}
