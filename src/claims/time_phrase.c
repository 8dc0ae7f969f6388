#include "claims/time_phrase.h"

#include "claims/date_parts.h"

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

/* Whether a word is of a list of times.json. */
static gboolean
is_of (const BlTimeContext *context, guint word, BlTimeWord list)
{
  return bl_time_words_has (bl_cues_time_words (context->extraction->context->cues), bl_reading_text (context->reading, word),
                            list);
}

/* "Last", "next", "following". */
static gboolean
is_direction (const BlTimeContext *context, guint word)
{
  return is_of (context, word, BL_TIME_BEHIND) || is_of (context, word, BL_TIME_AHEAD);
}

/* The first month of a season, 0 for none. */
static int
season_at (const BlTimeContext *context, guint word)
{
  return bl_time_words_season (bl_cues_time_words (context->extraction->context->cues),
                               bl_reading_text (context->reading, word));
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
  const BlTimeWords *words = bl_cues_time_words (context->extraction->context->cues);
  guint number = 0;
  for (*unit = word; *unit < word + NUMBER_WORDS && unit_at (context, *unit) == NULL; (*unit)++)
    {
      if (*unit > word && !follows (context, *unit))
        return G_MAXUINT;
      const char *text = bl_reading_text (context->reading, *unit);
      const gint64 digits = g_ascii_isdigit (text[0]) ? g_ascii_strtoll (text, NULL, 10) : 0;
      const guint named = (guint) bl_time_words_number (words, text);
      if (digits > 0 && digits < 1000)
        number = (guint) digits;
      else if (named > 0)
        number = named;
      else if (is_of (context, *unit, BL_TIME_SOME))
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
    *period = bl_days_between (day - bl_julian_weekday (day) + 1, day - bl_julian_weekday (day) + 7);
  else if (strcmp (unit->one, "month") == 0)
    *period = bl_date_range ((BlDate){ .year = date.year, .month = date.month, .precision = BL_DATE_MONTH });
  else if (strcmp (unit->one, "year") == 0)
    *period = bl_date_range ((BlDate){ .year = date.year, .precision = BL_DATE_YEAR });
  else
    return FALSE;
  return TRUE;
}

/* --- seasons -------------------------------------------------------------------------------------------------------- */

/* "This autumn", "last winter", "next spring": mentions leave their days open. */
static BlDateRange
season_around (const BlTimeContext *context, int month, const char *direction)
{
  const BlTimeWords *words = bl_cues_time_words (context->extraction->context->cues);
  const gint32 today = context->today.first;
  const BlDate date = bl_date_from_julian (today);
  if (strcmp (direction, "this") == 0)
    return bl_season_days (month, month == 12 && date.month <= 2 ? date.year - 1 : date.year);
  const gboolean back = bl_time_words_has (words, direction, BL_TIME_BEHIND),
                 forth = bl_time_words_has (words, direction, BL_TIME_AHEAD);
  const gboolean past = back || (!forth && context->tense == BL_TENSE_PAST);
  BlDateRange best = { 0 };
  for (int year = date.year - 2; year <= date.year + 1; year++)
    {
      const BlDateRange season = bl_season_days (month, year);
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
  return word > 0 && (is_direction (context, word - 1) || bl_reading_is (context->reading, word - 1, "this"));
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
      return bl_days_between (day, day);
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
  const gint32 today = context->today.first;
  guint unit;
  if (bl_reading_is (context->reading, word, "overnight"))
    {
      *phrase = (BlTimePhrase){ .core = word, .last = word + 1, .days = bl_days_between (today - 1, today) };
      return TRUE;
    }
  if (unit_at (context, word) != NULL && is_plural (context, word) && bl_reading_is (context->reading, word + 1, "ago"))
    {
      const Unit *known = unit_at (context, word);
      *phrase = (BlTimePhrase){ .core = word, .last = word + 2, .days = bl_days_between (G_MININT32, today - known->days) };
      return TRUE;
    }
  if (is_of (context, word, BL_TIME_RECENT) && unit_at (context, word + 1) != NULL && is_plural (context, word + 1))
    {
      const gint32 some = unit_at (context, word + 1)->some;
      *phrase = (BlTimePhrase){ .core = word, .last = word + 2, .days = bl_days_between (today - some, today) };
      return TRUE;
    }
  if (word == 0 || !is_of (context, word - 1, BL_TIME_WITHIN) || !follows (context, word) || context->tense == BL_TENSE_PAST)
    return FALSE;
  const guint number = read_number (context, word, &unit);
  if (number == G_MAXUINT || bl_reading_is (context->reading, unit + 1, "of")
      || bl_reading_is (context->reading, unit + 1, "after"))
    return FALSE;
  const Unit *known = unit_at (context, unit);
  const gint32 days = number == 0 ? known->some : (gint32) number * known->days;
  *phrase = (BlTimePhrase){ .core = word, .last = unit + 1, .days = bl_days_between (today, today + days) };
  if (bl_reading_is (context->reading, word - 1, "in") && number > 0)
    {
      const gint32 slack = known->days > 1 ? known->days / 2 : 0;
      phrase->days = bl_days_between (today + days - slack, today + days + slack);
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
      const BlDateRange end = bl_days_between (period.last - (strcmp (unit->one, "year") == 0 ? 30 : 2), period.last);
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
  const int month = season_at (context, word);
  const guint article = word > 0 && bl_reading_is (context->reading, word - 1, "the") ? word - 1 : word;
  if (month == 0 || article == 0 || !is_of (context, article - 1, BL_TIME_BEFORE_SEASON) || !follows (context, word)
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
  const BlMention *mention = date_at (context, word);
  if (mention == NULL)
    return FALSE;
  const guint end = date_end (context, word);
  const int month = season_at (context, end - 1);
  const gboolean since = word > 0 && bl_reading_is (context->reading, word - 1, "since");
  *phrase = (BlTimePhrase){ .core = word, .last = end };
  if (mention->date.range.known)
    phrase->days = lean (context, mention, word, since);
  else if (month != 0)
    phrase->days = season_around (context, month, bl_reading_text (context->reading, word));
  /* "In the summer of 2024", "summer 2024". */
  const guint before = word > 0 && bl_reading_is (context->reading, word - 1, "of") ? 2 : 1;
  const int named = word >= before ? season_at (context, word - before) : 0;
  if (named != 0 && mention->date.written.precision == BL_DATE_YEAR)
    phrase->days = bl_season_days (named, mention->date.written.year);
  return phrase->days.known;
}

/* --- bounds --------------------------------------------------------------------------------------------------------- */

/* "From 2014 to 2016", "between Monday and Friday". */
static void
read_second (const BlTimeContext *context, BlTimePhrase *phrase)
{
  const guint join = phrase->last;
  if (phrase->first == 0 || !is_of (context, phrase->first - 1, BL_TIME_SPAN_OPEN) || !is_of (context, join, BL_TIME_SPAN_JOIN))
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
  const guint before = phrase->first;
  if (before == 0 || !follows (context, before))
    return FALSE;
  BlDateRange *days = &phrase->days;
  const guint word = before - 1;
  const gboolean is_plain = is_of (context, word, BL_TIME_BOUND_PLAIN);
  if (is_of (context, word, BL_TIME_BOUND_UNTIL) || bl_reading_is (context->reading, word, "than"))
    days->first = G_MININT32;
  else if (is_of (context, word, BL_TIME_BOUND_BEFORE))
    *days = bl_days_between (G_MININT32, days->first - 1);
  else if (is_of (context, word, BL_TIME_BOUND_SINCE)
           || (word > 0 && bl_reading_is (context->reading, word, "of") && bl_reading_is (context->reading, word - 1, "as")))
    days->last = G_MAXINT32;
  else if (is_of (context, word, BL_TIME_BOUND_AFTER))
    *days = bl_days_between (days->last + 1, G_MAXINT32);
  else if (!is_plain)
    return FALSE;
  phrase->first = word;
  return is_plain;
}

static void
read_bound (const BlTimeContext *context, BlTimePhrase *phrase)
{
  const gboolean plain = take_bound (context, phrase);
  if (plain && phrase->first > 0 && follows (context, phrase->first) && is_of (context, phrase->first - 1, BL_TIME_HOUR))
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
  if (is_possessive (context, phrase->last - 1) && !bl_reading_is (context->reading, phrase->last - 1, "end"))
    return TRUE;
  if (phrase->core == 0 || phrase->core != phrase->first)
    return FALSE;
  if (bl_reading_is (context->reading, phrase->core - 1, "of")
      && (phrase->core < 2 || !bl_reading_is (context->reading, phrase->core - 2, "as")))
    return TRUE;
  const BlMention *date = date_at (context, phrase->core);
  if (is_direction (context, phrase->core))
    return FALSE; /* "in the past six months" */
  const gboolean decade = date != NULL && date->date.written.precision == BL_DATE_UNKNOWN && !date->date.relative;
  return date != NULL && !decade && is_of (context, phrase->core - 1, BL_TIME_ARTICLE) && follows (context, phrase->last)
         && !is_of (context, phrase->last, BL_TIME_NO_NOUN);
}

/* Whether something told without a date may begin here: a unit, a season, "overnight", "recent", a number behind "in". A quick look
 * that spares most words the slow one. */
static gboolean
may_begin (const BlTimeContext *context, guint word)
{
  return strchr ("dhmnwyorpsaf", bl_reading_text (context->reading, word)[0]) != NULL
         || (word > 0 && is_of (context, word - 1, BL_TIME_WITHIN));
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
  const BlDatePart part
      = bl_date_part_read (&context->reading->words, bl_cues_time_words (context->extraction->context->cues), &phrase->first);
  phrase->days = bl_date_part_days (phrase->days, part, context->today.first);
  if (is_attribute (context, phrase))
    return FALSE;
  if (phrase->first == word && word > 0 && (is_directed (context, word) || bl_reading_is (context->reading, word - 1, "the")))
    phrase->first--;
  read_second (context, phrase);
  read_bound (context, phrase);
  return TRUE;
}
