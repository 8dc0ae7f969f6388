/* Leads the text that a parser gives back to the bytes that it parsed.
 *
 * libxml2 and cmark say what the text is and not where it stood. An aligner walks the original beside them: it is given each run of
 * text in the order of the document, steps over markup, opens references and escapes, and adds to the builder what agrees. So every
 * character of a document comes from bytes that were read, whatever the parser did; what cannot be found is left out and
 * counted. White space of any kind agrees with any other.
 *
 * Cost: linear while the two agree; looking for the place to go on is bounded by a budget that is linear in the original. */
#pragma once

#include "corpus/text_builder.h"

typedef enum
{
  BL_MARKUP_HTML,     /* tags are stepped over, references opened */
  BL_MARKUP_MARKDOWN, /* backslashes and references opened; delimiters are found by looking for what comes next */
  BL_MARKUP_QUOTED,   /* a string of front matter in "": only its backslashes are opened */
  BL_MARKUP_LITERAL,  /* code: nothing is opened */
} BlMarkup;

typedef struct
{
  const char *original;
  gsize cursor; /* everything before it is done with */
  gsize end;    /* nothing is looked for from here on */
  gsize budget;
  gsize lost; /* characters that were to be kept and were not found */
  BlMarkup markup;
} BlAligner;

BlAligner bl_aligner (BlMarkup markup, const char *original, gsize length);

/* Walks over a run of text. With keep it is added to the builder's open block; without, only the white space that was met, so that
 * words on both sides of something left out stay apart. builder may be NULL. */
void bl_aligner_run (BlAligner *aligner, const char *run, gsize length, BlTextBuilder *builder, gboolean keep);
