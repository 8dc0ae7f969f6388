/* Private to src/knowledge: how likely two names that stand side by side mean one person.
 *
 * A logistic model: what an alignment says becomes numbers, the evidence; their weighted sum becomes a probability. Weights are learned
 * (scripts/learn-names) and stand in rules/lexicon/name-model.json. */
#pragma once

#include "knowledge/name_alignment.h"

typedef struct
{
  double bias;
  double of[BL_N_NAME_EVIDENCE];
} BlNameWeights;

typedef struct
{
  gboolean is_there; /* a model was read */
  BlNameWeights possible;
  BlNameWeights impossible; /* of names whose words cannot be one person's: the same evidence says other things of them */
} BlNameModel;

/* What the alignment says. is_possible: as bl_name_is_possible(); one_generation: neither is the other's Jr. */
void bl_name_evidence_of (const BlNameAlignment *alignment, gboolean is_possible, gboolean one_generation,
                          BlNameEvidence *evidence);

/* In (0, 1). */
double bl_name_model_probability (const BlNameModel *model, const BlNameEvidence *evidence);
