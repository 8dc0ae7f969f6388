#include "mentions/lookalikes.h"

/* Unicode Technical Standard 39, confusables.txt: those that look the same in running text. */
static const struct
{
  gunichar letter;
  char latin;
} lookalikes[] = {
  /* Cyrillic */
  { 0x0410, 'A' },
  { 0x0412, 'B' },
  { 0x0415, 'E' },
  { 0x041A, 'K' },
  { 0x041C, 'M' },
  { 0x041D, 'H' },
  { 0x041E, 'O' },
  { 0x0420, 'P' },
  { 0x0421, 'C' },
  { 0x0422, 'T' },
  { 0x0425, 'X' },
  { 0x0405, 'S' },
  { 0x0406, 'I' },
  { 0x0408, 'J' },
  { 0x0430, 'a' },
  { 0x0435, 'e' },
  { 0x043E, 'o' },
  { 0x0440, 'p' },
  { 0x0441, 'c' },
  { 0x0443, 'y' },
  { 0x0445, 'x' },
  { 0x0455, 's' },
  { 0x0456, 'i' },
  { 0x0458, 'j' },
  { 0x04BB, 'h' },
  { 0x0501, 'd' },
  /* Greek */
  { 0x0391, 'A' },
  { 0x0392, 'B' },
  { 0x0395, 'E' },
  { 0x0396, 'Z' },
  { 0x0397, 'H' },
  { 0x0399, 'I' },
  { 0x039A, 'K' },
  { 0x039C, 'M' },
  { 0x039D, 'N' },
  { 0x039F, 'O' },
  { 0x03A1, 'P' },
  { 0x03A4, 'T' },
  { 0x03A5, 'Y' },
  { 0x03A7, 'X' },
  { 0x03BF, 'o' },
  { 0x03BD, 'v' },
};

static char
latin_of (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (lookalikes); i++)
    if (lookalikes[i].letter == letter)
      return lookalikes[i].latin;
  return 0;
}

char *
bl_lookalikes_to_latin (const char *word, gsize length, const char **alphabet)
{
  g_autoptr (GString) latin = g_string_new (NULL);
  guint n_latin = 0, n_other = 0;
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);
      const GUnicodeScript script = g_unichar_get_script (letter);
      if (script != G_UNICODE_SCRIPT_CYRILLIC && script != G_UNICODE_SCRIPT_GREEK)
        {
          g_string_append_unichar (latin, letter);
          n_latin += script == G_UNICODE_SCRIPT_LATIN;
          continue;
        }
      const char as = latin_of (letter);
      if (as == 0)
        return NULL;
      g_string_append_c (latin, as);
      *alphabet = script == G_UNICODE_SCRIPT_GREEK ? "Greek" : "Cyrillic";
      n_other++;
    }
  return n_other > 0 && n_latin > n_other ? g_string_free (g_steal_pointer (&latin), FALSE) : NULL;
}
