/* A document: the readable text of one article, cut into blocks, sentences and quotations.
 *
 * All spans here are byte ranges of bl_document_text(), which is valid UTF-8; bl_document_locate() leads back to the
 * original file. A document is immutable once built and may be read by any thread. */
#pragma once

#include "base/base.h"
#include "text/source_map.h"

typedef enum BL_SMALL_ENUM
{
  BL_BLOCK_PARAGRAPH,
  BL_BLOCK_HEADLINE, /* the article's own title; at most one, the first */
  BL_BLOCK_DECK,     /* standfirst or teaser between headline and body */
  BL_BLOCK_SUBHEADING,
  BL_BLOCK_LIST_ITEM,
  BL_BLOCK_CAPTION,     /* of a picture or video */
  BL_BLOCK_BYLINE,      /* author, date, credit lines: "By Ann Lee", "– CNN's … contributed to this report." */
  BL_BLOCK_BOILERPLATE, /* "Read also", "Leave a Reply", navigation, link lists: never a claim */
} BlBlockKind;

typedef struct
{
  BlSpan span;
  BlBlockKind kind;
  guint first_sentence; /* sentences [first_sentence, first_sentence + n_sentences) lie in this block */
  guint n_sentences;
} BlBlock;

typedef struct
{
  BlSpan span; /* without surrounding white space */
  guint block;
} BlSentence;

typedef struct
{
  BlSpan span;  /* with its marks */
  BlSpan inner; /* between them */
  guint8 depth; /* 0 outermost */
  bool closed;  /* FALSE: runs to the end of its paragraph, or to where the same mark opens again (a quotation that goes on in
                      the next paragraph, or damage) */
} BlQuote;

/* A place in the original file: 1-based lines and columns, columns in code points, offset and length in bytes;
 * end_column is one past the last character. */
typedef struct
{
  gsize offset;
  gsize length;
  guint line;
  guint column;
  guint end_line;
  guint end_column;
} BlLocation;

typedef struct BlDocument BlDocument;

/* What a loader knows about a stretch of text. span must lie in the text and blocks must be in order without overlap. Text that
 * no hint covers is cut by lines and cues, so a loader that knows nothing (plain text) passes no hints, and one that knows only
 * the headline passes that. Cues still turn a paragraph, list item, deck or sub-heading of a loader into a byline, a caption or
 * boilerplate. */
typedef struct
{
  BlSpan span;
  BlBlockKind kind;
} BlBlockHint;

/* The cue lists that block and sentence cutting use, read once from rules/lexicon/text.json. Immutable. */
typedef struct BlTextLexicon BlTextLexicon;

BlTextLexicon *bl_text_lexicon_load (const char *path, GError **error);
void bl_text_lexicon_free (BlTextLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTextLexicon, bl_text_lexicon_free)

/* Builds a document.
 *
 * original, original_length: the bytes of the file, kept by the document (taken, g_free'd with it).
 * text: what there is to read, or NULL when it is the original itself; taken too.
 * map: how text leads back to original, or NULL for the identity; taken.
 * hints: n_hints block hints, borrowed.
 * Both texts must be valid UTF-8 (loaders check and repair, see bl_utf8_repair). A NULL lexicon is an empty one. Never fails. */
BlDocument *bl_document_new (const BlTextLexicon *lexicon, char *original, gsize original_length, char *text, gsize text_length,
                             BlSourceMap *map, const BlBlockHint *hints, guint n_hints);
void bl_document_free (BlDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlDocument, bl_document_free)

/* Says that the original is not a whole file but a part of one (a line of JSON Lines): base_offset bytes of the file and the lines
 * before base_line (1-based) come before it, and the part begins a line. Locations count from there. Only before the document is
 * shared. */
void bl_document_set_origin (BlDocument *document, gsize base_offset, guint base_line);

/* Says that the original is a repaired copy (bl_utf8_repair_mapped): map leads from it to the bytes of the file and is taken. NULL
 * changes nothing. Only before the document is shared. */
void bl_document_set_repairs (BlDocument *document, BlSourceMap *map);

const char *bl_document_text (const BlDocument *document, gsize *length);
const BlBlock *bl_document_blocks (const BlDocument *document, guint *n);
const BlSentence *bl_document_sentences (const BlDocument *document, guint *n);

/* In order of their start; a nested one follows the one around it. */
const BlQuote *bl_document_quotes (const BlDocument *document, guint *n);

/* The innermost quotation whose inner span contains the offset, or NULL. O(log quotes). */
const BlQuote *bl_document_quote_at (const BlDocument *document, gsize offset);

/* Index of the sentence that contains the offset, or the last one before it; G_MAXUINT when there is none before it. */
guint bl_document_sentence_at (const BlDocument *document, gsize offset);

BlLocation bl_document_locate (const BlDocument *document, BlSpan span);

/* 1-based column in bytes of the byte at offset of the file, which stands in that line of it. */
gsize bl_document_byte_column (const BlDocument *document, guint line, gsize offset);

/* The text of a span. Owned by the caller. */
char *bl_document_slice (const BlDocument *document, BlSpan span);
