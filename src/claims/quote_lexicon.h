/* The words that a quotation's words are told apart by. */
#pragma once

#include <glib.h>

typedef enum
{
  BL_QUOTE_LEXEME_NONE,
  BL_QUOTE_LEXEME_FUNCTION, /* says nothing of its own */
  BL_QUOTE_LEXEME_NEGATION,
  BL_QUOTE_LEXEME_NUMBER,    /* value: 0, 2 to 19, 20, 30 … 90; "one" is a function word first */
  BL_QUOTE_LEXEME_ORDINAL,   /* value: 1 to 12 */
  BL_QUOTE_LEXEME_MAGNITUDE, /* hundred, millions */
  BL_QUOTE_LEXEME_SPOKEN,    /* printed either way: first, and second unless NULL, stand for it */
} BlQuoteLexemeKind;

typedef struct
{
  const char *word;
  BlQuoteLexemeKind kind;
  guint8 value;
  const char *first;
  const char *second;
} BlQuoteLexeme;

/* Of a folded word; NULL when it is none of these. O(log words). */
const BlQuoteLexeme *bl_quote_lexeme (const char *word);
