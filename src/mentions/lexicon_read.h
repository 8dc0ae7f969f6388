/* How the lists of rules/lexicon get into a BlLexicon. Private to lexicon*.c. */
#pragma once

#include "mentions/vocabulary.h"

struct BlLexicon
{
  BlArena *arena;
  BlVocabulary words;
  GPtrArray *pending;   /* of BlPhrase, while loading */
  GHashTable *measures; /* code of a unit → BlMeasure, both in the arena */
};

/* Enters a phrase; NULL when text has no word or more than BL_PHRASE_WORDS. */
BlPhrase *bl_lexicon_add (BlLexicon *lexicon, BlLexKind kind, const char *text, const char *code, double value);

/* Says that the first word of name begins something of this kind, without a phrase. */
void bl_lexicon_mark (BlLexicon *lexicon, BlLexKind kind, const char *name);

gboolean bl_lexicon_read (BlLexicon *lexicon, const BlKnowledge *kb, const char *folder, GError **error);
