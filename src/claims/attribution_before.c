/* "Lavrov said that …", "according to Politico …": who speaks before a statement. */
#include "claims/clause.h"
#include "claims/speaker_search.h"

/* A statement without "that" has more words than "on Friday in Warsaw" before its first comma. */
#define STATEMENT_WORDS 6

/* Words behind the subject of a second clause in which its tense shows. */
#define VERB_WORDS 8

/* ", said Merz, …": an insertion between commas speaks for what is on both sides, unless a conjunction follows. */
static gboolean
is_insertion (const BlReading *reading, guint verb, guint comma)
{
  if (bl_reading_is_of (reading, comma, BL_WORDS_INSERTION_ENDS))
    return FALSE;
  for (guint i = verb; i > 0 && verb - i < BL_HEAD_WORDS; i--)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) != 0)
      return bl_reading_breaks (reading, verb) != 0 || i == verb;
  return FALSE;
}

/* Words [from, to) begin a statement, and are not the time and place of speaking: "said on Friday, …". */
static gboolean
is_statement (const BlSpeech *speech, guint from, guint to)
{
  if (to - from > STATEMENT_WORDS)
    return TRUE;
  for (guint i = from; i < to; i++)
    if (bl_reading_is (speech->reading, i, "that"))
      return TRUE;
  return bl_reading_mention (speech->reading, from) == G_MAXUINT
         && !bl_reading_is_of (speech->reading, from, BL_WORDS_CIRCUMSTANCE);
}

/* Whether the comma right behind a verb leads to its statement: "said, “we …", "As Tusk said, …". */
static gboolean
leads_over_comma (const BlSpeech *speech, const BlCueHit *hit)
{
  const BlReading *reading = speech->reading;
  if ((bl_reading_breaks (reading, hit->last) & BL_BREAK_QUOTE) != 0 && hit->first > 0
      && bl_reading_breaks (reading, hit->first) == 0)
    return TRUE;
  for (guint i = hit->first; i > 0 && bl_reading_breaks (reading, i) == 0; i--)
    if (bl_reading_is (speech->reading, i - 1, "as"))
      return TRUE;
  return FALSE;
}

/* The word where a second clause with a subject of its own begins: ", and Belgium has agreed". G_MAXUINT for none. */
static guint
second_clause (const BlReading *reading, guint from, guint first)
{
  for (guint i = first; i > from; i--)
    if (i < bl_reading_count (reading) && (bl_reading_breaks (reading, i - 1) & BL_BREAK_COMMA) != 0
        && bl_reading_is (reading, i - 1, "and") && i - 1 > from && bl_clause_is_subject (reading, i))
      return i - 1;
  return G_MAXUINT;
}

static gboolean
has_one (const BlReading *reading, guint from, guint to, BlWordClass class)
{
  for (guint i = from; i < to; i++)
    if (bl_reading_is_of (reading, i, class))
      return TRUE;
  return FALSE;
}

/* "Luxembourg promised that it would pay, and Belgium has agreed to send": a promise is about oneself, and what is told in other words
 * than those of reported speech stands alone. */
static gboolean
is_alone (const BlReading *reading, const BlCueHit *hit, guint first)
{
  const guint second = second_clause (reading, hit->last, first);
  if (second == G_MAXUINT || bl_reading_has_break (reading, hit->last, first + 1, BL_BREAK_QUOTE))
    return FALSE;
  if (bl_reading_is_of (reading, hit->first, BL_WORDS_PROMISE))
    return TRUE;
  const guint limit = MIN (first + VERB_WORDS, bl_reading_count (reading));
  return has_one (reading, hit->last, second, BL_WORDS_REPORTED) && has_one (reading, second, limit, BL_WORDS_DIRECT)
         && !has_one (reading, second, limit, BL_WORDS_REPORTED);
}

