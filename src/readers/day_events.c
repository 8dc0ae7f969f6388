/* Which word of a sentence tells what happened on one of its dates: the nearest verb of the date's clause, or the noun of an event. */
#include "readers/day_events.h"

#include "readers/day_reader.h"

/* Words from a date to its verb, on either side: further away it is seldom of the same clause. */
#define LEFT_WORDS 14
#define RIGHT_WORDS 25

/* Words from a light verb to its noun: "held another public hearing". */
#define LIGHT_WORDS 4

/* Words from "Friday's" to the noun of what happened then: "Friday's second quarter-final". */
#define POSSESSED_WORDS 5

/* Words from "in" to "posted" in "in a short video posted". */
#define MEDIUM_WORDS 5

/* --- words ---------------------------------------------------------------------------------------------------------- */

/* "Will rule", "will not soon rule", "is expected to rule": a verb, whatever it is. */
static gboolean
is_led (const BlDayReader *day, guint word)
{
  guint at = word;
  while (at > 0
         && (bl_day_is_of (day, at - 1, BL_TIME_NEGATION) || g_str_has_suffix (bl_words_text (day->words, at - 1), "ly")))
    at--;
  if (at == 0 || bl_day_is_of (day, word, BL_TIME_BE) || bl_day_is_of (day, word, BL_TIME_PERFECT)
      || bl_day_is_of (day, word, BL_TIME_NEGATION) || bl_day_is_of (day, word, BL_TIME_NO_INFINITIVE)
      || bl_day_breaks (day, word) != 0 || g_str_has_suffix (bl_words_text (day->words, word), "ly"))
    return FALSE;
  return bl_day_is_of (day, at - 1, BL_TIME_MODAL)
         || (at > 1 && bl_day_is_word (day, at - 1, "to") && bl_day_is_of (day, at - 2, BL_TIME_PLAN));
}

gboolean
bl_day_is_verb (const BlDayReader *day, guint word)
{
  if (bl_day_is_capital (day, word) || bl_day_in_mention (day, word) || bl_day_is_of (day, word, BL_TIME_PLAN))
    return FALSE;
  if (bl_day_is_past_form (day, word) || is_led (day, word))
    return TRUE;
  if (word > 0 && bl_day_is_of (day, word - 1, BL_TIME_BE) && g_str_has_suffix (bl_words_text (day->words, word), "ing"))
    return TRUE; /* "were coping" */
  const BlEventWord *event = bl_time_words_event (day->times, bl_words_text (day->words, word));
  if (event == NULL || word == 0)
    return FALSE;
  if (g_str_has_suffix (bl_words_text (day->words, word), "ing")
      && (bl_day_is_of (day, word - 1, BL_TIME_BOUND_AFTER) || bl_day_is_of (day, word - 1, BL_TIME_BOUND_BEFORE)))
    return TRUE; /* "after voting" */
  return bl_day_is_of (day, word - 1, BL_TIME_MODAL) || bl_day_is_of (day, word - 1, BL_TIME_BE)
         || bl_day_is_of (day, word - 1, BL_TIME_PERFECT) || bl_day_is_word (day, word - 1, "to")
         || bl_day_is_word (day, word, "born")
         || (g_str_has_suffix (bl_words_text (day->words, word), "s") && !bl_day_is_of (day, word - 1, BL_TIME_ARTICLE));
}

/* A verb, or the noun of an event: "the opening on 4 June". */
static gboolean
is_event (const BlDayReader *day, guint word)
{
  if (bl_day_is_verb (day, word))
    return TRUE;
  const char *text = bl_words_text (day->words, word);
  if (bl_time_words_event (day->times, text) == NULL || bl_day_is_capital (day, word) || bl_day_in_mention (day, word))
    return FALSE;
  /* "the voting on Friday", not "voting rights legislation on Friday" */
  return !g_str_has_suffix (text, "ing") || (word > 0 && bl_day_is_of (day, word - 1, BL_TIME_ARTICLE));
}

static gboolean
ends_left (const BlDayReader *day, guint word)
{
  return (bl_day_breaks (day, word) & (BL_BREAK_STRONG | BL_BREAK_OPEN | BL_BREAK_CLOSE)) != 0;
}

