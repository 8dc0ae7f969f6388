#include "claims/time_phrase.h"

#include <stdlib.h>
#include <string.h>

/* Words a number may have in "in the space of two weeks". */
#define NUMBER_WORDS 3

/* Whether a word follows the one before it without a mark. */
static gboolean
follows (const BlTimeContext *context, guint word)
{
  return word < bl_reading_count (context->reading) && bl_reading_breaks (context->reading, word) == 0;
}

static BlDateRange
days_between (gint32 first, gint32 last)
{
  return (BlDateRange){ .first = first, .last = last, .known = TRUE };
}

/* --- units ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *one, *many;
  gint32 days;
  gint32 some; /* what "within weeks" can last at most: less than a few of the next greater unit */
} Unit;

static const Unit units[]
    = { { "hour", "hours", 0, 1 },           { "day", "days", 1, 7 },        { "night", "nights", 1, 7 },
        { "week", "weeks", 7, 30 },          { "month", "months", 30, 365 }, { "year", "years", 365, 3652 },
        { "decade", "decades", 3652, 36524 } };

static const Unit *
unit_at (const BlTimeContext *context, guint word)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (bl_reading_is (context->reading, word, units[i].one) || bl_reading_is (context->reading, word, units[i].many))
      return &units[i];
  return NULL;
}

static gboolean
is_plural (const BlTimeContext *context, guint word)
{
  return g_str_has_suffix (bl_reading_text (context->reading, word), "s");
}

/* "Two", "12", "a", "a few", "several", "a couple of" before a unit: how many, 0 for some. G_MAXUINT where no unit follows. */
static guint
read_number (const BlTimeContext *context, guint word, guint *unit)
{
  static const char *const names[]
      = { "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", NULL };
  static const char *const some[] = { "few", "several", "some", "many", "mere", NULL };
  guint number = 0;
  for (*unit = word; *unit < word + NUMBER_WORDS && unit_at (context, *unit) == NULL; (*unit)++)
    {
      if (*unit > word && !follows (context, *unit))
        return G_MAXUINT;
      const char *text = bl_reading_text (context->reading, *unit);
      const gint64 digits = g_ascii_isdigit (text[0]) ? g_ascii_strtoll (text, NULL, 10) : 0;
      guint named = 0;
      while (names[named] != NULL && strcmp (names[named], text) != 0)
        named++;
      if (digits > 0 && digits < 1000)
        number = (guint) digits;
      else if (names[named] != NULL)
        number = MAX (named, 1);
      else if (strcmp (text, "an") == 0)
        number = 1;
      else if (strcmp (text, "couple") == 0)
        number = 2;
      else if (bl_reading_is_one (context->reading, *unit, some))
        number = 0;
      else if (strcmp (text, "of") != 0 && strcmp (text, "the") != 0)
        return G_MAXUINT;
    }
  if (unit_at (context, *unit) == NULL || (*unit > word && !follows (context, *unit)))
    return G_MAXUINT;
  return number == 0 && !is_plural (context, *unit) ? G_MAXUINT : number;
}

/* The calendar's week, month or year of a day. */
static gboolean
period_of (const Unit *unit, gint32 day, BlDateRange *period)
{
  const BlDate date = bl_date_from_julian (day);
  if (strcmp (unit->one, "week") == 0)
    *period = days_between (day - bl_julian_weekday (day) + 1, day - bl_julian_weekday (day) + 7);
  else if (strcmp (unit->one, "month") == 0)
    *period = bl_date_range ((BlDate){ .year = date.year, .month = date.month, .precision = BL_DATE_MONTH });
  else if (strcmp (unit->one, "year") == 0)
    *period = bl_date_range ((BlDate){ .year = date.year, .precision = BL_DATE_YEAR });
  else
    return FALSE;
  return TRUE;
}

/* --- seasons -------------------------------------------------------------------------------------------------------- */

/* Seasons of the northern half, in whole months, by the year in which they begin; 0 for none. */
static int
season_month (const char *text)
{
  static const struct
  {
    const char *name;
    int month;
  } seasons[] = { { "spring", 3 }, { "summer", 6 }, { "autumn", 9 }, { "fall", 9 }, { "winter", 12 } };
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (strcmp (seasons[i].name, text) == 0)
      return seasons[i].month;
  return 0;
}

