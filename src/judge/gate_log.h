/* What became of the claims that were held against each other, for `belie explain --pair` and the corpora that want to see agreement.
 *
 * A check judges two claims by its gates and hands every verdict, whichever it is, to bl_compare_judged(), which counts the gate,
 * keeps the pair when the caller of bl_compare() wants related claims, and writes it down when there is a log. A run without both
 * pays for the count alone: so why is a literal, and nothing is formatted. */
#pragma once

#include "judge/comparison.h"

typedef struct
{
  BlRelation relation; /* how the two relate; NONE where the gate leaves that open */
  BlGate gate;         /* that stopped the pair; BL_GATE_NONE: the values decided */
  const char *why; /* a literal: what of the two made the gate stop them, "another entity stands beside the figure"; or NULL */
} BlVerdict;

/* A pair that a gate stops, and says nothing more about. */
static inline BlVerdict
bl_stopped (BlGate gate, const char *why)
{
  return (BlVerdict){ .relation = BL_RELATION_NONE, .gate = gate, .why = why };
}

/* A pair that a gate stops because it is no conflict but agrees, is superseded, disputed or a variant. */
static inline BlVerdict
bl_related (BlRelation relation, BlGate gate, const char *why)
{
  return (BlVerdict){ .relation = relation, .gate = gate, .why = why };
}

typedef struct
{
  const char *check;    /* the check that held them against each other: "figures" */
  const BlClaim *a, *b; /* b is NULL for a claim held against the base alone */
  BlVerdict verdict;
} BlGateEntry;

/* Two sentences that were aligned. */
typedef struct
{
  guint article_a, article_b; /* indices */
  guint sentence_a, sentence_b;
  double overlap, dice; /* weight of what both share, of the lighter one and of their mean */
  guint n_shared;       /* terms */
  const char *why;      /* a literal: why the pair checks did not look at them; NULL when they did */
} BlGateSentences;

typedef struct BlGateLog BlGateLog;

BlGateLog *bl_gate_log_new (void);
void bl_gate_log_free (BlGateLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlGateLog, bl_gate_log_free)

void bl_gate_log_add (BlGateLog *log, const BlGateEntry *entry);

void bl_gate_log_add_sentences (BlGateLog *log, const BlGateSentences *sentences);
const GArray *bl_gate_log_sentences (const BlGateLog *log); /* BlGateSentences */

/* BlGateEntry in the order in which they were judged. */
const GArray *bl_gate_log_entries (const BlGateLog *log);
