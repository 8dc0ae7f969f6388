/* Names and titles of two to five words that the base or the lexicons have, with one word left open ("saudi *"): which word
 * belongs there. Built when first asked, as many runs never do; shared by all threads. Private to src/mentions. */
#pragma once

#include "mentions/lexicon.h"

typedef struct BlFixedTerms BlFixedTerms;

/* kb and lexicon are borrowed. */
BlFixedTerms *bl_fixed_terms_new (const BlKnowledge *kb, const BlLexicon *lexicon);
void bl_fixed_terms_free (BlFixedTerms *terms);

/* What a base or a lexicon has. All borrowed from them or from the list. */
typedef struct
{
  const char *word;             /* what belongs in the open place, folded */
  const char *term;             /* as the base writes it */
  const BlReference *reference; /* or NULL */
  const char *list;             /* where it stands when it has no reference of its own: "roles of the base" */
} BlFixedTerm;

/* The term whose other words are words[0 … n) but for words[open], and whose own word there may be what words[open] garbles; NULL for
 * none, or for several. Borrowed. */
const BlFixedTerm *bl_fixed_terms_find (BlFixedTerms *terms, const char *const *words, guint n, guint open);

/* The same for a title of one word, which nothing but the name behind it bears out: "Presytent". */
const char *bl_fixed_terms_find_role (BlFixedTerms *terms, const char *word);