static BlDateRange
season_of (int month, int year)
{
  const gint32 first = bl_date_first_day (bl_date_ymd (year, month, 1));
  const int last_month = (month + 1) % 12 + 1, last_year = month == 12 ? year + 1 : year;
  return days_between (first, bl_date_last_day ((BlDate){
                                  .year = (gint16) last_year, .month = (gint8) last_month, .precision = BL_DATE_MONTH }));
}

/* "This autumn", "last winter", "next spring": mentions leave their days open. */
static BlDateRange
season_around (const BlTimeContext *context, int month, const char *direction)
{
  static const char *const behind[] = { "last", "past", "previous", NULL }, *const ahead[] = { "next", "coming", NULL };
  const gint32 today = context->today.first;
  const BlDate date = bl_date_from_julian (today);
  if (strcmp (direction, "this") == 0)
    return season_of (month, month == 12 && date.month <= 2 ? date.year - 1 : date.year);
  const gboolean back = g_strv_contains (behind, direction), forth = g_strv_contains (ahead, direction);
  const gboolean past = back || (!forth && context->tense == BL_TENSE_PAST);
  BlDateRange best = { 0 };
  for (int year = date.year - 2; year <= date.year + 1; year++)
    {
      const BlDateRange season = season_of (month, year);
      if (past && (back ? season.last < today : season.first <= today))
        best = season;
      else if (!past && !best.known && (forth ? season.first > today : season.last >= today))
        best = season;
    }
  return best;
}

/* --- the date itself ------------------------------------------------------------------------------------------------ */

static const BlMention *
date_at (const BlTimeContext *context, guint word)
{
  const guint index = bl_reading_mention (context->reading, word);
  if (index == G_MAXUINT || (word > 0 && bl_reading_mention (context->reading, word - 1) == index))
    return NULL;
  const BlMention *mention = bl_mentions_get (context->extraction->mentions, index);
  return mention->type == BL_MENTION_DATE ? mention : NULL;
}

static guint
date_end (const BlTimeContext *context, guint word)
{
  const guint index = bl_reading_mention (context->reading, word);
  while (bl_reading_mention (context->reading, word) == index)
    word++;
  return word;
}

static gboolean
is_directed (const BlTimeContext *context, guint word)
{
  static const char *const directions[] = { "last", "past", "previous", "this", "next", "coming", "following", NULL };
  return word > 0 && bl_reading_is_one (context->reading, word - 1, directions);
}

/* A weekday is the last one behind what is past, else the next one; a day or month without a year likewise. */
static BlDateRange
lean (const BlTimeContext *context, const BlMention *mention, guint word, gboolean since)
{
  BlDateRange days = mention->date.range;
  const gint32 today = context->today.first;
  const gboolean past = since || context->tense == BL_TENSE_PAST;
  if (is_directed (context, word))
    return days;
  if (mention->date.weekday != 0 && mention->date.written.precision == BL_DATE_UNKNOWN)
    {
      const gint32 back = (bl_julian_weekday (today) - mention->date.weekday + 7) % 7;
      const gint32 day = today - back + (!past && back != 0 ? 7 : 0);
      return days_between (day, day);
    }
  if (mention->date.relative || mention->date.written.year != 0 || mention->date.written.month == 0)
    return days;
  const gint32 length = days.last - days.first;
  const BlDate first = bl_date_from_julian (days.first);
  const int shift = past && days.first > today ? -1 : !past && days.last < today ? 1 : 0;
  days.first = bl_date_first_day (bl_date_ymd (first.year + shift, first.month, first.day));
  days.last = days.first + length;
  return days;
}

