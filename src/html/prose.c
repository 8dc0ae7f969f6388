/* Sentences as they are set: days that no line tears, numbers that can be read, codes of the base in words. */
#include "html/parts.h"

#include <string.h>

/* --- days ------------------------------------------------------------------------------------------------------------- */

static gboolean
are_digits (const char *p, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  return TRUE;
}

/* Whether two digits at p are a number from 1 to most. */
static gboolean
is_up_to (const char *p, guint most)
{
  if (!are_digits (p, 2))
    return FALSE;
  const guint n = (guint) (p[0] - '0') * 10 + (guint) (p[1] - '0');
  return n >= 1 && n <= most;
}

/* Bytes of the day or month that begins at p, "2025-08-21" or "2025-08"; 0: none does. */
static gsize
day_length (const char *p)
{
  if (!are_digits (p, 4) || p[4] != '-' || !is_up_to (p + 5, 12))
    return 0;
  const gsize length = p[7] == '-' && is_up_to (p + 8, 31) ? 10 : 7;
  return g_ascii_isalnum (p[length]) || p[length] == '-' ? 0 : length;
}

void
bl_html_prose (BlHtmlWriter *writer, const char *text)
{
  if (text == NULL)
    return;
  const char *from = text;
  for (const char *p = text; *p != '\0'; p++)
    {
      const gboolean at_start = p == text || !(g_ascii_isalnum (p[-1]) || p[-1] == '-' || p[-1] == '/');
      const gsize length = at_start ? day_length (p) : 0;
      if (length == 0)
        continue;
      bl_html_text_len (writer, from, p - from);
      bl_html_begin (writer, "time");
      bl_html_text_len (writer, p, (gssize) length);
      bl_html_end (writer, "time");
      from = p + length;
      p = from - 1;
    }
  bl_html_text (writer, from);
}

void
bl_html_prose_element (BlHtmlWriter *writer, const char *name, const char *css_class, const char *text)
{
  bl_html_begin (writer, name);
  bl_html_attribute (writer, "class", css_class);
  bl_html_prose (writer, text);
  bl_html_end (writer, name);
}

/* --- words ------------------------------------------------------------------------------------------------------------ */

char *
bl_html_capitalised (const char *text)
{
  const gunichar first = g_utf8_get_char (text);
  if (!g_unichar_islower (first))
    return g_strdup (text);
  char head[7] = { 0 };
  g_unichar_to_utf8 (g_unichar_totitle (first), head);
  return g_strconcat (head, g_utf8_next_char (text), NULL);
}

char *
bl_html_number (guint64 n)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  const gsize length = strlen (digits);
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

/* "2004-03-09/" → "since 2004-03-09". Owned by the caller; NULL: text is no range of days. */
static char *
range_words (const char *text)
{
  const char *slash = strchr (text, '/');
  if (slash == NULL || (slash == text && slash[1] == '\0') || strspn (text, "0123456789-/") != strlen (text))
    return NULL;
  if (slash[1] == '\0')
    return g_strdup_printf ("since %.*s", (int) (slash - text), text);
  if (slash == text)
    return g_strdup_printf ("until %s", slash + 1);
  return g_strdup_printf ("%.*s to %s", (int) (slash - text), text, slash + 1);
}

char *
bl_html_term_words (const char *note)
{
  const char *space = strrchr (note, ' ');
  g_autofree char *range = range_words (space != NULL ? space + 1 : note);
  if (range == NULL)
    return g_strdup (note);
  const char *slash = strchr (note, '/');
  if (space == NULL || slash > space || memchr (note, ' ', (gsize) (space - note)) != NULL)
    return g_strdup_printf ("%.*s%s", space != NULL ? (int) (space + 1 - note) : 0, note, range);
  g_autofree char *role = g_strndup (slash + 1, (gsize) (space - slash - 1));
  g_autofree char *where = g_ascii_strup (note, slash - note);
  return g_strdup_printf ("%s (%s), %s", g_strdelimit (role, "-", ' '), where, range);
}

const char *
bl_html_decision_words (BlDecisionKind kind)
{
  /* As the buttons of a finding have it. */
  const char *name = bl_decision_name (kind);
  return strcmp (name, "false-positive") == 0 ? "wrong finding" : name;
}
