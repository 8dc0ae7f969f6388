/* One sentence as scope and attribution read it: its words, the mentions they belong to, and the cues among them. */
#pragma once

#include "claims/cues.h"

typedef struct
{
  const BlCue *cue;
  guint first, last; /* words [first, last) */
} BlCueHit;

typedef struct
{
  BlWords words;
  GArray *hits;       /* BlCueHit, by first word; senses of one cue side by side */
  GArray *hit_at;     /* guint per word: the first hit that covers it, or G_MAXUINT */
  GArray *mention_at; /* guint per word: the mention that covers it, or G_MAXUINT */
  guint sentence;     /* whose words they are; G_MAXUINT at first */
  const BlCues *cues; /* of the last bl_reading_read() */
} BlReading;

void bl_reading_init (BlReading *reading);
void bl_reading_clear (BlReading *reading);

/* Reads a sentence, unless it is the one that was read last. A word of a name, an office or a date is no cue: "the United States",
 * "in May". */
void bl_reading_read (BlReading *reading, const BlCues *cues, const BlDocument *document, const BlMentions *mentions,
                      guint sentence);

static inline guint
bl_reading_count (const BlReading *reading)
{
  return bl_words_count (&reading->words);
}

static inline const BlWord *
bl_reading_word (const BlReading *reading, guint word)
{
  return bl_words_get (&reading->words, word);
}

/* Its text; "" past the end. */
static inline const char *
bl_reading_text (const BlReading *reading, guint word)
{
  return bl_words_text (&reading->words, word);
}

/* Whether the word is text, or one of a NULL-terminated list; FALSE past the end. */
static inline gboolean
bl_reading_is (const BlReading *reading, guint word, const char *text)
{
  return bl_words_is (&reading->words, word, text);
}

static inline gboolean
bl_reading_is_one (const BlReading *reading, guint word, const char *const *list)
{
  return bl_words_is_one (&reading->words, word, list);
}

/* Whether the word is of a class of the lexicon; FALSE past the end. */
static inline gboolean
bl_reading_is_of (const BlReading *reading, guint word, BlWordClass class)
{
  return bl_cues_is_of (reading->cues, bl_reading_text (reading, word), class);
}

static inline guint8
bl_reading_breaks (const BlReading *reading, guint word)
{
  return bl_words_get (&reading->words, word)->breaks;
}

/* Index of the mention that a word belongs to, or G_MAXUINT; also past the end. */
guint bl_reading_mention (const BlReading *reading, guint word);

/* The hit of a kind that covers a word, or NULL. */
const BlCueHit *bl_reading_hit (const BlReading *reading, guint word, BlCueKind kind);

/* Whether a hit of a kind, or a break, lies in words [from, to). */
gboolean bl_reading_has (const BlReading *reading, guint from, guint to, BlCueKind kind);
gboolean bl_reading_has_break (const BlReading *reading, guint from, guint to, guint8 breaks);

/* The first of words [from, to] behind a comma, or G_MAXUINT. */
guint bl_reading_comma (const BlReading *reading, guint from, guint to);
