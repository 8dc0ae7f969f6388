/* Cuts a block into sentences. Inside of src/text only. */
#pragma once

#include "text/document.h"
#include "text/lexicon.h"

/* Appends the sentences of block (number index) to sentences (of BlSentence). whole: the block is one sentence, as headlines are.
 * List markers and numbers in brackets before a sentence are not part of it. Linear in the block. */
void bl_sentences_cut (const BlTextLexicon *lexicon, const char *text, BlSpan block, guint index, gboolean whole,
                       GArray *sentences);
