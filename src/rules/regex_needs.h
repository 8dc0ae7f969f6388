/* Private to src/rules: what must stand in every match of a regex. */
#pragma once

#include "rules/facts.h"
#include "rules/phrase.h"

/* Facts of the regex source, as its author wrote it. None when it is not understood. Vectors in the context's arena. */
void bl_regex_facts (const BlPhraseContext *context, const char *source, gboolean cased, BlFacts *facts);
