/* The days that a date means: its bound ("before", "since"), the part of it that is named ("early 2014"), and spans of two dates. */
#include "claims/date_parts.h"
#include "readers/day_reader.h"

/* "In early 2014" and "in the spring of 1984" are wide by this many days on either side. */
#define PART_SLACK 31

/* --- bound and part ------------------------------------------------------------------------------------------------- */

/* The bound that ends right before *at, which moves to where it begins. */
static BlDayBound
take_bound (const BlDayReader *day, guint *at)
{
  const guint word = *at - 1;
  if (*at == 0 || (bl_day_breaks (day, *at) & ~BL_BREAK_QUOTE) != 0)
    return BL_DAY_PLAIN;
  *at = word;
  if (bl_day_is_of (day, word, BL_TIME_BOUND_BEFORE))
    return BL_DAY_BEFORE;
  if (bl_day_is_of (day, word, BL_TIME_BOUND_AFTER))
    return BL_DAY_AFTER;
  if (bl_day_is_of (day, word, BL_TIME_BOUND_UNTIL))
    return BL_DAY_UNTIL;
  if (bl_day_is_of (day, word, BL_TIME_BOUND_SINCE))
    return BL_DAY_SINCE;
  if (word > 0 && bl_day_is_word (day, word, "to") && bl_day_is_word (day, word - 1, "prior"))
    {
      *at = word - 1;
      return BL_DAY_BEFORE;
    }
  if (word > 0 && bl_day_is_word (day, word, "than"))
    {
      const gboolean no = word > 1 && bl_day_is_of (day, word - 2, BL_TIME_NEGATION);
      *at = word - (no ? 2 : 1);
      if (bl_day_is_word (day, word - 1, "later"))
        return no ? BL_DAY_UNTIL : BL_DAY_AFTER;
      return no ? BL_DAY_SINCE : BL_DAY_BEFORE;
    }
  if (word > 0 && (bl_day_is_word (day, word, "of") || bl_day_is_word (day, word, "at"))
      && bl_day_is_word (day, word - 1, "as"))
    {
      *at = word - 1;
      return BL_DAY_AS_OF;
    }
  if (!bl_day_is_of (day, word, BL_TIME_BOUND_PLAIN))
    *at = word + 1;
  return BL_DAY_PLAIN;
}

/* "by the end of", "as of before", "after noon on": the bound may stand before a preposition or hour. */
static BlDayBound
read_bound (BlDayReader *day)
{
  if (day->first > 0 && (bl_day_is_word (day, day->first - 1, "the") || bl_day_is_word (day, day->first - 1, "about")))
    day->first--;
  const guint start = day->first;
  BlDayBound bound = take_bound (day, &day->first);
  if (bound == BL_DAY_PLAIN && day->first < start)
    {
      if (day->first > 0 && bl_day_is_of (day, day->first - 1, BL_TIME_HOUR))
        day->first--;
      guint at = day->first;
      bound = take_bound (day, &at);
      if (bound != BL_DAY_PLAIN)
        day->first = at;
    }
  guint at = day->first;
  return bound != BL_DAY_PLAIN && take_bound (day, &at) == BL_DAY_AS_OF ? BL_DAY_AS_OF : bound;
}

static BlDateRange
widen (BlDateRange days, gint32 slack)
{
  return bl_days_between (days.first - slack, days.last + slack);
}

/* The days that are named: the part of a year or month, the season, or all of it. */
static void
read_days (BlDayReader *day, const BlMention *mention, BlDayDetail *detail)
{
  const BlDateMention *date = &mention->date;
  detail->days = detail->any ? (BlDateRange){ 0 } : date->range;
  detail->yearless = !date->range.known;
  if (!date->range.known && date->written.month != 0)
    {
      BlDate written = date->written;
      written.year = 2000;
      detail->days = bl_date_range (written);
    }
  const gboolean year = date->written.precision == BL_DATE_YEAR;
  const guint before = day->core > 1 && bl_day_is_word (day, day->core - 1, "of") ? 2 : 1;
  const int season
      = year && day->core >= before ? bl_time_words_season (day->times, bl_words_text (day->words, day->core - before)) : 0;
  const BlDatePart part = bl_date_part_read (day->words, day->times, &day->first);
  if (season != 0)
    {
      detail->season = TRUE;
      detail->days = widen (bl_season_days (season, date->written.year), PART_SLACK);
      if (season == 12)
        detail->days.first = bl_date_first_day (bl_date_ymd (date->written.year - 1, 12, 1));
      if (before == 1)
        day->first--;
    }
  else if (part != BL_PART_WHOLE && detail->days.known && part != BL_PART_SO_FAR && part != BL_PART_REST)
    {
      const BlDateRange whole = detail->days;
      const gboolean exact = part >= BL_PART_FIRST_HALF;
      detail->days = bl_date_part_days (whole, part, whole.first);
      if (!exact)
        detail->days = widen (detail->days, year ? PART_SLACK : 3);
      detail->days = bl_days_between (MAX (whole.first, detail->days.first), MIN (whole.last, detail->days.last));
    }
}

