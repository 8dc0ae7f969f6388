/* What a number counts. Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

/* The head noun that is counted behind token at: "[500] additional troops", "[two] of the soldiers". many: a plural is wanted.
 * Returns its token, or G_MAXUINT. */
guint bl_noun_counted (const BlScan *scan, guint at, guint end, gboolean many);

/* The noun behind "of" or "in": "[5 tons] of grain", "[$5 billion] in military aid", "[5 percent] of the vote". */
guint bl_noun_of (const BlScan *scan, guint at, guint end);

/* The Snowball stem of a token, in the arena. */
const char *bl_noun_stem (BlScan *scan, guint at);

/* Looks like a noun in the plural. */
gboolean bl_noun_is_plural (const BlToken *token);
