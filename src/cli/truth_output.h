/* What belie truth prints: one table in three forms. */
#pragma once

#include "truth/truth.h"

typedef enum
{
  BL_TRUTH_FORMAT_TABLE, /* for eyes */
  BL_TRUTH_FORMAT_CSV,   /* RFC 4180 with a header */
  BL_TRUTH_FORMAT_JSON,  /* JSON Lines, version 1; the last line of items is a summary */
} BlTruthFormat;

/* All borrowed. */
typedef struct
{
  const BlTruthTable *table;
  const BlTruthMethod *method;
  const BlTruthResult *result;
  const BlTruthResult *vote; /* the same table by vote */
  BlTruthFormat format;
} BlTruthOutput;

/* How many items that the gold knows a result answers rightly. */
typedef struct
{
  guint right, n;
} BlTruthScore;

BlTruthScore bl_truth_score (const BlTruthTable *table, const BlTruthResult *result, const BlTruthGold *gold);

/* Object, attribute, value, confidence, whether it is tied, how many sources say so of how many, what a vote says. */
void bl_truth_output_items (const BlTruthOutput *output, GString *out);

/* Source, trust, number of claims, how many of them agree with the choices with Wilson's interval, and by vote. */
void bl_truth_output_sources (const BlTruthOutput *output, GString *out);

/* Sources that seem to take from each other; result->copies must be there. */
void bl_truth_output_copies (const BlTruthOutput *output, GString *out);

/* Accuracy on gold with Wilson's interval, one row; with_header for the first of several. */
void bl_truth_output_score (const BlTruthOutput *output, const char *name, BlTruthScore score, gboolean with_header,
                            GString *out);
