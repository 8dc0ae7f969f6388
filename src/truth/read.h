/* Tables of claims as comma-separated values: a header that names source, object, attribute and value in any order, then a claim a row. */
#pragma once

#include "base/problem.h"
#include "truth/table.h"

/* Other columns are ignored, but for an optional "confidence" (0 < c ≤ 1), which becomes the claim's weight. A row that is broken (too few
 * or too many fields, an empty source or object, an open quotation mark, bytes that are no UTF-8, control characters) becomes a
 * BL_PROBLEM_PARTIAL at its place and is left out; after BL_TRUTH_SHOWN_PROBLEMS of them the rest is counted in one. A row with an empty
 * value claims nothing, and a note counts such rows. */
#define BL_TRUTH_SHOWN_PROBLEMS 50

/* text (length bytes, any) is called name in problems. NULL with a BL_TRUTH_ERROR_TABLE, "NAME:LINE:COLUMN: what", when there is no such
 * header or no claim. The caller's. */
BlTruthBuilder *bl_truth_read (const char *name, const char *text, gsize length, BlProblems *problems, GError **error);

/* The same of a file; errors of bl_file_read() too. */
BlTruthBuilder *bl_truth_read_file (const char *path, BlProblems *problems, GError **error);

/* A table of object, attribute and value: what is known to be true. Rows by object and attribute; the last of equal ones counts. */
typedef struct BlTruthGold BlTruthGold;

BlTruthGold *bl_truth_gold_read_file (const char *path, BlProblems *problems, GError **error);
void bl_truth_gold_free (BlTruthGold *gold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthGold, bl_truth_gold_free)

/* The true value as it stands in the file; NULL when the item is not in it. Borrowed. */
const char *bl_truth_gold_value (const BlTruthGold *gold, const char *object, const char *attribute);

/* Whether an answer of an item counts as right: equal after folding, as a set, or within the attribute's tolerance of the true value. */
gboolean bl_truth_gold_agrees (const BlTruthTable *table, guint32 item, const char *answer, const char *truth);
