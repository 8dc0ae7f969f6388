#include "truth/value.h"

#include "base/date.h"

#include <math.h>
#include <string.h>

#define MINUTES_OF_DAY 1440.0

const char *
bl_truth_kind_name (BlTruthKind kind)
{
  switch (kind)
    {
    case BL_TRUTH_TEXT:
      return "text";
    case BL_TRUTH_NUMBER:
      return "number";
    case BL_TRUTH_CLOCK:
      return "clock";
    case BL_TRUTH_SET:
      return "set";
    case BL_TRUTH_LABEL:
      return "label";
    default:
      return "value";
    }
}

/* --- words -------------------------------------------------------------------------------------------------------- */

/* Marks that people write or leave out at will. Signs that carry meaning ("C++", "A&B", "#1") stay. */
static gboolean
is_dropped (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);
  return g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == 0x2018 || c == '.' || c == ','
         || type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_FORMAT
         || type == G_UNICODE_CONTROL;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == '_' || c == '"' || c == '('
         || c == ')' || c == '[' || c == ']' || c == '!' || c == '?' || c == ':';
}

/* Plain letters, digits and single spaces need no Unicode tables; nearly all cells are of them. */
static gboolean
fold_ascii (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      const guchar c = (guchar) text[i];
      if (!g_ascii_isalnum (c) && !(c == ' ' && i > 0 && i + 1 < length && text[i + 1] != ' '))
        return FALSE;
      g_string_append_c (out, (char) g_ascii_tolower ((char) c));
    }
  return TRUE;
}

/* "  Müller-Lüdenscheidt, K. " gives "muller ludenscheidt k". Text with nothing but punctuation stays as it is. */
static const char *
fold (BlArena *arena, const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_sized_new (length + 1);
  if (fold_ascii (out, text, length))
    return bl_arena_intern_len (arena, out->str, out->len);
  g_string_truncate (out, 0);
  g_autofree char *wide = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *cased = wide != NULL ? g_utf8_casefold (wide, -1) : NULL;
  gboolean gap = FALSE;
  for (const char *at = cased; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (is_dropped (c))
        continue;
      if (is_space (c))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }
  return out->len > 0 ? bl_arena_intern_len (arena, out->str, out->len) : bl_arena_intern_len (arena, text, length);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Members in order, each once; NULL when there is no ';' or nothing beside it. */
static const char *
fold_members (BlArena *arena, const char *text)
{
  if (strchr (text, ';') == NULL)
    return NULL;
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  for (char **part = parts; *part != NULL; part++)
    {
      g_strstrip (*part);
      if (**part != '\0')
        g_ptr_array_add (members, (gpointer) fold (arena, *part, strlen (*part)));
    }
  if (members->len == 0)
    return NULL;
  g_ptr_array_sort (members, compare_texts);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const char *member = g_ptr_array_index (members, i);
      if (i > 0 && strcmp (member, g_ptr_array_index (members, i - 1)) == 0)
        continue;
      if (i > 0)
        g_string_append_c (out, ';');
      g_string_append (out, member);
    }
  return bl_arena_intern_len (arena, out->str, out->len);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

/* Digits with commas at each third place, "12,345,678", or without any. Appends the digits; FALSE when the commas stand wrongly. */
static gboolean
take_digits (const char **at, GString *digits)
{
  const gsize before = digits->len;
  while (g_ascii_isdigit (**at))
    g_string_append_c (digits, *(*at)++);
  gsize group = digits->len - before;
  if (**at != ',')
    return group > 0 || **at == '.';
  if (group == 0 || group > 3)
    return FALSE;
  while (**at == ',')
    {
      (*at)++;
      for (group = 0; g_ascii_isdigit (**at); group++)
        g_string_append_c (digits, *(*at)++);
      if (group != 3)
        return FALSE;
    }
  return TRUE;
}

static const char *
take_unit (const char **at)
{
  static const char *const units[] = { "%", "$", "€", "£", "¥" };
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (*at, units[i]))
      {
        *at += strlen (units[i]);
        return units[i];
      }
  return "";
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ')
    (*at)++;
}

