/* Private to src/rules: from trees to PCRE2.
 *
 * What a pattern reads is a shadow (mentions/shadow.h): one space between words, mentions as single code points. */
#pragma once

#include "mentions/shadow.h"
#include "rules/phrase.h"

/* Mentions that are listed: "Britain, France and Germany". Numbers and dates are not; they would run together. A slot of any of these
 * types takes a list, whose members stand at most BL_LIST_STEP words from each other ("Britain, as well as the Germany"). */
#define BL_LISTED_TYPES                                                                                                        \
  (1u << BL_MENTION_PERSON | 1u << BL_MENTION_COUNTRY | 1u << BL_MENTION_ORG | 1u << BL_MENTION_PLACE                          \
   | 1u << BL_MENTION_OFFICE | 1u << BL_MENTION_TREATY)
#define BL_LIST_STEP 5

/* Words of a "thing", at most. */
#define BL_THING_WORDS 5

/* What a capturing group of the pattern holds; group n is element n - 1. */
typedef struct
{
  const char *slot;      /* NULL: a group of the author of a regex */
  const char *canonical; /* not NULL: when the group is set, the slot has this value */
  gboolean words;        /* what is captured is words, even where they are mentions */
} BlGroup;

typedef struct
{
  GString *source;
  GArray *groups;    /* BlGroup */
  gboolean cased;    /* letter case matters */
  gboolean named;    /* for a regex under (?x): groups are named "_1", "_2" …, blanks are escaped */
  gboolean capture;  /* FALSE: no groups at all */
  gboolean overflow; /* the source passed BL_LIMIT_PATTERN_BYTES and is cut */
} BlExpansion;

void bl_expansion_init (BlExpansion *expansion, gboolean cased);
void bl_expansion_clear (BlExpansion *expansion);

/* Appends a whole phrase, with what keeps it to whole words. */
void bl_expand_phrase (BlExpansion *expansion, const BlPhraseTree *tree, const BlFacts *facts);

/* Appends one slot. */
void bl_expand_slot (BlExpansion *expansion, const BlSlot *slot);

/* Appends any of the items of a fragment. */
void bl_expand_fragment (BlExpansion *expansion, const BlFragment *fragment);
