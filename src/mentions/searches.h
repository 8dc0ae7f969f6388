/* The finder's memory of name searches: the articles of a corpus repeat the same names, and a search costs as much as reading a
 * page. An answer depends on the spelling alone, so what is remembered changes no result. Thread-safe. Private to src/mentions. */
#pragma once

#include "knowledge/names.h"

enum
{
  BL_SEARCH_CANDIDATES = 6
};

/* What bl_name_search() says of a spelling. */
typedef struct
{
  BlNameCandidate found[BL_SEARCH_CANDIDATES];
  guint n;
} BlSearch;

typedef struct BlSearches BlSearches;

BlSearches *bl_searches_new (const BlKnowledge *kb);
void bl_searches_free (BlSearches *searches);

void bl_searches_find (BlSearches *searches, const char *spelling, BlSearch *answer);
