/* Findings that a report rule makes from one match. The other side is what the rule refers to: the fixed term, or its why. */
#include "compare/own_checks.h"

void
bl_check_reports (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "reports");
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlRule *rule = claim->rule;
      const char *instead = NULL;
      const char *message = NULL;
      for (guint k = 0; k < claim->n_others; k++)
        {
          if (g_str_equal (claim->others[k].name, "instead"))
            instead = claim->others[k].value;
          else if (g_str_equal (claim->others[k].name, "message"))
            message = claim->others[k].value;
        }
      g_autofree char *origin = g_strdup_printf ("%s#%s", rule->file, rule->id);
      const BlEvidence reference
          = { .role = BL_ROLE_KNOWLEDGE, .text = instead != NULL ? instead : rule->title, .note = rule->why, .origin = origin };
      BlComparison *comparison = bl_comparison_new (rule->finding, BL_RELATION_DIFFERS, claim, &reference);
      comparison->confidence = rule->confidence;
      comparison->replace = g_strdup (instead);
      bl_comparison_say (comparison, "message", "%s", message != NULL ? message : rule->title);
      bl_compare_add (state, comparison);
    }
}
