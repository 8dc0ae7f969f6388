#include "claims/event_time.h"

#include "claims/clause.h"
#include "claims/time_phrase.h"

#include <string.h>

/* Words from an auxiliary to its verb: "has in the meantime been sent". */
#define AUXILIARY_WORDS 6

/* Words from a verb of saying to the time of saying: "told reporters in Brussels on Monday". */
#define SAYING_WORDS 7

/* Further away no expression is looked for, so that a sentence of ten thousand words costs no more than a long one. */
#define NEAR_WORDS 60

typedef struct
{
  const BlExtraction *extraction;
  const BlReading *reading;
  guint first, last; /* the match */
  BlClause clause;
  BlDateRange today;
  BlTense tense;
} Clause;

const char *
bl_tense_name (BlTense tense)
{
  static const char *const names[] = { "", "past", "present", "future" };
  return names[tense];
}

/* --- tense ---------------------------------------------------------------------------------------------------------- */

/* Whether a word is of a list of times.json. */
static gboolean
is_of (const Clause *clause, guint word, BlTimeWord list)
{
  return bl_time_words_has (bl_cues_time_words (clause->extraction->context->cues), bl_reading_text (clause->reading, word),
                            list);
}

static gboolean
is_past_form (const Clause *clause, guint word)
{
  const char *text = bl_reading_text (clause->reading, word);
  const gsize length = strlen (text);
  return bl_reading_mention (clause->reading, word) == G_MAXUINT
         && (is_of (clause, word, BL_TIME_PAST_FORM) || (length > 3 && strcmp (text + length - 2, "ed") == 0));
}

static gboolean
is_gerund (const Clause *clause, guint word)
{
  const char *text = bl_reading_text (clause->reading, word);
  return strlen (text) > 4 && g_str_has_suffix (text, "ing") && bl_reading_mention (clause->reading, word) == G_MAXUINT;
}

/* A form of one of the words among words (from, from + n] of the match. */
static gboolean
has_behind (const Clause *clause, guint from, guint limit, gboolean (*is_form) (const Clause *, guint))
{
  for (guint i = from + 1; i < limit && i <= from + AUXILIARY_WORDS; i++)
    if (is_form (clause, i))
      return TRUE;
  return FALSE;
}

/* "To" with its verb behind it: "agreed to send", "to be sent"; not "to Mali". */
static gboolean
is_infinitive (const Clause *clause, guint word)
{
  return bl_reading_is (clause->reading, word, "to") && word + 1 < bl_reading_count (clause->reading)
         && bl_reading_mention (clause->reading, word + 1) == G_MAXUINT && !is_of (clause, word + 1, BL_TIME_NO_INFINITIVE);
}

/* What the words of the match before its verb promise: an infinitive behind an adjective, verb or noun that looks ahead. */
static BlTense
infinitive_tense (const Clause *clause, guint to)
{
  if (bl_reading_is (clause->reading, to + 1, "have"))
    return BL_TENSE_PAST;
  return to > 0 && is_of (clause, to - 1, BL_TIME_DONE_BEFORE_TO) ? BL_TENSE_PAST : BL_TENSE_FUTURE;
}

static BlTense
auxiliary_tense (const Clause *clause, guint word)
{
  if (is_of (clause, word, BL_TIME_MODAL))
    {
      for (guint i = word + 1; i < clause->last && i <= word + 4; i++)
        if (bl_reading_is (clause->reading, i, "have") && has_behind (clause, i, clause->last, is_past_form))
          return BL_TENSE_PAST;
      return BL_TENSE_FUTURE;
    }
  if (is_of (clause, word, BL_TIME_PERFECT) || is_of (clause, word, BL_TIME_PAST_AUXILIARY))
    return BL_TENSE_PAST;
  return is_of (clause, word, BL_TIME_PRESENT_AUXILIARY) ? BL_TENSE_PRESENT : BL_TENSE_NONE;
}

