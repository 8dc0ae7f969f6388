/* Markdown: cmark says what the blocks are, an aligner where their words stand. */
#include <cmark.h>
#include <string.h>

#include "corpus/align.h"
#include "corpus/front_matter.h"
#include "corpus/loader.h"
#include "corpus/markdown_link.h"
#include "corpus/markup.h"
#include "corpus/remarks.h"

typedef struct
{
  const BlLoader *loader;
  const BlInput *input;
  const char *bytes;
  gsize length;
  GArray *lines; /* gsize: where each line of the part after the front matter begins, and the end of the last */
  BlAligner aligner;
  BlTextBuilder *builder;
  BlBlockKind kind; /* of the open block, for what follows a line break in it */
  guint images;     /* how many pictures the walk is inside of: their words are no text */
  guint list_items;
  gboolean headline;
} Walk;

/* Lines as cmark counts them: they end with \n, \r\n or a lone \r. */
static GArray *
find_lines (const char *bytes, gsize start, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (lines, start);
  for (gsize i = start; i < length; i++)
    if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n'))
      {
        gsize next = i + 1;
        g_array_append_val (lines, next);
      }
  g_array_append_val (lines, length);
  return lines;
}

/* Where a line of cmark's (1-based) begins; the end of the file past the last. */
static gsize
line_start (const Walk *walk, int line)
{
  guint index = line > 0 ? (guint) line - 1 : 0;
  return g_array_index (walk->lines, gsize, MIN (index, walk->lines->len - 1));
}

static void
begin_block (Walk *walk, cmark_node *node, BlBlockKind kind)
{
  gsize start = line_start (walk, cmark_node_get_start_line (node));
  walk->aligner.cursor = MAX (walk->aligner.cursor, start);
  walk->aligner.end = MAX (line_start (walk, cmark_node_get_end_line (node) + 1), walk->aligner.cursor);
  walk->kind = kind;
  bl_text_builder_begin (walk->builder, kind);
}

static void
add_run (Walk *walk, cmark_node *node, BlMarkup markup, gboolean keep)
{
  const char *literal = cmark_node_get_literal (node);
  if (literal == NULL)
    return;
  walk->aligner.markup = markup;
  bl_aligner_run (&walk->aligner, literal, strlen (literal), walk->builder, keep && walk->images == 0);
}

static void
add_space (Walk *walk)
{
  if (bl_text_builder_is_open (walk->builder))
    bl_text_builder_add_space (walk->builder, walk->aligner.cursor, 0);
}

/* A hard break sets lines of their own: the next one is a block too, but in a heading. */
static void
break_line (Walk *walk)
{
  if (walk->kind == BL_BLOCK_HEADLINE || walk->kind == BL_BLOCK_SUBHEADING)
    add_space (walk);
  else if (bl_text_builder_is_open (walk->builder))
    bl_text_builder_begin (walk->builder, walk->kind);
}

/* Says so when a block of HTML holds words: they are not read. */
static void
note_html (Walk *walk, cmark_node *node)
{
  const char *html = cmark_node_get_literal (node);
  gsize length = html != NULL ? strlen (html) : 0;
  for (gsize at = 0; at < length;)
    {
      gsize after = bl_markup_skip_tag (html, at, length, NULL);
      if (after == at && g_ascii_isalpha (html[at]))
        {
          guint line = 0;
          guint column = 0;
          bl_load_position (walk->bytes, line_start (walk, cmark_node_get_start_line (node)), &line, &column);
          bl_problems_add (walk->loader->problems, BL_PROBLEM_NOTE, walk->input->shown, line, column,
                           "a block of HTML is not read; write its text as Markdown");
          return;
        }
      at = MAX (after, at + 1);
    }
}

static void
enter (Walk *walk, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_ITEM:
      walk->list_items++;
      break;
    case CMARK_NODE_HEADING:
      walk->headline |= cmark_node_get_heading_level (node) == 1;
      begin_block (walk, node, cmark_node_get_heading_level (node) == 1 ? BL_BLOCK_HEADLINE : BL_BLOCK_SUBHEADING);
      break;
    case CMARK_NODE_PARAGRAPH:
      begin_block (walk, node, walk->list_items > 0 ? BL_BLOCK_LIST_ITEM : BL_BLOCK_PARAGRAPH);
      break;
    case CMARK_NODE_CODE_BLOCK:
      begin_block (walk, node, BL_BLOCK_PARAGRAPH);
      add_run (walk, node, BL_MARKUP_LITERAL, TRUE);
      bl_text_builder_end (walk->builder);
      break;
    case CMARK_NODE_HTML_BLOCK:
      note_html (walk, node);
      break;
    case CMARK_NODE_TEXT:
      add_run (walk, node, BL_MARKUP_MARKDOWN, TRUE);
      break;
    case CMARK_NODE_CODE:
      add_run (walk, node, BL_MARKUP_LITERAL, TRUE);
      break;
    case CMARK_NODE_HTML_INLINE:
      add_run (walk, node, BL_MARKUP_LITERAL, FALSE);
      if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
        break_line (walk);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_space (walk);
      break;
    case CMARK_NODE_LINEBREAK:
      break_line (walk);
      break;
    case CMARK_NODE_IMAGE:
      walk->images++;
      walk->aligner.cursor = bl_markdown_open_link (walk->bytes, walk->aligner.cursor, walk->aligner.end);
      break;
    case CMARK_NODE_LINK:
      walk->aligner.cursor = bl_markdown_open_link (walk->bytes, walk->aligner.cursor, walk->aligner.end);
      break;
    default:
      break;
    }
}

