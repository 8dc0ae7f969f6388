/* What stands behind a BlMentions. Private to src/mentions. */
#pragma once

#include "mentions/mentions.h"

struct BlMentions
{
  BlArena *arena;  /* strings of the mentions */
  BlMention *list; /* by start, the longer one first */
  BlSpan *outer;   /* beside list: what a shadow replaces, with title and rank */
  guint n;
  guint32 *first; /* n_sentences + 1 */
  guint n_sentences;
  guint n_skipped;
  BlProperWord *proper;
  guint n_proper;
  GPtrArray *damaged; /* BlDamagedTerm *, in the arena */
};
