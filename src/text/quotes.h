/* Quotations of a document. Inside of src/text only. */
#pragma once

#include "text/document.h"

/* Deeper nesting is damage; further openings are ignored. */
#define BL_QUOTE_DEPTH 8

/* Finds the quotations of each block. Appends to quotes (of BlQuote) in order of start and to parents (of guint) the index of
 * the quotation around each, G_MAXUINT for none. Linear in the text. */
void bl_quotes_find (const char *text, const BlBlock *blocks, guint n_blocks, GArray *quotes, GArray *parents);
