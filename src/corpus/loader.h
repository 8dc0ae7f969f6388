/* From a file's bytes to records: one for each article in it.
 *
 * Every loader takes bytes that are valid UTF-8 (bl_load_file sees to that) and gives a record with a document and what the file
 * says about the article, or NULL after it has added a problem. Loaders share nothing: any number run at once. */
#pragma once

#include "corpus/input.h"
#include "corpus/metadata.h"
#include "text/text.h"

/* Of SHA-256, as much as keeps any two articles apart. */
#define BL_CONTENT_BYTES 16

typedef struct
{
  const BlInput *input; /* borrowed */
  BlMetadata metadata;
  BlDocument *document;
  GPtrArray *remarks; /* as BlArticle has them */
  guint line;         /* JSON Lines: of the record; 0 for other kinds */
  BlSpan place;       /* JSON Lines: the bytes of the file that the line takes, without its end; else of the whole file */
  guint8 content[BL_CONTENT_BYTES]; /* hash of these bytes, where the loader was asked for it */
} BlRecord;

BlRecord *bl_record_new (const BlInput *input);
void bl_record_free (BlRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRecord, bl_record_free)

typedef struct
{
  const BlTextLexicon *lexicon;
  BlProblems *problems;
  gboolean heads_only;   /* JSON Lines: the record gets no document, only what names and places the article */
  gboolean with_content; /* the record gets the hash of its bytes */
} BlLoader;

/* A line of a JSON Lines file. bytes is owned by whoever holds the line. */
typedef struct
{
  char *bytes;
  gsize length;
  gsize offset; /* of its first byte in the file */
  guint number; /* 1-based */
} BlLine;

/* Reads, checks and loads a file of one article. */
BlRecord *bl_load_file (const BlLoader *loader, const BlInput *input);

/* The same for bytes that are in memory already, taken. */
BlRecord *bl_load_bytes (const BlLoader *loader, const BlInput *input, char *bytes, gsize length);

/* Each takes bytes. */
BlRecord *bl_load_text (const BlLoader *loader, const BlInput *input, char *bytes, gsize length);
BlRecord *bl_load_markdown (const BlLoader *loader, const BlInput *input, char *bytes, gsize length);
BlRecord *bl_load_html (const BlLoader *loader, const BlInput *input, char *bytes, gsize length);

/* Loads one line; its bytes are taken and set to NULL. */
BlRecord *bl_load_jsonl_line (const BlLoader *loader, const BlInput *input, BlLine *line);

/* Calls found with each line of a JSON Lines file that is not blank, in order; found takes the line's bytes. Lines past the limit
 * are named and skipped. */
typedef void (*BlLineFunc) (BlLine *line, gpointer data);
void bl_read_lines (const BlLoader *loader, const BlInput *input, BlLineFunc found, gpointer data);

/* A file of JSON Lines for bl_read_line, to be closed by the caller; -1 when the text is in memory or the file cannot be opened. */
int bl_open_lines (const BlInput *input);

/* The bytes of one line that bl_read_lines has given before, NUL-terminated. file: from bl_open_lines, any threads may use one; -1 opens
 * the input for this line. NULL when the bytes are not there any more. Owned. */
char *bl_read_line (const BlInput *input, int file, BlSpan place);

/* The hash of bytes, BL_CONTENT_BYTES of it. */
void bl_content_hash (const char *bytes, gsize length, guint8 *hash);

/* Replaces what is no UTF-8 and names the first place. line: number of the line that bytes begins at, 1 for a whole file. Returns how
 * the repaired bytes lead back to the old ones, for bl_document_set_repairs; NULL when nothing was broken. */
BlSourceMap *bl_load_repair (const BlLoader *loader, const BlInput *input, char **bytes, gsize *length, guint line);

/* 1-based line and column (code points; each broken byte counts one) of an offset. O(offset). */
void bl_load_position (const char *bytes, gsize offset, guint *line, guint *column);

/* Adds a problem about the byte at offset. */
void bl_load_complain (const BlLoader *loader, const BlInput *input, const char *bytes, gsize offset, const char *what);

/* Says that characters of the text were left out because nobody knows where in the file they stand; nothing when there are none. */
void bl_load_note_lost (const BlLoader *loader, const BlInput *input, gsize characters);
