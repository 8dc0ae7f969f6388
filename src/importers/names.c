#include "importers/names.h"

#include "knowledge/name_script.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

BlPersonNames *
bl_person_names_new (void)
{
  BlPersonNames *names = g_new0 (BlPersonNames, 1);
  names->aliases = g_ptr_array_new ();
  names->texts = g_ptr_array_new_with_free_func (g_free);
  names->keys = g_ptr_array_new_with_free_func (g_free);
  names->latinizer = bl_latinizer_new ();
  return names;
}

void
bl_person_names_free (BlPersonNames *names)
{
  if (names == NULL)
    return;
  g_ptr_array_unref (names->aliases);
  g_ptr_array_unref (names->texts);
  g_ptr_array_unref (names->keys);
  bl_latinizer_free (names->latinizer);
  g_free (names);
}

/* --- tidying --------------------------------------------------------------------------------------------------------- */

/* "OSETROVA", "AL-ASSAD"; not "II", "JR", "X." and no word with a small letter. */
static gboolean
is_shouted (const char *word, gsize length)
{
  static const char *const generations[] = { "II", "III", "IV", "VI", "VII", "VIII", NULL };
  for (guint i = 0; generations[i] != NULL; i++)
    if (strlen (generations[i]) == length && memcmp (generations[i], word, length) == 0)
      return FALSE;
  guint letters = 0;
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (g_unichar_islower (c) || c == '.')
        return FALSE;
      letters += g_unichar_isupper (c);
    }
  return letters > 1;
}

/* Letters behind the first of each part become small. */
static void
append_calm (GString *out, const char *word, gsize length)
{
  gboolean first = TRUE;
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      g_string_append_unichar (out, first ? c : g_unichar_tolower (c));
      first = !g_unichar_isalpha (c) && c != 0x2BC && (c != '\'' || first);
    }
}

static void
append_words (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length;)
    {
      gsize end = i;
      while (end < length && !g_ascii_isspace (text[end]))
        end++;
      if (end > i)
        {
          if (out->len > 0)
            g_string_append_c (out, ' ');
          if (is_shouted (text + i, end - i))
            append_calm (out, text + i, end - i);
          else
            g_string_append_len (out, text + i, (gssize) (end - i));
        }
      i = end + 1;
    }
}

static gboolean
is_generation (const char *text)
{
  return g_ascii_strncasecmp (text, "jr", 2) == 0 || g_ascii_strncasecmp (text, "sr", 2) == 0
         || strspn (text, "IVX") == strlen (text);
}

/* Owned; NULL for what is no name. */
static char *
tidy (const char *name)
{
  const gsize length = strlen (name);
  if (length > BL_LIMIT_IMPORT_NAME_BYTES)
    return NULL;
  GString *out = g_string_sized_new (length + 1);
  const char *comma = strchr (name, ',');
  const char *given = comma != NULL ? comma + 1 + strspn (comma + 1, " ") : NULL;
  if (given != NULL && strchr (given, ',') == NULL && given[0] != '\0' && !is_generation (given))
    {
      append_words (out, given, strlen (given));
      append_words (out, name, (gsize) (comma - name));
    }
  else
    append_words (out, name, length);
  gboolean any_letter = FALSE;
  for (const char *at = out->str; *at != '\0' && !any_letter; at = g_utf8_next_char (at))
    any_letter = g_unichar_isalpha (g_utf8_get_char (at));
  return g_string_free (out, !any_letter);
}

