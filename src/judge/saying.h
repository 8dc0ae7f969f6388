/* What several checks say in the same words: of the base, of days and of places. */
#pragma once

#include "judge/comparison.h"

/* Evidence from an entry of the base: text as given, note, and "FILE#ENTRY". Strings are copied by the comparison; the origin is
 * allocated (g_free) and also stored in *origin for that. */
BlEvidence bl_evidence_knowledge (const char *text, const char *note, const BlReference *reference, char **origin);

/* "gb/deputy-prime-minister 2021-09-15/2022-09-06". Owned by the caller. */
char *bl_term_note (const BlTerm *term);

/* "the " where English wants it before the name of a state or union, else "". */
const char *bl_article_for (const char *name);

/* "deputy prime minister of the United Kingdom", "secretary-general of NATO". Owned by the caller. */
char *bl_office_name (const BlOffice *office);

/* The article's day as the finding says it: "2022-04-01", or "an unknown day". Owned by the caller. */
char *bl_day_name (const BlArticle *article);

/* "Herald, 2025-08-20" or "the same article". Owned by the caller. */
char *bl_where_name (const BlClaim *claim, const BlClaim *other);
