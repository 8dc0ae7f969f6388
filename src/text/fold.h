/* Normalisation that can be undone: every byte of the folded text knows where it came from.
 *
 * bl_fold_typography: curly quotes and primes to ' and ", dashes to "-" (en and em dash to " - " only when already spaced),
 * ellipsis to "...", every white space incl. U+00A0 to one space (runs joined), soft hyphens and zero-width characters
 * dropped, private-use characters to U+FFFD, and NFC. Case and letters stay. */
#pragma once

#include "base/span.h"
#include "text/source_map.h"

typedef struct
{
  GString *text;
  GArray *origin; /* gsize per byte of text, plus one for the end: the byte offset it came from */
} BlFolded;

void bl_folded_init (BlFolded *folded);
void bl_folded_clear (BlFolded *folded);

/* Appends the folded form of text (valid UTF-8, length bytes); base is added to every origin offset. */
void bl_fold_typography (BlFolded *folded, const char *text, gsize length, gsize base);

/* The source bytes of a folded range. */
BlSpan bl_folded_origin (const BlFolded *folded, BlSpan span);

/* Letters only for comparing: NFKD, marks dropped, ł ø đ ß æ œ þ ð opened, lower case, everything but letters and digits
 * dropped or turned into single spaces. "Łukasz O’Neill-Şahin" → "lukasz oneill sahin" (apostrophes vanish, hyphens are
 * spaces). Owned by the caller. */
char *bl_fold_letters (const char *text, gssize length);

/* FALSE when bl_utf8_repair() would change something. Linear, eight bytes a step where the text is ASCII. */
gboolean bl_utf8_is_valid (const char *text, gsize length);

/* Replaces every byte sequence that is no UTF-8 by U+FFFD. *text is replaced when needed. Returns the number of
 * replacements, and in *first (may be NULL) the offset of the first in the old bytes. NUL bytes count as broken. */
guint bl_utf8_repair (char **text, gsize *length, gsize *first);

/* The same, and *map (may be NULL) says how the repaired text leads back to the old bytes; NULL when nothing was broken. Owned. */
guint bl_utf8_repair_mapped (char **text, gsize *length, gsize *first, BlSourceMap **map);