static void
leave (Walk *walk, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_ITEM:
      walk->list_items--;
      break;
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
      bl_text_builder_end (walk->builder);
      break;
    case CMARK_NODE_IMAGE:
      walk->images--;
      walk->aligner.cursor = bl_markdown_close_link (walk->bytes, walk->aligner.cursor, walk->aligner.end);
      break;
    case CMARK_NODE_LINK:
      walk->aligner.cursor = bl_markdown_close_link (walk->bytes, walk->aligner.cursor, walk->aligner.end);
      break;
    default:
      break;
    }
}

static void
walk_blocks (Walk *walk, gsize start)
{
  cmark_node *root = cmark_parse_document (walk->bytes + start, walk->length - start, CMARK_OPT_DEFAULT);
  cmark_consolidate_text_nodes (root);
  cmark_iter *iter = cmark_iter_new (root);
  for (cmark_event_type event; (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE;)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      if (event == CMARK_EVENT_ENTER)
        enter (walk, node);
      else
        leave (walk, node);
    }
  cmark_iter_free (iter);
  cmark_node_free (root);
}

/* The title of the front matter is the headline of an article that has no heading of its own. */
static void
add_title (Walk *walk, const BlFrontMatter *front, const char *title)
{
  if (walk->headline || title == NULL || bl_span_is_empty (front->title))
    return;
  BlAligner aligner = bl_aligner (front->title_quoted ? BL_MARKUP_QUOTED : BL_MARKUP_LITERAL, walk->bytes, front->title.end);
  aligner.cursor = front->title.start;
  bl_text_builder_begin (walk->builder, BL_BLOCK_HEADLINE);
  bl_aligner_run (&aligner, title, strlen (title), walk->builder, TRUE);
  bl_text_builder_end (walk->builder);
  walk->aligner.lost += aligner.lost;
}

/* The text as cmark shall read it. To cmark before 0.31 a comment that has "--" in it, as a remark to belie has before its reason, is no comment
 * but words of the article: so the hyphens of remarks are exchanged, and all stands where it stood. NULL: the text is fine. */
static char *
hide_remarks (const char *bytes, gsize length)
{
  g_autoptr (GPtrArray) remarks = bl_remarks_find (BL_FORMAT_MARKDOWN, bytes, length);
  if (remarks == NULL)
    return NULL;
  char *readable = g_malloc (length + 1);
  memcpy (readable, bytes, length);
  readable[length] = '\0';
  for (guint i = 0; i < remarks->len; i++)
    {
      const BlLocation *at = &((const BlRemark *) remarks->pdata[i])->location;
      for (gsize k = at->offset + strlen ("<!--"); k < at->offset + at->length - strlen ("-->"); k++)
        if (readable[k] == '-')
          readable[k] = '_';
    }
  return readable;
}

BlRecord *
bl_load_markdown (const BlLoader *loader, const BlInput *input, char *bytes, gsize length)
{
  g_autofree char *owned = bytes;
  g_autoptr (BlRecord) record = bl_record_new (input);
  g_autoptr (BlTextBuilder) builder = bl_text_builder_new ();
  BlFrontMatter front = bl_front_matter_read (loader, input, bytes, length, &record->metadata);
  g_autofree char *readable = hide_remarks (bytes, length);
  const char *text = readable != NULL ? readable : bytes;
  Walk walk = { .loader = loader, .input = input, .bytes = text, .length = length, .builder = builder };
  walk.aligner = bl_aligner (BL_MARKUP_MARKDOWN, text, length);
  walk.lines = find_lines (text, front.end, length);
  walk_blocks (&walk, front.end);
  add_title (&walk, &front, record->metadata.title);
  g_array_unref (walk.lines);
  bl_load_note_lost (loader, input, walk.aligner.lost);
  if (bl_text_builder_n_blocks (builder) == 0)
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0, "no text in the file; an article has text");
      return NULL;
    }
  record->document = bl_text_builder_finish (builder, loader->lexicon, g_steal_pointer (&owned), length);
  return g_steal_pointer (&record);
}
