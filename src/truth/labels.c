#include "truth/labels.h"

#include "truth/accuracy.h"
#include <math.h>

static guint32
number_label (GHashTable *numbers, const char *text)
{
  gpointer number = NULL;
  if (g_hash_table_lookup_extended (numbers, text, NULL, &number))
    return GPOINTER_TO_UINT (number);
  const guint32 next = g_hash_table_size (numbers);
  g_hash_table_insert (numbers, (gpointer) text, GUINT_TO_POINTER (next));
  return next;
}

BlTruthLabels *
bl_truth_labels_new (const BlTruthTable *table, guint32 attribute)
{
  if (table->attribute_kind[attribute] != BL_TRUTH_LABEL)
    return NULL;
  BlTruthLabels *labels = g_new0 (BlTruthLabels, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  labels->attribute = attribute;
  labels->items = g_new (guint32, table->n_items + 1);
  labels->label = g_new (guint32, table->n_values + 1);
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      if (table->item_attribute[i] != attribute)
        continue;
      labels->items[labels->n_items++] = i;
      for (guint32 v = values.from; v < values.to; v++)
        labels->label[v] = number_label (numbers, table->variant[table->value_variants[v]].folded);
    }
  labels->n_labels = g_hash_table_size (numbers);
  return labels;
}

void
bl_truth_labels_free (BlTruthLabels *labels)
{
  if (labels == NULL)
    return;
  g_free (labels->items);
  g_free (labels->label);
  g_free (labels);
}

void
bl_truth_label_shares (const BlTruthTable *table, const BlTruthLabels *labels, double *chance)
{
  for (guint32 k = 0; k < labels->n_items; k++)
    {
      const BlTruthRange values = bl_truth_item_values (table, labels->items[k]);
      const double n = bl_truth_n (bl_truth_item_claims (table, labels->items[k]));
      double *of_item = chance + (gsize) k * labels->n_labels;
      for (guint32 l = 0; l < labels->n_labels; l++)
        of_item[l] = n > 0 ? 0 : 1.0 / labels->n_labels;
      for (guint32 v = values.from; v < values.to && n > 0; v++)
        of_item[labels->label[v]] += bl_truth_n (bl_truth_value_claims (table, v)) / n;
    }
}

double
bl_truth_label_settle (const BlTruthLabels *labels, const double *score, double *chance, double *log_all)
{
  double most = 0;
  *log_all = bl_truth_log_sum_exp (score, (BlTruthRange){ 0, labels->n_labels });
  for (guint32 l = 0; l < labels->n_labels; l++)
    {
      const double next = exp (score[l] - *log_all);
      most = MAX (most, fabs (next - chance[l]));
      chance[l] = next;
    }
  return most;
}

void
bl_truth_label_beliefs (const BlTruthTable *table, const BlTruthLabels *labels, const double *chance, BlTruthResult *result)
{
  for (guint32 k = 0; k < labels->n_items; k++)
    {
      const BlTruthRange values = bl_truth_item_values (table, labels->items[k]);
      for (guint32 v = values.from; v < values.to; v++)
        {
          const gboolean claimed = bl_truth_n (bl_truth_value_claims (table, v)) > 0;
          result->belief[v] = claimed ? chance[(gsize) k * labels->n_labels + labels->label[v]] : 0;
          result->confidence[v] = result->belief[v];
        }
    }
}

void
bl_truth_label_rest (const BlTruthTable *table, BlTruthResult *result)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const BlTruthRange values = bl_truth_item_values (table, i);
      const double sources = bl_truth_n (bl_truth_item_sources (table, i));
      if (bl_truth_item_kind (table, i) == BL_TRUTH_LABEL)
        continue;
      for (guint32 v = values.from; v < values.to; v++)
        result->belief[v] = sources > 0 ? bl_truth_n (bl_truth_value_claims (table, v)) / sources : 0;
    }
  bl_truth_accuracies (table, result->belief, result->trust);
}
