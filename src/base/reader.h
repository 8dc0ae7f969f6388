/* Reading files that people write: closed objects, typed members, and complaints that name the place and the nearest known word.
 *
 * Every complaint is collected, none ends the reading: who writes a file sees all errors at once. Rooms that read such files put a
 * BlReader first into a reader of their own. */
#pragma once

#include "base/arena.h"
#include "base/json.h"
#include "base/problem.h"

typedef struct
{
  const BlJson *json;   /* the file being read */
  BlArena *arena;       /* for vectors */
  BlArena *scratch;     /* for vectors of items; NULL: arena */
  gboolean copies;      /* texts are copied into the arena, so that the file may be folded */
  BlProblems *problems; /* gets all complaints as BL_PROBLEM_PARTIAL; or NULL */
  GQuark domain;        /* of first */
  int code;             /* of first, when a reader of this header complains */
  GError *first;        /* the first complaint; owned. A BL_JSON_ERROR without problems carries the others behind its excerpt */
  guint n_errors;
} BlReader;

/* A reader of one file whose errors are BL_JSON_ERRORs, for loaders that have only a GError to say what is wrong. */
BlReader bl_reader_for (const BlJson *json, BlArena *arena);

/* Hands over what was complained of; TRUE when nothing was. */
gboolean bl_reader_end (BlReader *reader, GError **error);

/* --- complaints --------------------------------------------------------------------------------------------------- */
/* About a value; about its key; about any place. */
void bl_reader_fail (BlReader *reader, const cJSON *item, const char *format, ...) G_GNUC_PRINTF (3, 4);
void bl_reader_fail_key (BlReader *reader, const cJSON *item, const char *format, ...) G_GNUC_PRINTF (3, 4);
void bl_reader_fail_at (BlReader *reader, int code, BlSpan span, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Takes an error of base about the file at path. */
void bl_reader_take_error (BlReader *reader, const char *path, GError *error);

/* A word that is not one of known. */
void bl_reader_fail_word (BlReader *reader, const cJSON *item, const char *kind, const char *word, const char *const *known);

/* --- members ------------------------------------------------------------------------------------------------------ */
/* Looks up the members of a closed object in one walk: fields[i] becomes the member known[i], or NULL. FALSE when item is no
 * object. An unknown key is a complaint, except "x-…" anywhere and "$schema" in the root. known ends with NULL and fields has its length. */
gboolean bl_reader_fields (BlReader *reader, const cJSON *item, const char *const *known, const cJSON **fields);

/* "format" of a file must be 1. */
void bl_reader_check_format (BlReader *reader, const cJSON *format);

/* Values of members; NULL, zero or the empty vector when item is NULL or (with a complaint) of another type. Borrowed strings,
 * vectors in the arena. A text is not empty. */
const char *bl_reader_text (BlReader *reader, const cJSON *item);
const char *bl_reader_need_text (BlReader *reader, const cJSON *object, const cJSON *item, const char *key);
gboolean bl_reader_truth (BlReader *reader, const cJSON *item);
double bl_reader_number (BlReader *reader, const cJSON *item);

/* A number from 0 to 1, or otherwise. */
double bl_reader_unit_number (BlReader *reader, const cJSON *item, double otherwise);

/* Length of an array; 0 (with a complaint) when it is something else. */
guint bl_reader_array (BlReader *reader, const cJSON *item);

/* The texts of an array. */
const char *const *bl_reader_texts (BlReader *reader, const cJSON *item);

/* The texts of an array, or a single one, as items; NULL-terminated. And the same as strings. */
const cJSON *const *bl_reader_items (BlReader *reader, const cJSON *item);
const char *const *bl_reader_one_or_more (BlReader *reader, const cJSON *item);

/* Index of the word in known, or -1: absent, or with a complaint that names the nearest. */
int bl_reader_word (BlReader *reader, const cJSON *item, const char *const *known);
