/* How likely the claims of a table are, given answers: the yardstick by which starts of one method are compared without knowing the truth.
 *
 * The claims are told one after the other, each with the chance that what was told before gives it (Dawid 1984, “Statistical theory: the
 * prequential approach”), so nothing is fitted that would have to be paid for afterwards. A source is right with the accuracy it has shown
 * so far; a wrong claim repeats a wrong value already told in proportion to how often it was, or is a new one (Hoppe's urn). And a
 * source may have another from which it copies a share of its claims: copiers form a forest, the one of greatest gain among the pairs of
 * copying.h (Chow and Liu 1968 on trees of dependence). A group of copiers then costs little more than one source, whether it is right or
 * wrong, so answers are not likelier for being those of the larger group. */
#pragma once

#include "truth/copying.h"

/* ln Pr (claims | the value with the highest belief of each item is true). Comparable between beliefs about the same table. */
double bl_truth_explain (const BlTruthTable *table, const BlTruthPairs *pairs, const double *belief);
