/* Private to attribution.c, attribution_before.c and attribution_behind.c: who speaks before a statement in its sentence, and who
 * behind it. */
#pragma once

#include "claims/speech.h"

/* Further away no verb of saying is looked for, so that a sentence of ten thousand words costs no more than a long one. */
#define BL_NEAR_WORDS 200

/* Words before the colon of "Polish PM Donald Tusk: …". */
#define BL_HEAD_WORDS 6

/* The speaker of what begins at a word, with all words that say so. The last who speaks before it governs it; "reports that …" are
 * nobody's, unless somebody is before them. */
BlSpeaker bl_found_before (const BlSpeech *speech, guint first);

/* The speaker of what ends before a word: "…, Donald Tusk said". */
BlSpeaker bl_found_behind (const BlSpeech *speech, guint last);

static inline const BlCueHit *
bl_speech_hit (const BlSpeech *speech, guint index)
{
  return &g_array_index (speech->reading->hits, BlCueHit, index);
}

/* "Citing officials" stands beside a verb of saying and says whose words they are. */
static inline gboolean
bl_speech_is_citation (const BlCueHit *hit)
{
  return hit->cue->kind == BL_CUE_SOURCE && (strcmp (hit->cue->text, "citing") == 0 || strcmp (hit->cue->text, "quoting") == 0);
}

static inline gboolean
bl_speech_is_attribution (const BlCueHit *hit)
{
  return hit->cue->kind == BL_CUE_SPEECH || (hit->cue->kind == BL_CUE_SOURCE && !bl_speech_is_citation (hit));
}
