/* What two runs over the same articles have in common, and what only one of them has. */
#pragma once

#include "pipeline/pipeline.h"

typedef enum
{
  BL_CHANGE_GAINED,
  BL_CHANGE_LOST,
  BL_CHANGE_CHANGED,
} BlChangeKind;

const char *bl_change_name (BlChangeKind kind); /* "gained" */

/* A finding or a claim. All borrowed from the two runs, but for what. */
typedef struct
{
  BlChangeKind kind;
  const char *maker;            /* rule id as it is called now, or "reader/NAME" */
  const BlFinding *finding;     /* as it is now; of a lost one, as it was; NULL: this is about a claim */
  const BlFinding *finding_was; /* CHANGED */
  const BlClaim *claim;
  const BlClaim *claim_was;
  GPtrArray *what; /* CHANGED: char *, "severity warning → error", "wording" */
} BlChange;

typedef struct
{
  GArray *list; /* BlChange, in the order of articles and places */
  guint n[3];   /* by BlChangeKind */
  guint n_unchanged;
} BlChanges;

/* Findings are the same when their fingerprints are, and else changed when they are of one kind at one place. A rule that was renamed
 * (renamed_from) is the same rule. */
BlChanges *bl_changes_of_findings (const BlPipeline *now, const BlPipeline *before);

/* Claims are the same when nothing but the rule that made them differs, and else changed when their keys are equal in one sentence. */
BlChanges *bl_changes_of_claims (const BlPipeline *now, const BlPipeline *before);

void bl_changes_free (BlChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlChanges, bl_changes_free)
