/* Figures and days: of two aligned sentences, of one person in many, and in one text alone what calendar and sums decide. */
#pragma once

#include "events/sentence_pairs.h"

/* Of pairs of sentences: see BlPairCheck. */
void bl_figures_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_bearings_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_spans_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_tallies_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);
void bl_days_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts);

/* The same of the ages of each person, of all sentences: they are held against each other by whose they are. */
void bl_ages_compare (BlCompareState *state, GArray *conflicts);

/* The same of births, and of the age that somebody has in one sentence and the birth that another tells. */
void bl_births_compare (BlCompareState *state, GArray *conflicts);

/* The same of figures that fill one slot in two reports of one event, whatever their sentences have in common. */
void bl_event_slots_compare (BlCompareState *state, GArray *conflicts);

/* Of each article. */
void bl_check_arithmetic (BlCompareState *state);
void bl_check_sums (BlCompareState *state);
