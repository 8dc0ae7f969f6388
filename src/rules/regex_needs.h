/* Private to src/rules: what must stand in every match of a regex. */
#pragma once

#include "rules/phrase.h"

/* A tree of what the regex (source as written, with its "%{slot}", under (?x)) consists of, for bl_facts_of_node() only: what the reader
 * does not understand is BL_NODE_OTHER. NULL when it gives up: then nothing is known. Words that others could touch are not
 * whole, so the tree begins and ends with something unknown. */
const BlNode *bl_regex_outline (const BlPhraseContext *context, const char *source);
