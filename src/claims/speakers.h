/* The noun phrase that speaks: before its verb ("Donald Tusk, the prime minister, said"), behind it ("said Kremlin spokesman Dmitry
 * Peskov", "according to officials in Kyiv"), or alone ("Tusk: …").
 *
 * A speaker is the id of a mention; "unnamed/official" for a noun without a name, "unnamed/he" for a pronoun that stands for nobody
 * known. Its head counts: a spokesman for a president is not the president, a diplomat in Paris is not Paris, but "the French
 * foreign ministry" is France. */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

typedef struct
{
  const char *id; /* NULL: nobody */
  guint first;    /* word where the phrase begins */
  guint last;     /* one past its last word */
} BlSpeaker;

/* The phrase that ends before a verb. */
BlSpeaker bl_speaker_before (BlExtraction *extraction, const BlReading *reading, guint verb);

/* The phrase that begins at a word. */
BlSpeaker bl_speaker_at (BlExtraction *extraction, const BlReading *reading, guint word);

/* Words [from, to) when they are one name, office or organisation and nothing else. */
BlSpeaker bl_speaker_alone (BlExtraction *extraction, const BlReading *reading, guint from, guint to);

/* The first in the sentence that could speak, before a word: the subject of "met Scholz and said". */
BlSpeaker bl_speaker_first (BlExtraction *extraction, const BlReading *reading, guint before);

#define BL_UNNAMED "unnamed/"

/* Whether an id is "unnamed/WORD", with a word of a class. */
gboolean bl_speaker_is_unnamed (const BlCues *cues, const char *id, BlWordClass class);

/* "unnamed/WORD". */
const char *bl_speaker_unnamed (BlExtraction *extraction, const char *word);
