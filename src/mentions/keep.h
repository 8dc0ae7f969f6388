/* Copies of what the passes made, for longer than the passes. Private to src/mentions. */
#pragma once

#include "mentions/mentions.h"

/* Gives the mention texts and details of its own in the arena kept. */
void bl_mention_keep (BlArena *kept, BlMention *mention);
void bl_proper_word_keep (BlArena *kept, BlProperWord *word);
BlDamagedTerm *bl_damaged_term_keep (BlArena *kept, const BlDamagedTerm *made);
