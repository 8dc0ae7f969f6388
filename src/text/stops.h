/* Terminators: what stands around one (stops.c), and whether it ends a sentence (sentence_end.c). Inside of src/text only. */
#pragma once

#include "text/document.h"
#include "text/lexicon.h"

/* The state of cutting one block. */
typedef struct
{
  const BlTextLexicon *lexicon;
  const char *text;
  BlSpan block;
  guint index;
  gsize start;          /* of the sentence that is being read */
  gsize last_opening;   /* place of the last opening double mark, G_MAXSIZE before any */
  gboolean in_straight; /* an odd number of straight double marks was read */
  gboolean in_curly;    /* the last curly double mark opened */
  guint numbered;       /* the block counts its sentences as [1] … [2] …: the number that comes next; 0 when it does not */
  GArray *sentences;
} BlSentenceCutter;

/* A terminator with what stands around it. */
typedef struct
{
  gsize at;           /* the last run of terminators */
  gsize end;          /* after it and the marks that close behind it: where the sentence would end */
  gsize next;         /* the first character after white space */
  gboolean full_stop; /* exactly one "." */
  gboolean ellipsis;
  gboolean quote_closed;
} BlStop;

/* Reads all terminators and closing marks from at on: "?”.", "!”)". Takes note in cutter of quotations that end there. */
void bl_stop_read (BlSentenceCutter *cutter, gsize at, BlStop *stop);

/* TRUE when the sentence ends at stop->end and the next one begins at stop->next, which must lie in the block. */
gboolean bl_stop_ends_sentence (const BlSentenceCutter *cutter, const BlStop *stop);