/* "Overnight", "weeks ago", "in recent months", "within two weeks", "year's end": told without a date. */
static gboolean
read_count (const BlTimeContext *context, guint word, BlTimePhrase *phrase)
{
  static const char *const ahead[] = { "within", "in", "inside", NULL };
  static const char *const recent[] = { "recent", "previous", NULL };
  const gint32 today = context->today.first;
  guint unit;
  if (bl_reading_is (context->reading, word, "overnight"))
    {
      *phrase = (BlTimePhrase){ .core = word, .last = word + 1, .days = days_between (today - 1, today) };
      return TRUE;
    }
  if (unit_at (context, word) != NULL && is_plural (context, word) && bl_reading_is (context->reading, word + 1, "ago"))
    {
      const Unit *known = unit_at (context, word);
      *phrase = (BlTimePhrase){ .core = word, .last = word + 2, .days = days_between (G_MININT32, today - known->days) };
      return TRUE;
    }
  if (bl_reading_is_one (context->reading, word, recent) && unit_at (context, word + 1) != NULL
      && is_plural (context, word + 1))
    {
      const gint32 some = unit_at (context, word + 1)->some;
      *phrase = (BlTimePhrase){ .core = word, .last = word + 2, .days = days_between (today - some, today) };
      return TRUE;
    }
  if (word == 0 || !bl_reading_is_one (context->reading, word - 1, ahead) || !follows (context, word)
      || context->tense == BL_TENSE_PAST)
    return FALSE;
  const guint number = read_number (context, word, &unit);
  if (number == G_MAXUINT || bl_reading_is (context->reading, unit + 1, "of")
      || bl_reading_is (context->reading, unit + 1, "after"))
    return FALSE;
  const Unit *known = unit_at (context, unit);
  const gint32 days = number == 0 ? known->some : (gint32) number * known->days;
  *phrase = (BlTimePhrase){ .core = word, .last = unit + 1, .days = days_between (today, today + days) };
  if (bl_reading_is (context->reading, word - 1, "in") && number > 0)
    {
      const gint32 slack = known->days > 1 ? known->days / 2 : 0;
      phrase->days = days_between (today + days - slack, today + days + slack);
    }
  return TRUE;
}

/* "The year", "the month" behind "end of"; "year's end". */
static gboolean
read_period (const BlTimeContext *context, guint word, BlTimePhrase *phrase)
{
  const Unit *unit = unit_at (context, word);
  BlDateRange period;
  if (unit == NULL || is_plural (context, word) || !period_of (unit, context->today.first, &period))
    return FALSE;
  if (bl_reading_is (context->reading, word + 1, "end"))
    {
      const BlDateRange end = days_between (period.last - (strcmp (unit->one, "year") == 0 ? 30 : 2), period.last);
      *phrase = (BlTimePhrase){ .core = word, .last = word + 2, .days = end };
      return TRUE;
    }
  if (word < 2 || !bl_reading_is (context->reading, word - 1, "the") || !bl_reading_is (context->reading, word - 2, "of")
      || !follows (context, word))
    return FALSE;
  *phrase = (BlTimePhrase){ .core = word, .last = word + 1, .days = period };
  return TRUE;
}

/* "In the autumn". */
static gboolean
read_season (const BlTimeContext *context, guint word, BlTimePhrase *phrase)
{
  static const char *const before[] = { "in", "by", "until", "this", "next", "last", "early", "late", "mid", "of", NULL };
  const int month = season_month (bl_reading_text (context->reading, word));
  const guint article = word > 0 && bl_reading_is (context->reading, word - 1, "the") ? word - 1 : word;
  if (month == 0 || article == 0 || !bl_reading_is_one (context->reading, article - 1, before) || !follows (context, word)
      || (bl_reading_is (context->reading, word, "fall") && article == word && !is_directed (context, word)))
    return FALSE;
  *phrase = (BlTimePhrase){ .core = word,
                            .last = word + 1,
                            .days = season_around (context, month, bl_reading_text (context->reading, article - 1)) };
  return phrase->days.known;
}

static gboolean
read_date (const BlTimeContext *context, guint word, BlTimePhrase *phrase)
{
  static const char *const bounds[] = { "since", NULL };
  const BlMention *mention = date_at (context, word);
  if (mention == NULL)
    return FALSE;
  const guint end = date_end (context, word);
  const int month = season_month (bl_reading_text (context->reading, end - 1));
  const gboolean since = word > 0 && bl_reading_is_one (context->reading, word - 1, bounds);
  *phrase = (BlTimePhrase){ .core = word, .last = end };
  if (mention->date.range.known)
    phrase->days = lean (context, mention, word, since);
  else if (month != 0)
    phrase->days = season_around (context, month, bl_reading_text (context->reading, word));
  /* "In the summer of 2024", "summer 2024". */
  const guint before = word > 0 && bl_reading_is (context->reading, word - 1, "of") ? 2 : 1;
  const int named = word >= before ? season_month (bl_reading_text (context->reading, word - before)) : 0;
  if (named != 0 && mention->date.written.precision == BL_DATE_YEAR)
    phrase->days = season_of (named, mention->date.written.year);
  return phrase->days.known;
}

