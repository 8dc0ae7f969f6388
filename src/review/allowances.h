/* Comments of articles that allow one finding of theirs: <!-- belie: allow ID["words of it"] until=2027-01-31 -- the reason -->. */
#pragma once

#include "findings/findings.h"
#include "review/decisions.h"

typedef struct
{
  const BlArticle *article;
  const BlRemark *remark;
  char *words;          /* folded; a side of the finding in this article must have them */
  BlDecision *decision; /* NULL: the comment is not well-formed */
  char *wrong;          /* what is wrong with it, and what would be right; or NULL */
} BlAllowance;

/* All comments of all articles, in order. Owned. */
GPtrArray *bl_allowances_read (const BlCorpus *corpus);

/* Whether the comment speaks of this finding. */
gboolean bl_allowance_covers (const BlAllowance *allowance, const BlFinding *finding);
