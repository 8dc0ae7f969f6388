/* Names and titles of two to five words that the base or the lexicons have, with one word left open ("saudi *"): which word
 * belongs there. Immutable, shared by all threads. Private to src/mentions. */
#pragma once

#include "mentions/lexicon.h"

typedef struct BlFixedTerms BlFixedTerms;

BlFixedTerms *bl_fixed_terms_new (const BlKnowledge *kb, const BlLexicon *lexicon);
void bl_fixed_terms_free (BlFixedTerms *terms);

/* What a base or a lexicon has. */
typedef struct
{
  char *word;   /* what belongs in the open place, folded */
  char *term;   /* as the base writes it */
  char *origin; /* "FILE#ENTRY", or the kind of list */
} BlFixedTerm;

/* The term whose other words are words[0 … n) but for words[open], and whose own word there may be what words[open] garbles; NULL for
 * none, or for several. Borrowed. */
const BlFixedTerm *bl_fixed_terms_find (const BlFixedTerms *terms, const char *const *words, guint n, guint open);

/* The same for a title of one word, which nothing but the name behind it bears out: "Presytent". */
const char *bl_fixed_terms_find_role (const BlFixedTerms *terms, const char *word);
