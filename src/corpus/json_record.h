/* The members of one line of JSON Lines, and where each stands.
 *
 * A line of plain strict JSON (RFC 8259, no \u0000, no half of a surrogate pair, no escape in the name of a member) is scanned in
 * one pass and nothing is copied: the text of the article, most of the line, is never unescaped here. Any other line goes to cJSON,
 * which is laxer and finds where it is wrong. Values are read when they are asked for. */
#pragma once

#include "base/base.h"

/* A member of the outermost object. */
typedef struct
{
  const char *name; /* not NUL-terminated */
  gsize name_length;
  BlSpan raw; /* bytes of the value; a string with its quotation marks */
} BlJsonMember;

typedef struct
{
  const char *text;  /* what the spans are of: the line, or a copy of it in which escapes that are no characters say \ufffd */
  GArray *members;   /* BlJsonMember, in order */
  gsize n_lost;      /* such escapes */
  gsize first_lost;  /* where the first of them stood */
  const char *wrong; /* NULL, or what is wrong with the line */
  gsize wrong_at;

  char *copy;  /* owned, or NULL */
  cJSON *tree; /* owned, or NULL: names of members may lie in it */
} BlJsonRecord;

/* Reads the line, which must outlive the record. FALSE when it is not one JSON object: wrong says why. */
gboolean bl_json_record_read (BlJsonRecord *record, const char *line, gsize length);

/* The same with cJSON alone: what bl_json_record_read() does with any but a plain line. */
gboolean bl_json_record_read_lax (BlJsonRecord *record, const char *line, gsize length);

void bl_json_record_clear (BlJsonRecord *record);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlJsonRecord, bl_json_record_clear)

/* The first member of this name, or NULL. */
const BlJsonMember *bl_json_record_find (const BlJsonRecord *record, const char *name);

/* TRUE for a string with something in it beside white space. */
gboolean bl_json_record_is_text (const BlJsonRecord *record, const BlJsonMember *member);

/* The value as words: a string, a number, the name of an object, or the list of those in an array. Owned, or NULL. *number (may be
 * NULL) is its value when it is a number, else NAN. */
char *bl_json_record_words (const BlJsonRecord *record, const BlJsonMember *member, double *number);
