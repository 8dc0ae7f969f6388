/* Names in other scripts: for src/knowledge, and for importers. */
#pragma once

#include <glib.h>

/* TRUE when a letter of the name is of another script than Latin. */
gboolean bl_name_is_foreign (const char *name);

/* The name in small Latin letters as ICU's Any-Latin and newspapers write them ("Чубайс" → "chubays"); NULL when it has
 * none of another script. Owned by the caller. */
char *bl_name_to_latin (const char *name);

/* The same for many names: opening the rules costs a millisecond each time. For one thread. */
typedef struct BlLatinizer BlLatinizer;
BlLatinizer *bl_latinizer_new (void);
void bl_latinizer_free (BlLatinizer *latinizer);
char *bl_latinizer_run (BlLatinizer *latinizer, const char *name);
