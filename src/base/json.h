/* Strict reading of the JSON that people write for belie: comments allowed, everything else by RFC 8259, and every value
 * remembers where it stood, so a later complaint can name line and column.
 *
 * The tree is cJSON's. Its parser accepts duplicate keys, trailing garbage and raw newlines in strings, so a scanner of our
 * own reads the text and rejects those, and the tree is built from what it found. Ownership: a BlJson owns its tree; everything else is borrowed
 * from it. */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

#include "base/problem.h"
#include "base/span.h"
#include "base/word.h"

#define BL_JSON_ERROR (bl_json_error_quark ())
GQuark bl_json_error_quark (void);

typedef enum
{
  BL_JSON_ERROR_READ,   /* the file cannot be read or is too large */
  BL_JSON_ERROR_SYNTAX, /* not JSON */
  BL_JSON_ERROR_SHAPE,  /* JSON, but not of the form that is wanted */
} BlJsonErrorCode;

typedef struct BlJson BlJson;

/* Reads a file of at most BL_LIMIT_JSON_BYTES. The error message begins "FILE:LINE:COLUMN: ", or "FILE: " when the file
 * cannot be read. */
BlJson *bl_json_load (const char *path, GError **error);

/* The same for text in memory; name stands for the file in messages. */
BlJson *bl_json_parse (const char *text, gsize length, const char *name, GError **error);

/* The same without a copy: keeps a reference. A NUL must follow the bytes. */
BlJson *bl_json_parse_bytes (GBytes *bytes, const char *name, GError **error);

/* A slice of a list that is too long to be read at once, as a list of its own: its elements, with the "[" or "," before and the "," or "]"
 * behind them, which need not fit each other. line and column are where the slice begins in the file: places are the file's. Keeps
 * a reference. */
BlJson *bl_json_parse_slice (GBytes *slice, const char *name, guint line, guint column, GError **error);

void bl_json_free (BlJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlJson, bl_json_free)

const cJSON *bl_json_root (const BlJson *json);
const char *bl_json_name (const BlJson *json);

/* --- folding ------------------------------------------------------------------------------------------------------
 * A tree takes about four times as much memory as its text. Who has read a file, and may want to name a place of it later, keeps the
 * numbers of items and folds the file: the tree goes with its keys and strings, and is made again when it is next asked for. */

/* All that was borrowed from the tree is no longer valid. Not while another thread uses the file. */
void bl_json_fold (BlJson *json);

/* What bl_json_parse_bytes() and then bl_json_fold() would give, for bytes that an earlier run has parsed. A NUL must follow them. */
BlJson *bl_json_new_folded (GBytes *bytes, const char *name);

/* Items by their number in document order, which folding does not change; the root is 0. */
guint bl_json_number (const BlJson *json, const cJSON *item);
const cJSON *bl_json_item (const BlJson *json, guint number);

/* Where the value (for a member: its key) begins; 1-based, columns in code points; column may be NULL. NULL stands for the root. The first call
 * builds the table, O(values); a later one costs a look-up. Thread-safe. */
void bl_json_position (const BlJson *json, const cJSON *item, guint *line, guint *column);

/* Places in the text as it was read. Of an element or the root, the key is the value; an object or array is its bracket. NULL stands for the
 * root. */
BlSpan bl_json_key_span (const BlJson *json, const cJSON *item);
BlSpan bl_json_value_span (const BlJson *json, const cJSON *item);

/* n characters of the string from the first on, counted in the unescaped string from 0; what is past its end is its closing quotation
 * mark. Of another value, the value. */
BlSpan bl_json_inner_span (const BlJson *json, const cJSON *string, guint first, guint n);

/* Line, column and excerpt of a span. The excerpt is the caller's: bl_json_place_clear(). */
void bl_json_place (const BlJson *json, BlSpan span, BlProblemPlace *place);
void bl_json_place_clear (BlProblemPlace *place);

/* Sets a BL_JSON_ERROR_SHAPE error "FILE:LINE:COLUMN: message" for the value of item (its key), and returns FALSE. */
gboolean bl_json_fail (const BlJson *json, const cJSON *item, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);
gboolean bl_json_fail_key (const BlJson *json, const cJSON *item, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* A BL_JSON_ERROR carries, beside its message, what it is made of. Both return NULL for another error; borrowed from the error.
 * excerpt: the line with a mark under the place, or NULL; what: the message without the place, which goes to all of *place but the file. */
const char *bl_json_error_excerpt (const GError *error);
const char *bl_json_error_what (const GError *error, BlProblemPlace *place);

GError *bl_json_error_new (BlJsonErrorCode code, const BlProblemPlace *place, const char *what);

/* Lets another complaint, "FILE:LINE:COLUMN: …" with its excerpt, follow the excerpt of a BL_JSON_ERROR. */
void bl_json_error_append (GError *error, const char *more);

/* Closed objects: every key of object must stand in the NULL-terminated list or begin with "x-"; the root may have "$schema" too.
 * The message names the nearest known key. */
gboolean bl_json_check_keys (const BlJson *json, const cJSON *object, const char *const *known, GError **error);

/* "format" of the root must be there and be 1. */
gboolean bl_json_check_format (const BlJson *json, GError **error);

/* Typed members. *value is left alone when the member is absent (FALSE only on a wrong type). Borrowed strings. */
gboolean bl_json_get_string (const BlJson *json, const cJSON *object, const char *key, const char **value, GError **error);
gboolean bl_json_get_bool (const BlJson *json, const cJSON *object, const char *key, gboolean *value, GError **error);
gboolean bl_json_get_number (const BlJson *json, const cJSON *object, const char *key, double *value, GError **error);

/* An array of strings as a NULL-terminated vector of borrowed strings; the vector is the caller's (g_free). An absent
 * member gives an empty vector, a single string a vector of one. NULL on error. */
const char **bl_json_get_strings (const BlJson *json, const cJSON *object, const char *key, GError **error);

/* As the above for members that must be there. */
const char *bl_json_need_string (const BlJson *json, const cJSON *object, const char *key, GError **error);
const cJSON *bl_json_need_array (const BlJson *json, const cJSON *object, const char *key, GError **error);
const cJSON *bl_json_need_object (const BlJson *json, const cJSON *object, const char *key, GError **error);
