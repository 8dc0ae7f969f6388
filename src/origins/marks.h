/* Marks by which a text betrays that it comes from another, beside runs of equal words: quotations that hardly anybody else has, figures in
 * one order, and errors. */
#pragma once

#include "claims/claims.h"

/* Of the articles of one corpus; borrows their claims. */
typedef struct BlMarks BlMarks;

BlMarks *bl_marks_new (const GPtrArray *article_claims);
void bl_marks_free (BlMarks *marks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMarks, bl_marks_free)

/* What two articles, by index, share: "2 rare quotations and 5 figures in one order". NULL when it is not enough to say that one of two
 * texts with some runs in common was derived from the other. Owned by the caller. A quotation has at least six words and is rare when at
 * most eight articles have it; of figures at least four must follow each other in one order. */
char *bl_marks_shared (const BlMarks *marks, guint a, guint b);

/* The same error in two articles: a name near a known person's and nobody's, spelled alike; a weekday that is not the date's; a span of
 * years that does not add up. Many make the same slip of a common name, so an error is worth something while at most eight articles, of
 * two sources at least, have it within a week of each other. */
typedef struct
{
  guint a, b;       /* articles by index, a < b */
  const char *text; /* as written in b; borrowed from its claims */
} BlSharedError;

/* By a, b. The caller's array of BlSharedError. */
GArray *bl_marks_errors (const GPtrArray *article_claims);
