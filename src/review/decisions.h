/* What people decided about findings, as it is kept in files: belie-baseline.jsonl and belie-verdicts.jsonl.
 *
 * A file is JSON Lines: first {"format":1}, then one decision a line, sorted by fingerprint, so that git's merge=union puts two branches
 * together. What a merge left twice is read once: the weightier decision counts. */
#pragma once

#include "base/base.h"

/* From the least weighty to the most: of two decisions on one finding the later in this list counts. */
typedef enum
{
  BL_DECISION_LEGACY,         /* it was there when the baseline was made */
  BL_DECISION_FIXED,          /* an editor had it mended: if it is found again, it is shown again */
  BL_DECISION_REAL,           /* an editor says that it is right: shown until it is mended */
  BL_DECISION_ACCEPTED,       /* seen and left as it is */
  BL_DECISION_ALLOWED,        /* by a comment in the article itself */
  BL_DECISION_ATTRIBUTED,     /* the text gives somebody else's words, as it should */
  BL_DECISION_SUPERSEDED,     /* both were right, each at its time */
  BL_DECISION_FALSE_POSITIVE, /* belie is wrong */
  BL_N_DECISIONS,
} BlDecisionKind;

/* "legacy", "fixed", "real", "accepted", "allowed", "attributed", "superseded", "false-positive". */
const char *bl_decision_name (BlDecisionKind kind);

/* Whether a finding of which this was decided is no longer shown as new. */
gboolean bl_decision_hides (BlDecisionKind kind);

/* Owned strings; each but fingerprint and file may be NULL. */
typedef struct
{
  BlDecisionKind kind;
  char *fingerprint; /* NULL for a comment in an article */
  char *id;          /* "number/conflict": for people who read the file */
  char *at;          /* the article that is asked about */
  char *evidence;    /* the article or entry of the base on the other side */
  char *why;         /* the reason; always there in what hides a finding, but in BL_DECISION_LEGACY */
  char *who;
  BlDate until; /* the last day on which it counts; unknown: no end */
  char *file;   /* where it is written, as the user knows it */
  guint line;
} BlDecision;

void bl_decision_free (BlDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlDecision, bl_decision_free)

/* Reads a file; what is wrong in it is one complaint a line in problems, and the error says that the file cannot be used: nothing of
 * it is guessed. An owned list of BlDecision by fingerprint, each fingerprint once. */
GPtrArray *bl_decisions_load (const char *path, BlProblems *problems, GError **error);

/* Puts more into list, which takes them: of two on one finding the weightier stays, and the list is sorted. more is empty then. */
void bl_decisions_merge (GPtrArray *list, GPtrArray *more);

/* The file that keeps the list. Owned by the caller. */
GString *bl_decisions_write (const GPtrArray *list);
