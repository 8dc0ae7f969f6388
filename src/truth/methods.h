/* The methods, each in the file of its name. For methods.c: callers ask bl_truth_methods(). */
#pragma once

#include "truth/method.h"

extern const BlTruthMethod bl_truth_vote;
