/* Private to src/knowledge: what the parts of bl_knowledge_check() share.
 *
 * Each kind of doubt has a name. A person of whom it is true all the same says so with "accepted": {"seat": "why"}: then doubts of that
 * kind are kept back there, and no others. */
#pragma once

#include "knowledge/tables.h"

typedef enum
{
  BL_KB_DOUBT_ORDER,       /* a term ends before it starts */
  BL_KB_DOUBT_AS_OF,       /* a term of a future that nobody can know */
  BL_KB_DOUBT_AGE,         /* a term before the age of 18 */
  BL_KB_DOUBT_DEATH,       /* a term after death, a death before birth */
  BL_KB_DOUBT_SEAT,        /* two holders of one seat */
  BL_KB_DOUBT_REPEAT,      /* two terms of one person in one office at once */
  BL_KB_DOUBT_TWO_OFFICES, /* two offices at once that nobody holds together */
  BL_KB_DOUBT_SHARED_NAME, /* a name or an alias that another person has too */
  BL_KB_DOUBT_FAMILY,      /* a family name that is in none of the names */
  BL_KB_DOUBT_TWIN,        /* born on one day with one family name as another */
  BL_KB_DOUBT_GENDER       /* no gender */
} BlKbDoubt;

/* The kind of that name, -1 when there is none; and all names, NULL-terminated. */
int bl_kb_doubt_kind (const char *name);
const char *const *bl_kb_doubt_kinds (void);

typedef struct
{
  const BlKnowledge *kb;
  BlProblems *problems;
  guint n;
} BlKbCheck;

gboolean bl_kb_accepts (const BlPerson *person, BlKbDoubt kind);

/* A note at the person's entry, unless that kind is accepted there. */
void bl_kb_doubt (BlKbCheck *check, const BlPerson *person, BlKbDoubt kind, const char *what);

/* check_names.c: names that two persons share, families that are no part of the name, one person entered twice, genders left out. */
void bl_kb_check_names (BlKbCheck *check);
