/* Words and signs of a sentence, before they have tags. Inside of src/text only. */
#pragma once

#include "text/tagger.h"

/* Appends the words of text[sentence] as the treebank cuts them: "don't" is "do" and "n't", "cannot" is "can" and "not", a possessive
 * ending, a comma, a bracket or a quotation mark stands alone; hyphens join. Signs have their tags, words have BL_TAG_NONE. */
void bl_tag_words_cut (const char *text, BlSpan sentence, BlArena *arena, GArray *words);
