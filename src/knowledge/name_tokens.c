#include "knowledge/name_tokens.h"

#include <string.h>

static gboolean
is_one_of (const char *word, const char *const *list)
{
  for (; *list != NULL; list++)
    if ((*list)[0] == word[0] && strcmp (*list, word) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bl_name_is_particle (const char *folded)
{
  static const char *const particles[]
      = { "al",  "el",  "as",  "ad",    "bin", "ibn", "bint", "ould", "ul",  "ur",  "de",  "da",  "do",
          "dos", "das", "del", "della", "di",  "du",  "des",  "la",   "le",  "las", "los", "van", "von",
          "zu",  "der", "den", "ter",   "ten", "af",  "av",   "y",    "the", "of",  NULL };
  return strlen (folded) <= 5 && is_one_of (folded, particles);
}

gboolean
bl_name_is_descent (const char *folded)
{
  static const char *const words[] = { "bin", "ibn", "bint", "ould", NULL };
  return is_one_of (folded, words);
}

gboolean
bl_name_is_patronymic (const char *folded)
{
  static const char *const ends[]
      = { "ovich", "evich", "ovych", "evych", "yovych", "ovitch", "evitch", "ovna", "evna", "ivna" };
  const gsize length = strlen (folded);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (length > strlen (ends[i]) + 1 && g_str_has_suffix (folded, ends[i]))
      return TRUE;
  return FALSE;
}

gboolean
bl_name_is_honorific (const char *folded)
{
  static const char *const honorifics[]
      = { "mr",        "mrs",      "ms",     "miss", "dr",   "prof",  "professor", "sir", "dame",
          "prasident", "monsieur", "madame", "herr", "frau", "senor", "senora",    NULL };
  return is_one_of (folded, honorifics);
}

BlGeneration
bl_name_generation (const char *folded)
{
  if (strcmp (folded, "jr") == 0)
    return BL_GENERATION_JUNIOR;
  return strcmp (folded, "sr") == 0 ? BL_GENERATION_SENIOR : BL_GENERATION_NONE;
}

guint
bl_name_split (char *folded, const char **words, BlGeneration *generation)
{
  guint n = 0;
  *generation = BL_GENERATION_NONE;
  for (char *word = folded; word != NULL && *word != '\0' && n < BL_NAME_TOKENS_MAX;)
    {
      char *end = strchr (word, ' ');
      if (end != NULL)
        *end++ = '\0';
      if (n > 0 || !bl_name_is_honorific (word))
        words[n++] = word;
      word = end;
    }
  if (n > 1)
    *generation = bl_name_generation (words[n - 1]);
  if (*generation != BL_GENERATION_NONE)
    n--;
  return n;
}

char *
bl_name_open_umlauts (const char *name)
{
  static const struct
  {
    const char *letter;
    const char *open;
  } umlauts[] = { { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "ø", "oe" }, { "å", "aa" },
                  { "Ä", "Ae" }, { "Ö", "Oe" }, { "Ü", "Ue" }, { "Ø", "Oe" }, { "Å", "Aa" } };
  const char *first = strchr (name, 0xC3); /* all of them begin with this byte in UTF-8 */
  if (first == NULL)
    return NULL;
  g_autoptr (GString) opened = g_string_new (name);
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (umlauts); i++)
    n += g_string_replace (opened, umlauts[i].letter, umlauts[i].open, 0);
  return n > 0 ? g_strdup (opened->str) : NULL;
}