/* "Ruled out sending", "is considering sending": to come; "denied sending": done; "before sending": as the words before it say. */
static BlTense
gerund_tense (const Clause *clause, guint gerund)
{
  static const BlCueKind ahead[]
      = { BL_CUE_DENIAL, BL_CUE_PROSPECT, BL_CUE_ATTITUDE, BL_CUE_WISH, BL_CUE_CERTAINTY, BL_CUE_NEGATION };
  for (guint i = gerund; i > clause->first && gerund - i < AUXILIARY_WORDS; i--)
    {
      if (is_of (clause, i - 1, BL_TIME_TELLING_OF_DONE))
        return BL_TENSE_PAST;
      for (guint k = 0; k < G_N_ELEMENTS (ahead); k++)
        if (bl_reading_hit (clause->reading, i - 1, ahead[k]) != NULL)
          return BL_TENSE_FUTURE;
    }
  return BL_TENSE_NONE;
}

/* A gerund with a verb of its own before it, where it is not that of "is sending". */
static BlTense
tense_of_gerund (const Clause *clause, guint gerund, BlTense tense)
{
  if (bl_reading_hit (clause->reading, gerund, BL_CUE_PROSPECT) != NULL || is_of (clause, gerund - 1, BL_TIME_BE)
      || g_str_has_suffix (bl_reading_text (clause->reading, gerund - 1), "ly"))
    return tense;
  const BlTense own = gerund_tense (clause, gerund);
  return own != BL_TENSE_NONE ? own : tense;
}

/* The last of the verb group: "has (past) agreed to (future) send" is to come, "is (present) sending" goes on. */
static BlTense
tense_of (const Clause *clause)
{
  BlTense tense = BL_TENSE_NONE;
  gboolean bare_past = FALSE;
  /* "Will Ireland send": turned round, the auxiliary stands before the match. */
  const guint start
      = clause->first > 0 && auxiliary_tense (clause, clause->first - 1) != BL_TENSE_NONE ? clause->first - 1 : clause->first;
  for (guint i = start; i < clause->last; i++)
    {
      if (bl_reading_mention (clause->reading, i) != G_MAXUINT)
        continue;
      const BlTense auxiliary = auxiliary_tense (clause, i);
      if (auxiliary != BL_TENSE_NONE && tense != BL_TENSE_FUTURE)
        tense = auxiliary;
      else if (is_infinitive (clause, i) && !bare_past)
        tense = infinitive_tense (clause, i);
      else if (i > 0 && is_gerund (clause, i))
        tense = tense_of_gerund (clause, i, tense);
      else if (tense == BL_TENSE_NONE && is_past_form (clause, i))
        {
          tense = BL_TENSE_PAST;
          bare_past = !(bl_reading_hit (clause->reading, i, BL_CUE_CERTAINTY) != NULL
                        || bl_reading_hit (clause->reading, i, BL_CUE_DENIAL) != NULL);
        }
    }
  return tense != BL_TENSE_NONE ? tense : BL_TENSE_PRESENT;
}

/* --- which clause an expression belongs to -------------------------------------------------------------------------- */

/* "Japan, which left in 2004, will send": an aside of the match. */
static gboolean
is_in_aside (const Clause *clause, const BlTimePhrase *phrase)
{
  guint start = phrase->first;
  while (start > clause->first && bl_reading_breaks (clause->reading, start) == 0)
    start--;
  return start > clause->first && bl_reading_has_break (clause->reading, phrase->last, clause->last, BL_BREAK_COMMA)
         && bl_reading_has (clause->reading, start, phrase->first, BL_CUE_TERMINATOR);
}

/* "Said on Monday", "told the BBC in an interview on Friday": the time of saying; what lies ahead cannot be. The saying is past, whatever
 * it tells of, so a weekday there is the last one. */
