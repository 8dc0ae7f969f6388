/* Inside compare/: the checks that stand in this room, most of them of claims that rules made. Those of other rooms are in the headers of
 * these; the table of all is in compare/compare.c. */
#pragma once

#include "judge/judge.h"

void bl_check_groups (BlCompareState *state);
void bl_check_references (BlCompareState *state);
void bl_check_reports (BlCompareState *state);
void bl_check_retracted (BlCompareState *state);
void bl_check_sources (BlCompareState *state);
