/* Private to src/knowledge: given names that mean each other.
 *
 * rules/lexicon/given-names.json holds two lists of lists: "transliterations" (Serhiy, Sergei), one name in several languages or
 * spellings, which count for persons with a native name; and "nicknames" (William, Bill), which count for anybody. A name may
 * stand in several lists. "common" names only say that a word is a given name.
 *
 * Other words that stand in names are there too: "particles" (von), of them those of "descent" (bin); "honorifics" (Mrs) and "peerages"
 * (Baron), which are no part of the name; and the ends of "patronymics" (-ovich). */
#pragma once

#include "base/base.h"
#include "base/string_map.h"

enum
{
  BL_NAME_PARTICLE = 1 << 0,       /* comes and goes, but for the start of a name */
  BL_NAME_DESCENT = 1 << 1,        /* what stands before it is the child, what stands behind it the parent */
  BL_NAME_HONORIFIC = 1 << 2,      /* before a name */
  BL_NAME_PEERAGE = 1 << 3,        /* behind a name */
  BL_NAME_PATRONYMIC_END = 1 << 4, /* of a word: it says the father's name, which may be left out */
  BL_NAME_PATRONYMIC = 1 << 5      /* a word with such an end */
};

typedef struct
{
  BlStringMap names; /* folded name: BlGivenGroups, in the arena of the base */
  BlStringMap words; /* folded word: BL_NAME_PARTICLE … */
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

/* What a folded word in a name is, besides: BL_NAME_PARTICLE …, or 0. */
guint bl_given_names_word (const BlGivenNames *names, const char *folded);

/* Either may be NULL. A nickname wins over a transliteration. */
BlGivenRelation bl_given_names_relation (const BlGivenGroups *a, const BlGivenGroups *b);
