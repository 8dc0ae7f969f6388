/* Who speaks with one verb of saying, or behind one "according to". */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"
#include "claims/speakers.h"

typedef struct
{
  BlExtraction *extraction;
  const BlReading *reading;
} BlSpeech;

/* "Saying", "adding". */
gboolean bl_speech_is_participle (const BlSpeech *speech, const BlCueHit *hit);

/* "Was told by", "it was announced"; not "was saying". */
gboolean bl_speech_is_passive (const BlSpeech *speech, const BlCueHit *hit);

/* The word "quoted" of "was quoted by Tass as saying", of which "saying" is given; G_MAXUINT for none. */
guint bl_speech_quoted_as (const BlReading *reading, guint verb);

/* The speaker of a SPEECH or SOURCE hit of the reading, by its index. behind: the statement stands before the verb, so that "…, said
 * X" is likelier than "X, …, said". */
BlSpeaker bl_speech_speaker (const BlSpeech *speech, guint index, gboolean behind);
