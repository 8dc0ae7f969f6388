/* Origins: who copied whom. Needed before anything is counted: five copies of one wire are one witness.
 *
 * Evidence makes typed edges between articles; articles joined by copy or derivation edges are one origin. Agreement alone is
 * never copying. */
#pragma once

#include "claims/claims.h"

typedef enum
{
  BL_EDGE_SAME_TEXT, /* equal after folding */
  BL_EDGE_COPY,      /* word 5-grams contained to at least half of the shorter text */
  BL_EDGE_DERIVED,   /* 0.2 to 0.5 contained, with shared rare quotations */
  BL_EDGE_CREDIT,    /* one names the other's source as its origin: "(CNN) –", "according to Politico" */
} BlEdgeKind;

typedef struct
{
  BlEdgeKind kind;
  guint from, to;       /* article indices; from is the later one or the one that credits */
  double containment;   /* of 5-grams, 0 when not measured */
  const char *evidence; /* "61 % of the words of …", "“(CNN) –” in line 3" */
} BlOriginEdge;

typedef struct BlOrigins BlOrigins;

/* article_claims: BlArticleClaims * of all articles, by article index. */
BlOrigins *bl_origins_find (const GPtrArray *article_claims);
void bl_origins_free (BlOrigins *origins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOrigins, bl_origins_free)

/* The cluster an article belongs to: 0 … n-1, numbered by their first article. Articles with equal numbers are one witness. */
guint bl_origins_cluster (const BlOrigins *origins, const BlArticle *article);
guint bl_origins_n_clusters (const BlOrigins *origins);

/* The credited origin of an article as its text or metadata names it ("CNN"), or NULL. */
const char *bl_origins_credit (const BlOrigins *origins, const BlArticle *article);

const GArray *bl_origins_edges (const BlOrigins *origins); /* BlOriginEdge, by from, to */

/* How many independent witnesses articles (const BlArticle *) are at most: articles of one cluster, or of one source, count once. */
guint bl_origins_count (const BlOrigins *origins, const GPtrArray *articles);
