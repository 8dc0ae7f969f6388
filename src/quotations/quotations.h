/* Quotations: one of them in two places, in other words or with another speaker. */
#pragma once

#include "judge/judge.h"

void bl_check_quotes (BlCompareState *state);
