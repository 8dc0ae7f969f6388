/* Private to src/knowledge: words in names that are no names. */
#pragma once

#include "knowledge/name_index.h"

gboolean bl_name_is_particle (const char *folded);
/* "bin": what stands before it is the child, what stands behind it the parent. */
gboolean bl_name_is_descent (const char *folded);

/* "Viktorovich", "Oleksandrivna": a father's name, which may be left out. */
gboolean bl_name_is_patronymic (const char *folded);
gboolean bl_name_is_honorific (const char *folded);
BlGeneration bl_name_generation (const char *folded);

/* Splits folded in place into words; honorifics at the start and the generation at the end are left out of words. */
guint bl_name_split (char *folded, const char **words, BlGeneration *generation);

/* "Jürgen Søberg" → "Juergen Soeberg": how such letters are written where they are not at hand. Owned by the caller; NULL when
 * there are none. */
char *bl_name_open_umlauts (const char *name);
