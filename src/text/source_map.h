/* From a document's text back to the bytes of the file it was read from.
 *
 * A loader of HTML, Markdown or JSON Lines drops markup and opens entities and escapes; each run of bytes that was
 * copied unchanged is one piece, each opened escape another. Plain text has no pieces: the map is the identity. */
#pragma once

#include "base/span.h"

typedef struct BlSourceMap BlSourceMap;

BlSourceMap *bl_source_map_new (void);
void bl_source_map_free (BlSourceMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSourceMap, bl_source_map_free)

/* Says that text bytes [text_start, text_start + text_length) came from the original bytes [original_start,
 * original_start + original_length). Calls come in order of text_start. Equal lengths mean a byte for byte copy, unequal
 * ones an escape that maps as a whole. Adjacent copies are joined. */
void bl_source_map_add (BlSourceMap *map, gsize text_start, gsize text_length, gsize original_start, gsize original_length);

/* The original bytes a span of text came from; a NULL map is the identity. O(log pieces). */
BlSpan bl_source_map_original (const BlSourceMap *map, BlSpan span);
