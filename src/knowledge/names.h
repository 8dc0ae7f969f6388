/* Comparing names: how likely do two spellings mean one person?
 *
 * A name is tokens; each is folded to transliteration classes (shch, sch, tsch, kh→h, ph→f, ts/tz/dz→z, c→k/s, w→v, y/j→i,
 * doubled letters once …), tokens are aligned one to one with a weighted edit distance, and the mean is weighted by how rare
 * a token is in the base (IDF). The score ranks; callers decide with context (office, country, co-mention). */
#pragma once

#include "knowledge/knowledge.h"

/* Similarity in [0, 1] of two single name tokens (already any spelling; folded inside). */
double bl_name_token_similarity (const char *a, const char *b);

/* The transliteration class of a token: equal classes mean "same name, other transliteration". Owned by the caller. */
char *bl_name_class (const char *token);

typedef enum
{
  BL_NAME_SAME,    /* equal after case, diacritics, apostrophes and hyphens; or an accepted alias */
  BL_NAME_VARIANT, /* another accepted transliteration, nickname, initial, or a subset (patronymic left out) */
  BL_NAME_NEAR,    /* every aligned token is near, at least one is not equal: a misspelling, or somebody else */
  BL_NAME_OTHER,
} BlNameRelation;

typedef struct
{
  const BlPerson *person;
  double score; /* 0..1 */
  BlNameRelation relation;
} BlNameCandidate;

/* How the spelling relates to this person; surname alone ("Mertz") is compared with the family name. Variants in transliteration are
 * accepted only for persons with a native (non-Latin) name: "Sergey Lavrov" is a variant, "Dominique Robb" and
 * "Beddingfield" are near. */
BlNameRelation bl_name_compare (const BlKnowledge *kb, const char *spelling, const BlPerson *person, double *score);

/* The best candidates for a spelling among all persons, best first, at most max; returns the count. None of them is
 * BL_NAME_OTHER. Uses the phonetic index; no linear scan. The first call may wait for it to be built. */
guint bl_name_search (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max);

/* Similarity of two spellings of which neither needs to be known, in [0,1]. */
double bl_name_similarity (const BlKnowledge *kb, const char *a, const char *b);

/* TRUE when the token is a given name or family name somebody in the base bears, or a common given name. */
gboolean bl_name_is_known_token (const BlKnowledge *kb, const char *folded_token);