/* --- parts ---------------------------------------------------------------------------------------------------------- */

typedef enum
{
  PART_WHOLE,
  PART_EARLY,
  PART_MIDDLE,
  PART_LATE,
  PART_FIRST_HALF,
  PART_SECOND_HALF,
  PART_QUARTER_1, /* to 4 */
  PART_QUARTER_2,
  PART_QUARTER_3,
  PART_QUARTER_4,
  PART_SO_FAR, /* "earlier this year" */
  PART_REST,   /* "later this year" */
} Part;

static BlDateRange
months_of (BlDateRange year, int first, int last)
{
  const int number = bl_date_from_julian (year.first).year;
  return days_between (
      bl_date_first_day (bl_date_ymd (number, first, 1)),
      bl_date_last_day ((BlDate){ .year = (gint16) number, .month = (gint8) last, .precision = BL_DATE_MONTH }));
}

/* Thirds: of a year by months, of a month by tens of days, of a week two days, two days and three. */
static BlDateRange
third_of (BlDateRange days, guint third)
{
  const gint32 length = days.last - days.first + 1;
  if (length >= 365 && length <= 366)
    return months_of (days, (int) third * 4 + 1, (int) third * 4 + 4);
  const gint32 step = length == 7 ? 2 : length <= 31 ? 10 : length / 3;
  if (length < 7)
    return days;
  const gint32 first = days.first + step * (gint32) third;
  return days_between (first, third == 2 ? days.last : first + step - 1);
}

static BlDateRange
part_of (const BlTimeContext *context, BlDateRange days, Part part)
{
  const gint32 today = context->today.first, half = (days.last - days.first + 1) / 2;
  const gboolean year = days.last - days.first + 1 >= 365 && days.last - days.first + 1 <= 366;
  switch (part)
    {
    case PART_EARLY:
      return third_of (days, 0);
    case PART_MIDDLE:
      return third_of (days, 1);
    case PART_LATE:
      return third_of (days, 2);
    case PART_FIRST_HALF:
      return year ? months_of (days, 1, 6) : days_between (days.first, days.first + half - 1);
    case PART_SECOND_HALF:
      return year ? months_of (days, 7, 12) : days_between (days.first + half, days.last);
    case PART_QUARTER_1:
    case PART_QUARTER_2:
    case PART_QUARTER_3:
    case PART_QUARTER_4:
      return year ? months_of (days, (int) (part - PART_QUARTER_1) * 3 + 1, (int) (part - PART_QUARTER_1) * 3 + 3) : days;
    case PART_SO_FAR:
      return days.first <= today ? days_between (days.first, MIN (today, days.last)) : days;
    case PART_REST:
      return days.last >= today ? days_between (MAX (today, days.first), days.last) : days;
    case PART_WHOLE:
      break;
    }
  return days;
}

static Part
part_named (const BlTimeContext *context, guint word)
{
  static const struct
  {
    const char *name;
    Part part;
  } parts[] = { { "early", PART_EARLY },    { "beginning", PART_EARLY }, { "start", PART_EARLY }, { "mid", PART_MIDDLE },
                { "middle", PART_MIDDLE },  { "late", PART_LATE },       { "end", PART_LATE },    { "close", PART_LATE },
                { "earlier", PART_SO_FAR }, { "later", PART_REST },      { "rest", PART_REST } };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (bl_reading_is (context->reading, word, parts[i].name))
      return parts[i].part;
  if (bl_reading_is (context->reading, word, "half") && word > 0)
    return bl_reading_is (context->reading, word - 1, "second")  ? PART_SECOND_HALF
           : bl_reading_is (context->reading, word - 1, "first") ? PART_FIRST_HALF
                                                                 : PART_WHOLE;
  static const char *const quarters[] = { "first", "second", "third", "fourth", NULL };
  static const char *const last[] = { "last", "final", NULL };
  if (bl_reading_is (context->reading, word, "quarter") && word > 0)
    for (guint i = 0; i < 4; i++)
      if (bl_reading_is (context->reading, word - 1, quarters[i])
          || (i == 3 && bl_reading_is_one (context->reading, word - 1, last)))
        return (Part) (PART_QUARTER_1 + i);
  return PART_WHOLE;
}

