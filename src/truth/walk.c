#include "truth/walk.h"

void
bl_truth_sum_sources (const BlTruthTable *table, const double *of_source, double *of_value)
{
  for (guint32 v = 0; v < table->n_values; v++)
    {
      double sum = 0;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        sum += of_source[table->claim_source[c]];
      of_value[v] = sum;
    }
}

void
bl_truth_sum_values (const BlTruthTable *table, const double *of_value, double *of_source)
{
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      double sum = 0;
      for (guint32 k = table->source_claims[s]; k < table->source_claims[s + 1]; k++)
        sum += of_value[table->claim_value[table->source_claim[k]]];
      of_source[s] = sum;
    }
}

void
bl_truth_sum_item_values (const BlTruthTable *table, const double *of_value, double *of_item)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      double sum = 0;
      for (guint32 v = table->item_values[i]; v < table->item_values[i + 1]; v++)
        sum += of_value[v];
      of_item[i] = sum;
    }
}

void
bl_truth_sum_item_sources (const BlTruthTable *table, const double *of_source, double *of_item)
{
  for (guint32 i = 0; i < table->n_items; i++)
    {
      double sum = 0;
      for (guint32 k = table->item_sources[i]; k < table->item_sources[i + 1]; k++)
        sum += of_source[table->item_source[k]];
      of_item[i] = sum;
    }
}
