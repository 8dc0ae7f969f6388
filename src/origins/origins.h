/* Origins: who has it from whom. Needed before anything is counted: five copies of one wire are one witness.
 *
 * Evidence makes typed edges between articles. Articles joined by a copy, a derivation, a credit of the whole article or shared errors are
 * one cluster: one origin. Agreement alone is never copying, and text that a whole site shares is no evidence (origins/stock.h).
 *
 * What an article has from elsewhere is seldom said, so a count of origins is always "at most". */
#pragma once

#include "claims/claims.h"

typedef enum
{
  BL_EDGE_SAME_TEXT,    /* equal but for case, marks and stock text */
  BL_EDGE_COPY,         /* runs of five words contained to at least half of the shorter text */
  BL_EDGE_DERIVED,      /* 0.2 to 0.5 contained, with rare quotations or figures in one order: origins/marks.h */
  BL_EDGE_CREDIT,       /* names the other's source as where it has its story from: "(CNN) –", isBasedOn */
  BL_EDGE_SHARED_ERROR, /* both have what hardly anybody gets wrong in that way */
  BL_EDGE_RELAY,        /* names the other's source for one statement: not joined */
  BL_EDGE_SHARED_TEXT,  /* 0.2 to 0.5 contained, and nothing more: not joined */
} BlEdgeKind;

typedef struct
{
  BlEdgeKind kind;
  guint from, to;       /* article indices; from is the later one or the one that credits */
  double containment;   /* of runs of five words, 0 when not measured */
  const char *evidence; /* "61 % of the shorter text's five-word runs", "“(CNN) –”" */
} BlOriginEdge;

typedef struct
{
  guint n_articles;
  const BlArticle *earliest; /* by day, then by id */
  const char *origin;        /* whom its earliest credit names, or who is credited by the others; NULL: unknown origin */
} BlOriginCluster;

typedef struct BlOrigins BlOrigins;

/* article_claims: BlArticleClaims * of all articles, by article index. jobs: threads; the result does not depend on it. */
BlOrigins *bl_origins_find_on (const GPtrArray *article_claims, guint jobs);
/* The same on one thread. */
BlOrigins *bl_origins_find (const GPtrArray *article_claims);
void bl_origins_free (BlOrigins *origins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOrigins, bl_origins_free)

/* The cluster an article belongs to: 0 … n-1, numbered by their first article. Articles with equal numbers are one witness. */
guint bl_origins_cluster (const BlOrigins *origins, const BlArticle *article);
guint bl_origins_n_clusters (const BlOrigins *origins);
const BlOriginCluster *bl_origins_cluster_at (const BlOrigins *origins, guint cluster);

/* The credited origin of an article as its text or metadata names it ("CNN"), or NULL; of statements in it too. */
const char *bl_origins_credit (const BlOrigins *origins, const BlArticle *article);
/* TRUE when that credit is of the whole article. */
gboolean bl_origins_is_relayed (const BlOrigins *origins, const BlArticle *article);

const GArray *bl_origins_edges (const BlOrigins *origins); /* BlOriginEdge, by from, to */
const char *bl_edge_kind_name (BlEdgeKind kind);           /* "same-text", "copy" … */

/* How many independent witnesses articles (const BlArticle *) are at most. The witness of a cluster is whom it credits, else the source
 * of its earliest article; what one source or agency tells in several clusters counts once. So a further copy changes nothing, nor does
 * the order of articles. O(n). */
guint bl_origins_count (const BlOrigins *origins, const GPtrArray *articles);

/* The number of an article's witness: equal for articles that count once together. */
guint bl_origins_witness (const BlOrigins *origins, const BlArticle *article);
/* What it is called: "Reuters", "Lumen Wire", or "unknown origin". */
const char *bl_origins_witness_name (const BlOrigins *origins, guint witness);