/* The words before a date that say which part of it is meant: "the end of", "early", "earlier". */
static Part
read_part (const BlTimeContext *context, guint *first)
{
  static const char *const light[] = { "the", "very", "first", "second", "third", "fourth", "last", "final", NULL };
  static const char *const wholes[]
      = { "course", "rest", "night", "morning", "evening", "afternoon", "day", "days", "eve", NULL };
  guint at = *first;
  if (at > 0 && bl_reading_is (context->reading, at - 1, "the"))
    at--;
  if (at > 1 && bl_reading_is (context->reading, at - 1, "of"))
    {
      if (season_month (bl_reading_text (context->reading, at - 2)) != 0)
        {
          *first = at - 2;
          while (*first > 0 && bl_reading_is_one (context->reading, *first - 1, light))
            (*first)--;
          return PART_WHOLE;
        }
      const Part part = part_named (context, at - 2);
      if (part == PART_WHOLE && !bl_reading_is_one (context->reading, at - 2, wholes))
        return PART_WHOLE;
      at -= 2;
      while (at > 0 && bl_reading_is_one (context->reading, at - 1, light))
        at--;
      *first = at;
      return part;
    }
  at = *first;
  const Part part = at > 0 && follows (context, at) ? part_named (context, at - 1) : PART_WHOLE;
  if (part == PART_WHOLE || bl_reading_is (context->reading, at - 1, "end")
      || bl_reading_is (context->reading, at - 1, "start"))
    return PART_WHOLE;
  *first = at - 1;
  return part;
}

/* --- bounds --------------------------------------------------------------------------------------------------------- */

/* "From 2014 to 2016", "between Monday and Friday". */
static void
read_second (const BlTimeContext *context, BlTimePhrase *phrase)
{
  static const char *const joins[] = { "to", "and", "until", "till", "through", NULL };
  static const char *const opens[] = { "from", "between", NULL };
  const guint join = phrase->last;
  if (phrase->first == 0 || !bl_reading_is_one (context->reading, phrase->first - 1, opens)
      || !bl_reading_is_one (context->reading, join, joins))
    return;
  const BlMention *second = date_at (context, join + 1);
  if (second == NULL || !second->date.range.known)
    return;
  const BlDateRange days = lean (context, second, join + 1, FALSE);
  phrase->first--;
  phrase->last = date_end (context, join + 1);
  phrase->days.last = MAX (days.last, phrase->days.first);
}

/* One word before the expression: TRUE when it says no more than "on" or "in", so that the bound may stand before it. */
static gboolean
take_bound (const BlTimeContext *context, BlTimePhrase *phrase)
{
  static const char *const up_to[] = { "by", "until", "till", "through", NULL };
  static const char *const from[] = { "since", "from", "starting", "beginning", "onwards", NULL };
  static const char *const plain[]
      = { "on", "in", "at", "during", "over", "for", "within", "inside", "throughout", "around", "about", NULL };
  const guint before = phrase->first;
  if (before == 0 || !follows (context, before))
    return FALSE;
  BlDateRange *days = &phrase->days;
  const guint word = before - 1;
  const gboolean is_plain = bl_reading_is_one (context->reading, word, plain);
  if (bl_reading_is_one (context->reading, word, up_to) || bl_reading_is (context->reading, word, "than"))
    days->first = G_MININT32;
  else if (bl_reading_is (context->reading, word, "before"))
    *days = days_between (G_MININT32, days->first - 1);
  else if (bl_reading_is_one (context->reading, word, from)
           || (word > 0 && bl_reading_is (context->reading, word, "of") && bl_reading_is (context->reading, word - 1, "as")))
    days->last = G_MAXINT32;
  else if (bl_reading_is (context->reading, word, "after"))
    *days = days_between (days->last + 1, G_MAXINT32);
  else if (!is_plain)
    return FALSE;
  phrase->first = word;
  return is_plain;
}

