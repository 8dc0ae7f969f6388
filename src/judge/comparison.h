/* What is said of two claims: how they relate, which gate decided, and what of it is worth telling. */
#pragma once

#include "claims/claims.h"

typedef enum
{
  BL_RELATION_CONTRADICTION,
  BL_RELATION_DIFFERS,
  BL_RELATION_VARIANT,
  BL_RELATION_SUPERSEDED,
  BL_RELATION_DISPUTED,
  BL_RELATION_AGREES,
  BL_RELATION_NONE, /* nothing can be said of the two: they are not about one thing */
} BlRelation;

/* In the order in which they are tried. */
typedef enum
{
  BL_GATE_NONE, /* passed all: the values themselves decided */
  BL_GATE_SUBJECT,
  BL_GATE_PREDICATE,
  BL_GATE_UNIT,
  BL_GATE_SLOT,
  BL_GATE_INTERVAL,
  BL_GATE_TIME,
  BL_GATE_SPEAKER,
  BL_GATE_MODALITY, /* question, condition, wish, hypothesis */
  BL_GATE_QUOTE,
  BL_GATE_ORIGIN, /* both sides are one origin */
  BL_GATE_SHOWN,  /* the same pair was shown already */
  BL_N_GATES,
} BlGate;

typedef enum
{
  BL_ROLE_KNOWLEDGE,
  BL_ROLE_CONTRADICTS,
  BL_ROLE_DIFFERS,
  BL_ROLE_AGREES,
  BL_ROLE_ORIGIN,
} BlEvidenceRole;

/* The other side: a claim of an article, or an entry of the knowledge base (or a rule's reference). */
typedef struct
{
  BlEvidenceRole role;
  const BlClaim *claim; /* NULL for knowledge */
  const char *text;     /* knowledge: "Dominic Raab" */
  const char *note;     /* knowledge: "gb/deputy-prime-minister 2021-09-15/2022-09-06" */
  const char *origin;   /* knowledge: "rules/knowledge/persons-uk.json#dominic-raab" */
} BlEvidence;

static inline BlEvidence
bl_evidence_claim (BlEvidenceRole role, const BlClaim *claim)
{
  return (BlEvidence){ .role = role, .claim = claim };
}

/* The evidence speaks against the claim that is asked about. */
static inline gboolean
bl_evidence_role_is_against (BlEvidenceRole role)
{
  return role == BL_ROLE_CONTRADICTS || role == BL_ROLE_DIFFERS;
}

/* Who stands on one side of a conflict: articles, and how many independent witnesses they are at most. */
typedef struct
{
  guint n_articles, n_origins;
} BlSupport;

/* One comparison worth telling. It always has a claim on one side and at least one evidence on the other: there is no way to
 * make one without (bl_comparison_new takes both). */
typedef struct
{
  const char *id; /* catalogue id: "name/garbled" */
  BlRelation relation;
  BlGate decided_by;
  double confidence;    /* 0..1, before the rule's status and severity are looked at */
  const BlClaim *claim; /* the side that is asked about */
  GArray *evidence;     /* BlEvidence, at least one */
  GPtrArray *words;     /* char *: name, value, name, value … for the message of this id (findings/wording.c) */
  char *replace;        /* suggestion, or NULL */
  BlSupport here;       /* the claim and what agrees with it; of contradictions and differences */
  BlSupport there;      /* what it disagrees with; no articles where that is the base */
  gboolean of_many;     /* the other side is what many say: which of them is the first witness depends on the corpus */
} BlComparison;

/* Takes nothing; id must be a literal of the catalogue. */
BlComparison *bl_comparison_new (const char *id, BlRelation relation, const BlClaim *claim, const BlEvidence *first);
void bl_comparison_add_evidence (BlComparison *comparison, const BlEvidence *evidence);
/* A word for the message, e.g. ("person", "Dominic Raab"). */
void bl_comparison_say (BlComparison *comparison, const char *name, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *bl_comparison_word (const BlComparison *comparison, const char *name); /* NULL when not said */
/* TRUE when the claim is the one that is asked about, or evidence. */
gboolean bl_comparison_shows (const BlComparison *comparison, const BlClaim *claim);
void bl_comparison_free (BlComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlComparison, bl_comparison_free)

/* Two claims of two articles on one thing that are no conflict: variant, superseded, disputed or agrees. */
typedef struct
{
  BlRelation relation;
  BlGate gate; /* that said so */
  const BlClaim *a, *b;
} BlRelated;

/* What articles say alike of one thing. */
typedef struct
{
  const BlClaim *claim; /* a witness: the first of claims */
  GPtrArray *claims;    /* const BlClaim *, one an article, by article */
  guint n_articles;
  guint n_origins; /* independent witnesses, at most: bl_origins_count() */
} BlCorroboration;

/* One figure as it moved from report to report: a toll that rose, the missing that grew fewer. */
typedef struct
{
  GPtrArray *claims; /* const BlClaim *, at least two, by day of their articles */
} BlSeries;

const char *bl_relation_name (BlRelation relation);
/* The one that matters more to who asks whether two texts agree: contradiction, differs, disputed, superseded, variant, agrees, none. */
BlRelation bl_relation_stronger (BlRelation a, BlRelation b);
const char *bl_gate_name (BlGate gate);
const char *bl_evidence_role_name (BlEvidenceRole role);
