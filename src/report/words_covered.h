/* Inside report/: how much of an article its spans cover. */
#pragma once

#include "report/coverage.h"

/* Counts words (runs between white space that hold a letter or a digit) and those that touch a span. Linear. */
void bl_words_covered (BlCoverage *coverage);