static void
read_bound (const BlTimeContext *context, BlTimePhrase *phrase)
{
  static const char *const hours[] = { "midnight", "noon", "midday", "dawn", "dusk", "nightfall", "sunrise", "sunset", NULL };
  const gboolean plain = take_bound (context, phrase);
  if (plain && phrase->first > 0 && follows (context, phrase->first)
      && bl_reading_is_one (context->reading, phrase->first - 1, hours))
    phrase->first--; /* "by midnight on Thursday" */
  if (plain && phrase->days.first != G_MININT32 && phrase->days.last != G_MAXINT32)
    take_bound (context, phrase);
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

static gboolean
is_possessive (const BlTimeContext *context, guint word)
{
  gsize length;
  const char *text = bl_document_text (context->extraction->article->document, &length);
  const BlSpan span = bl_reading_word (context->reading, word)->span;
  const char *raw = text + span.start;
  const gsize n = bl_span_length (span);
  return memchr (raw, '\'', n) != NULL || g_strstr_len (raw, (gssize) n, "’") != NULL;
}

/* "Last year's summit", "the 2015 deal", "the coup of 2021": says which one, not when. */
static gboolean
is_attribute (const BlTimeContext *context, const BlTimePhrase *phrase)
{
  static const char *const articles[] = { "the", "a", "an", "its", "their", "his", "her", "that", "any", "no", NULL };
  static const char *const goes_on[]
      = { "in", "on", "at", "to", "and", "or", "but", "as", "when", "after", "before", "with", "for", "by", "of", NULL };
  if (is_possessive (context, phrase->last - 1) && !bl_reading_is (context->reading, phrase->last - 1, "end"))
    return TRUE;
  if (phrase->core == 0 || phrase->core != phrase->first)
    return FALSE;
  if (bl_reading_is (context->reading, phrase->core - 1, "of")
      && (phrase->core < 2 || !bl_reading_is (context->reading, phrase->core - 2, "as")))
    return TRUE;
  const BlMention *date = date_at (context, phrase->core);
  static const char *const directions[] = { "last", "past", "previous", "next", "coming", "following", NULL };
  if (bl_reading_is_one (context->reading, phrase->core, directions))
    return FALSE; /* "in the past six months" */
  const gboolean decade = date != NULL && date->date.written.precision == BL_DATE_UNKNOWN && !date->date.relative;
  return date != NULL && !decade && bl_reading_is_one (context->reading, phrase->core - 1, articles)
         && follows (context, phrase->last) && !bl_reading_is_one (context->reading, phrase->last, goes_on);
}

/* Whether something told without a date may begin here: a unit, a season, "overnight", "recent", a number behind "in". A quick look
 * that spares most words the slow one. */
static gboolean
may_begin (const BlTimeContext *context, guint word)
{
  static const char *const ahead[] = { "in", "within", "inside", NULL };
  return strchr ("dhmnwyorpsaf", bl_reading_text (context->reading, word)[0]) != NULL
         || (word > 0 && bl_reading_is_one (context->reading, word - 1, ahead));
}

gboolean
bl_time_phrase_at (const BlTimeContext *context, guint word, BlTimePhrase *phrase)
{
  *phrase = (BlTimePhrase){ 0 };
  if (!context->today.known || context->today.first != context->today.last)
    return FALSE;
  if (!read_date (context, word, phrase) && !may_begin (context, word))
    return FALSE;
  if (!phrase->days.known && !read_period (context, word, phrase) && !read_count (context, word, phrase)
      && !read_season (context, word, phrase))
    return FALSE;
  phrase->first = word;
  const Part part = read_part (context, &phrase->first);
  phrase->days = part_of (context, phrase->days, part);
  if (is_attribute (context, phrase))
    return FALSE;
  if (phrase->first == word && word > 0 && (is_directed (context, word) || bl_reading_is (context->reading, word - 1, "the")))
    phrase->first--;
  read_second (context, phrase);
  read_bound (context, phrase);
  return TRUE;
}
