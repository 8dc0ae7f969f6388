/* Steps in the making of a table, for builder.c only. */
#pragma once

#include "truth/table.h"

/* Of a row that only names its source and item. */
#define BL_TRUTH_NO_VALUE G_MAXUINT32

/* A row with ids for its strings. Those of values number the readings; the others are the table's. */
typedef struct
{
  guint32 source, object, attribute, value, item;
  float weight;
} BlTruthIdRow;

typedef struct
{
  BlTruthIdRow *rows;
  guint32 n;
  const BlTruthReading *readings;
} BlTruthIdRows;

/* Fills attribute_kind and attribute_tolerance. rows are sorted by item. */
void bl_truth_decide_kinds (BlTruthTable *table, const BlTruthIdRows *rows, BlTolerance tolerance);

/* Fills values, variants and claims, and both indices of sources. Sorts the rows. */
void bl_truth_cut_columns (BlTruthTable *table, BlTruthIdRows *rows);

/* Fills source_claims, source_claim, item_sources and item_source from the claims. */
void bl_truth_index_sources (BlTruthTable *table);
