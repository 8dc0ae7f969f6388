#include "corpus/text_builder.h"

#include <string.h>

typedef struct
{
  gsize text_start; /* from the beginning of the block's text */
  gsize text_length;
  gsize original_start;
  gsize original_length;
} Piece;

typedef struct
{
  BlBlockKind kind;
  gboolean free;
  GString *text;
  GArray *pieces; /* of Piece */
} Block;

struct BlTextBuilder
{
  GPtrArray *blocks; /* of owned Block; the last one is open when open says so */
  gboolean open;

  /* White space that waits for a character to stand before. */
  gboolean space;
  gsize space_start;
  gsize space_end;
};

static void
block_free (gpointer data)
{
  Block *block = data;
  g_string_free (block->text, TRUE);
  g_array_unref (block->pieces);
  g_free (block);
}

BlTextBuilder *
bl_text_builder_new (void)
{
  BlTextBuilder *builder = g_new0 (BlTextBuilder, 1);
  builder->blocks = g_ptr_array_new_with_free_func (block_free);
  return builder;
}

void
bl_text_builder_free (BlTextBuilder *builder)
{
  if (builder == NULL)
    return;
  g_ptr_array_unref (builder->blocks);
  g_free (builder);
}

static Block *
open_block (const BlTextBuilder *builder)
{
  return builder->open ? builder->blocks->pdata[builder->blocks->len - 1] : NULL;
}

void
bl_text_builder_begin (BlTextBuilder *builder, BlBlockKind kind)
{
  bl_text_builder_end (builder);
  Block *block = g_new0 (Block, 1);
  block->kind = kind;
  block->text = g_string_new (NULL);
  block->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_ptr_array_add (builder->blocks, block);
  builder->open = TRUE;
}

void
bl_text_builder_begin_free (BlTextBuilder *builder)
{
  bl_text_builder_begin (builder, BL_BLOCK_PARAGRAPH);
  open_block (builder)->free = TRUE;
}

/* Copies that follow each other on both sides are one piece; escapes stay apart. */
static void
append (Block *block, const char *text, gsize length, gsize start, gsize original_length)
{
  Piece *last = block->pieces->len > 0 ? &g_array_index (block->pieces, Piece, block->pieces->len - 1) : NULL;
  if (last != NULL && last->text_length == last->original_length && length == original_length
      && last->original_start + last->original_length == start)
    {
      last->text_length += length;
      last->original_length += length;
    }
  else
    {
      Piece piece = { block->text->len, length, start, original_length };
      g_array_append_val (block->pieces, piece);
    }
  g_string_append_len (block->text, text, (gssize) length);
}

void
bl_text_builder_add (BlTextBuilder *builder, const char *text, gsize length, gsize start, gsize original_length)
{
  Block *block = open_block (builder);
  g_return_if_fail (block != NULL);
  if (length == 0)
    return;
  if (builder->space && block->text->len > 0)
    append (block, " ", 1, builder->space_start, builder->space_end - builder->space_start);
  builder->space = FALSE;
  append (block, text, length, start, original_length);
}

void
bl_text_builder_add_space (BlTextBuilder *builder, gsize start, gsize original_length)
{
  if (!builder->space)
    builder->space_start = start;
  /* White space on both sides of a tag: the piece takes the bytes up to the last of it, the tag with them. */
  builder->space_end = MAX (start + original_length, builder->space_start);
  builder->space = TRUE;
}

void
bl_text_builder_end (BlTextBuilder *builder)
{
  Block *block = open_block (builder);
  builder->open = FALSE;
  builder->space = FALSE;
  if (block != NULL && block->text->len == 0)
    g_ptr_array_set_size (builder->blocks, (gint) builder->blocks->len - 1);
}

gboolean
bl_text_builder_is_open (const BlTextBuilder *builder)
{
  return builder->open;
}

guint
bl_text_builder_n_blocks (const BlTextBuilder *builder)
{
  return builder->blocks->len - (builder->open ? 1 : 0);
}

BlBlockKind
bl_text_builder_kind (const BlTextBuilder *builder, guint block)
{
  return ((const Block *) builder->blocks->pdata[block])->kind;
}

void
bl_text_builder_set_kind (BlTextBuilder *builder, guint block, BlBlockKind kind)
{
  ((Block *) builder->blocks->pdata[block])->kind = kind;
}

const char *
bl_text_builder_text (const BlTextBuilder *builder, guint block)
{
  return ((const Block *) builder->blocks->pdata[block])->text->str;
}

static void
move_headline_first (GPtrArray *blocks)
{
  gboolean seen = FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      Block *block = blocks->pdata[i];
      if (block->kind != BL_BLOCK_HEADLINE)
        continue;
      if (seen)
        {
          block->kind = BL_BLOCK_SUBHEADING;
          continue;
        }
      seen = TRUE;
      for (guint j = i; j > 0; j--)
        blocks->pdata[j] = blocks->pdata[j - 1];
      blocks->pdata[0] = block;
    }
}

/* The text of a document while blocks are put behind each other; its size is known before. */
typedef struct
{
  char *text;
  gsize length;
  BlSourceMap *map;
  GArray *hints;
} Joined;

static void
add_block (Joined *joined, const Block *block)
{
  if (joined->length > 0)
    {
      memcpy (joined->text + joined->length, "\n\n", 2);
      joined->length += 2;
    }
  const gsize start = joined->length;
  memcpy (joined->text + start, block->text->str, block->text->len);
  joined->length += block->text->len;
  for (guint i = 0; i < block->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (block->pieces, Piece, i);
      bl_source_map_add (joined->map, start + piece->text_start, piece->text_length, piece->original_start,
                         piece->original_length);
    }
  if (!block->free)
    {
      BlBlockHint hint = { bl_span (start, joined->length), block->kind };
      g_array_append_val (joined->hints, hint);
    }
}

BlDocument *
bl_text_builder_finish (BlTextBuilder *builder, const BlTextLexicon *lexicon, char *original, gsize length)
{
  bl_text_builder_end (builder);
  move_headline_first (builder->blocks);
  gsize size = 1;
  for (guint i = 0; i < builder->blocks->len; i++)
    size += ((const Block *) builder->blocks->pdata[i])->text->len + 2;
  g_autoptr (GArray) hints = g_array_new (FALSE, FALSE, sizeof (BlBlockHint));
  Joined joined = { .text = g_malloc (size), .map = bl_source_map_new (), .hints = hints };
  for (guint i = 0; i < builder->blocks->len; i++)
    add_block (&joined, builder->blocks->pdata[i]);
  joined.text[joined.length] = '\0';
  g_ptr_array_set_size (builder->blocks, 0);
  return bl_document_new (lexicon, original, length, joined.text, joined.length, joined.map,
                          (const BlBlockHint *) (gpointer) hints->data, hints->len);
}
