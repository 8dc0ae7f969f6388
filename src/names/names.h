/* Names, titles and terms: against the base, and against what the rest of the corpus writes. */
#pragma once

#include "judge/judge.h"

void bl_check_names (BlCompareState *state);
void bl_check_spellings (BlCompareState *state);
void bl_check_variants (BlCompareState *state);
void bl_check_terms (BlCompareState *state);
void bl_check_titles (BlCompareState *state);
void bl_check_seats (BlCompareState *state);
void bl_check_careers (BlCompareState *state);
void bl_check_pronouns (BlCompareState *state);
