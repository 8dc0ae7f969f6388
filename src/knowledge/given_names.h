/* Private to src/knowledge: given names that mean each other.
 *
 * rules/lexicon/given-names.json holds two lists of lists: "transliterations" (Serhiy, Sergei), one name in several languages or
 * spellings, which count for persons with a native name; and "nicknames" (William, Bill), which count for anybody. A name may
 * stand in several lists. "common" names only say that a word is a given name. */
#pragma once

#include "base/base.h"
#include "knowledge/string_map.h"

typedef struct
{
  BlStringMap names; /* folded name: BlGivenGroups, in the arena of the base */
  guint n_groups;
} BlGivenNames;

typedef enum
{
  BL_GIVEN_UNRELATED,
  BL_GIVEN_TRANSLITERATION,
  BL_GIVEN_NICKNAME,
} BlGivenRelation;

/* Folded tokens. A nickname wins over a transliteration. */
BlGivenRelation bl_given_names_relation (const BlGivenNames *names, const char *a, const char *b);
gboolean bl_given_names_has (const BlGivenNames *names, const char *folded);
