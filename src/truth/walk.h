/* The two walks that nearly every method is made of, each linear in the claims, in the order of ids. */
#pragma once

#include "truth/table.h"

/* of_value[v] = Σ over the sources s that claim v of of_source[s]. */
void bl_truth_sum_sources (const BlTruthTable *table, const double *of_source, double *of_value);

/* of_source[s] = Σ over the values v that s claims of of_value[v]. */
void bl_truth_sum_values (const BlTruthTable *table, const double *of_value, double *of_source);

/* of_item[i] = Σ over the values of i. */
void bl_truth_sum_item_values (const BlTruthTable *table, const double *of_value, double *of_item);

/* of_item[i] = Σ over the distinct sources of i. */
void bl_truth_sum_item_sources (const BlTruthTable *table, const double *of_source, double *of_item);
