/* The strings of one line of JSON Lines as they stand there: where they lie, and their text with the way back to the bytes. */
#pragma once

#include "corpus/json_record.h"
#include "corpus/text_builder.h"

/* Appends the members of root with their places. text must be what cJSON read root from; names lie in root. */
void bl_json_members (const char *text, gsize length, const cJSON *root, GArray *members);

/* Reads the escape \uXXXX or a pair of them. Returns the bytes that it takes, 0 when it is none; *c is 0xFFFD for what is no
 * character, and *broken says so. */
gsize bl_json_unicode_escape (const char *text, gsize left, gunichar *c, gboolean *broken);

/* cJSON gives up on half a surrogate pair and ends a string at \u0000. Writes \ufffd over such escapes, which changes no
 * offset. Returns their number, and in *first where the first stood. */
guint bl_json_defuse (char *text, gsize length, gsize *first);

/* Adds the text of the string at raw to the builder's open block. */
void bl_json_add_string (BlTextBuilder *builder, const char *text, BlSpan raw);