static gboolean
is_of_saying (const Clause *clause, const BlTimeContext *context, const BlTimePhrase *phrase)
{
  BlTimeContext saying = *context;
  saying.tense = BL_TENSE_PAST;
  BlTimePhrase said;
  if (!bl_time_phrase_at (&saying, phrase->core, &said) || said.days.first > clause->today.last || said.days.last == G_MAXINT32)
    return FALSE;
  const guint from = phrase->first >= clause->last ? clause->last : 0;
  for (guint i = phrase->first; i > from && phrase->first - i < SAYING_WORDS; i--)
    {
      if (bl_reading_breaks (clause->reading, i) != 0 || bl_reading_is (clause->reading, i - 1, "that"))
        return FALSE;
      if (bl_reading_hit (clause->reading, i - 1, BL_CUE_SPEECH) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Nothing but names, adverbs and articles between a deciding word and the expression: "agreed on Monday to send". */
static gboolean
is_of_decision (const Clause *clause, const BlTimePhrase *phrase)
{
  return clause->tense == BL_TENSE_FUTURE && phrase->days.last < clause->today.first;
}

static gboolean
has_that (const Clause *clause, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (bl_reading_is (clause->reading, i, "that"))
      return TRUE;
  return FALSE;
}

/* A verb that has the match for its object: "Democrats on Friday pressed him to cancel". */
static gboolean
has_verb (const Clause *clause, guint from, guint to)
{
  static const BlCueKind kinds[] = { BL_CUE_SPEECH, BL_CUE_WISH, BL_CUE_DENIAL, BL_CUE_ATTITUDE };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (bl_reading_has (clause->reading, from, to, kinds[i]))
      return TRUE;
  return FALSE;
}

/* "It was on Tuesday that France sent …". */
static gboolean
is_cleft (const Clause *clause, const BlTimePhrase *phrase)
{
  const guint verb = phrase->first - 1;
  return phrase->first >= 2 && (is_of (clause, verb, BL_TIME_PAST_AUXILIARY) || bl_reading_is (clause->reading, verb, "is"))
         && bl_reading_is (clause->reading, verb - 1, "it") && bl_reading_is (clause->reading, phrase->last, "that")
         && phrase->last + 1 == clause->first;
}

static gboolean
belongs_before (const Clause *clause, const BlTimePhrase *phrase)
{
  const BlReading *reading = clause->reading;
  if (is_cleft (clause, phrase))
    return TRUE;
  if (has_verb (clause, phrase->last, clause->first) || has_that (clause, phrase->last, clause->first))
    return FALSE;
  if (phrase->first >= clause->clause.left)
    return TRUE;
  if (bl_clause_changes (reading, phrase->last - 1, clause->first)
      || bl_reading_has (reading, phrase->last, clause->first, BL_CUE_TERMINATOR))
    return FALSE;
  /* "In 2014, France sent …": nothing but the expression before the comma, and maybe its noun. */
  guint start = phrase->first;
  while (start > 0 && bl_reading_breaks (reading, start) == 0 && !bl_reading_is (clause->reading, start - 1, "said")
         && !bl_reading_is (clause->reading, start - 1, "says"))
    start--;
  /* "When the Soviet Union invaded in 1979, Pakistan sent …": at the same time. */
  const gboolean when = start == 0 && bl_reading_is (clause->reading, 0, "when");
  for (guint i = start; i < phrase->first && !when; i++)
    if (bl_reading_hit (reading, i, BL_CUE_TERMINATOR) != NULL || bl_clause_is_subject (reading, i) || is_past_form (clause, i))
      return FALSE;
  if (start == 0 && phrase->last == clause->first)
    return TRUE; /* "Since last summer Iran has sold …" */
  /* "A week later, on 11 June, Kosovo imposed …" */
  if (start == phrase->first && (bl_reading_breaks (reading, start) & BL_BREAK_COMMA) != 0 && phrase->last == clause->first
      && (bl_reading_breaks (reading, phrase->last) & BL_BREAK_COMMA) != 0)
    return TRUE;
  return bl_reading_comma (reading, phrase->last, clause->first) != G_MAXUINT
         && (start == 0 || (bl_reading_breaks (reading, start) & (BL_BREAK_STRONG | BL_BREAK_QUOTE)) != 0
             || bl_reading_is (clause->reading, start - 1, "that") || bl_reading_is (clause->reading, start - 1, "and"));
}

static gboolean
belongs_behind (const Clause *clause, const BlTimePhrase *phrase)
{
  const BlReading *reading = clause->reading;
  for (guint i = clause->last; i < phrase->first; i++)
    if (bl_reading_hit (reading, i, BL_CUE_TERMINATOR) != NULL || bl_reading_hit (reading, i, BL_CUE_SPEECH) != NULL
        || bl_reading_hit (reading, i, BL_CUE_CONDITION) != NULL || bl_reading_hit (reading, i, BL_CUE_SOURCE) != NULL
        || is_of (clause, i, BL_TIME_REASON))
      return FALSE;
  if (phrase->first <= clause->clause.right && bl_reading_breaks (reading, phrase->first) == 0)
    return TRUE;
  /* "…, on Friday" */
  return (bl_reading_breaks (reading, phrase->first) & BL_BREAK_COMMA) != 0
         && bl_reading_comma (reading, clause->last, phrase->first) == phrase->first
         && !bl_reading_has_break (reading, clause->last, phrase->first + 1, BL_BREAK_STRONG);
}

static gboolean
belongs (const Clause *clause, const BlTimeContext *context, const BlTimePhrase *phrase)
{
  if (is_of_saying (clause, context, phrase) || is_of_decision (clause, phrase))
    return FALSE;
  if (phrase->last <= clause->first)
    return belongs_before (clause, phrase);
  if (phrase->first >= clause->last)
    return belongs_behind (clause, phrase);
  return !is_in_aside (clause, phrase);
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

static guint
distance (const Clause *clause, const BlTimePhrase *phrase)
{
  return phrase->first >= clause->last   ? phrase->first - clause->last
         : phrase->last <= clause->first ? clause->first - phrase->last
                                         : 0;
}

/* "Half a century ago, in 1974": the second says it more exactly. */
static gboolean
is_better (const Clause *clause, const BlTimePhrase *phrase, const BlTimePhrase *best)
{
  if (phrase->first == best->last)
    return phrase->days.last - phrase->days.first < best->days.last - best->days.first;
  return distance (clause, phrase) < distance (clause, best);
}

static gboolean
find_phrase (const Clause *clause, BlTimePhrase *best)
{
  const BlTimeContext context
      = { .extraction = clause->extraction, .reading = clause->reading, .today = clause->today, .tense = clause->tense };
  const guint from = clause->first > NEAR_WORDS ? clause->first - NEAR_WORDS : 0;
  const guint to = MIN (clause->last + NEAR_WORDS, bl_reading_count (clause->reading));
  gboolean found = FALSE;
  for (guint i = from; i < to; i++)
    {
      BlTimePhrase phrase = { 0 };
      if (!bl_time_phrase_at (&context, i, &phrase))
        continue;
      if (belongs (clause, &context, &phrase) && (!found || is_better (clause, &phrase, best)))
        {
          *best = phrase;
          found = TRUE;
        }
      i = MAX (i, phrase.last - 1);
    }
  return found;
}

static BlDateRange
days_of_tense (BlTense tense, BlDateRange today)
{
  if (!today.known)
    return today;
  if (tense == BL_TENSE_PAST)
    today.first = G_MININT32;
  else if (tense == BL_TENSE_FUTURE)
    today.last = G_MAXINT32;
  return today;
}

BlEventTime
bl_event_time_read (BlExtraction *extraction, const BlReading *reading, guint first, guint last, BlDateRange today)
{
  Clause clause = { .extraction = extraction,
                    .reading = reading,
                    .first = first,
                    .last = last,
                    .clause = bl_clause_around (reading, first, last),
                    .today = today };
  clause.tense = tense_of (&clause);
  BlEventTime event = { .tense = clause.tense, .days = days_of_tense (clause.tense, today) };
  BlTimePhrase phrase = { 0 };
  if (find_phrase (&clause, &phrase))
    {
      event.days = phrase.days;
      event.text = bl_extraction_text (extraction, bl_span (bl_reading_word (reading, phrase.first)->span.start,
                                                            bl_reading_word (reading, phrase.last - 1)->span.end));
      /* "Is meeting him on Friday" */
      if (event.tense == BL_TENSE_PRESENT && event.days.first > today.last)
        event.tense = BL_TENSE_FUTURE;
    }
  return event;
}
