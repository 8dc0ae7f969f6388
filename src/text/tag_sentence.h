/* One sentence while it is being tagged. Inside of src/text only. */
#pragma once

#include "text/tag_lexicon.h"

#define BL_ALL_TAGS (~(guint64) 0)

typedef struct
{
  const BlTagLexicon *lexicon;
  BlTaggedWord *words;
  guint n;
  gboolean title; /* capitals say nothing */
} BlTagSentence;

/* Applies the contextual rules in their order to words that have their first tags. The cost follows the number of rules, and of words only
 * in steps of 64. */
void bl_tag_apply_contexts (const BlTagSentence *sentence);

/* Behind the contextual rules, what they are too short of sight for: forms of verbs that depend on an auxiliary or on the other verbs of
 * their clause. */
void bl_tag_settle (const BlTagSentence *sentence);
