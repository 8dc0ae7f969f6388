#include "reliability/reliability.h"

#define QUESTIONS "Questions"
#define OTHERS "Against others"
#define SOURCING "Sourcing"
#define CARE "Care"

#define PANEL(group, member, label)                                                                                            \
  {                                                                                                                            \
    group, #member, label, G_STRUCT_OFFSET (BlSourceProfile, member)                                                           \
  }

static const BlProfilePanel panels[] = {
  PANEL (QUESTIONS, errors, "claims with an error, conflicts aside"),
  PANEL (OTHERS, with_most, "most independent origins stand with it"),
  PANEL (OTHERS, corroborated, "comparable claims others confirm"),
  PANEL (OTHERS, figures, "comparable figures others confirm"),
  PANEL (SOURCING, own, "articles of its own"),
  PANEL (SOURCING, relayed, "articles credited to others as a whole"),
  PANEL (SOURCING, copied, "articles that took an earlier text"),
  PANEL (SOURCING, named, "statements with a named speaker"),
  PANEL (SOURCING, with_date, "articles with a date"),
  PANEL (SOURCING, with_byline, "articles with a byline"),
  PANEL (SOURCING, with_dateline, "articles with a dateline"),
  PANEL (SOURCING, with_link, "articles with a link"),
  PANEL (SOURCING, with_credit, "articles that credit somebody"),
  PANEL (CARE, damaged, "articles with damaged text"),
  PANEL (CARE, inflated, "articles surer here than there"),
  PANEL (CARE, altered, "shared quotations, otherwise than others"),
  { NULL, NULL, NULL, 0 },
};

const BlProfilePanel *
bl_profile_panels (void)
{
  return panels;
}

BlProportion
bl_profile_panel_of (const BlSourceProfile *profile, const BlProfilePanel *panel)
{
  return *(const BlProportion *) (gconstpointer) ((const char *) profile + panel->offset);
}

BlProportion
bl_profile_kind_rate (const BlSourceProfile *profile, const BlProfileKind *kind)
{
  return bl_proportion (MIN (kind->n, profile->n_claims), profile->n_claims);
}
