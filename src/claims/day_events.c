#include "claims/day_events.h"

#include "claims/cues.h"
#include "claims/date_parts.h"
#include "text/stem.h"

/* Words from a date to its verb, on either side: further away it is seldom of the same clause. */
#define LEFT_WORDS 14
#define RIGHT_WORDS 25

/* "In early 2014" and "in the spring of 1984" are wide by this many days on either side. */
#define PART_SLACK 31

typedef struct
{
  const BlSurroundingsReader *reader;
  const BlWords *words;
  const BlTimeWords *times;
  guint first, last; /* words of the date with what stands before it: bound, part, preposition */
  guint core;        /* its own first word */
} DayReader;

static gboolean
is_of (const DayReader *day, guint word, BlTimeWord list)
{
  return word < bl_words_count (day->words) && bl_time_words_has (day->times, bl_words_text (day->words, word), list);
}

static gboolean
is_word (const DayReader *day, guint word, const char *text)
{
  return bl_words_is (day->words, word, text);
}

static guint8
breaks (const DayReader *day, guint word)
{
  return bl_words_get (day->words, word)->breaks;
}

/* --- bound and part ------------------------------------------------------------------------------------------------- */

/* The bound that ends right before *at, which moves to where it begins. */
static BlDayBound
take_bound (const DayReader *day, guint *at)
{
  const guint word = *at - 1;
  if (*at == 0 || (breaks (day, *at) & ~BL_BREAK_QUOTE) != 0)
    return BL_DAY_PLAIN;
  *at = word;
  if (is_of (day, word, BL_TIME_BOUND_BEFORE))
    return BL_DAY_BEFORE;
  if (is_of (day, word, BL_TIME_BOUND_AFTER))
    return BL_DAY_AFTER;
  if (is_of (day, word, BL_TIME_BOUND_UNTIL))
    return BL_DAY_UNTIL;
  if (is_of (day, word, BL_TIME_BOUND_SINCE))
    return BL_DAY_SINCE;
  if (word > 0 && is_word (day, word, "to") && is_word (day, word - 1, "prior"))
    {
      *at = word - 1;
      return BL_DAY_BEFORE;
    }
  if (word > 0 && is_word (day, word, "than"))
    {
      const gboolean no = word > 1 && is_of (day, word - 2, BL_TIME_NEGATION);
      *at = word - (no ? 2 : 1);
      if (is_word (day, word - 1, "later"))
        return no ? BL_DAY_UNTIL : BL_DAY_AFTER;
      return no ? BL_DAY_SINCE : BL_DAY_BEFORE;
    }
  if (word > 0 && (is_word (day, word, "of") || is_word (day, word, "at")) && is_word (day, word - 1, "as"))
    {
      *at = word - 1;
      return BL_DAY_AS_OF;
    }
  if (!is_of (day, word, BL_TIME_BOUND_PLAIN))
    *at = word + 1;
  return BL_DAY_PLAIN;
}

