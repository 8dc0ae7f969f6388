/* number/arithmetic: spans of years. "For the first time in 17 years" since August 2008 is right in 2025; a year either side is
 * right too, since both ends are seldom said to the day. */
#include "compare/checks.h"

#include <math.h>

void
bl_check_arithmetic (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "spans-years");
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlSpanDetail *detail = claim->detail;
      if (detail->until_year == 0 || detail->since.written.precision == BL_DATE_UNKNOWN)
        {
          bl_compare_not_checked (state, "spans of years in articles without a date");
          continue;
        }
      const int years = detail->until_year - detail->since.written.year;
      if (years < 0 || fabs (detail->years - years) <= 1.0)
        continue;
      g_autofree char *since = bl_date_format (detail->since.written);
      g_autofree char *note = g_strdup_printf ("%d - %d = %d", detail->until_year, detail->since.written.year, years);
      const BlEvidence calendar = { .role = BL_ROLE_KNOWLEDGE, .text = "the calendar", .note = note, .origin = "arithmetic" };
      BlComparison *comparison = bl_comparison_new ("number/arithmetic", BL_RELATION_CONTRADICTION, claim, &calendar);
      comparison->confidence = 0.85;
      bl_comparison_say (comparison, "claimed", "“%s”", claim->at.text);
      bl_comparison_say (comparison, "computation", "from %s to %d are %d years", since, detail->until_year, years);
      bl_compare_add (state, comparison);
    }
}