/* [sign] [currency] digits [. digits] [e digits] [%] and nothing else. */
static void
read_number (BlTruthReading *reading, const char *text)
{
  if (strlen (text) > 64)
    return;
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *at = text;
  const char *unit = take_unit (&at);
  if (g_str_has_prefix (at, "−")) /* U+2212 */
    {
      at += strlen ("−");
      g_string_append_c (digits, '-');
    }
  else if (*at == '-' || *at == '+')
    g_string_append_c (digits, *at++);
  if (*unit == '\0')
    unit = take_unit (&at);
  const gsize start = digits->len;
  if (!take_digits (&at, digits))
    return;
  if (*at == '.')
    {
      g_string_append_c (digits, *at++);
      while (g_ascii_isdigit (*at))
        g_string_append_c (digits, *at++);
    }
  if (digits->len - start == 0 || (digits->len - start == 1 && digits->str[start] == '.'))
    return;
  if ((*at == 'e' || *at == 'E') && (g_ascii_isdigit (at[1]) || ((at[1] == '-' || at[1] == '+') && g_ascii_isdigit (at[2]))))
    {
      g_string_append_c (digits, *at++);
      g_string_append_c (digits, *at++);
      while (g_ascii_isdigit (*at))
        g_string_append_c (digits, *at++);
    }
  skip_blanks (&at);
  if (*unit == '\0')
    unit = take_unit (&at);
  const double number = g_ascii_strtod (digits->str, NULL);
  if (*at != '\0' || !isfinite (number))
    return;
  reading->number = number + 0.0; /* −0 is 0 */
  reading->unit = unit;
}

/* --- times of day ------------------------------------------------------------------------------------------------- */

/* One or two digits as a number; -1 when there are none or more. */
static int
take_two (const char **at)
{
  if (!g_ascii_isdigit (**at))
    return -1;
  int number = *(*at)++ - '0';
  if (g_ascii_isdigit (**at))
    number = 10 * number + (*(*at)++ - '0');
  return g_ascii_isdigit (**at) ? -1 : number;
}

/* "2011-12-08 " or "2011-12-08T" before a time. */
static void
take_day (const char **at, gint32 *day)
{
  if (strlen (*at) < 11 || ((*at)[10] != ' ' && (*at)[10] != 'T'))
    return;
  g_autofree char *text = g_strndup (*at, 10);
  BlDate date;
  if (!bl_date_parse (text, &date) || date.precision != BL_DATE_DAY)
    return;
  *day = bl_date_first_day (date);
  *at += 11;
  skip_blanks (at);
}

/* am and pm in their usual spellings: "7:45pm", "7:45 P.M.", "7:45p". */
static int
take_half (const char **at)
{
  static const char *const spellings[] = { "a.m.", "am", "a", "p.m.", "pm", "p" };
  skip_blanks (at);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (g_ascii_strncasecmp (*at, spellings[i], strlen (spellings[i])) == 0)
      {
        *at += strlen (spellings[i]);
        return i < 3 ? 0 : 1;
      }
  return -1;
}

/* "Z", "+02:00", "-0500" behind a time with a date: minutes to be taken off it. */
static int
take_zone (const char **at)
{
  if (**at == 'Z')
    {
      (*at)++;
      return 0;
    }
  if ((**at != '+' && **at != '-') || !g_ascii_isdigit ((*at)[1]) || !g_ascii_isdigit ((*at)[2]))
    return 0;
  const int sign = **at == '-' ? -1 : 1;
  int minutes = 60 * (10 * ((*at)[1] - '0') + ((*at)[2] - '0'));
  *at += 3;
  if (**at == ':')
    (*at)++;
  if (g_ascii_isdigit (**at) && g_ascii_isdigit ((*at)[1]))
    {
      minutes += 10 * (**at - '0') + ((*at)[1] - '0');
      *at += 2;
    }
  return sign * minutes;
}

/* ":ss" or ":ss.fff"; 0 when there is none, -1 when it is none. */
static double
take_seconds (const char **at)
{
  if (**at != ':')
    return 0;
  (*at)++;
  double seconds = take_two (at);
  if (**at == '.' && g_ascii_isdigit ((*at)[1]))
    {
      (*at)++;
      for (double place = 0.1; g_ascii_isdigit (**at); place /= 10)
        seconds += place * (*(*at)++ - '0');
    }
  return seconds >= 0 && seconds < 60 ? seconds : -1;
}

