/* "…, Donald Tusk said", "…, according to Politico": who speaks behind a statement. */
#include "claims/clause.h"
#include "claims/speaker_search.h"

/* A stop or a turn between the statement and what is behind it; the mark that ends a quotation is none. */
static gboolean
is_parted (const BlReading *reading, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    {
      const guint8 breaks = bl_reading_breaks (reading, i);
      const gboolean turn = (breaks & BL_BREAK_COMMA) != 0 && bl_clause_changes (reading, i - 1, i);
      if (turn || ((breaks & BL_BREAK_STRONG) != 0 && (breaks & (BL_BREAK_LEAD | BL_BREAK_QUOTE)) == 0))
        return TRUE;
    }
  return FALSE;
}

/* The word where the segment "…, Donald Tusk said" begins; G_MAXUINT when no comma or quotation mark opens it. */
static guint
segment_start (const BlSpeech *speech, guint last, const BlCueHit *hit)
{
  for (guint i = hit->first; i >= last && i > 0; i--)
    if ((bl_reading_breaks (speech->reading, i) & (BL_BREAK_COMMA | BL_BREAK_QUOTE | BL_BREAK_LEAD)) != 0)
      return bl_reading_is_of (speech->reading, i, BL_WORDS_SEGMENT_OPENER) ? G_MAXUINT : i;
  return G_MAXUINT;
}

/* "…, since Orban, the prime minister, announced it", "… that two candidates said they would": a clause of its own. */
static gboolean
is_other_clause (const BlSpeech *speech, guint start, const BlSpeaker *speaker, const BlCueHit *hit)
{
  const BlReading *reading = speech->reading;
  for (guint i = start; i < speaker->first; i++)
    if (bl_reading_is_of (reading, i, BL_WORDS_RELATIVE))
      return TRUE;
  /* Behind a mark the word before belongs to the statement: "“… cannot do that,” Ryan said". */
  if (speaker->first > start && bl_reading_is_of (reading, speaker->first - 1, BL_WORDS_RELATIVE))
    return TRUE;
  return speaker->first < hit->first && bl_reading_is_of (reading, hit->last, BL_WORDS_SUBJECT)
         && bl_reading_breaks (reading, hit->last) == 0;
}

/* "“Why not?” asked Macron" */
static gboolean
is_asking (const BlSpeech *speech, const BlCueHit *hit)
{
  return bl_reading_is_of (speech->reading, hit->first, BL_WORDS_ASKING)
         && (bl_reading_breaks (speech->reading, hit->first) & BL_BREAK_QUOTE) != 0;
}

BlSpeaker
bl_found_behind (const BlSpeech *speech, guint last)
{
  const BlReading *reading = speech->reading;
  const BlSpeaker nobody = { 0 };
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = bl_speech_hit (speech, i);
      if ((!bl_speech_is_attribution (hit) && !is_asking (speech, hit)) || hit->first < last)
        continue;
      if (hit->first > last + BL_NEAR_WORDS || is_parted (reading, last, hit->first))
        return nobody;
      if (hit->cue->kind == BL_CUE_SOURCE)
        {
          const BlSpeaker source = bl_speech_speaker (speech, i, TRUE);
          return (BlSpeaker){ .id = source.id, .first = hit->first, .last = source.last };
        }
      const gboolean reduced = bl_reading_is (speech->reading, hit->last, "by")
                               && !bl_speech_is_passive (speech, hit); /* "a view repeated by …" */
      if (bl_speech_is_participle (speech, hit) || reduced || bl_reading_is (speech->reading, hit->last, "that"))
        return nobody;
      const BlSpeaker speaker
          = segment_start (speech, last, hit) != G_MAXUINT ? bl_speech_speaker (speech, i, TRUE) : (BlSpeaker){ 0 };
      if (speaker.id != NULL && is_other_clause (speech, segment_start (speech, last, hit), &speaker, hit))
        return nobody;
      return speaker.first >= last ? (
                 BlSpeaker){ .id = speaker.id, .first = MIN (speaker.first, hit->first), .last = MAX (speaker.last, hit->last) }
                                   : nobody;
    }
  return nobody;
}