/* "One option, officials say, is that France …": an insertion with its subject, and no comma between it and the statement. */
static gboolean
is_parenthesis (const BlReading *reading, const BlCueHit *hit, guint first)
{
  guint start = hit->first;
  while (start > 0 && hit->first - start < BL_HEAD_WORDS && bl_reading_breaks (reading, start) == 0)
    start--;
  return start > 0 && start < hit->first && hit->last < first && bl_reading_breaks (reading, start) == BL_BREAK_COMMA
         && bl_reading_breaks (reading, hit->last) == BL_BREAK_COMMA
         && !bl_reading_is_of (reading, start, BL_WORDS_PARENTHESIS_ENDS)
         && !bl_reading_is_of (reading, hit->last, BL_WORDS_PARENTHESIS_ENDS)
         && bl_reading_comma (reading, hit->last + 1, first) == G_MAXUINT;
}

static gboolean
governs_forward (const BlSpeech *speech, const BlCueHit *hit, guint first)
{
  const BlReading *reading = speech->reading;
  if (bl_clause_changes (reading, hit->last - 1, first))
    return FALSE;
  if (hit->cue->kind == BL_CUE_SOURCE)
    return TRUE;
  if (is_alone (reading, hit, first))
    return FALSE;
  if (bl_reading_is_of (reading, hit->last, BL_WORDS_CLAUSE_JOIN))
    return FALSE;
  /* "Said on Friday, after a vote, that" */
  for (guint i = hit->last; i < first; i++)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) != 0 && bl_reading_is (speech->reading, i, "that"))
      return TRUE;
  if (is_parenthesis (reading, hit, first))
    return TRUE;
  if ((bl_reading_breaks (reading, hit->last) & BL_BREAK_COMMA) != 0)
    return leads_over_comma (speech, hit);
  const guint comma = bl_reading_comma (reading, hit->last + 1, first);
  return comma == G_MAXUINT || bl_reading_has_break (reading, hit->last, first + 1, BL_BREAK_QUOTE)
         || is_statement (speech, hit->last, comma) || is_insertion (reading, hit->first, comma);
}

/* "I believe that …" inside a quotation: whose it is stands elsewhere. */
static gboolean
is_first_person (const BlCues *cues, const char *id)
{
  return bl_speaker_is_unnamed (cues, id, BL_WORDS_FIRST_PERSON);
}

/* "Dismissed reports that": whose reports they are does not count, who dismisses them does. */
static gboolean
is_rejection (const BlReading *reading, const BlCueHit *hit, guint first)
{
  return (hit->cue->kind == BL_CUE_DENIAL || hit->cue->kind == BL_CUE_ATTITUDE) && hit->last <= first
         && !bl_clause_changes (reading, hit->last - 1, first) && bl_clause_rejects (reading, hit, first);
}

BlSpeaker
bl_found_before (const BlSpeech *speech, guint first)
{
  BlSpeaker nameless = { 0 };
  for (guint i = speech->reading->hits->len; i-- > 0;)
    {
      const BlCueHit *hit = bl_speech_hit (speech, i);
      if (hit->last + BL_NEAR_WORDS < first)
        break;
      const gboolean rejection = is_rejection (speech->reading, hit, first);
      if (!rejection && (!bl_speech_is_attribution (hit) || hit->last > first || !governs_forward (speech, hit, first)))
        continue;
      const gboolean noun = !rejection && bl_reading_is_of (speech->reading, hit->first, BL_WORDS_REPORT);
      if (noun && bl_clause_is_rejected (speech->reading, hit->first))
        continue;
      const BlSpeaker speaker = rejection ? bl_speaker_before (speech->extraction, speech->reading, hit->first)
                                          : bl_speech_speaker (speech, i, FALSE);
      if (speaker.id != NULL && !is_first_person (speech->reading->cues, speaker.id))
        return (BlSpeaker){ .id = speaker.id, .first = MIN (speaker.first, hit->first), .last = hit->last };
      if (nameless.id == NULL && noun && bl_reading_is (speech->reading, hit->last, "that"))
        nameless = (BlSpeaker){ .id = bl_speaker_unnamed (speech->extraction, hit->cue->text),
                                .first = hit->first,
                                .last = hit->last };
    }
  return nameless;
}
