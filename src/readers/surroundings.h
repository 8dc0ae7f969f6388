/* Inside readers/: one sentence as its terms and, for a place in it, the terms around that place.
 *
 * A term is the stem of a content word, or the id of what a mention names. The open comparison (src/sentences/open.c) aligns sentences by
 * their terms and tells the slots of their figures and days apart by their neighbours. */
#pragma once

#include "claims/extraction.h"
#include "claims/words.h"
#include "readers/readers.h"

typedef struct
{
  BlExtraction *extraction;
  BlStemmer *stemmer;
  BlWords words;            /* of the sentence that was read last */
  GArray *items;            /* the terms of its words, in order, with their spans; private */
  BlClaimSentence sentence; /* what was read */
} BlSurroundingsReader;

/* Terms of every readable sentence of the article, and the claims of each reader of sentences: figures, days. */
void bl_read_sentences (BlExtraction *extraction);

/* What stands around a span of the sentence that was read last. */
BlSurroundings bl_surroundings_at (const BlSurroundingsReader *reader, BlSpan span);

/* The terms of a span of it, in order, NULL-terminated; in the arena. */
const char *const *bl_surroundings_terms (const BlSurroundingsReader *reader, BlSpan span);

/* --- readers of one mention, which stands in the sentence that was read last --------------------------------------- */
void bl_read_count (const BlSurroundingsReader *reader, const BlMention *mention);
void bl_read_day (const BlSurroundingsReader *reader, const BlMention *mention);
void bl_read_span (const BlSurroundingsReader *reader, const BlMention *mention);
void bl_read_birth (const BlSurroundingsReader *reader, const BlMention *mention);
void bl_read_age (const BlSurroundingsReader *reader, const BlMention *mention);
void bl_read_bearing (const BlSurroundingsReader *reader, const BlMention *mention);

/* The one pair of numbers of the sentence that was read last. */
void bl_read_tally (const BlSurroundingsReader *reader);