/* --- the same words --------------------------------------------------------------------------------------------------- */

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
key_of (const char *name)
{
  g_autofree char *folded = bl_fold_letters (name, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

/* The tidied name when its words are new; NULL otherwise. Borrowed from names. */
static const char *
add_text (BlPersonNames *names, const char *name)
{
  if (name == NULL || names->texts->len >= BL_LIMIT_IMPORT_ALIASES)
    return NULL;
  char *text = tidy (name);
  char *key = text != NULL ? key_of (text) : NULL;
  if (key == NULL || key[0] == '\0' || g_ptr_array_find_with_equal_func (names->keys, key, g_str_equal, NULL))
    {
      g_free (text);
      g_free (key);
      return NULL;
    }
  g_ptr_array_add (names->texts, text);
  g_ptr_array_add (names->keys, key);
  return text;
}

/* --- choosing ----------------------------------------------------------------------------------------------------------- */

/* The first of them, one of several words if there is any. */
static gboolean
folds_alike (const char *a, gsize length, const char *b)
{
  g_autofree char *left = bl_fold_letters (a, (gssize) length);
  g_autofree char *right = bl_fold_letters (b, -1);
  return strcmp (left, right) == 0;
}

/* “Zakharov Nikita” beside “Nikita Aleksandrovich Zakharov”: the family name goes to the end. */
static void
turn_like (char *text, const char *shown)
{
  const char *family = strrchr (shown, ' ');
  const char *space = strchr (text, ' ');
  const char *last = strrchr (text, ' ');
  if (family == NULL || space == NULL || !folds_alike (text, (gsize) (space - text), family + 1)
      || folds_alike (last + 1, strlen (last + 1), family + 1))
    return;
  g_autofree char *turned = g_strdup_printf ("%s %.*s", space + 1, (int) (space - text), text);
  memcpy (text, turned, strlen (turned));
}

static const char *
first_of (const BlPersonNames *names, gboolean foreign)
{
  const char *first = NULL;
  for (guint i = 0; i < names->texts->len; i++)
    {
      const char *text = g_ptr_array_index (names->texts, i);
      if (bl_name_is_foreign (text) != foreign)
        continue;
      if (strchr (text, ' ') != NULL)
        return text;
      if (first == NULL)
        first = text;
    }
  return first;
}

gboolean
bl_is_family_within (const char *family, const char *name)
{
  g_autofree char *part = bl_fold_letters (family, -1);
  g_autofree char *whole = bl_fold_letters (name, -1);
  const gsize length = strlen (part);
  const gsize total = strlen (whole);
  if (length == 0 || length >= total)
    return FALSE;
  const gboolean begins = strncmp (whole, part, length) == 0 && whole[length] == ' ';
  const gboolean ends = strcmp (whole + total - length, part) == 0 && whole[total - length - 1] == ' ';
  return begins || (ends && strchr (part, ' ') != NULL);
}

static const char *
family_of (BlPersonNames *names, const GPtrArray *families)
{
  const char *best = NULL;
  for (guint i = 0; i < families->len && i < BL_LIMIT_IMPORT_ALIASES; i++)
    {
      const char *family = g_ptr_array_index (families, i);
      if (strlen (family) > BL_LIMIT_IMPORT_NAME_BYTES || bl_name_is_foreign (family))
        continue;
      const char *last = strrchr (names->shown, ' ');
      if (last != NULL && g_ascii_strcasecmp (last + 1, family) == 0 && best == NULL)
        return NULL;
      if ((best == NULL || strlen (family) > strlen (best)) && bl_is_family_within (family, names->shown))
        best = family;
    }
  if (best == NULL)
    return NULL;
  g_ptr_array_add (names->texts, tidy (best));
  return g_ptr_array_index (names->texts, names->texts->len - 1);
}

static void
latinize (BlPersonNames *names)
{
  char *latin = bl_latinizer_run (names->latinizer, names->native);
  if (latin == NULL)
    latin = g_strdup (names->native);
  if (g_unichar_islower (g_utf8_get_char (latin)))
    { /* scripts without capitals */
      gboolean first = TRUE;
      for (char *at = latin; *at != '\0'; at++)
        {
          if (first)
            *at = g_ascii_toupper (*at);
          first = *at == ' ' || *at == '-';
        }
    }
  g_ptr_array_add (names->texts, latin);
  names->shown = latin;
}

void
bl_person_names_choose (BlPersonNames *names, const BlPersonDraft *draft)
{
  g_ptr_array_set_size (names->texts, 0);
  g_ptr_array_set_size (names->keys, 0);
  g_ptr_array_set_size (names->aliases, 0);
  names->shown = names->native = names->family = NULL;
  add_text (names, draft->caption);
  add_text (names, draft->native);
  for (guint i = 0; i < draft->names->len; i++)
    add_text (names, g_ptr_array_index (draft->names, i));
  const guint n = names->texts->len;
  names->shown = first_of (names, FALSE);
  names->native = first_of (names, TRUE);
  if (names->shown == NULL && names->native == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      char *text = g_ptr_array_index (names->texts, i);
      if (text == names->shown || text == names->native)
        continue;
      if (names->shown != NULL)
        turn_like (text, names->shown);
      g_ptr_array_add (names->aliases, text);
    }
  if (names->shown == NULL)
    latinize (names);
  names->family = family_of (names, draft->families);
}
