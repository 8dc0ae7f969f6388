/* Coverage: what became of every checkable span of an article. An editor who reads a draft wants to know of each figure, day, office,
 * quotation and statement not only whether somebody disagrees, but whether anybody was asked.
 *
 * Spans are bytes of bl_document_text(). They nest or stand apart: of two that cross, the later one ends where the earlier one does; claims
 * of one and the same span are one. What an article says of one person's office again and again is one span, the first. */
#pragma once

#include "report/report.h"

typedef enum
{
  BL_COVER_QUERY,          /* an error or a warning touches it */
  BL_COVER_AGREES,         /* comparison found the same value under the same key in an article of another origin */
  BL_COVER_SINGLE,         /* it could be compared, and comparison found it in no other origin, or only in copies */
  BL_COVER_NOT_COMPARABLE, /* nothing another article could share: see reason */
  BL_COVER_SET_ASIDE,      /* what was asked of it is decided */
  BL_N_COVERS,
} BlCover;

typedef enum
{
  BL_CHECKABLE_FIGURE,
  BL_CHECKABLE_DAY,
  BL_CHECKABLE_OFFICE,
  BL_CHECKABLE_QUOTATION,
  BL_CHECKABLE_STATEMENT,
  BL_CHECKABLE_OTHER, /* no claim of these: only a finding speaks of it */
} BlCheckable;

typedef struct
{
  BlSpan span;
  const BlPlace *at; /* of the claim or finding it is made of */
  BlCheckable kind;
  BlCover state;
  const char *reason;     /* NOT_COMPARABLE: a literal, "nothing says what the number counts"; else NULL */
  GPtrArray *findings;    /* const BlFinding *, worst first: of QUERY and SET_ASIDE; NULL: none. Owned */
  GPtrArray *witnesses;   /* const BlClaim *: what other origins say alike, one an origin, by article; NULL: none. Owned */
  const BlClaim *dissent; /* what another article has as somebody's word to the contrary, or the other way round; NULL: none */
  guint n_copies;         /* further articles that have it alike and are no other origin */
} BlCoverSpan;

typedef struct
{
  const BlArticle *article;
  GArray *spans; /* BlCoverSpan, by place; one that lies in another follows it */
  guint counts[BL_N_COVERS];
  guint n_words, n_covered; /* of the whole text; those that touch a span */
} BlCoverage;

/* The coverage of each article that wanted is TRUE for (by index; NULL: all), in the order of articles. The caller's array of
 * BlCoverage, which borrows from the run. Linear in the claims of the corpus and in what agrees with these articles. */
GPtrArray *bl_coverage_new (const BlRun *run, const gboolean *wanted);

/* The same of the drafts of the run; NULL when it has none. */
GPtrArray *bl_coverage_of_drafts (const BlRun *run);

/* All of them together: the counts and words of each, added up; article and spans are NULL. */
BlCoverage bl_coverage_sum (const GPtrArray *coverages);

/* "12 of 31 checkable spans agree with another origin, 9 stand alone, 8 cannot be compared, 2 queries". Owned by the caller. */
char *bl_coverage_sentence (const BlCoverage *coverage);

/* "agrees with Harbour Post and 2 more origins", "a query", "cannot be compared: …": the state in words. Owned by the caller. */
char *bl_cover_words (const BlRun *run, const BlCoverSpan *span);

const char *bl_cover_name (BlCover state);        /* "agrees", for JSON */
const char *bl_checkable_name (BlCheckable kind); /* "figure" */
