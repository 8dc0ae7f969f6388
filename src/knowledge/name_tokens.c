#include "knowledge/name_tokens.h"

#include <string.h>

BlGeneration
bl_name_generation (const char *folded)
{
  if (strcmp (folded, "jr") == 0)
    return BL_GENERATION_JUNIOR;
  return strcmp (folded, "sr") == 0 ? BL_GENERATION_SENIOR : BL_GENERATION_NONE;
}

guint
bl_name_split (const BlGivenNames *names, char *folded, const char **words, BlGeneration *generation)
{
  guint n = 0;
  *generation = BL_GENERATION_NONE;
  for (char *word = folded; word != NULL && *word != '\0' && n < BL_NAME_TOKENS_MAX;)
    {
      char *end = strchr (word, ' ');
      if (end != NULL)
        *end++ = '\0';
      if (n > 0 || (bl_given_names_word (names, word) & BL_NAME_HONORIFIC) == 0)
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
