/* Parts of a span of days: "early 2014", "the second quarter of 2019", "the summer of 1990". */
#pragma once

#include "claims/time_words.h"
#include "claims/words.h"

static inline BlDateRange
bl_days_between (gint32 first, gint32 last)
{
  return (BlDateRange){ .first = first, .last = last, .known = TRUE };
}

/* The days of a part; today is the article's day, and matters for "earlier" and "later" only. */
BlDateRange bl_date_part_days (BlDateRange days, BlDatePart part, gint32 today);

/* The season of northern countries that begins in a month of a year, in whole months. */
BlDateRange bl_season_days (int month, int year);

/* The words before a date that say which part of it is meant; *first is moved to where they begin. "Summer of" is a whole. */
BlDatePart bl_date_part_read (const BlWords *sentence, const BlTimeWords *words, guint *first);
