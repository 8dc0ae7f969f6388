/* Attributes whose items all have their answer from one small list of labels, as tables of label numbers: for methods that learn how each
 * source confuses labels. */
#pragma once

#include "truth/method.h"

typedef struct
{
  guint32 attribute;
  guint32 n_labels;
  guint32 *items; /* those of the attribute, in order */
  guint32 n_items;
  guint32 *label; /* n_values of the table: number of the value's label; only for values of this attribute */
} BlTruthLabels;

/* NULL when the attribute is not of LABEL kind. The caller's. */
BlTruthLabels *bl_truth_labels_new (const BlTruthTable *table, guint32 attribute);
void bl_truth_labels_free (BlTruthLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthLabels, bl_truth_labels_free)

/* chance[item of labels × label] = share of the item's claims. */
void bl_truth_label_shares (const BlTruthTable *table, const BlTruthLabels *labels, double *chance);

/* New chances of one item, from the logarithms of what makes each label likely. Returns the greatest change; *log_all gets the logarithm of the
 * sum. */
double bl_truth_label_settle (const BlTruthLabels *labels, const double *score, double *chance, double *log_all);

/* Beliefs and confidences of the attribute's values from their labels' chances. */
void bl_truth_label_beliefs (const BlTruthTable *table, const BlTruthLabels *labels, const double *chance,
                             BlTruthResult *result);

/* Votes for the items of the attributes of other kinds; and a trust for all sources: the mean belief in what they claim. */
void bl_truth_label_rest (const BlTruthTable *table, BlTruthResult *result);
