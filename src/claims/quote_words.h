/* A quotation as words that can be laid beside those of another: case, typography, contractions and the spelling of numbers folded,
 * so that only what was said is left. */
#pragma once

#include "base/base.h"

enum
{
  BL_QUOTE_WORD_GAP = 1 << 0,      /* "…", "[he]", "(sic)": stands for any words, or none */
  BL_QUOTE_WORD_NUMBER = 1 << 1,   /* text is "#25" for 25 and twenty-five; "million" */
  BL_QUOTE_WORD_NEGATION = 1 << 2, /* not, never, no … */
  BL_QUOTE_WORD_NAME = 1 << 3,     /* written with a capital inside of a sentence */
  BL_QUOTE_WORD_FUNCTION = 1 << 4, /* says nothing of its own: articles, pronouns, auxiliaries, fillers */
};

typedef struct
{
  const char *text;    /* folded; "" for a gap */
  const char *surface; /* as written, for messages; the second word of a contraction has that of the first */
  guint32 hash;        /* of text */
  guint8 flags;        /* BL_QUOTE_WORD_* */
} BlQuoteWord;

/* Reads the text between the marks (valid UTF-8). Strings live in the arena. The caller's array of BlQuoteWord. Linear. */
GArray *bl_quote_words_read (BlArena *arena, const char *text, gsize length);

/* Words that are no gaps. */
guint bl_quote_words_count (const BlQuoteWord *words, guint n);
