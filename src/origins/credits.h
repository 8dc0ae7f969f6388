/* Credits: whom an article names as where it has its story from. */
#pragma once

#include "claims/claims.h"

typedef struct
{
  const char *name; /* "Reuters" as the base has it, or as the metadata names it: a name, a host or an address; NULL for none */
  const char *evidence; /* the words that credit: "(Reuters)"; NULL where the metadata does */
  gboolean whole; /* of the article: its metadata, a dateline, a byline, a relay that leads it; else of one statement in it */
} BlCredit;

/* The credit of an article: the first one of the whole article, else its first of a statement. Borrowed from the claims. */
BlCredit bl_credit_of (const BlArticleClaims *claims);

/* Names of sources and addresses of articles, for finding what a credit means. */
typedef struct BlCreditIndex BlCreditIndex;

BlCreditIndex *bl_credit_index_new (const GPtrArray *article_claims);
void bl_credit_index_free (BlCreditIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCreditIndex, bl_credit_index_free)

/* Articles (const BlArticle *, owned by the index) of the source that name means, by day, or the one article whose address it is; NULL for
 * none. Case, "The" and "www." are no difference. */
const GPtrArray *bl_credit_index_find (const BlCreditIndex *index, const char *name);

/* First article of such a list that is not of a day before day. */
guint bl_credit_first (const GPtrArray *articles, gint64 day);

/* Of the articles (BlArticleClaims *) that may be meant by the credit of another: the one that names most of what that one names; of one
 * article that one. NULL when there are several and none names anything of it. */
const BlArticle *bl_credit_choose (const BlArticleClaims *from, const GPtrArray *articles);

/* The one form of a name that names of one source share. Owned by the caller. */
char *bl_credit_key (const char *name);
