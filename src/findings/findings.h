/* Findings: comparisons put into words for an editor, with severity, confidence and a fingerprint that lasts.
 *
 * Wording: findings are questions, never verdicts. "differs", "disagrees with", "is not known", "does not add up"; never "false". */
#pragma once

#include "compare/compare.h"
#include "findings/policy.h"

typedef struct
{
  BlEvidenceRole role;
  const BlPlace *place; /* NULL for knowledge; then text, note, origin */
  const BlClaim *claim; /* that stands there; NULL for knowledge */
  const char *text;
  const char *note;
  const char *origin;
} BlFindingEvidence;

typedef struct
{
  const char *id;    /* "name/garbled" */
  char *fingerprint; /* "name/v1:5f0c…": 16 hex digits */
  BlSeverity severity;
  double confidence; /* two decimals */
  BlRelation relation;
  BlGate decided_by;
  char *message;
  char *replace;   /* suggestion, or NULL */
  const char *why; /* one line: why this kind is worth asking (of the rule, or of the catalogue) */
  const BlPlace *at;
  GArray *evidence; /* BlFindingEvidence, 1 … BL_LIMIT_EVIDENCE; empty for a remark on a comment to belie */
  guint evidence_left_out;
  BlSupport here, there; /* who stands on either side: see BlComparison */
  const BlClaim *claim;  /* NULL for a remark */
} BlFinding;

/* The catalogue: every id that exists, with its default severity and why. Sorted by id. */
typedef struct
{
  const char *id;
  BlSeverity severity;
  const char *title; /* "A name nobody bears, near a known person's" */
  const char *why;
} BlFindingKind;

const BlFindingKind *bl_finding_kind (const char *id); /* NULL: no such id */
const BlFindingKind *bl_finding_kind_at (guint index); /* NULL past the last */

/* Every report rule must name a finding of the catalogue, and no claim rule may take the predicate of a built-in reader: adds a
 * problem for each that does, with the nearest id. Returns their number. */
guint bl_findings_check_rules (const BlRuleSet *rules, BlProblems *problems);

typedef struct
{
  const char *const *only; /* ids or groups ("name", "name/garbled"), NULL: all */
  const char *const *skip;
  BlSeverity min_severity;
  double min_confidence;
  const BlPolicy
      *policy; /* what is said of single findings; NULL: nothing. What it says of confidence stands before min_confidence */
  const char *const *asked_for; /* ids that are looked at even where the policy turns them off; NULL: none */
  const gboolean
      *focus; /* by index of article: only findings that have a side in one that is TRUE, told from there; NULL: all */
} BlFindingFilter;

typedef struct BlFindings BlFindings;

/* Words every comparison, drops repetitions, sorts by article, place, id. The comparisons must outlive the findings. */
BlFindings *bl_findings_new (const BlComparisons *comparisons, const BlFindingFilter *filter);
void bl_findings_free (BlFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFindings, bl_findings_free)

/* Adds a finding about a place that makes no claim: a comment to belie that is of no use. place and its text are copied, its article
 * borrowed. id is of the catalogue. */
void bl_findings_add_remark (BlFindings *findings, const char *id, const BlPlace *place, const char *message,
                             const BlFindingFilter *filter);

/* "14 articles of at most 3 origins, against 1 article" when more than one article stands on a side; NULL when not. Owned by the caller. */
char *bl_finding_support (const BlFinding *finding);

const GPtrArray *bl_findings_list (const BlFindings *findings); /* BlFinding * that the filter lets pass */
const GPtrArray *bl_findings_all (const BlFindings *findings);  /* also those that it does not: what was decided is of them */
guint bl_findings_count (const BlFindings *findings, BlSeverity severity); /* of exactly this severity */

const char *bl_severity_name (BlSeverity severity); /* "error", "warning", "note" */
gboolean bl_severity_parse (const char *text, BlSeverity *severity);