/* "by the end of", "as of before", "after noon on": the bound may stand before a preposition or hour. */
static BlDayBound
read_bound (DayReader *day)
{
  if (day->first > 0 && (is_word (day, day->first - 1, "the") || is_word (day, day->first - 1, "about")))
    day->first--;
  const guint start = day->first;
  BlDayBound bound = take_bound (day, &day->first);
  if (bound == BL_DAY_PLAIN && day->first < start)
    {
      if (day->first > 0 && is_of (day, day->first - 1, BL_TIME_HOUR))
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
read_days (DayReader *day, const BlMention *mention, BlDayDetail *detail)
{
  const BlDateMention *date = &mention->date;
  detail->days = date->range;
  detail->yearless = !date->range.known;
  if (!date->range.known && date->written.month != 0)
    {
      BlDate written = date->written;
      written.year = 2000;
      detail->days = bl_date_range (written);
    }
  const gboolean year = date->written.precision == BL_DATE_YEAR;
  const guint before = day->core > 1 && is_word (day, day->core - 1, "of") ? 2 : 1;
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
second_of (const DayReader *day)
{
  const guint join = day->last;
  if (join + 1 >= bl_words_count (day->words) || !is_of (day, join, BL_TIME_SPAN_JOIN) || day->first >= join)
    return NULL;
  const gboolean open
      = is_of (day, day->first, BL_TIME_SPAN_OPEN) || (day->first > 0 && is_of (day, day->first - 1, BL_TIME_SPAN_OPEN));
  if (!open && (is_word (day, join, "and") || is_word (day, join, "to")))
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
is_second (const DayReader *day)
{
  if (day->core < 3 || !is_of (day, day->core - 1, BL_TIME_SPAN_JOIN))
    return FALSE;
  for (guint i = day->core - 1; i > 0 && day->core - i < 7; i--)
    if (is_of (day, i - 1, BL_TIME_SPAN_OPEN))
      return TRUE;
  return FALSE;
}

/* "The 2016 election", "the 2013–14 season", "Superman (2013)": the year names something. */
static gboolean
is_name (const DayReader *day, const BlDateMention *date)
{
  if (date->relative || date->weekday != 0 || date->written.precision > BL_DATE_YEAR)
    return FALSE;
  const gboolean follows = day->last < bl_words_count (day->words) && breaks (day, day->last) == 0;
  const guint8 before = breaks (day, day->core);
  if ((before & BL_BREAK_OPEN) != 0)
    return TRUE;
  if (!follows || is_of (day, day->last, BL_TIME_NO_NOUN) || is_of (day, day->last, BL_TIME_SPAN_JOIN))
    return FALSE;
  const guint previous = day->core > 0 ? day->core - 1 : 0;
  const gboolean plain = day->core > 0 && before == 0
                         && (is_of (day, previous, BL_TIME_BOUND_PLAIN) || is_of (day, previous, BL_TIME_BOUND_BEFORE)
                             || is_of (day, previous, BL_TIME_BOUND_AFTER) || is_of (day, previous, BL_TIME_BOUND_SINCE)
                             || is_of (day, previous, BL_TIME_BOUND_UNTIL)
                             || bl_time_words_part (day->times, bl_words_text (day->words, previous)) != BL_PART_WHOLE
                             || (is_word (day, previous, "of") && day->first < previous));
  return !plain && !is_of (day, day->last, BL_TIME_PAST_AUXILIARY) && !is_of (day, day->last, BL_TIME_PERFECT)
         && !is_of (day, day->last, BL_TIME_MODAL);
}

/* --- event ---------------------------------------------------------------------------------------------------------- */

static gboolean
in_mention (const DayReader *day, guint word)
{
  guint first, n, n_all;
  const BlMentions *mentions = day->reader->extraction->mentions;
  const BlMention *all = bl_mentions_list (mentions, &n_all);
  bl_mentions_in_sentence (mentions, day->reader->sentence.index, &first, &n);
  const BlSpan span = bl_words_get (day->words, word)->span;
  for (guint i = first; i < first + n; i++)
    if (all[i].id != NULL && all[i].how != BL_HOW_PRONOUN && all[i].type != BL_MENTION_OFFICE && all[i].span.start < span.end
        && span.start < all[i].span.end)
      return TRUE;
  return FALSE;
}

static gboolean
is_capital (const DayReader *day, guint word)
{
  gsize length;
  const char *text = bl_document_text (day->reader->extraction->article->document, &length);
  return word > 0 && g_ascii_isupper (text[bl_words_get (day->words, word)->span.start]);
}

static gboolean
is_past_form (const DayReader *day, guint word)
{
  const char *text = bl_words_text (day->words, word);
  return is_of (day, word, BL_TIME_PAST_FORM) || (strlen (text) > 3 && g_str_has_suffix (text, "ed"));
}

/* A word of an event, as a verb: "opened", "will open", "opens". */
static gboolean
is_verb (const DayReader *day, guint word)
{
  if (is_capital (day, word) || in_mention (day, word) || is_of (day, word, BL_TIME_PLAN))
    return FALSE;
  if (is_past_form (day, word))
    return TRUE;
  const BlEventWord *event = bl_time_words_event (day->times, bl_words_text (day->words, word));
  if (event == NULL || word == 0)
    return FALSE;
  return is_of (day, word - 1, BL_TIME_MODAL) || is_of (day, word - 1, BL_TIME_BE) || is_of (day, word - 1, BL_TIME_PERFECT)
         || is_word (day, word - 1, "to") || is_word (day, word, "born")
         || (g_str_has_suffix (bl_words_text (day->words, word), "s") && !is_of (day, word - 1, BL_TIME_ARTICLE));
}

/* A verb, or the noun of an event: "the opening on 4 June". */
static gboolean
is_event (const DayReader *day, guint word)
{
  if (is_verb (day, word))
    return TRUE;
  const char *text = bl_words_text (day->words, word);
  if (bl_time_words_event (day->times, text) == NULL || is_capital (day, word) || in_mention (day, word))
    return FALSE;
  /* "the voting on Friday", not "voting rights legislation on Friday" */
  return !g_str_has_suffix (text, "ing") || (word > 0 && is_of (day, word - 1, BL_TIME_ARTICLE));
}

static gboolean
ends_left (const DayReader *day, guint word)
{
  return (breaks (day, word) & (BL_BREAK_STRONG | BL_BREAK_OPEN | BL_BREAK_CLOSE)) != 0;
}

/* A clause with its own subject goes on behind the date: "…, on Monday the bank closed". */
static gboolean
opens_clause (const DayReader *day)
{
  if (day->first == 0)
    return TRUE;
  return (breaks (day, day->first) & (BL_BREAK_COMMA | BL_BREAK_STRONG)) != 0 && day->last < bl_words_count (day->words)
         && (breaks (day, day->last) & ~BL_BREAK_QUOTE) == 0 && !is_of (day, day->last, BL_TIME_COORDINATOR)
         && !is_of (day, day->last, BL_TIME_BOUND_PLAIN);
}

/* The word of the event, or G_MAXUINT: the nearest before the date in its clause, else the first verb behind it. */
static guint
find_event (const DayReader *day)
{
  if (!opens_clause (day))
    for (guint i = day->first; i > 0 && day->first - i < LEFT_WORDS && !ends_left (day, i); i--)
      {
        if (is_event (day, i - 1))
          return i - 1;
        if (is_of (day, i - 1, BL_TIME_SUBORDINATOR) && !is_of (day, i - 1, BL_TIME_RELATIVE))
          break;
      }
  const guint n = bl_words_count (day->words);
  for (guint i = day->last; i < n && i - day->last < RIGHT_WORDS; i++)
    {
      if ((breaks (day, i) & BL_BREAK_STRONG) != 0 || (i > day->last && is_of (day, i, BL_TIME_SUBORDINATOR)))
        return G_MAXUINT;
      if (is_verb (day, i))
        return i;
    }
  return G_MAXUINT;
}

/* --- its clause ----------------------------------------------------------------------------------------------------- */

static BlSpan
span_of (const DayReader *day, guint first, guint last)
{
  if (first >= last)
    return bl_span (0, 0);
  return bl_span (bl_words_get (day->words, first)->span.start, bl_words_get (day->words, last - 1)->span.end);
}

/* Where the clause of a verb begins: behind a stop or a conjunction; a relative clause reaches back over what it is about. */
static guint
clause_left (const DayReader *day, guint verb)
{
  guint at = verb;
  while (at > 0 && (breaks (day, at) & BL_BREAK_STRONG) == 0)
    {
      if (is_of (day, at - 1, BL_TIME_SUBORDINATOR) && !is_of (day, at - 1, BL_TIME_RELATIVE))
        break;
      at--;
    }
  return at;
}

static guint
clause_right (const DayReader *day, guint verb)
{
  guint at = verb + 1;
  const guint n = bl_words_count (day->words);
  while (at < n && (breaks (day, at) & ~BL_BREAK_QUOTE) == 0 && !is_of (day, at, BL_TIME_SUBORDINATOR)
         && (!is_of (day, at, BL_TIME_COORDINATOR) || !is_verb (day, at + 1)))
    at++;
  return at;
}

static gboolean
ends_with (const char *text, gsize length, const char *suffix)
{
  const gsize n = strlen (suffix);
  return length >= n && memcmp (text + length - n, suffix, n) == 0;
}

/* "Berg's brother", "the workers’ union": a noun follows the possessive. */
static gboolean
is_possessive (const DayReader *day, guint first, guint last)
{
  gsize length;
  const char *text = bl_document_text (day->reader->extraction->article->document, &length);
  const BlSpan span = span_of (day, first, last);
  const char *raw = text + span.start;
  const gsize n = bl_span_length (span);
  for (gsize i = 1; i + 1 < n; i++)
    if (raw[i] == ' ' && g_ascii_isalpha (raw[i + 1])
        && (ends_with (raw, i, "'s") || ends_with (raw, i, "’s") || ends_with (raw, i, "s'") || ends_with (raw, i, "s’")))
      return TRUE;
  return FALSE;
}

/* "Founded in 1961, the company was sold": the subject stands behind the comma, up to the next verb. */
static void
find_subject_behind (const DayReader *day, guint *first, guint *last)
{
  const guint n = bl_words_count (day->words);
  guint at = day->last;
  while (at < n && at < day->last + LEFT_WORDS && (breaks (day, at) & BL_BREAK_COMMA) == 0)
    at++;
  if (at >= n || (breaks (day, at) & BL_BREAK_COMMA) == 0)
    return;
  *first = *last = at;
  while (*last < n && (*last == at || (breaks (day, *last) & ~BL_BREAK_QUOTE) == 0) && !is_verb (day, *last)
         && !is_of (day, *last, BL_TIME_PAST_AUXILIARY) && !is_of (day, *last, BL_TIME_PRESENT_AUXILIARY))
    ++*last;
}

/* What words of the clause say of the event: which of several, planned, denied. Those of the date itself do not count. */
static void
read_clause (const DayReader *day, BlDayEvent *event, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      if (i >= day->first && i < day->last)
        continue;
      if (is_of (day, i, BL_TIME_ORDINAL) && event->ordinal[0] == '\0' && !is_capital (day, i) && !in_mention (day, i))
        event->ordinal = bl_arena_intern (day->reader->extraction->arena, bl_words_text (day->words, i));
      event->planned |= is_of (day, i, BL_TIME_PLAN);
      event->negated |= is_of (day, i, BL_TIME_NEGATION);
    }
}

static const BlDayEvent *
make_event (const DayReader *day, guint verb)
{
  BlArena *arena = day->reader->extraction->arena;
  BlDayEvent *event = bl_arena_new0 (arena, BlDayEvent);
  const char *text = bl_words_text (day->words, verb);
  const BlEventWord *known = bl_time_words_event (day->times, text);
  event->name = known != NULL ? bl_arena_intern (arena, known->name)
                              : bl_arena_intern (arena, bl_stemmer_stem (day->reader->stemmer, text, strlen (text)));
  event->once = known != NULL && known->once;
  event->again = known != NULL && known->again;
  const guint right = clause_right (day, verb);
  guint left = clause_left (day, verb), last = verb;
  if (left == verb)
    find_subject_behind (day, &left, &last);
  event->subject = bl_surroundings_terms (day->reader, span_of (day, left, last));
  event->rest = bl_surroundings_terms (day->reader, span_of (day, verb + 1, right));
  event->possessive = is_possessive (day, left, last);
  event->ordinal = "";
  read_clause (day, event, left, last);
  read_clause (day, event, verb + 1, right);
  for (guint i = left; i < last; i++)
    {
      event->kin |= is_of (day, i, BL_TIME_KIN);
      event->named |= is_capital (day, i) || (i > 0 && in_mention (day, i));
    }
  event->future = verb > 0 && is_of (day, verb - 1, BL_TIME_MODAL);
  event->future
      |= verb > 1 && is_word (day, verb - 1, "be") && (is_of (day, verb - 2, BL_TIME_MODAL) || is_word (day, verb - 2, "to"));
  event->past = !event->future && is_past_form (day, verb);
  return event;
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

void
bl_day_read (const BlSurroundingsReader *reader, const BlMention *mention, BlDayDetail *detail)
{
  DayReader day
      = { .reader = reader, .words = &reader->words, .times = bl_cues_time_words (reader->extraction->context->cues) };
  day.core = bl_words_at (day.words, mention->span.start);
  day.last = MAX (bl_words_end (day.words, mention->span.end), day.core + 1);
  if (day.core >= bl_words_count (day.words))
    {
      detail->names = TRUE;
      return;
    }
  day.first = day.core;
  read_days (&day, mention, detail);
  detail->bound = read_bound (&day);
  /* "From 3 to 9 August" is one date, and not open. */
  if (detail->bound == BL_DAY_SINCE && mention->date.written.precision == BL_DATE_DAY
      && detail->days.first != detail->days.last)
    detail->bound = BL_DAY_PLAIN;
  detail->names = is_name (&day, &mention->date) || is_second (&day);
  const BlMention *second = second_of (&day);
  if (second != NULL && second->date.range.known && detail->days.known && second->date.range.last >= detail->days.first)
    {
      detail->days.last = second->date.range.last;
      detail->bound = BL_DAY_PLAIN;
    }
  else if (second != NULL)
    detail->names = TRUE;
  const guint verb = detail->names ? G_MAXUINT : find_event (&day);
  detail->event = verb != G_MAXUINT ? make_event (&day, verb) : NULL;
}
