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

/* The groups that one name stands in; eight is more than any name needs ("Alexander" has three). */
typedef struct
{
  guint16 n;
  guint16 groups[8];
} BlGivenGroups;

/* NULL for a folded token that is no given name. */
const BlGivenGroups *bl_given_names_get (const BlGivenNames *names, const char *folded);

/* Either may be NULL. A nickname wins over a transliteration. */
BlGivenRelation bl_given_names_relation (const BlGivenGroups *a, const BlGivenGroups *b);
