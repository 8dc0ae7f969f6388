/* The persons that the corpus names rightly, for spellings that neither the base nor their own article explains:
 * "Todd Acin" beside "Todd Akin" in another paper, "President Opama" beside "President Obama". */
#pragma once

#include "judge/judge.h"

/* Other articles are context only when they are about the same days. */
#define BL_NAME_WINDOW_DAYS 14

typedef struct BlCorpusNames BlCorpusNames;

/* claims: all is-named claims; they and kb are borrowed and kept. */
BlCorpusNames *bl_corpus_names_new (const BlKnowledge *kb, const GPtrArray *claims);
void bl_corpus_names_free (BlCorpusNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCorpusNames, bl_corpus_names_free)

/* The one person whom articles of the same days name rightly and whom the spelling is near: one word of the name is equal and the
 * other near, or it is a lone surname under the same title. NULL when there is none, or more than one. */
const BlPerson *bl_corpus_names_explain (const BlCorpusNames *names, const BlClaim *unknown, double *score);

/* Spelled in a way that is in accepted use. */
static inline gboolean
bl_name_is_accepted (BlHow how)
{
  return how == BL_HOW_EXACT || how == BL_HOW_VARIANT || how == BL_HOW_PART;
}
