/* Facts that several origins speak of: what was held against each other, and what each of them says.
 *
 * A fact is a set of claims that comparison tied together, because they tell the same (BlCorroboration) or because they cannot all be true
 * (contradictions and differences between articles), and quotations that are of one utterance (quote_ties.h), which are one value unless they
 * were told to be altered. Claims that say the same are one value. It is the table "source, object, attribute,
 * value" of our own claims: the fact matrix shows it, and truth discovery is asked what of it is probably true.
 *
 * Left out: what is asked of one article alone, or of the base; what was taken back (a correction is no second opinion); certainty,
 * and headlines against their own body. */
#pragma once

#include "compare/compare.h"

typedef struct
{
  const BlClaim *claim;
  guint value;   /* 0 … n_values-1, by first place of each: equal for claims that say the same */
  guint witness; /* bl_origins_witness() of its article: equal for what one origin tells, however many print it */
} BlFactEntry;

typedef struct
{
  GArray *entries; /* BlFactEntry, by place, one claim of each article and value */
  guint n_values;
  guint n_witnesses; /* at least two */
} BlSharedFact;

typedef struct
{
  const GPtrArray *article_claims; /* for quotations; NULL: none are looked at */
  const BlComparisons *comparisons;
  const BlOrigins *origins;
} BlFactInput;

/* All facts on which at least two origins speak, in the order of their first places; BlSharedFact *, the caller's array. Near-linear in
 * the number of claims. The facts borrow claims of what they were found in. */
GPtrArray *bl_facts_find (const BlFactInput *input);

/* TRUE for one that is what somebody said: that several print it alike says that they quote well, not that it is so. */
gboolean bl_shared_fact_is_quotation (const BlSharedFact *fact);

/* For lists: what origins disagree on first, then what is no quotation, then what most origins speak of, then by place. */
int bl_shared_fact_compare (const BlSharedFact *a, const BlSharedFact *b);

/* The article and place order of claims. */
int bl_fact_compare_places (const BlClaim *a, const BlClaim *b);
