#include "text/document.h"

#include <string.h>

#include "text/blocks.h"
#include "text/lines.h"
#include "text/quotes.h"
#include "text/sentences.h"

struct BlDocument
{
  char *original;
  gsize original_length;
  char *text; /* the same pointer as original when nothing was taken out */
  gsize text_length;
  BlSourceMap *map;     /* NULL: identity */
  BlLines lines;        /* of original */
  gsize base_offset;    /* bytes of the file before original */
  guint base_line;      /* line of the file that original begins; 1 for a whole file */
  BlSourceMap *repairs; /* from original to the bytes of the file; NULL: identity */
  BlBlock *blocks;
  guint n_blocks;
  BlSentence *sentences;
  guint n_sentences;
  BlQuote *quotes;
  guint *quote_parents; /* for each quotation: the one around it, or G_MAXUINT */
  guint n_quotes;
};

static gboolean
is_one_sentence (BlBlockKind kind)
{
  return kind == BL_BLOCK_HEADLINE || kind == BL_BLOCK_SUBHEADING || kind == BL_BLOCK_BYLINE;
}

/* The elements of an array that grew, in no more room than they need: a document stays for the length of a run. */
static gpointer
steal_exactly (GArray *array, guint *n)
{
  gsize length;
  const gsize size = g_array_get_element_size (array);
  gpointer elements = g_array_steal (array, &length);
  g_array_unref (array);
  *n = (guint) length;
  return g_realloc_n (elements, length, size);
}

static void
cut_blocks (BlDocument *document, const BlTextLexicon *lexicon, const BlBlockHint *hints, guint n_hints)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (BlBlock));
  bl_blocks_find (lexicon, document->text, document->text_length, hints, n_hints, blocks);
  document->blocks = steal_exactly (blocks, &document->n_blocks);
}

static void
cut_sentences (BlDocument *document, const BlTextLexicon *lexicon)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (BlSentence));
  for (guint i = 0; i < document->n_blocks; i++)
    {
      BlBlock *block = &document->blocks[i];
      block->first_sentence = sentences->len;
      bl_sentences_cut (lexicon, document->text, block->span, i, is_one_sentence (block->kind), sentences);
      block->n_sentences = sentences->len - block->first_sentence;
    }
  document->sentences = steal_exactly (sentences, &document->n_sentences);
}

static void
find_quotes (BlDocument *document)
{
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (BlQuote)), *parents = g_array_new (FALSE, FALSE, sizeof (guint));
  bl_quotes_find (document->text, document->blocks, document->n_blocks, quotes, parents);
  document->quotes = steal_exactly (quotes, &document->n_quotes);
  document->quote_parents = steal_exactly (parents, &document->n_quotes);
}

BlDocument *
bl_document_new (const BlTextLexicon *lexicon, char *original, gsize original_length, char *text, gsize text_length,
                 BlSourceMap *map, const BlBlockHint *hints, guint n_hints)
{
  BlDocument *document = g_new0 (BlDocument, 1);
  document->original = original;
  document->original_length = original_length;
  document->text = text != NULL ? text : original;
  document->text_length = text != NULL ? text_length : original_length;
  document->map = map;
  document->base_line = 1;
  bl_lines_init (&document->lines, original, original_length);
  cut_blocks (document, lexicon, hints, n_hints);
  cut_sentences (document, lexicon);
  find_quotes (document);
  return document;
}

void
bl_document_free (BlDocument *document)
{
  if (document == NULL)
    return;
  if (document->text != document->original)
    g_free (document->text);
  g_free (document->original);
  bl_source_map_free (document->map);
  bl_source_map_free (document->repairs);
  bl_lines_clear (&document->lines);
  g_free (document->blocks);
  g_free (document->sentences);
  g_free (document->quotes);
  g_free (document->quote_parents);
  g_free (document);
}

void
bl_document_set_origin (BlDocument *document, gsize base_offset, guint base_line)
{
  document->base_offset = base_offset;
  document->base_line = MAX (base_line, 1);
}

void
bl_document_set_repairs (BlDocument *document, BlSourceMap *map)
{
  bl_source_map_free (document->repairs);
  document->repairs = map;
}

const char *
bl_document_text (const BlDocument *document, gsize *length)
{
  if (length != NULL)
    *length = document->text_length;
  return document->text;
}

const BlBlock *
bl_document_blocks (const BlDocument *document, guint *n)
{
  if (n != NULL)
    *n = document->n_blocks;
  return document->blocks;
}

const BlSentence *
bl_document_sentences (const BlDocument *document, guint *n)
{
  if (n != NULL)
    *n = document->n_sentences;
  return document->sentences;
}

const BlQuote *
bl_document_quotes (const BlDocument *document, guint *n)
{
  if (n != NULL)
    *n = document->n_quotes;
  return document->quotes;
}

const BlQuote *
bl_document_quote_at (const BlDocument *document, gsize offset)
{
  const BlQuote *quotes = document->quotes;
  guint low = 0;
  guint high = document->n_quotes;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (quotes[middle].inner.start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  /* The last one that begins before offset holds it, or one around that does, or none. */
  for (guint i = low > 0 ? low - 1 : G_MAXUINT; i != G_MAXUINT; i = document->quote_parents[i])
    if (offset < quotes[i].inner.end)
      return &quotes[i];
  return NULL;
}

guint
bl_document_sentence_at (const BlDocument *document, gsize offset)
{
  const BlSentence *sentences = document->sentences;
  guint low = 0;
  guint high = document->n_sentences;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (sentences[middle].span.start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : G_MAXUINT;
}

BlLocation
bl_document_locate (const BlDocument *document, BlSpan span)
{
  span = bl_span_within (span, document->text_length);
  const BlSpan original = bl_span_within (bl_source_map_original (document->map, span), document->original_length);
  BlSpan in_file = bl_source_map_original (document->repairs, original);
  BlLocation location = { .offset = in_file.start, .length = bl_span_length (in_file) };
  bl_lines_position (&document->lines, document->original, original.start, &location.line, &location.column);
  bl_lines_position (&document->lines, document->original, original.end, &location.end_line, &location.end_column);
  location.offset += document->base_offset;
  location.line += document->base_line - 1;
  location.end_line += document->base_line - 1;
  return location;
}

gsize
bl_document_byte_column (const BlDocument *document, guint line, gsize offset)
{
  const guint index = line - document->base_line;
  if (line < document->base_line || index >= document->lines.n_starts)
    return 1;
  const gsize start = document->base_offset + document->lines.starts[index].offset;
  return offset >= start ? offset - start + 1 : 1;
}

char *
bl_document_slice (const BlDocument *document, BlSpan span)
{
  return g_strndup (document->text + span.start, bl_span_length (span));
}