/* The other date of "from March to May", "between 1990 and 1994", of which this is the first; NULL for none. */
static const BlMention *
second_of (const BlDayReader *day)
{
  const guint join = day->last;
  if (join + 1 >= bl_words_count (day->words) || !bl_day_is_of (day, join, BL_TIME_SPAN_JOIN) || day->first >= join)
    return NULL;
  const gboolean open = bl_day_is_of (day, day->first, BL_TIME_SPAN_OPEN)
                        || (day->first > 0 && bl_day_is_of (day, day->first - 1, BL_TIME_SPAN_OPEN));
  if (!open && (bl_day_is_word (day, join, "and") || bl_day_is_word (day, join, "to")))
    return NULL;
  guint first, n, n_all;
  const BlMentions *mentions = day->reader->extraction->mentions;
  const BlMention *all = bl_mentions_list (mentions, &n_all);
  bl_mentions_in_sentence (mentions, day->reader->sentence.index, &first, &n);
  const gsize start = bl_words_get (day->words, join + 1)->span.start;
  for (guint i = first; i < first + n; i++)
    if (all[i].type == BL_MENTION_DATE && all[i].span.start == start)
      return &all[i];
  return NULL;
}

/* The date is the second of a span: it is read with the first. */
static gboolean
is_second (const BlDayReader *day)
{
  if (day->core < 3 || !bl_day_is_of (day, day->core - 1, BL_TIME_SPAN_JOIN))
    return FALSE;
  for (guint i = day->core - 1; i > 0 && day->core - i < 7; i--)
    if (bl_day_is_of (day, i - 1, BL_TIME_SPAN_OPEN))
      return TRUE;
  return FALSE;
}

/* "The 2016 election", "the 2013–14 season", "Superman (2013)": the year names something. */
static gboolean
is_name (const BlDayReader *day, const BlDateMention *date)
{
  if (date->relative || date->weekday != 0 || date->written.precision > BL_DATE_YEAR)
    return FALSE;
  const gboolean follows = day->last < bl_words_count (day->words) && bl_day_breaks (day, day->last) == 0;
  const guint8 before = bl_day_breaks (day, day->core);
  if ((before & BL_BREAK_OPEN) != 0)
    return TRUE;
  if (!follows || bl_day_is_of (day, day->last, BL_TIME_NO_NOUN) || bl_day_is_of (day, day->last, BL_TIME_SPAN_JOIN))
    return FALSE;
  const guint previous = day->core > 0 ? day->core - 1 : 0;
  const gboolean plain
      = day->core > 0 && before == 0
        && (bl_day_is_of (day, previous, BL_TIME_BOUND_PLAIN) || bl_day_is_of (day, previous, BL_TIME_BOUND_BEFORE)
            || bl_day_is_of (day, previous, BL_TIME_BOUND_AFTER) || bl_day_is_of (day, previous, BL_TIME_BOUND_SINCE)
            || bl_day_is_of (day, previous, BL_TIME_BOUND_UNTIL)
            || bl_time_words_part (day->times, bl_words_text (day->words, previous)) != BL_PART_WHOLE
            || (bl_day_is_word (day, previous, "of") && day->first < previous));
  return !plain && !bl_day_is_of (day, day->last, BL_TIME_PAST_AUXILIARY) && !bl_day_is_of (day, day->last, BL_TIME_PERFECT)
         && !bl_day_is_of (day, day->last, BL_TIME_MODAL);
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

void
bl_day_read_bounds (BlDayReader *day, const BlMention *mention, BlDayDetail *detail)
{
  read_days (day, mention, detail);
  detail->bound = read_bound (day);
  /* "From 3 to 9 August" is one date, and not open. */
  if (detail->bound == BL_DAY_SINCE && mention->date.written.precision == BL_DATE_DAY
      && detail->days.first != detail->days.last)
    detail->bound = BL_DAY_PLAIN;
  detail->names = is_name (day, &mention->date) || is_second (day);
  const BlMention *second = second_of (day);
  if (second != NULL && second->date.range.known && detail->days.known && second->date.range.last >= detail->days.first)
    {
      detail->days.last = second->date.range.last;
      detail->bound = BL_DAY_PLAIN;
    }
  else if (second != NULL)
    detail->names = TRUE;
}
