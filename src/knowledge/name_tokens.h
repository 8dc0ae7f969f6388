/* Private to src/knowledge: words in names that are no names. */
#pragma once

#include "knowledge/name_index.h"

BlGeneration bl_name_generation (const char *folded);

/* Splits folded in place into words; honorifics at the start and the generation at the end are left out of words. */
guint bl_name_split (const BlGivenNames *names, char *folded, const char **words, BlGeneration *generation);

/* "Jürgen Søberg" → "Juergen Soeberg": how such letters are written where they are not at hand. Owned by the caller; NULL when
 * there are none. */
char *bl_name_open_umlauts (const char *name);
