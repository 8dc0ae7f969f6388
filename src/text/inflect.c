#include "text/inflect.h"

#include <string.h>

struct BlInflections
{
  GHashTable *groups; /* a form → GPtrArray of the cJSON arrays it stands in */
};

BlInflections *
bl_inflections_new (void)
{
  BlInflections *inflections = g_new0 (BlInflections, 1);
  inflections->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return inflections;
}

void
bl_inflections_free (BlInflections *inflections)
{
  if (inflections == NULL)
    return;
  g_hash_table_unref (inflections->groups);
  g_free (inflections);
}

static void
add_form (BlInflections *inflections, const char *form, const cJSON *group)
{
  GPtrArray *groups = g_hash_table_lookup (inflections->groups, form);
  if (groups == NULL)
    {
      groups = g_ptr_array_new ();
      g_hash_table_insert (inflections->groups, (gpointer) form, groups);
    }
  g_ptr_array_add (groups, (gpointer) group);
}

static void
read_group (BlInflections *inflections, BlReader *reader, const cJSON *group)
{
  if (bl_reader_array (reader, group) == 0)
    {
      if (cJSON_IsArray (group))
        bl_reader_fail (reader, group, "a list of the forms of one word is wanted here, the plain one first");
      return;
    }
  for (const cJSON *form = group->child; form != NULL; form = form->next)
    {
      const char *text = bl_reader_text (reader, form);
      if (text != NULL)
        add_form (inflections, text, group);
    }
}

void
bl_inflections_read (BlInflections *inflections, BlReader *reader)
{
  enum
  {
    FORMAT,
    IRREGULAR,
    N_KEYS
  };
  static const char *const keys[] = { "format", "irregular", NULL };
  const cJSON *fields[N_KEYS];
  const cJSON *root = bl_json_root (reader->json);
  if (!bl_reader_fields (reader, root, keys, fields))
    return;
  bl_reader_check_format (reader, fields[FORMAT]);
  if (fields[IRREGULAR] == NULL)
    bl_reader_fail (reader, root, "“irregular” is missing");
  else if (bl_reader_array (reader, fields[IRREGULAR]) > 0)
    for (const cJSON *group = fields[IRREGULAR]->child; group != NULL; group = group->next)
      read_group (inflections, reader, group);
}

static void
add (GPtrArray *forms, char *form)
{
  for (guint i = 0; i < forms->len; i++)
    if (strcmp (g_ptr_array_index (forms, i), form) == 0)
      {
        g_free (form);
        return;
      }
  g_ptr_array_add (forms, form);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* Vowel groups at or before the last letter: about the syllables, a silent e counted too. */
static guint
count_vowel_groups (const char *word, gsize length)
{
  guint n = 0;
  for (gsize i = 0; i < length; i++)
    {
      gboolean here = is_vowel (word[i]) || (word[i] == 'y' && i > 0);
      gboolean before = i > 0 && (is_vowel (word[i - 1]) || (word[i - 1] == 'y' && i > 1));
      n += here && !before;
    }
  return n;
}

typedef enum
{
  DOUBLE_NEVER,
  DOUBLE_PERHAPS,
  DOUBLE_ALWAYS,
} Doubling;

/* One vowel between consonants at the end: "plan", "permit", not "read", "send", "show". */
static Doubling
doubling_of (const char *word, gsize length)
{
  if (length < 3)
    return DOUBLE_NEVER;
  char last = word[length - 1];
  char vowel = word[length - 2];
  char first = word[length - 3];
  gboolean closed = !is_vowel (last) && strchr ("wxyhc", last) == NULL && is_vowel (vowel)
                    && (!is_vowel (first) || (first == 'u' && length > 3 && word[length - 4] == 'q'));
  if (!closed)
    return DOUBLE_NEVER;
  guint groups = count_vowel_groups (word, length);
  return groups <= 1 ? DOUBLE_ALWAYS : DOUBLE_PERHAPS;
}

static char *
with_ending (const char *word, gsize stem, const char *letter, const char *ending)
{
  const gsize more = strlen (letter), most = strlen (ending);
  char *form = g_malloc (stem + more + most + 1);
  memcpy (form, word, stem);
  memcpy (form + stem, letter, more);
  memcpy (form + stem + more, ending, most + 1);
  return form;
}

/* The s, ed and ing of a word that is not in the table. */
static void
add_regular (GPtrArray *forms, const char *word)
{
  gsize length = strlen (word);
  char last = word[length - 1];
  char before = length > 1 ? word[length - 2] : '\0';
  gboolean consonant_y = last == 'y' && length > 1 && !is_vowel (before);

  if (consonant_y)
    add (forms, with_ending (word, length - 1, "", "ies"));
  else if (strchr ("sxzo", last) != NULL || g_str_has_suffix (word, "ch") || g_str_has_suffix (word, "sh"))
    add (forms, with_ending (word, length, "", "es"));
  if (!consonant_y && last != 's' && last != 'x' && !g_str_has_suffix (word, "sh"))
    add (forms, with_ending (word, length, "", "s"));

  if (last == 'e')
    {
      add (forms, with_ending (word, length, "", "d"));
      if (before == 'i')
        add (forms, with_ending (word, length - 2, "y", "ing"));
      else if (before == 'e' || before == 'y' || before == 'o')
        add (forms, with_ending (word, length, "", "ing"));
      else
        add (forms, with_ending (word, length - 1, "", "ing"));
      return;
    }
  Doubling doubling = doubling_of (word, length);
  char doubled[2] = { last, '\0' };
  if (doubling != DOUBLE_NEVER)
    {
      add (forms, with_ending (word, length, doubled, "ed"));
      add (forms, with_ending (word, length, doubled, "ing"));
    }
  if (doubling != DOUBLE_ALWAYS)
    {
      add (forms, consonant_y ? with_ending (word, length - 1, "", "ied") : with_ending (word, length, "", "ed"));
      add (forms, with_ending (word, length, last == 'c' ? "k" : "", "ing"));
      if (last == 'c')
        add (forms, with_ending (word, length, "k", "ed"));
    }
}

char **
bl_inflect (const BlInflections *inflections, const char *word)
{
  GPtrArray *forms = g_ptr_array_new ();
  g_ptr_array_add (forms, g_strdup (word));
  const GPtrArray *groups = inflections != NULL ? g_hash_table_lookup (inflections->groups, word) : NULL;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    for (const cJSON *form = ((const cJSON *) g_ptr_array_index (groups, i))->child; form != NULL; form = form->next)
      add (forms, g_strdup (form->valuestring));
  if (groups == NULL && word[0] != '\0' && (guchar) word[strlen (word) - 1] < 0x80)
    add_regular (forms, word);
  g_ptr_array_add (forms, NULL);
  return (char **) g_ptr_array_free (forms, FALSE);
}
