/* on-weekday: a weekday beside a full date, "Monday, 8 November 2021". */
#include "claims/extraction.h"

void
bl_read_weekdays (BlExtraction *extraction)
{
  guint n;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      if (mention->type != BL_MENTION_DATE || mention->date.weekday == 0 || mention->date.written.precision != BL_DATE_DAY
          || mention->date.written.year == 0)
        continue;
      BlClaim *claim = bl_extraction_add (extraction, "on-weekday", "reader/weekdays", mention->span);
      g_autofree char *date = bl_date_format (mention->date.written);
      const BlArgument key = { .name = "date", .value = bl_arena_intern (extraction->arena, date), .surface = claim->at.text };
      bl_claim_set_key (extraction, claim, &key, 1);
      const char *name = bl_weekday_name (mention->date.weekday);
      claim->value = (BlValue){ .kind = BL_VALUE_ENUM, .text = name, .surface = name };
    }
}
