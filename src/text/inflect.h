/* All forms of an English word, for "~word" of rules and for lists of words.
 *
 * Regular verbs and nouns by their spelling; the others from rules/lexicon/inflections.json. Where spelling does not say whether a
 * consonant is doubled ("visited", "permitted"), both forms are given: the wrong one stands in no text. */
#pragma once

#include "base/base.h"

typedef struct BlInflections BlInflections;

BlInflections *bl_inflections_new (void);
void bl_inflections_free (BlInflections *inflections);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlInflections, bl_inflections_free)

/* Adds {"format": 1, "irregular": [["send", "sends", "sending", "sent"], …]}: all forms of a word, the plain one first. Strings are
 * borrowed from the reader's json. */
void bl_inflections_read (BlInflections *inflections, BlReader *reader);

/* The forms of a lower-case word, itself first, each once; NULL-terminated. For any form of an irregular word, all of its forms; else the
 * word is taken as the plain form. Owned by the caller (g_strfreev). */
char **bl_inflect (const BlInflections *inflections, const char *word);
