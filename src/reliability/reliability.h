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

/* Below this many claims, or whatever a panel counts, nothing can be said yet. */
#define BL_ENOUGH_CLAIMS 30

/* TRUE when fewer than BL_ENOUGH_CLAIMS were counted: the interval is still right, and too wide to say anything. */
static inline gboolean
bl_proportion_too_few (BlProportion proportion)
{
  return proportion.n < BL_ENOUGH_CLAIMS;
}

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
  guint
      n_effective;  /* claims, of which those of several articles of one text count once: a reprint is no further observation */
  gboolean too_few; /* fewer than 30 effective claims: too few to say */

  /* Questions: findings whose first place is in this source. */
  guint n_findings[3]; /* by BlSeverity */
  GArray *kinds;       /* BlProfileKind, by id, then severity */

  /* Claims that an error names, of all its claims. Conflicts with other sources are not among them: which side is wrong is not known,
   * and asked about is merely the later one. */
  BlProportion errors;

  /* Conflicts with other sources, and where most independent origins stand. */
  guint n_conflicts;
  BlProportion
      with_most; /* conflicts in which more origins stand with the source than against it, of those in which the two differ */

  /* What others tell. */
  BlProportion corroborated; /* keyed claims that another origin states alike, of all keyed claims */
  BlProportion figures;      /* figures and days that another origin has alike, of those that another has, alike or otherwise */

  /* Where it has its articles from. */
  BlProportion own;     /* articles of its own origin, of all its articles, as below */
  BlProportion relayed; /* that credit somebody for the whole of it */
  BlProportion copied;  /* that took their text from an earlier article */

  /* Sourcing. */
  BlProportion named; /* attributions to a named speaker, of all attributions */
  BlProportion with_date, with_byline, with_dateline, with_credit, with_link; /* articles, of all */

  /* Candour: never counted against a source. */
  guint n_corrections;

  /* Care. */
  BlProportion damaged;  /* articles with damaged text, of all */
  BlProportion inflated; /* articles that are surer in one place than in another, of all */
  BlProportion altered;  /* quotations that other articles have otherwise, of all that others have too */
  guint n_retracted;     /* uses of what has been taken back */

  /* From truth discovery over the facts on which several origins speak (facts.h): of those on which the source speaks, how many it tells as
   * is probably true; and the same when most voices decide. What all tell alike counts as true: a corpus knows no better. NULL: too few to
   * say. */
  const char *estimated_by; /* name of the method; not owned */
  char *estimated_remark;   /* how it went about it: "chose accu for the rest"; NULL: nothing to say; owned */
  BlProportion estimated, estimated_by_vote;
} BlSourceProfile;

/* One proportion of every profile, as reports name it. */
typedef struct
{
  const char *group; /* "Sourcing": panels of one group stand together */
  const char *name;  /* "with_date": in JSON */
  const char *label; /* "articles with a date" */
  gsize offset;      /* of the BlProportion in a BlSourceProfile */
} BlProfilePanel;

/* The panels in their order, the last with a NULL name. The estimate by truth discovery is none: most sources have none. */
const BlProfilePanel *bl_profile_panels (void);
BlProportion bl_profile_panel_of (const BlSourceProfile *profile, const BlProfilePanel *panel);

/* Findings of a kind, of the claims of the source. */
BlProportion bl_profile_kind_rate (const BlSourceProfile *profile, const BlProfileKind *kind);

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

/* There is no Admiralty grid (source A to F, information 1 to 6) and no other letter: its letters are a ranking by one number after all, their
 * thresholds are nobody's measurement, most readers take the two axes for one (Irwin and Mandel 2019, Improving information evaluation for
 * intelligence production), and with evidence for the letter taken from other events than the number's, hardly a source of a news corpus has the
 * thirty shared facts that it would need: everything would be F6. The panels say what such a letter would be made of. */

/* What no program can see in the texts, as one sentence for every report. */
const char *bl_profile_unseen (void);