/* A clause with its own subject goes on behind the date: "…, on Monday the bank closed". */
static gboolean
opens_clause (const BlDayReader *day)
{
  if (day->first == 0)
    return TRUE;
  return (bl_day_breaks (day, day->first) & (BL_BREAK_COMMA | BL_BREAK_STRONG)) != 0 && day->last < bl_words_count (day->words)
         && (bl_day_breaks (day, day->last) & ~BL_BREAK_QUOTE) == 0 && !bl_day_is_of (day, day->last, BL_TIME_COORDINATOR)
         && !bl_day_is_of (day, day->last, BL_TIME_BOUND_PLAIN);
}

/* The word of the event, or G_MAXUINT: the nearest before the date in its clause, else the first verb behind it. */
static guint
nearest_event (const BlDayReader *day)
{
  if (!opens_clause (day))
    for (guint i = day->first; i > 0 && day->first - i < LEFT_WORDS && !ends_left (day, i); i--)
      {
        if (is_event (day, i - 1))
          return i - 1;
        if (bl_day_opens_subordinate (day, i - 1) && !bl_day_is_of (day, i - 1, BL_TIME_RELATIVE))
          break;
      }
  const guint n = bl_words_count (day->words);
  for (guint i = day->last; i < n && i - day->last < RIGHT_WORDS; i++)
    {
      if ((bl_day_breaks (day, i) & BL_BREAK_STRONG) != 0 || (i > day->last && bl_day_opens_subordinate (day, i)))
        return G_MAXUINT;
      if (bl_day_is_verb (day, i))
        return i;
    }
  return G_MAXUINT;
}

/* --- words that say it for the verb --------------------------------------------------------------------------------- */

/* A known noun of an event, and no name. */
static gboolean
is_event_noun (const BlDayReader *day, guint word)
{
  return word < bl_words_count (day->words) && bl_time_words_event (day->times, bl_words_text (day->words, word)) != NULL
         && !bl_day_is_capital (day, word) && !bl_day_in_mention (day, word) && !bl_day_is_past_form (day, word);
}

/* "In a video posted", "in an interview shown": what was said there. */
static gboolean
is_medium (const BlDayReader *day, guint verb)
{
  if (verb < 2 || bl_day_breaks (day, verb) != 0 || !bl_day_is_of (day, verb - 1, BL_TIME_MEDIUM))
    return FALSE;
  for (guint i = verb - 1; i > 0 && verb - i < MEDIUM_WORDS && bl_day_breaks (day, i) == 0; i--)
    if (bl_day_is_of (day, i - 1, BL_TIME_BOUND_PLAIN))
      return bl_day_is_of (day, i, BL_TIME_ARTICLE);
  return FALSE;
}

/* "Held a vote", "in a statement released", "tried to leave": the word that names what the verb only carries; else the verb. */
static guint
carried_by (const BlDayReader *day, guint verb)
{
  const guint n = bl_words_count (day->words);
  if (bl_day_is_of (day, verb, BL_TIME_ATTEMPT) && bl_day_is_word (day, verb + 1, "to"))
    {
      const guint adverb = g_str_has_suffix (bl_words_text (day->words, verb + 2), "ly") ? 1 : 0;
      return verb + 2 + adverb < n ? verb + 2 + adverb : verb;
    }
  if (is_medium (day, verb))
    return verb - 1;
  if (!bl_day_is_of (day, verb, BL_TIME_LIGHT))
    return verb;
  for (guint i = verb + 1; i < n && i <= verb + LIGHT_WORDS; i++)
    {
      if (bl_day_breaks (day, i) != 0 || bl_day_is_of (day, i, BL_TIME_NO_NOUN))
        break;
      if (is_event_noun (day, i))
        return i;
    }
  const gboolean participle = verb > 0 && bl_day_breaks (day, verb) == 0 && is_event_noun (day, verb - 1);
  return participle ? verb - 1 : verb;
}

/* "Friday's second quarter-final": the noun of the phrase behind a possessive, known as an event or not. */
static guint
possessed (const BlDayReader *day)
{
  const guint n = bl_words_count (day->words);
  guint found = G_MAXUINT;
  for (guint i = day->last; i < n && i < day->last + POSSESSED_WORDS; i++)
    {
      if (bl_day_breaks (day, i) != 0 || bl_day_is_of (day, i, BL_TIME_NO_NOUN) || bl_day_is_of (day, i, BL_TIME_BE)
          || bl_day_opens_subordinate (day, i) || bl_day_is_of (day, i, BL_TIME_BOUND_PLAIN) || bl_day_is_past_form (day, i)
          || bl_day_is_of (day, i, BL_TIME_MODAL) || bl_day_is_of (day, i, BL_TIME_PERFECT))
        break;
      found = i;
      if (is_event_noun (day, i))
        break;
    }
  return found;
}

