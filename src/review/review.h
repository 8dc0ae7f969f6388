/* Review: what is left to show of the findings when those that people have decided about are set aside.
 *
 * Nothing is dropped: every report can still say which findings are set aside, by whom and why. A decision that nothing matches any more,
 * or whose time is over, is said too: a list of exceptions that nobody prunes hides the next mistake. */
#pragma once

#include "findings/findings.h"
#include "review/decisions.h"

/* What the decisions of a repository are kept in, beside corpus.json. */
#define BL_BASELINE_NAME "belie-baseline.jsonl"
#define BL_VERDICTS_NAME "belie-verdicts.jsonl"

typedef struct
{
  const BlCorpus *corpus;
  const GPtrArray *decisions; /* BlDecision * of files, each fingerprint once; or NULL */
  gint32 today;               /* Julian day against which "until" is held */
  gboolean whole; /* all that the decisions speak of was read: what matches nothing is stale. FALSE: that cannot be said */
  const BlFindingFilter *filter; /* for findings that are added */
} BlReviewInput;

typedef struct BlReview BlReview;

/* Holds all findings against the decisions and the comments in articles, and adds a finding for each comment that is unused, expired or
 * not well-formed. All of the input must outlive the review. */
BlReview *bl_review_new (const BlReviewInput *input, BlFindings *findings);
void bl_review_free (BlReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlReview, bl_review_free)

/* What was decided of a finding, and still counts; NULL: nothing. A NULL review has decided nothing. */
const BlDecision *bl_review_of (const BlReview *review, const BlFinding *finding);

/* Whether the finding is set aside. */
gboolean bl_review_hides (const BlReview *review, const BlFinding *finding);

/* Findings of this severity that the filter let pass and that are not set aside. */
guint bl_review_n_shown (const BlReview *review, const BlFindings *findings, BlSeverity severity);

/* Findings that the filter let pass of which this was decided. */
guint bl_review_n_decided (const BlReview *review, const BlFindings *findings, BlDecisionKind kind);

/* Decisions of files that match no finding, and such as match one but count no more; BlDecision *, in the order of fingerprints.
 * Empty for a NULL review. */
const GPtrArray *bl_review_stale (const BlReview *review);
const GPtrArray *bl_review_expired (const BlReview *review);

/* A decision about the finding as it is now, to be written into a file. Owned by the caller. */
BlDecision *bl_decision_on (const BlFinding *finding, BlDecisionKind kind);
