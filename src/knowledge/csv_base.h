/* For src/knowledge, and the slug for importers: a base as a table, one row a person or a term.
 *
 *   person,name,office,country,start,end,gender
 *   Q695,Dominic Raab,deputy prime minister,gb,2021-09-15,2022-09-06,male
 *
 * Columns in any order; only "name" must be there, and "aliases" (with "|" between), "native", "born" and "died" may be. Rows of one "person"
 * are one person: further names become aliases, each row with an office a term. An office is JURISDICTION/ROLE, or words beside a country. */
#pragma once

#include "knowledge/knowledge.h"

/* The same base as the JSON that knowledge files are written in; each person on the line where the table has them first, so that
 * later complaints name the right one. Records that cannot be read are PARTIAL problems, and left out. NULL with a message when there
 * is no usable header. O(length). */
char *bl_kb_csv_to_json (const char *text, gsize length, const char *name, BlProblems *problems, GError **error);

/* "Deputy Prime Minister" → "deputy-prime-minister"; NULL when no letter is left. Owned by the caller. */
char *bl_kb_slug (const char *text);