static gboolean
is_possessive_date (const BlDayReader *day, const BlMention *mention)
{
  gsize length;
  const char *text = bl_document_text (day->reader->extraction->article->document, &length);
  const BlSpan span = mention->span;
  const gsize end = day->last < bl_words_count (day->words) ? bl_words_get (day->words, day->last)->span.start : span.end;
  const char *tails[] = { "'s ", "’s " };
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (span.end + strlen (tails[i]) <= MIN (end, length) && memcmp (text + span.end, tails[i], strlen (tails[i])) == 0)
      return TRUE;
  return span.end > span.start + 2 && text[span.end - 1] == 's'
         && (text[span.end - 2] == '\'' || (span.end > span.start + 4 && memcmp (text + span.end - 4, "’", 3) == 0));
}

const BlDayEvent *
bl_day_find_event (const BlDayReader *day, const BlMention *mention)
{
  if (mention->date.weekday != 0 && is_possessive_date (day, mention))
    {
      const guint noun = possessed (day);
      return noun != G_MAXUINT ? bl_day_read_clause (day, noun, noun) : NULL;
    }
  const guint verb = nearest_event (day);
  return verb != G_MAXUINT ? bl_day_read_clause (day, carried_by (day, verb), verb) : NULL;
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

/* A weekday lies on the side of the article's day where its own verb has it, whatever else the sentence speaks of: "Tuesday's vote …
 * and will meet on Friday". */
static void
settle_weekday (const BlDayReader *day, const BlMention *mention, BlDayDetail *detail)
{
  const BlDate published = day->reader->extraction->article->published;
  const BlDayEvent *event = detail->event;
  const guint before = day->core > 0 ? day->core - 1 : 0;
  if (mention->date.weekday == 0 || !mention->date.relative || !detail->days.known || event == NULL
      || published.precision != BL_DATE_DAY || bl_day_is_of (day, before, BL_TIME_BEHIND)
      || bl_day_is_of (day, before, BL_TIME_AHEAD))
    return;
  const gint32 today = bl_date_first_day (published);
  const gint32 move = event->past && detail->days.first > today                         ? -7
                      : (event->future || event->planned) && detail->days.first < today ? 7
                                                                                        : 0;
  detail->days.first += move;
  detail->days.last += move;
}

/* The time of day that stands beside a date: early, late, or none. */
static BlDayHour
hour_of (const BlDayReader *day)
{
  const guint before = day->core > 0 ? day->core - 1 : G_MAXUINT;
  const gboolean led = day->core > 1 && bl_day_is_of (day, before, BL_TIME_BOUND_PLAIN); /* "late on Friday" */
  const guint beside[] = { day->last, before, led ? before - 1 : before };
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      if (bl_day_is_of (day, beside[i], BL_TIME_MORNING))
        return BL_DAY_HOUR_EARLY;
      if (bl_day_is_of (day, beside[i], BL_TIME_EVENING))
        return BL_DAY_HOUR_LATE;
    }
  return BL_DAY_HOUR_NONE;
}

/* "On a Sunday", "every Sunday"; not "a Sunday lunch". */
static gboolean
is_any (const BlDayReader *day, const BlMention *mention)
{
  return mention->date.weekday != 0 && day->core > 0 && bl_day_is_of (day, day->core - 1, BL_TIME_ANY)
         && (day->last >= bl_words_count (day->words) || bl_day_breaks (day, day->last) != 0
             || bl_day_is_of (day, day->last, BL_TIME_NO_NOUN));
}

void
bl_day_read (const BlSurroundingsReader *reader, const BlMention *mention, BlDayDetail *detail)
{
  BlDayReader day
      = { .reader = reader, .words = &reader->words, .times = bl_cues_time_words (reader->extraction->context->cues) };
  day.core = bl_words_at (day.words, mention->span.start);
  day.last = MAX (bl_words_end (day.words, mention->span.end), day.core + 1);
  if (day.core >= bl_words_count (day.words))
    {
      detail->names = TRUE;
      return;
    }
  day.first = day.core;
  detail->hour = hour_of (&day);
  detail->any = is_any (&day, mention);
  bl_day_read_bounds (&day, mention, detail);
  detail->event = detail->names ? NULL : bl_day_find_event (&day, mention);
  settle_weekday (&day, mention, detail);
}
