/* What the calendar decides. number/arithmetic: spans of years. "For the first time in 17 years" since August 2008 is right in 2025; a year
 * either side is right too, since both ends are seldom said to the day. date/weekday: a weekday that is not the date's. */
#include "figures/figures.h"

#include <math.h>
#include <string.h>

static void
check_spans (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "spans-years");
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlSpanDetail *detail = claim->detail;
      if (detail->dated || detail->since.written.precision == BL_DATE_UNKNOWN)
        continue; /* only another article's span can tell */
      if (detail->until_year == 0)
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

static void
check_weekdays (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "on-weekday");
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      BlDate date;
      if (!bl_date_parse (claim->key[0].value, &date) || date.precision != BL_DATE_DAY)
        continue;
      const char *actual = bl_weekday_name (bl_julian_weekday (bl_date_first_day (date)));
      if (strcmp (actual, claim->value.text) == 0)
        continue;
      g_autofree char *note = g_strdup_printf ("%s was a %s", claim->key[0].value, actual);
      const BlEvidence calendar = { .role = BL_ROLE_KNOWLEDGE, .text = "the calendar", .note = note, .origin = "arithmetic" };
      BlComparison *comparison = bl_comparison_new ("date/weekday", BL_RELATION_CONTRADICTION, claim, &calendar);
      comparison->confidence = 0.9;
      bl_comparison_say (comparison, "date", "%s", claim->key[0].value);
      bl_comparison_say (comparison, "actual", "%s", actual);
      bl_comparison_say (comparison, "claimed", "%s", claim->value.text);
      bl_compare_add (state, comparison);
    }
}

void
bl_check_arithmetic (BlCompareState *state)
{
  check_spans (state);
  check_weekdays (state);
}
