/* Puts a document together from blocks: their text, where each byte of it came from, and what kind each is. */
#pragma once

#include "corpus/loader.h"

typedef struct BlTextBuilder BlTextBuilder;

BlTextBuilder *bl_text_builder_new (void);
void bl_text_builder_free (BlTextBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTextBuilder, bl_text_builder_free)

/* Opens a block; one that is open is ended first. */
void bl_text_builder_begin (BlTextBuilder *builder, BlBlockKind kind);

/* The same for text of which nothing is known: the text room cuts it into blocks by lines and cues. */
void bl_text_builder_begin_free (BlTextBuilder *builder);

/* Appends text that came from original bytes [start, start + original_length), as bl_source_map_add has it. */
void bl_text_builder_add (BlTextBuilder *builder, const char *text, gsize length, gsize start, gsize original_length);

/* The same for one white space character: runs of it become one space, and at the ends of a block none. */
void bl_text_builder_add_space (BlTextBuilder *builder, gsize start, gsize original_length);

/* Ends the open block; one without text leaves no trace. */
void bl_text_builder_end (BlTextBuilder *builder);

gboolean bl_text_builder_is_open (const BlTextBuilder *builder);

/* Blocks that are ended. */
guint bl_text_builder_n_blocks (const BlTextBuilder *builder);

/* What a block is may be known only after those behind it. */
BlBlockKind bl_text_builder_kind (const BlTextBuilder *builder, guint block);
void bl_text_builder_set_kind (BlTextBuilder *builder, guint block, BlBlockKind kind);

/* The text of a block. Borrowed. */
const char *bl_text_builder_text (const BlTextBuilder *builder, guint block);

/* The document of the file's bytes (taken), its blocks joined by empty lines. The first headline goes first, further ones become
 * subheadings. The builder is empty afterwards. */
BlDocument *bl_text_builder_finish (BlTextBuilder *builder, const BlTextLexicon *lexicon, char *original, gsize length);
