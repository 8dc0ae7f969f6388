/* HTML: libxml2 makes the tree, html_page.c finds the article in it, an aligner finds where its words stand in the file. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "corpus/align.h"
#include "corpus/html_metadata.h"
#include "corpus/html_page.h"
#include "corpus/loader.h"
#include "corpus/markup.h"

/* libxml2 compares each attribute of a tag with all before it. A tag of a page has a dozen. */
#define ATTRIBUTES_LIMIT 1000

/* A byline is short; an element of that class that is not is something else, the note about the author perhaps. */
#define BYLINE_LIMIT 200

/* A row of a table of figures is short; one that is not holds a part of the page. */
#define ROW_LIMIT 300

typedef struct
{
  BlAligner aligner;
  BlTextBuilder *builder;
  const BlHtmlPage *page;
} Walk;

/* What an element hands down to those in it. */
typedef struct
{
  gboolean keep; /* inside of the article or its headline */
  BlBlockKind kind;
  guint quotes; /* how many <q> are around */
} Context;

static gboolean
is_block (const xmlNode *node)
{
  static const char *const names[]
      = { "p",     "div",     "section", "article",    "main",   "header",     "ul",       "ol",      "li",
          "dl",    "dt",      "dd",      "blockquote", "figure", "figcaption", "table",    "caption", "thead",
          "tbody", "tr",      "h1",      "h2",         "h3",     "h4",         "h5",       "h6",      "pre",
          "hr",    "address", "details", "summary",    "center", "body",       "fieldset", "hgroup",  NULL };
  for (const char *const *name = names; *name != NULL; name++)
    if (bl_page_is (node, *name))
      return TRUE;
  return FALSE;
}

static gboolean
is_heading (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  return g_ascii_tolower (name[0]) == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

static gboolean
is_row (const xmlNode *node)
{
  return bl_page_is (node, "tr") && bl_page_text_length (node) <= ROW_LIMIT;
}

static gboolean
is_cell (const xmlNode *node)
{
  return bl_page_is (node, "td") || bl_page_is (node, "th");
}

/* The number of a note, "[1]" with a link to it, is no part of the sentence. */
static gboolean
is_note_mark (const xmlNode *node)
{
  return bl_page_is (node, "sup") && bl_page_has_link (node) && bl_page_text_length (node) <= 4;
}

/* What an element says about the kind of the text in it, or what was said around it. */
static BlBlockKind
kind_of (const Walk *walk, const xmlNode *node, BlBlockKind around)
{
  static const char *const bylines[]
      = { "byline", "bylines", "author", "authors", "dateline", "timestamp", "pubdate", "credits", NULL };
  static const char *const decks[]
      = { "standfirst", "dek", "deck", "subheadline", "subhead", "subtitle", "strapline", "teaser", NULL };
  if (node == walk->page->headline)
    return BL_BLOCK_HEADLINE;
  if (around == BL_BLOCK_HEADLINE || around == BL_BLOCK_BOILERPLATE)
    return around;
  if (bl_page_is_link_list (node))
    return BL_BLOCK_BOILERPLATE;
  gboolean brief = bl_page_text_length (node) <= BYLINE_LIMIT;
  if (bl_page_is (node, "address") || (brief && bl_page_has_word (node, bylines)))
    return BL_BLOCK_BYLINE;
  if (around == BL_BLOCK_PARAGRAPH && bl_page_text_length (node) <= 2 * BYLINE_LIMIT && bl_page_has_word (node, decks))
    return BL_BLOCK_DECK;
  if (is_heading (node))
    return BL_BLOCK_SUBHEADING;
  if (bl_page_is (node, "figure") || bl_page_is (node, "figcaption") || bl_page_is (node, "caption"))
    return BL_BLOCK_CAPTION;
  if (bl_page_is (node, "li") || bl_page_is (node, "dt") || bl_page_is (node, "dd") || is_row (node))
    return BL_BLOCK_LIST_ITEM;
  return around;
}

static void
add_text (Walk *walk, const xmlNode *node, Context context)
{
  const char *text = (const char *) node->content;
  gsize length = text != NULL ? strlen (text) : 0;
  gboolean blank = strspn (text != NULL ? text : "", " \t\r\n\f\v") == length;
  if (context.keep && !blank && !bl_text_builder_is_open (walk->builder))
    bl_text_builder_begin (walk->builder, context.kind);
  if (blank && length > 0 && bl_text_builder_is_open (walk->builder))
    bl_text_builder_add_space (walk->builder, walk->aligner.cursor, 0);
  bl_aligner_run (&walk->aligner, text, length, walk->builder, context.keep);
}

static void
break_line (Walk *walk, BlBlockKind kind)
{
  if (!bl_text_builder_is_open (walk->builder))
    return;
  if (kind == BL_BLOCK_HEADLINE || kind == BL_BLOCK_SUBHEADING)
    bl_text_builder_add_space (walk->builder, walk->aligner.cursor, 0);
  else
    bl_text_builder_end (walk->builder);
}

/* The marks that a browser sets around <q>. They stand at the end of what is read and take no bytes of it. */
static void
add_quotation_mark (Walk *walk, gboolean opens, Context context)
{
  const char *mark = context.quotes % 2 == 0 ? (opens ? "“" : "”") : (opens ? "‘" : "’");
  if (!context.keep)
    return;
  if (!bl_text_builder_is_open (walk->builder))
    bl_text_builder_begin (walk->builder, context.kind);
  bl_text_builder_add (walk->builder, mark, strlen (mark), walk->aligner.cursor, 0);
}

static void visit_children (Walk *walk, const xmlNode *node, Context context, guint depth);

static void
visit (Walk *walk, const xmlNode *node, Context context, guint depth)
{
  if (bl_page_is (node, "script") || bl_page_is (node, "style"))
    return; /* the aligner steps over what is in them */
  if (bl_page_is (node, "br"))
    {
      break_line (walk, context.kind);
      return;
    }
  if (bl_page_is_dropped (node) || is_note_mark (node))
    context.keep = FALSE;
  else if (node == walk->page->main || node == walk->page->headline)
    context.keep = TRUE;
  if (context.keep)
    context.kind = kind_of (walk, node, context.kind);

  gboolean quote = bl_page_is (node, "q");
  gboolean block = is_block (node) || (is_cell (node) && !is_row (node->parent));
  if (block)
    bl_text_builder_end (walk->builder);
  else if (is_cell (node) && bl_text_builder_is_open (walk->builder))
    bl_text_builder_add_space (walk->builder, walk->aligner.cursor, 0);
  if (quote)
    add_quotation_mark (walk, TRUE, context);
  Context inside = context;
  inside.quotes += quote ? 1 : 0;
  visit_children (walk, node, inside, depth + 1);
  if (quote)
    add_quotation_mark (walk, FALSE, context);
  if (block)
    bl_text_builder_end (walk->builder);
}

static void
visit_children (Walk *walk, const xmlNode *node, Context context, guint depth)
{
  for (const xmlNode *child = node->children; child != NULL && depth <= BL_HTML_DEPTH; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        add_text (walk, child, context);
      else if (child->type == XML_ELEMENT_NODE)
        visit (walk, child, context, depth);
    }
}

/* Pages that would keep libxml2 busy for hours are not given to it. */
static gboolean
is_bounded (const BlLoader *loader, const BlInput *input, const char *bytes, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      const char *tag = memchr (bytes + at, '<', length - at);
      if (tag == NULL)
        break;
      guint attributes = 0;
      gsize start = (gsize) (tag - bytes);
      gsize after = bl_markup_skip_tag (bytes, start, length, &attributes);
      if (attributes > ATTRIBUTES_LIMIT)
        {
          guint line = 0;
          guint column = 0;
          bl_load_position (bytes, start, &line, &column);
          bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, line, column,
                           "a tag with %u attributes; a page has a dozen and at most %d are read", attributes,
                           ATTRIBUTES_LIMIT);
          return FALSE;
        }
      at = MAX (after, start + 1);
    }
  return TRUE;
}

