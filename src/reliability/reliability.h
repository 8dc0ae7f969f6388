/* Source profiles: how a source behaves in this corpus. Counts with intervals, never a naked score, and no ranking by one number: of twenty
 * sources with one true rate of errors of 5 % and 40 claims each, chance alone shows one at 0 % and another at 12 %. */
#pragma once

#include "findings/findings.h"

/* k of n with the Wilson score interval at 95 % (Wilson 1927); n == 0 gives [0, 1]. */
typedef struct
{
  guint k, n;
  double low, high;
} BlProportion;

BlProportion bl_proportion (guint k, guint n);

/* Findings of one kind that ask about the source. */
typedef struct
{
  const char *id; /* "number/conflict" */
  BlSeverity severity;
  guint n;
} BlProfileKind;

typedef struct
{
  const BlSource *source;
  guint n_articles, n_claims;
  gboolean too_few; /* fewer than 30 claims: too few to say */

  /* Questions: findings whose first place is in this source. */
  guint n_findings[3]; /* by BlSeverity */
  GArray *kinds;       /* BlProfileKind, by id, then severity */
  BlProportion errors; /* claims of this source that an error names, of all its claims */

  /* Conflicts with other sources, and where most independent origins stand. */
  guint n_conflicts;
  BlProportion
      with_most; /* conflicts in which more origins stand with the source than against it, of those in which the two differ */

  /* What others tell. */
  BlProportion corroborated; /* keyed claims that another origin states alike, of all keyed claims */
  BlProportion figures;      /* figures and days that another origin has alike, of those that another has, alike or otherwise */

  /* Where it has its articles from. */
  BlProportion own; /* articles of its own origin, of all its articles */
  guint n_relayed;  /* that credit somebody for the whole of it */
  guint n_copied;   /* that took their text from an earlier article */

  /* Sourcing. */
  BlProportion named; /* attributions to a named speaker, of all attributions */
  guint n_with_date, n_with_byline, n_with_dateline, n_with_credit, n_with_link;

  /* Candour: never counted against a source. */
  guint n_corrections;

  /* Care. */
  BlProportion damaged;  /* articles with damaged text, of all */
  BlProportion inflated; /* articles that are surer in one place than in another, of all */
  BlProportion altered;  /* quotations that other articles have otherwise, of all quotations */
  guint n_retracted;     /* uses of what has been taken back */

  /* From truth discovery, when it was asked for: the share of its claims that is probably true. NULL: not estimated. */
  const char *estimated_by; /* name of the method; not owned */
  BlProportion estimated, estimated_by_vote;
} BlSourceProfile;

typedef struct
{
  const BlCorpus *corpus;
  const GPtrArray *article_claims;
  const BlOrigins *origins;
  const BlComparisons *comparisons;
  const BlFindings *findings;
} BlProfileInput;

/* One profile a source, by source id; BlSourceProfile *. The caller's array (g_ptr_array_unref). */
GPtrArray *bl_source_profiles (const BlProfileInput *input);

/* What no program can see in the texts, as one sentence for every report. */
const char *bl_profile_unseen (void);
