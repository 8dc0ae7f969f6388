/* From text to blocks: where they begin and end (blocks.c), what they are by themselves (line_kinds.c) and by their place
 * (block_kinds.c). Inside of src/text only. */
#pragma once

#include "text/document.h"
#include "text/lexicon.h"

/* How a block ends, quotation marks and brackets aside. */
typedef enum
{
  BL_ENDING_OPEN,     /* with a word */
  BL_ENDING_STOP,     /* with the full stop of a sentence */
  BL_ENDING_QUESTION, /* with "?" or "!" */
  BL_ENDING_ELLIPSIS,
  BL_ENDING_COLON, /* with ":", ";" or "," */
} BlEnding;

/* A block while its kind is being found. */
typedef struct
{
  BlSpan span;
  BlBlockKind kind;
  gboolean hinted;  /* the loader named the kind */
  gsize marker;     /* bytes of a list marker at the start, with its white space; 0 for none */
  gsize characters; /* G_MAXSIZE when past all limits of a short line */
  BlEnding ending;
  gboolean links_follow;
} BlPiece;

/* Past this many characters no line is a headline, a caption or any other short line. */
#define BL_SHORT_LINE_LIMIT 420

/* Bytes of a list marker ("- ", "• ", "12. ", "[3] ", "b) ") and the white space after it at the start of span. */
gsize bl_list_marker (const char *text, BlSpan span);

/* Appends the blocks of text to blocks (of BlBlock); sentences are not filled in. The parts that no hint covers are cut by lines:
 * one paragraph a line, or hard-wrapped paragraphs between blank lines. Linear. */
void bl_blocks_find (const BlTextLexicon *lexicon, const char *text, gsize length, const BlBlockHint *hints, guint n_hints,
                     GArray *blocks);

/* The kind may still be changed by cues: what a loader called a headline, a caption, a byline or boilerplate stays. */
static inline gboolean
bl_piece_is_open (const BlPiece *piece)
{
  return !piece->hinted || piece->kind == BL_BLOCK_PARAGRAPH || piece->kind == BL_BLOCK_LIST_ITEM
         || piece->kind == BL_BLOCK_SUBHEADING || piece->kind == BL_BLOCK_DECK;
}

/* Words of a line in turn: letters, digits and what stands inside of words. FALSE at the end. */
gboolean bl_next_word (const char *text, BlSpan *rest, BlSpan *word);

/* Sets the kind and links_follow of the piece at index when its own words tell them. */
void bl_line_kind_find (const BlTextLexicon *lexicon, const char *text, BlPiece *piece, guint index);

/* Finds the kind of each piece (of BlPiece). */
void bl_block_kinds_find (const BlTextLexicon *lexicon, const char *text, GArray *pieces);
