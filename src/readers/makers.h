/* Inside readers/: what makes claims of an article, each one file. Readers of single mentions are in readers/surroundings.h. */
#pragma once

#include "claims/extraction.h"

void bl_make_pattern_claims (BlExtraction *extraction, BlScanner *scanner);
void bl_read_names (BlExtraction *extraction);
void bl_read_titles (BlExtraction *extraction);
void bl_read_pronouns (BlExtraction *extraction);
void bl_read_weekdays (BlExtraction *extraction);
void bl_read_corrections (BlExtraction *extraction);
void bl_read_credits (BlExtraction *extraction);
void bl_read_quotes (BlExtraction *extraction);
