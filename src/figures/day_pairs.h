/* Inside figures/: what the comparison of days asks of two dates. */
#pragma once

#include "events/sentence_pairs.h"

/* Two sentences of which one is a copy of the other, but for a word (Dice). */
#define BL_DAY_COPY 0.9

/* The news stands in these first sentences, headline included. */
#define BL_DAY_LEAD 2

static inline gboolean
bl_pair_is_lead (const BlSentencePair *pair)
{
  return pair->a.sentence->index <= BL_DAY_LEAD && pair->b.sentence->index <= BL_DAY_LEAD;
}

/* --- intervals (day_intervals.c) -------------------------------------------------------------------------------------- */

/* "Monday" without a day of the month. */
gboolean bl_day_is_weekday_only (const BlDayDetail *detail);

/* The named days of both in one calendar; FALSE when they have none in common. */
gboolean bl_days_find (const BlDayDetail *x, const BlDayDetail *y, BlDateRange *a, BlDateRange *b);

/* One names a weekday and the other that weekday or a day that is one: which week is meant is a guess. */
gboolean bl_days_same_weekday (const BlDayDetail *x, const BlDayDetail *y);

/* Both cannot be right, their bounds considered. */
gboolean bl_days_exclude (const BlDayDetail *x, const BlDayDetail *y);

/* --- news (day_news.c) ------------------------------------------------------------------------------------------------ */

/* A term among others (NULL-terminated) names what this one names: the same, or a name and a part of it. */
gboolean bl_terms_have (const char *const *terms, const char *term);

/* Whether two sentences of articles of one day, or of neighbouring ones, or of texts on one event, tell the same on two weekdays, also
 * with other verbs: no gate stopped it. */
BlVerdict bl_days_of_news (const BlCompareState *state, const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y);

/* The articles are of one day, or of neighbouring ones. */
gboolean bl_pair_is_of_news (const BlSentencePair *pair);

/* Whether one of two weekdays is too far back to be news, named once and by one article only, and the other is not (day_reach.c). */
BlVerdict bl_days_in_reach (const BlSentencePair *pair, const BlClaim *a, const BlClaim *b);

/* The clauses of both events say the same: one of them stands in the other sentence to that part at least, the other, which may say
 * more, to two thirds of it. */
gboolean bl_day_clauses_agree (const BlDayDetail *x, const BlDayDetail *y, double part);

/* Two who are named, each with an event of his own. Both details have an event. */
gboolean bl_days_two_named (const BlDayDetail *x, const BlDayDetail *y);

/* Two who are named, each with a saying of his own. Both details have an event. */
gboolean bl_days_two_speakers (const BlDayDetail *x, const BlDayDetail *y);

/* How many terms both sentences share, beside what names the speaker. Both details have an event. */
guint bl_days_count_said (const BlDayDetail *x, const BlDayDetail *y);

/* The day is that of "said", "announced", not of what was told of. */
gboolean bl_day_is_of_saying (const BlDayEvent *event);
