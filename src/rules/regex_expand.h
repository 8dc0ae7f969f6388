/* Private to src/rules: "%{slot}" in regexes. */
#pragma once

#include "rules/expand.h"

/* Where a piece of the expanded source comes from, so that what PCRE2 says of a byte can be shown where the author wrote it. */
typedef struct
{
  gsize start;       /* in the expanded source */
  const cJSON *line; /* the string; the caller's to fill */
  guint column;      /* its character */
  gboolean is_slot;  /* "%{…}": all of the piece is this one place */
} BlRegexPiece;

/* Appends text (a line, or all lines joined) to an expansion with named groups, and to pieces (of BlRegexPiece, or NULL) where it comes from.
 * FALSE with *fault set when a slot is wrong. */
gboolean bl_regex_expand (const BlPhraseContext *context, const char *text, BlExpansion *expansion, GArray *pieces,
                          BlPhraseFault *fault);