/* The tree; nothing but the bytes is read, no entity is fetched. NULL when there is no element in it. */
static xmlDoc *
parse (const BlLoader *loader, const BlInput *input, const char *bytes, gsize length)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  htmlParserCtxt *parser = htmlNewParserCtxt ();
  xmlDoc *document = htmlCtxtReadMemory (parser, bytes, (int) length, NULL, "UTF-8", options);
  const xmlError *last = xmlCtxtGetLastError (parser);
  if (last != NULL && last->level == XML_ERR_FATAL && parser->disableSAX != 0)
    bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, (guint) MAX (last->line, 0), 0,
                     "the markup is nested too deeply; what follows is not read");
  htmlFreeParserCtxt (parser);
  if (document != NULL && xmlDocGetRootElement (document) == NULL)
    g_clear_pointer (&document, xmlFreeDoc);
  return document;
}

static void
complain_date (const BlLoader *loader, const BlInput *input, const char *bytes, const char *date)
{
  const char *place = strstr (bytes, date);
  g_autofree char *what = g_strdup_printf ("“%s” is not a date; write it as 2022-03-30, 2022-03 or 2022", date);
  if (place != NULL)
    bl_load_complain (loader, input, bytes, (gsize) (place - bytes), what);
  else
    bl_problems_add (loader->problems, BL_PROBLEM_NOTE, input->shown, 0, 0, "%s", what);
}

/* The article's text into the builder. Every text of the page is walked over, so that the aligner keeps in step. */
static void
build_text (const BlLoader *loader, const BlInput *input, xmlDoc *document, const char *title, Walk *walk)
{
  BlHtmlPage page = bl_html_page_read (document, title);
  walk->page = &page;
  visit (walk, xmlDocGetRootElement (document), (Context){ .kind = BL_BLOCK_PARAGRAPH }, 0);
  bl_text_builder_end (walk->builder);
  bl_html_page_clear (&page);
  bl_load_note_lost (loader, input, walk->aligner.lost);
}

BlRecord *
bl_load_html (const BlLoader *loader, const BlInput *input, char *bytes, gsize length)
{
  g_autofree char *owned = bytes;
  if (!is_bounded (loader, input, bytes, length))
    return NULL;
  xmlDoc *document = parse (loader, input, bytes, length);
  if (document == NULL)
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0, "no HTML in the file");
      return NULL;
    }

  g_autofree char *bad_date = NULL;
  g_autoptr (BlRecord) record = bl_record_new (input);
  if (!bl_page_metadata_read (document, &record->metadata, &bad_date))
    {
      bl_problems_add (loader->problems, BL_PROBLEM_NOTE, input->shown, 0, 0,
                       "a report that belie wrote, not an article; left out");
      xmlFreeDoc (document);
      return NULL;
    }
  if (bad_date != NULL)
    complain_date (loader, input, bytes, bad_date);

  g_autoptr (BlTextBuilder) builder = bl_text_builder_new ();
  Walk walk = { .builder = builder, .aligner = bl_aligner (BL_MARKUP_HTML, bytes, length) };
  build_text (loader, input, document, record->metadata.title, &walk);
  xmlFreeDoc (document);
  if (bl_text_builder_n_blocks (builder) == 0)
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0, "no article found in the page");
      return NULL;
    }
  record->document = bl_text_builder_finish (builder, loader->lexicon, g_steal_pointer (&owned), length);
  return g_steal_pointer (&record);
}
