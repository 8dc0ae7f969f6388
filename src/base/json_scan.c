#include "base/json_scan.h"

#include <stdarg.h>
#include <string.h>

#include "base/limits.h"

/* cJSON copies a number into a buffer of 64 bytes before it reads it, and would cut a longer one. */
enum
{
  LONGEST_NUMBER = 63
};

/* The text ends in a NUL that no text may hold, so the scanner looks one byte ahead without asking where the end is. */
typedef struct
{
  char *text;
  char *at;
  char *end;
  guint depth;
  GArray *starts;
  BlJsonFault *fault;
} Scanner;

static gboolean scan_value (Scanner *scanner);

/* The first fault is the one to report: later ones follow from it. */
static gboolean fail_at (Scanner *scanner, const char *place, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail_at (Scanner *scanner, const char *place, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  scanner->fault->offset = (gsize) (place - scanner->text);
  scanner->fault->what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

/* "“x”", "U+0007" or "the end of the file", for messages. */
static char *
describe (const Scanner *scanner, const char *place)
{
  if (place >= scanner->end)
    return g_strdup ("the end of the file");
  gunichar letter = g_utf8_get_char (place);
  if (!g_unichar_isgraph (letter))
    return g_strdup_printf ("U+%04X", letter);
  return g_strdup_printf ("“%.*s”", (int) g_utf8_skip[(guchar) *place], place);
}

static void
note_start (Scanner *scanner, const char *place)
{
  guint32 offset = (guint32) (place - scanner->text);
  g_array_append_val (scanner->starts, offset);
}

/* A comment of either kind at scanner->at. Line breaks stay, so that nothing after it moves. */
static gboolean
blank_comment (Scanner *scanner)
{
  char *start = scanner->at;
  char *stop = NULL;
  if (start[1] == '/')
    {
      stop = memchr (start, '\n', (gsize) (scanner->end - start));
      if (stop == NULL)
        stop = scanner->end;
    }
  else if (start[1] == '*')
    {
      stop = strstr (start + 2, "*/");
      if (stop == NULL)
        return fail_at (scanner, start, "this comment does not end; close it with */");
      stop += 2;
    }
  else
    return fail_at (scanner, start, "a lone “/”; a comment begins with // or /*");
  for (char *c = start; c < stop; c++)
    if (*c != '\n' && *c != '\r')
      *c = ' ';
  scanner->at = stop;
  return TRUE;
}

static gboolean
skip_blanks (Scanner *scanner)
{
  for (;;)
    {
      char c = *scanner->at;
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
        scanner->at++;
      else if (c != '/')
        return TRUE;
      else if (!blank_comment (scanner))
        return FALSE;
    }
}

/* Four hexadecimal digits at text; -1 when they are not. */
static int
hex4 (const char *text)
{
  int value = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* \uXXXX at scanner->at. */
static gboolean
scan_unicode_escape (Scanner *scanner)
{
  char *place = scanner->at;
  int unit = hex4 (place + 2);
  if (unit < 0)
    return fail_at (scanner, place, "\\u wants four hexadecimal digits, as in \\u00e9");
  if (unit == 0)
    return fail_at (scanner, place, "\\u0000 cannot stand in a string; remove it");
  scanner->at += 6;
  if (unit < 0xD800 || unit > 0xDFFF)
    return TRUE;
  int low = unit < 0xDC00 && scanner->at[0] == '\\' && scanner->at[1] == 'u' ? hex4 (scanner->at + 2) : -1;
  if (low < 0xDC00 || low > 0xDFFF)
    return fail_at (scanner, place, "\\u%.4s is half of a surrogate pair; write the character itself, or both halves",
                    place + 2);
  scanner->at += 6;
  return TRUE;
}

static gboolean
scan_escape (Scanner *scanner)
{
  char c = scanner->at[1];
  if (c == 'u')
    return scan_unicode_escape (scanner);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    {
      g_autofree char *found = describe (scanner, scanner->at + 1);
      return fail_at (scanner, scanner->at, "a backslash before %s is no escape; write \\\\ for a backslash", found);
    }
  scanner->at += 2;
  return TRUE;
}

/* Bytes that a string holds as they are. UTF-8 was checked for the whole text. */
static inline gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && c != '"' && c != '\\';
}

static gboolean
scan_string (Scanner *scanner)
{
  char *start = scanner->at++;
  for (;;)
    {
      while (is_plain (*scanner->at))
        scanner->at++;
      char c = *scanner->at;
      if (c == '"')
        {
          scanner->at++;
          return TRUE;
        }
      if (scanner->at >= scanner->end)
        return fail_at (scanner, start, "this string does not end; close it with \"");
      if (c == '\n' || c == '\r')
        return fail_at (scanner, scanner->at, "a line break inside a string; close the string with \", or write \\n");
      if (c == '\t')
        return fail_at (scanner, scanner->at, "a raw tab inside a string; write \\t");
      if (c != '\\')
        return fail_at (scanner, scanner->at, "a raw control character inside a string; write \\u%04x", (guint) (guchar) c);
      if (!scan_escape (scanner))
        return FALSE;
    }
}

/* FALSE when no digit stands there. */
static gboolean
skip_digits (Scanner *scanner)
{
  const char *start = scanner->at;
  while (g_ascii_isdigit (*scanner->at))
    scanner->at++;
  return scanner->at > start;
}

static gboolean
scan_number (Scanner *scanner)
{
  char *start = scanner->at;
  if (*scanner->at == '-')
    scanner->at++;
  char *digits = scanner->at;
  if (!skip_digits (scanner))
    return fail_at (scanner, start, "a minus sign wants a digit after it, as in -1");
  if (*digits == '0' && scanner->at > digits + 1)
    return fail_at (scanner, start, "a number cannot begin with 0; remove the zero, or put a date or code in quotes");
  if (*scanner->at == '.')
    {
      scanner->at++;
      if (!skip_digits (scanner))
        return fail_at (scanner, start, "a decimal point wants digits after it, as in 1.0");
    }
  if (*scanner->at == 'e' || *scanner->at == 'E')
    {
      scanner->at++;
      if (*scanner->at == '+' || *scanner->at == '-')
        scanner->at++;
      if (!skip_digits (scanner))
        return fail_at (scanner, start, "an exponent wants digits, as in 1e6");
    }
  if (scanner->at - start > LONGEST_NUMBER)
    return fail_at (scanner, start, "a number of more than %d characters; shorten it", LONGEST_NUMBER);
  return TRUE;
}

/* Words of other languages that people write for these values. */
static const char *
meant_by (const char *word)
{
  static const char *const meanings[][2] = {
    { "none", "null" }, { "nil", "null" },  { "undefined", "null" }, { "null", "null" }, { "nan", "null" },  { "yes", "true" },
    { "on", "true" },   { "true", "true" }, { "false", "false" },    { "no", "false" },  { "off", "false" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_ascii_strcasecmp (word, meanings[i][0]) == 0)
      return meanings[i][1];
  return NULL;
}

/* true, false, null; anything else that begins with a letter is a fault. */
static gboolean
scan_word (Scanner *scanner)
{
  char *start = scanner->at;
  while (g_ascii_isalnum (*scanner->at) || *scanner->at == '_' || *scanner->at == '-')
    scanner->at++;
  gsize length = (gsize) (scanner->at - start);
  if ((length == 4 && (memcmp (start, "true", 4) == 0 || memcmp (start, "null", 4) == 0))
      || (length == 5 && memcmp (start, "false", 5) == 0))
    return TRUE;
  g_autofree char *word = g_strndup (start, MIN (length, 40));
  const char *meant = meant_by (word);
  if (meant != NULL)
    return fail_at (scanner, start, "“%s” is no JSON value; write %s", word, meant);
  return fail_at (scanner, start, "“%s” is no JSON value; a text stands in double quotes", word);
}

/* What stands where a value should. */
static gboolean
fail_value (Scanner *scanner)
{
  char c = *scanner->at;
  g_autofree char *found = describe (scanner, scanner->at);
  if (c == '\'' || g_str_has_prefix (scanner->at, "“") || g_str_has_prefix (scanner->at, "‘"))
    return fail_at (scanner, scanner->at, "%s opens no string; use straight double quotes", found);
  if (c == '#')
    return fail_at (scanner, scanner->at, "“#” opens no comment; a comment begins with // or /*");
  if (c == '+' || c == '.')
    return fail_at (scanner, scanner->at, "a number cannot begin with %s; it begins with a digit or -", found);
  return fail_at (scanner, scanner->at, "a value is missing: found %s", found);
}

static gboolean
enter (Scanner *scanner)
{
  if (scanner->depth == BL_LIMIT_JSON_DEPTH)
    return fail_at (scanner, scanner->at, "nested deeper than %d levels; flatten it", BL_LIMIT_JSON_DEPTH);
  scanner->depth++;
  scanner->at++;
  return skip_blanks (scanner);
}

static gboolean
leave (Scanner *scanner)
{
  scanner->depth--;
  scanner->at++;
  return TRUE;
}

/* After an item: TRUE at a comma that another item follows (scanner->at is then at the item), and at close. */
static gboolean
scan_separator (Scanner *scanner, char close)
{
  if (!skip_blanks (scanner))
    return FALSE;
  if (*scanner->at == close)
    return TRUE;
  char *comma = scanner->at;
  if (*comma != ',')
    {
      g_autofree char *found = describe (scanner, comma);
      return fail_at (scanner, comma, "“,” or “%c” is missing: found %s", close, found);
    }
  scanner->at++;
  if (!skip_blanks (scanner))
    return FALSE;
  if (*scanner->at == close)
    return fail_at (scanner, comma, "a comma before “%c”; remove it", close);
  return TRUE;
}

static gboolean
scan_array (Scanner *scanner)
{
  if (!enter (scanner))
    return FALSE;
  while (*scanner->at != ']')
    {
      note_start (scanner, scanner->at);
      if (!scan_value (scanner) || !scan_separator (scanner, ']'))
        return FALSE;
    }
  return leave (scanner);
}

static gboolean
scan_member (Scanner *scanner)
{
  if (*scanner->at != '"')
    {
      g_autofree char *found = describe (scanner, scanner->at);
      return fail_at (scanner, scanner->at, "a key in double quotes is missing: found %s", found);
    }
  note_start (scanner, scanner->at);
  if (!scan_string (scanner) || !skip_blanks (scanner))
    return FALSE;
  if (*scanner->at != ':')
    {
      g_autofree char *found = describe (scanner, scanner->at);
      return fail_at (scanner, scanner->at, "“:” is missing after the key: found %s", found);
    }
  scanner->at++;
  return skip_blanks (scanner) && scan_value (scanner);
}

static gboolean
scan_object (Scanner *scanner)
{
  if (!enter (scanner))
    return FALSE;
  while (*scanner->at != '}')
    if (!scan_member (scanner) || !scan_separator (scanner, '}'))
      return FALSE;
  return leave (scanner);
}

static gboolean
scan_value (Scanner *scanner)
{
  char c = *scanner->at;
  if (c == '"')
    return scan_string (scanner);
  if (c == '{')
    return scan_object (scanner);
  if (c == '[')
    return scan_array (scanner);
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (scanner);
  if (g_ascii_isalpha (c))
    return scan_word (scanner);
  return fail_value (scanner);
}

/* Eight bytes at a time: these files are nearly all ASCII, and g_utf8_validate would cost as much as the scan. */
static const char *
skip_ascii (const char *at, const char *end)
{
  for (guint64 word = 0; end - at >= (gssize) sizeof word; at += sizeof word)
    {
      memcpy (&word, at, sizeof word);
      if ((word & 0x8080808080808080u) != 0)
        break;
    }
  while (at < end && (guchar) *at < 0x80)
    at++;
  return at;
}

/* Once for the whole text; what comes after need not ask again. */
static gboolean
check_encoding (Scanner *scanner)
{
  const char *end = scanner->text + strlen (scanner->text);
  for (const char *at = skip_ascii (scanner->text, end); at < end; at = skip_ascii (at, end))
    {
      if (g_utf8_get_char_validated (at, end - at) >= 0x110000)
        return fail_at (scanner, at, "byte 0x%02X is not UTF-8; save the file as UTF-8", (guint) (guchar) *at);
      at += g_utf8_skip[(guchar) *at];
    }
  if (end < scanner->end)
    return fail_at (scanner, end, "a NUL byte; remove it, or save the file as UTF-8");
  return TRUE;
}

gboolean
bl_json_scan (char *text, gsize length, GArray *starts, BlJsonFault *fault)
{
  *fault = (BlJsonFault){ 0 };
  Scanner scanner = { .text = text, .at = text, .end = text + length, .starts = starts, .fault = fault };
  if (!check_encoding (&scanner) || !skip_blanks (&scanner))
    return FALSE;
  if (scanner.at == scanner.end)
    return fail_at (&scanner, text, "nothing here; a JSON value is wanted");
  note_start (&scanner, scanner.at);
  if (!scan_value (&scanner) || !skip_blanks (&scanner))
    return FALSE;
  if (scanner.at == scanner.end)
    return TRUE;
  g_autofree char *found = describe (&scanner, scanner.at);
  return fail_at (&scanner, scanner.at, "the value has ended: found %s; a file holds one value", found);
}
