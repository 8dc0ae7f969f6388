/* The clause around a stretch of words: how far a cue reaches.
 *
 * In the manner of NegEx and ConText (Chapman et al. 2001, Harkema et al. 2009) a clause ends at stops, at terminators ("but",
 * "which") and at commas; further at a verb of saying, since "said" opens a statement of its own, and at a co-ordinator before
 * another subject. An insertion between commas ("it is not true, he said, that …") is stepped over. */
#pragma once

#include "claims/reading.h"

typedef struct
{
  guint left, right; /* words [left, right) */
} BlClause;

BlClause bl_clause_around (const BlReading *reading, guint first, guint last);

/* Whether a clause begins at the word. */
gboolean bl_clause_begins (const BlReading *reading, guint word);

/* Whether another main clause begins in words (from, to]: a stop that is no lead, or "but", "while" and the like behind a comma. */
gboolean bl_clause_changes (const BlReading *reading, guint from, guint to);

/* Whether the words name a subject that can begin a clause of its own: a name, a pronoun, an article. */
gboolean bl_clause_is_subject (const BlReading *reading, guint word);

/* Whether a verb of denying or rejecting bears on what somebody says, and so on the statement at word first: "dismissed a report in
 * Bild that France will send …". */
gboolean bl_clause_rejects (const BlReading *reading, const BlCueHit *hit, guint first);

/* Whether a word is a noun for what somebody says, and a verb of denying bears on it: "rejected claims that". */
gboolean bl_clause_is_rejected (const BlReading *reading, guint word);
