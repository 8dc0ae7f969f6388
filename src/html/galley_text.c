/* The text of a galley: paragraphs in a column, underlines by what became of a span, notes beside the paragraph.
 *
 * The text is that of the document, byte for byte; marks behind a span are drawn by the style sheet, so that what a reader copies is what
 * was written. Spans nest; one that goes on in the next paragraph is underlined there too. */
#include "html/galley.h"
#include "html/parts.h"
#include "html/sections.h"

/* A paragraph longer than LONG bytes (a whole article in one line) is cut behind a sentence about every ROW bytes, so that its notes
 * stand beside it. */
#define LONG 900
#define ROW 500

/* Elements around the text, with room to spare below BL_HTML_DEPTH. */
#define MAX_OPEN 12

typedef struct
{
  BlHtmlWriter *writer;
  const BlHtmlCards *cards;
  const BlCoverage *coverage;
  const char *text;
  guint number;
  guint next; /* span that begins next */
  guint open[MAX_OPEN];
  guint n_open;
} Setter;

static const BlCoverSpan *
span_at (const Setter *setter, guint index)
{
  return &g_array_index (setter->coverage->spans, BlCoverSpan, index);
}

void
bl_html_cover_mark (const BlCoverage *coverage, guint index, char mark[16])
{
  const BlCoverSpan *span = &g_array_index (coverage->spans, BlCoverSpan, index);
  guint n = 0;
  switch (span->state)
    {
    case BL_COVER_QUERY:
      for (guint i = 0; i <= index; i++)
        n += g_array_index (coverage->spans, BlCoverSpan, i).state == BL_COVER_QUERY;
      g_snprintf (mark, 16, "?%u", n);
      break;
    case BL_COVER_AGREES:
      g_snprintf (mark, 16, "=%u", span->witnesses->len);
      break;
    case BL_COVER_SINGLE:
      g_strlcpy (mark, "=0", 16);
      break;
    case BL_COVER_NOT_COMPARABLE:
      g_strlcpy (mark, "–", 16);
      break;
    case BL_COVER_SET_ASIDE:
    case BL_N_COVERS:
      g_strlcpy (mark, "×", 16);
      break;
    }
}

/* --- spans ----------------------------------------------------------------------------------------------------------- */

static const char *
element_of (const BlCoverSpan *span)
{
  return span->state == BL_COVER_QUERY ? "mark" : "span";
}

/* first: the span begins here, and is not only gone on with. */
static void
begin_span (const Setter *setter, guint index, gsize row_end, gboolean first)
{
  const BlCoverSpan *span = span_at (setter, index);
  g_autofree char *id = bl_html_galley_id (setter->number, index, "");
  g_autofree char *words = bl_cover_words (setter->cards->run, span);
  char mark[16];
  bl_html_cover_mark (setter->coverage, index, mark);
  bl_html_begin (setter->writer, element_of (span));
  bl_html_attributef (setter->writer, "class", "cover %s%s", bl_html_cover_class (span->state),
                      span->span.end > row_end ? " cut" : "");
  bl_html_attribute (setter->writer, "id", first ? id : NULL);
  bl_html_attribute (setter->writer, "data-mark", mark);
  bl_html_attribute (setter->writer, "title", words);
}

static void
put (const Setter *setter, gsize from, gsize to)
{
  if (to > from)
    bl_html_text_len (setter->writer, setter->text + from, (gssize) (to - from));
}

/* Goes on to the end of the row: text up to the next place where a span begins or ends, and so on. */
static void
set_row (Setter *setter, BlSpan row)
{
  gsize at = row.start;
  for (guint i = 0; i < setter->n_open; i++)
    begin_span (setter, setter->open[i], row.end, FALSE);
  while (TRUE)
    {
      const guint top = setter->n_open > 0 ? setter->open[setter->n_open - 1] : 0;
      const gsize end = setter->n_open > 0 ? span_at (setter, top)->span.end : G_MAXSIZE;
      const gsize begin = setter->next < setter->coverage->spans->len ? span_at (setter, setter->next)->span.start : G_MAXSIZE;
      const gsize stop = MIN (MIN (end, begin), row.end);
      put (setter, at, stop);
      at = MAX (at, stop);
      if (end <= row.end && end <= begin)
        {
          bl_html_end (setter->writer, element_of (span_at (setter, top)));
          setter->n_open--;
        }
      else if (begin < row.end)
        {
          if (setter->n_open < MAX_OPEN)
            {
              begin_span (setter, setter->next, row.end, TRUE);
              setter->open[setter->n_open++] = setter->next;
            }
          setter->next++;
        }
      else
        break;
    }
  for (guint i = setter->n_open; i > 0; i--)
    bl_html_end (setter->writer, element_of (span_at (setter, setter->open[i - 1])));
}

