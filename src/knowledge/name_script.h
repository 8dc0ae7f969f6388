/* Private to src/knowledge: names in other scripts. */
#pragma once

#include <glib.h>

/* The name in Latin letters as ICU's Any-Latin writes them ("Володимир" → "Volodimir"); NULL when it has none of another script.
 * Owned by the caller. */
char *bl_name_to_latin (const char *name);
