/* happens-on: every weekday, month, year and decade, each with the words around it and what happened then.
 *
 * No rule says what happened then: the open comparison (figures/days.c) aligns their sentences by the words and mentions around
 * them. */
#include "readers/day_events.h"

static gboolean
is_day (const BlMention *mention)
{
  if (mention->type != BL_MENTION_DATE)
    return FALSE;
  const BlDateMention *date = &mention->date;
  return date->weekday != 0 || date->written.precision != BL_DATE_UNKNOWN || (date->range.known && !date->relative);
}

static void
add_day (const BlSurroundingsReader *reader, const BlMention *mention)
{
  BlExtraction *extraction = reader->extraction;
  BlClaim *claim = bl_extraction_add (extraction, "happens-on", "reader/days", mention->span);
  const char *text = bl_extraction_folded (extraction, mention->span);
  const BlArgument key = { .name = "day", .value = text, .surface = claim->at.text };
  bl_claim_set_key (extraction, claim, &key, 1);
  claim->value = (BlValue){ .kind = BL_VALUE_DATE, .text = text, .surface = claim->at.text, .date = mention->date.range };
  BlDayDetail *detail = bl_arena_new0 (extraction->arena, BlDayDetail);
  *detail = (BlDayDetail){ .date = &mention->date, .around = bl_surroundings_at (reader, mention->span) };
  bl_day_read (reader, mention, detail);
  claim->detail = detail;
}

void
bl_read_day (const BlSurroundingsReader *reader, const BlMention *mention)
{
  if (is_day (mention))
    add_day (reader, mention);
}