/* --- rows ------------------------------------------------------------------------------------------------------------ */

static const char *
block_class (BlBlockKind kind)
{
  static const char *const classes[] = {
    [BL_BLOCK_PARAGRAPH] = "block",      [BL_BLOCK_HEADLINE] = "block headline",
    [BL_BLOCK_DECK] = "block deck",      [BL_BLOCK_SUBHEADING] = "block subheading",
    [BL_BLOCK_LIST_ITEM] = "block item", [BL_BLOCK_CAPTION] = "block besides",
    [BL_BLOCK_BYLINE] = "block besides", [BL_BLOCK_BOILERPLATE] = "block besides",
  };
  return classes[kind];
}

static void
write_row (Setter *setter, BlSpan row, BlBlockKind kind, gboolean goes_on)
{
  const guint first = setter->next;
  bl_html_begin (setter->writer, "div");
  bl_html_attribute (setter->writer, "class", goes_on ? "row on" : "row");
  bl_html_begin (setter->writer, "p");
  bl_html_attribute (setter->writer, "class", block_class (kind));
  bl_html_language (setter->writer, setter->coverage->article);
  set_row (setter, row);
  bl_html_end (setter->writer, "p");
  bl_html_galley_notes (setter->writer, setter->cards, setter->number, first, setter->next);
  bl_html_end (setter->writer, "div");
}

/* TRUE when no span goes over the place. */
static gboolean
may_cut (const Setter *setter, gsize at)
{
  for (guint i = 0; i < setter->n_open; i++)
    if (span_at (setter, setter->open[i])->span.end > at)
      return FALSE;
  for (guint i = setter->next; i < setter->coverage->spans->len && span_at (setter, i)->span.start < at; i++)
    if (span_at (setter, i)->span.end > at)
      return FALSE;
  return TRUE;
}

static void
write_block (Setter *setter, const BlBlock *block)
{
  guint n;
  const BlSentence *sentences = bl_document_sentences (setter->coverage->article->document, &n);
  gsize start = block->span.start;
  const guint end = MIN (block->first_sentence + block->n_sentences, n);
  for (guint i = block->first_sentence + 1; i < end && bl_span_length (block->span) > LONG; i++)
    {
      const gsize at = sentences[i].span.start;
      if (at < start + ROW || block->span.end - at < ROW / 2 || !may_cut (setter, at))
        continue;
      write_row (setter, bl_span (start, at), block->kind, start > block->span.start);
      start = at;
    }
  write_row (setter, bl_span (start, block->span.end), block->kind, start > block->span.start);
}

/* Text that no block has. White space between blocks need not be set. */
static void
write_rest (Setter *setter, gsize from, gsize to)
{
  gboolean white = TRUE;
  for (const char *p = setter->text + from; p < setter->text + to && white; p = g_utf8_next_char (p))
    white = g_unichar_isspace (g_utf8_get_char (p));
  if (!white)
    write_row (setter, bl_span (from, to), BL_BLOCK_BOILERPLATE, FALSE);
}

void
bl_html_galley_text (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlCoverage *coverage, guint number)
{
  const BlDocument *document = coverage->article->document;
  gsize length, at = 0;
  guint n;
  Setter setter = {
    .writer = writer, .cards = cards, .coverage = coverage, .text = bl_document_text (document, &length), .number = number
  };
  const BlBlock *blocks = bl_document_blocks (document, &n);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "proof");
  for (guint i = 0; i < n; i++)
    {
      write_rest (&setter, at, blocks[i].span.start);
      write_block (&setter, &blocks[i]);
      at = blocks[i].span.end;
    }
  write_rest (&setter, at, length);
  bl_html_end (writer, "div");
}
