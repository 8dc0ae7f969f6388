/* Inside reliability/: what is counted of each source before it becomes a profile. */
#pragma once

#include "reliability/reliability.h"

typedef struct
{
  BlSourceProfile *profile;
  guint with_error;
  guint with_most, against_most; /* conflicts */
  guint keyed, keyed_confirmed;
  guint figures, figures_confirmed;
  guint own;
  guint attributed, named;
  guint quotations, altered;
  guint damaged, inflated; /* articles */
} BlTally;

/* Tallies by BlSource.index. */
void bl_tally_articles (const BlProfileInput *input, BlTally *tallies);
void bl_tally_findings (const BlProfileInput *input, BlTally *tallies);
/* Of the quotations that another article has too, those that differ; facts as bl_facts_find() gives them. */
void bl_tally_quotations (const BlProfileInput *input, const GPtrArray *facts, BlTally *tallies);
void bl_tally_agreement (const BlProfileInput *input, BlTally *tallies);

static inline BlTally *
bl_tally_of (BlTally *tallies, const BlArticle *article)
{
  return article->source != NULL ? &tallies[article->source->index] : NULL;
}
