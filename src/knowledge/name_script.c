#include "knowledge/name_script.h"

#include "knowledge/names.h"
#include "text/fold.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum
{
  LONGEST = 256 /* UTF-16 units; a name is far shorter, and transliteration may triple it */
};

gboolean
bl_name_is_foreign (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (c >= 0x250 && g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
        return TRUE;
    }
  return FALSE;
}

struct BlLatinizer
{
  UTransliterator *transliterator; /* NULL until a name needs it */
};

BlLatinizer *
bl_latinizer_new (void)
{
  return g_new0 (BlLatinizer, 1);
}

void
bl_latinizer_free (BlLatinizer *latinizer)
{
  utrans_close (latinizer->transliterator);
  g_free (latinizer);
}

/* ICU writes one letter for one sound (č, ž, ŝ), which Latin-ASCII would make c, z and s; newspapers write two or three. */
static const char rules[] = ":: Lower; [ηή] > i; :: Any-Latin; :: NFC;"
                            "č > ch; š > sh; ž > zh; ŝ > shch; â > ya; û > yu; ë > yo;"
                            ":: Latin-ASCII;";

/* Opening one costs about a millisecond; names in other scripts are rare in articles, and a shared one would need a lock. */
static UTransliterator *
open_transliterator (UErrorCode *status)
{
  static const UChar id[] = { 'N', 'a', 'm', 'e', 's', 0 };
  UChar text[sizeof rules];
  int32_t length = 0;
  u_strFromUTF8 (text, G_N_ELEMENTS (text), &length, rules, -1, status);
  return utrans_openU (id, -1, UTRANS_FORWARD, text, length, NULL, status);
}

char *
bl_latinizer_run (BlLatinizer *latinizer, const char *name)
{
  if (strlen (name) >= LONGEST || !bl_name_is_foreign (name))
    return NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[4 * LONGEST];
  int32_t length = 0;
  u_strFromUTF8 (text, LONGEST, &length, name, -1, &status);
  if (latinizer->transliterator == NULL)
    latinizer->transliterator = open_transliterator (&status);
  int32_t limit = length;
  if (U_SUCCESS (status))
    utrans_transUChars (latinizer->transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  char latin[4 * LONGEST * 3];
  if (U_SUCCESS (status))
    u_strToUTF8 (latin, sizeof latin, NULL, text, length, &status);
  return U_SUCCESS (status) ? g_strdup (latin) : NULL;
}

char *
bl_name_to_latin (const char *name)
{
  BlLatinizer latinizer = { NULL };
  char *latin = bl_latinizer_run (&latinizer, name);
  utrans_close (latinizer.transliterator);
  return latin;
}

char *
bl_name_classes (const char *name)
{
  g_autofree char *latin = bl_name_to_latin (name);
  g_autofree char *folded = bl_fold_letters (latin != NULL ? latin : name, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];
      words[i] = bl_name_class (word);
      g_free (word);
    }
  return g_strjoinv (" ", words);
}
