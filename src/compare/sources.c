/* Findings of the group source: what an article says, or does not say, about where it comes from. Notes for the profile, never alarms. */
#include "compare/own_checks.h"

static void
check_date (BlCompareState *state, const BlArticleClaims *claims)
{
  const BlArticle *article = bl_article_claims_article (claims);
  if (article->published.precision == BL_DATE_UNKNOWN)
    bl_compare_not_checked (state, "articles without a date: titles, ages and relative days in them");
}

void
bl_check_sources (BlCompareState *state)
{
  const GPtrArray *articles = state->input->article_claims;
  for (guint i = 0; i < articles->len; i++)
    check_date (state, articles->pdata[i]);

  g_autoptr (GPtrArray) credits = bl_compare_claims_of (state, "credits");
  for (guint i = 0; i < credits->len; i++)
    {
      const BlClaim *claim = credits->pdata[i];
      const BlEvidence credited = {
        .role = BL_ROLE_ORIGIN, .text = claim->value.surface, .note = "credited in the text", .origin = claim->at.article->id
      };
      BlComparison *comparison = bl_comparison_new ("source/credit", BL_RELATION_AGREES, claim, &credited);
      comparison->confidence = 0.9;
      bl_comparison_say (comparison, "origin", "%s", claim->value.surface);
      bl_compare_add (state, comparison);
    }
}
