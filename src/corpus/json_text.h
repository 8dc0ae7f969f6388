/* The strings of one line of JSON Lines as they stand there: where each member of the record lies, and its text with the
 * way back to the bytes. */
#pragma once

#include "base/base.h"
#include "corpus/text_builder.h"

/* A member of the outermost object. */
typedef struct
{
  const cJSON *value;
  BlSpan raw; /* bytes of the value; a string with its quotation marks */
} BlJsonMember;

/* Spans of the members of root, in order: element i belongs to the i-th child. text must be what cJSON read root from. */
GArray *bl_json_members (const char *text, gsize length, const cJSON *root);

/* cJSON gives up on half a surrogate pair and ends a string at \u0000. Writes \ufffd over such escapes, which changes no
 * offset. Returns their number, and in *first where the first stood. */
guint bl_json_defuse (char *text, gsize length, gsize *first);

/* Adds the text of the string at raw to the builder's open block. */
void bl_json_add_string (BlTextBuilder *builder, const char *text, BlSpan raw);
