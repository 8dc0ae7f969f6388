/* How the lists of rules/lexicon get into a BlLexicon. Private to lexicon*.c. */
#pragma once

#include "mentions/vocabulary.h"

/* While loading. */
typedef struct
{
  const BlPhrase *phrase;
  BlWord *first; /* its first word */
} BlPendingPhrase;

struct BlLexicon
{
  BlArena *arena;
  BlVocabulary words;
  GArray *pending;      /* of BlPendingPhrase; NULL once all are loaded */
  GHashTable *measures; /* code of a unit → BlMeasure, both in the arena */
};

/* Enters a phrase; NULL when text has no word or more than BL_PHRASE_WORDS. */
BlPhrase *bl_lexicon_add (BlLexicon *lexicon, BlLexKind kind, const char *text, const char *code, double value);

gboolean bl_lexicon_read (BlLexicon *lexicon, const BlKnowledge *kb, const char *folder, GError **error);
