/* The methods, each in the file of its name. For methods.c: callers ask bl_truth_methods(). */
#pragma once

#include "truth/method.h"

extern const BlTruthMethod bl_truth_vote;
extern const BlTruthMethod bl_truth_sums;
extern const BlTruthMethod bl_truth_average_log;
extern const BlTruthMethod bl_truth_investment;
extern const BlTruthMethod bl_truth_pooled_investment;
extern const BlTruthMethod bl_truth_truthfinder;
extern const BlTruthMethod bl_truth_two_estimates;
extern const BlTruthMethod bl_truth_three_estimates;
extern const BlTruthMethod bl_truth_crh;
extern const BlTruthMethod bl_truth_crh_mean;
extern const BlTruthMethod bl_truth_catd;
extern const BlTruthMethod bl_truth_gtm;
extern const BlTruthMethod bl_truth_accu;
extern const BlTruthMethod bl_truth_accusim;
extern const BlTruthMethod bl_truth_popaccu;
extern const BlTruthMethod bl_truth_accucopy;
extern const BlTruthMethod bl_truth_ltm;
extern const BlTruthMethod bl_truth_auto;
extern const BlTruthMethod bl_truth_dawid_skene;
extern const BlTruthMethod bl_truth_one_coin;
extern const BlTruthMethod bl_truth_glad;
extern const BlTruthMethod bl_truth_kbt;
