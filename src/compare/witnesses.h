/* Who says the same as a claim: the other way round from BlCorroboration, which tells what is said and by whom.
 *
 * Only what comparison found to be the same value under the same key counts, claim by claim: a figure or day that a check held against
 * this one and found equal (not one that is equal to a third, which is equal to this), a rule's claim of the same key and value, an
 * office of the same person at the same time, a quotation that stands in another word for word. Silence is never agreement. */
#pragma once

#include "compare/compare.h"

typedef struct
{
  const BlClaim *claim;
  gboolean same_words; /* its sentence is the same but for a few words: a copy of it, and no witness of its own */
} BlWitness;

typedef struct BlWitnesses BlWitnesses;

/* Looks up all claims of the articles that wanted is TRUE for (by index of article; NULL: all). article_claims as they were compared. All of
 * it must outlive the answer. Linear in the claims of the corpus and in the agreements of the wanted ones. */
BlWitnesses *bl_witnesses_new (const BlComparisons *comparisons, const GPtrArray *article_claims, const gboolean *wanted);
void bl_witnesses_free (BlWitnesses *witnesses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlWitnesses, bl_witnesses_free)

/* BlWitness of other articles, one an article, in the order of articles; NULL: nobody. Borrowed. */
const GArray *bl_witnesses_of (const BlWitnesses *witnesses, const BlClaim *claim);
