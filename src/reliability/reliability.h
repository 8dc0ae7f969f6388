/* Source profiles: how a source behaves in this corpus. Counts with intervals, never a naked score. */
#pragma once

#include "findings/findings.h"

/* k of n with the Wilson score interval at 95 % (Wilson 1927); n == 0 gives [0, 1]. */
typedef struct
{
  guint k, n;
  double low, high;
} BlProportion;

BlProportion bl_proportion (guint k, guint n);

typedef struct
{
  const BlSource *source;
  guint n_articles, n_claims;
  guint n_findings[3];       /* by BlSeverity, findings whose first place is in this source */
  BlProportion errors;       /* claims of this source that an error names, of all its claims */
  BlProportion corroborated; /* keyed claims that another origin states alike, of those that another origin speaks of */
  BlProportion own;          /* articles of its own origin, of all its articles */
  BlProportion named;        /* attributions to a named speaker, of all attributions */
  guint n_with_date, n_with_byline, n_with_credit;
  gboolean too_few; /* fewer than 30 claims: too few to say */
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
