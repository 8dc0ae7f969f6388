#include "corpus/metadata.h"

#include <string.h>

void
bl_metadata_clear (BlMetadata *metadata)
{
  g_free (metadata->id);
  g_free (metadata->key);
  g_free (metadata->title);
  g_free (metadata->source);
  g_free (metadata->url);
  g_free (metadata->author);
  g_free (metadata->language);
  g_free (metadata->origin);
  *metadata = (BlMetadata){ 0 };
}

/* Printable ASCII with single blanks between words: nothing would be changed. */
static gboolean
is_clean (const char *text)
{
  gsize i = 0;
  while (text[i] > ' ' || (text[i] == ' ' && i > 0 && text[i - 1] != ' '))
    {
      if (text[i] == 0x7F)
        return FALSE;
      i++;
    }
  return text[i] == '\0' && i > 0 && text[i - 1] != ' ';
}

void
bl_metadata_set (char **field, const char *text)
{
  if (*field != NULL || text == NULL)
    return;
  if (is_clean (text))
    {
      *field = g_strdup (text);
      return;
    }
  GString *joined = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (joined, c);
      else if (joined->len > 0 && joined->str[joined->len - 1] != ' ')
        g_string_append_c (joined, ' ');
    }
  if (joined->len > 0 && joined->str[joined->len - 1] == ' ')
    g_string_truncate (joined, joined->len - 1);
  if (joined->len > 0)
    *field = g_string_free (joined, FALSE);
  else
    g_string_free (joined, TRUE);
}

/* 1..12 for an English month name or its first three letters, 0 for anything else. */
static int
month_number (const char *word)
{
  static const char *const names[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december" };
  gsize length = strlen (word);
  if (length < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (names[i], word, length) == 0)
      return (length == 3 || length == strlen (names[i]) || (i == 8 && length == 4)) ? i + 1 : 0;
  return 0;
}

/* The value of a word of digits only, -1 otherwise. "1st" and "22nd" count. */
static int
day_number (const char *word)
{
  char *end = NULL;
  gint64 value = g_ascii_strtoll (word, &end, 10);
  if (end == word || value < 1 || value > 9999)
    return -1;
  if (*end != '\0' && strcmp (end, "st") != 0 && strcmp (end, "nd") != 0 && strcmp (end, "rd") != 0 && strcmp (end, "th") != 0)
    return -1;
  return (int) value;
}

/* "may" is a month before a number only. */
static gboolean
is_number_next (char **words)
{
  while (*words != NULL && **words == '\0')
    words++;
  return *words != NULL && day_number (*words) > 0;
}

/* "1 April 2022", "April 1, 2022", "Fri, 01 Apr 2022 10:00:00 GMT": a month by name, a day and a year near it. */
static gboolean
read_worded_date (const char *text, BlDate *date)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,\t.", -1);
  int month = 0;
  int day = 0;
  int year = 0;
  for (char **word = words; *word != NULL && year == 0; word++)
    {
      int number = day_number (*word);
      if (month == 0 && month_number (*word) > 0 && is_number_next (word + 1))
        month = month_number (*word);
      else if (number >= 1 && number <= 31 && day == 0)
        day = number;
      else if (number >= 1000 && month > 0)
        year = number;
    }
  if (month == 0 || year == 0)
    return FALSE;
  g_autofree char *iso
      = day > 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : g_strdup_printf ("%04d-%02d", year, month);
  return bl_date_parse (iso, date);
}

/* "20220401…": eight digits, then nothing or a time. */
static gboolean
read_packed_date (const char *text, BlDate *date)
{
  gsize digits = strspn (text, "0123456789");
  if (digits != 8 || (text[8] != '\0' && text[8] != 'T' && text[8] != ' '))
    return FALSE;
  g_autofree char *iso = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  return bl_date_parse (iso, date);
}

gboolean
bl_metadata_read_date (const char *text, BlDate *date)
{
  *date = (BlDate){ 0 };
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  if (bl_date_parse (trimmed, date) || read_packed_date (trimmed, date))
    return TRUE;

  /* "2022/04/01" and "2022-04-01 10:00:00": the first ten characters are the date, what follows is its time. */
  gsize length = strlen (trimmed);
  if (length >= 10 && strspn (trimmed, "0123456789-/") == 10 && (trimmed[4] == trimmed[7])
      && (trimmed[10] == '\0' || trimmed[10] == ' ' || trimmed[10] == 'T'))
    {
      g_autofree char *iso = g_strdup_printf ("%.4s-%.2s-%.2s", trimmed, trimmed + 5, trimmed + 8);
      return bl_date_parse (iso, date);
    }
  return length < 100 && read_worded_date (trimmed, date);
}

char *
bl_metadata_host (const char *url)
{
  if (url == NULL)
    return NULL;
  const char *start = strstr (url, "://");
  start = start != NULL ? start + 3 : url;
  if (g_ascii_strncasecmp (start, "www.", 4) == 0)
    start += 4;
  gsize length = strcspn (start, "/?#:");
  if (length == 0 || memchr (start, '.', length) == NULL || memchr (start, ' ', length) != NULL)
    return NULL;
  return g_ascii_strdown (start, (gssize) length);
}