/* The time at an offset from UTC as one at UTC, so that two zones can be compared; the day moves with it. */
static void
set_time (BlTruthReading *reading, double minutes, gint32 day, int offset)
{
  minutes -= offset;
  const double days = floor (minutes / MINUTES_OF_DAY);
  reading->minutes = minutes - days * MINUTES_OF_DAY;
  reading->day = day != 0 ? day + (gint32) days : 0;
}

/* h:mm[:ss] [am|pm], perhaps behind a date of ISO 8601, and then perhaps with a zone. An hour from 1 to 12 without am or pm and without a zero
 * before it may be of either half of the day. */
static void
read_clock (BlTruthReading *reading, const char *text)
{
  if (strlen (text) > 40)
    return;
  const char *at = text;
  gint32 day = 0;
  take_day (&at, &day);
  const char *start = at;
  const int hour = take_two (&at);
  if (hour < 0 || hour > 24 || *at != ':')
    return;
  at++;
  const int minute = take_two (&at);
  const double seconds = take_seconds (&at);
  if (minute < 0 || minute > 59 || seconds < 0)
    return;
  const int offset = day != 0 ? take_zone (&at) : 0;
  const int half = take_half (&at);
  skip_blanks (&at);
  if (*at != '\0' || (half >= 0 && (hour == 0 || hour > 12)) || (hour == 24 && (minute > 0 || seconds > 0)))
    return;
  const int full_hour = half >= 0 ? hour % 12 + 12 * half : hour;
  reading->half_stated = half >= 0;
  reading->half_known = half >= 0 || hour == 0 || hour > 12 || *start == '0' || day != 0;
  set_time (reading, 60.0 * full_hour + minute + seconds / 60.0, day, offset);
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */
BlTruthReading
bl_truth_read_value (BlArena *arena, const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  BlTruthReading reading
      = { .raw = bl_arena_intern (arena, bare), .number = NAN, .unit = "", .minutes = NAN, .half_known = TRUE };
  reading.folded = fold (arena, reading.raw, strlen (reading.raw));
  reading.members = fold_members (arena, reading.raw);
  read_number (&reading, reading.raw);
  read_clock (&reading, reading.raw);
  return reading;
}

double
bl_truth_clock_distance (const BlTruthReading *a, const BlTruthReading *b)
{
  if (a->day != 0 && b->day != 0)
    return fabs (MINUTES_OF_DAY * ((double) a->day - b->day) + a->minutes - b->minutes);
  const double round = a->half_known && b->half_known ? MINUTES_OF_DAY : MINUTES_OF_DAY / 2;
  const double apart = fmod (fabs (a->minutes - b->minutes), round);
  return MIN (apart, round - apart);
}

static int
compare_doubles (double a, double b)
{
  return (a > b) - (a < b);
}

/* What is not of the column's kind comes last. */
static int
compare_sizes (double a, double b)
{
  return isnan (a) || isnan (b) ? isnan (a) - isnan (b) : compare_doubles (a, b);
}

int
bl_truth_compare_values (BlTruthKind kind, const BlTruthReading *a, const BlTruthReading *b)
{
  int order = 0;
  if (kind == BL_TRUTH_NUMBER || kind == BL_TRUTH_LABEL)
    {
      order = isnan (a->number) - isnan (b->number);
      order = order != 0 ? order : strcmp (a->unit, b->unit);
      order = order != 0 ? order : compare_sizes (a->number, b->number);
      if (order != 0 || !isnan (a->number))
        return order;
    }
  if (kind == BL_TRUTH_CLOCK)
    {
      order = isnan (a->minutes) - isnan (b->minutes);
      order = order != 0 ? order : (a->day > b->day) - (a->day < b->day);
      order = order != 0 ? order : compare_sizes (a->minutes, b->minutes);
      order = order != 0 ? order : a->half_known - b->half_known;
      if (order != 0 || !isnan (a->minutes))
        return order;
    }
  if (kind == BL_TRUTH_SET)
    return strcmp (a->members != NULL ? a->members : a->folded, b->members != NULL ? b->members : b->folded);
  return strcmp (a->folded, b->folded);
}
