/* Which part of a page is the article.
 *
 * Parts that never are (navigation, footers, forms, sharing and cookie boxes …) are marked as dropped. Of the rest the article is the
 * <article> or <main> that holds most of the paragraphs, else the element that holds paragraphs most densely: every paragraph
 * gives its length, less what of it are links, to the element around it and half of that to the one around that. */
#pragma once

#include "base/base.h"
#include "corpus/html_element.h"

typedef struct
{
  xmlNode *body;
  xmlNode *main;     /* the article */
  xmlNode *headline; /* its <h1>, inside of main or before it; or NULL */
  BlArena *arena;    /* of what the nodes' _private points to */
} BlHtmlPage;

/* Looks at a document once. The result lives as long as the document. title is what the metadata call the article, or NULL. */
BlHtmlPage bl_html_page_read (xmlDoc *document, const char *title);
void bl_html_page_clear (BlHtmlPage *page);

/* TRUE for an element that is no part of any article, with all in it. */
gboolean bl_page_is_dropped (const xmlNode *node);

gboolean bl_page_has_link (const xmlNode *node);

/* A list or box that holds little but links to other pages. */
gboolean bl_page_is_link_list (const xmlNode *node);

/* Characters of text in the element, without white space and without what is dropped. */
gsize bl_page_text_length (const xmlNode *node);

/* Deeper markup than this is not looked at; libxml2 stops at 256 itself. */
#define BL_HTML_DEPTH 512
