/* Which part of a page is the article.
 *
 * Parts that never are (navigation, footers, forms, sharing and cookie boxes …) are marked as dropped. Of the rest the article is the
 * <article> or <main> that holds most of the paragraphs, else the element that holds paragraphs most densely: every paragraph
 * gives its length, less what of it are links, to the element around it and half of that to the one around that. */
#pragma once

#include <libxml/HTMLparser.h>

#include "base/base.h"

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

/* The element's name is name. */
gboolean bl_page_is (const xmlNode *node, const char *name);

/* TRUE when one of the words of the element's class or id is among names (NULL-terminated). "article-meta" has two words. */
gboolean bl_page_has_word (const xmlNode *node, const char *const *names);

gboolean bl_page_has_link (const xmlNode *node);

/* A list or box that holds little but links to other pages. */
gboolean bl_page_is_link_list (const xmlNode *node);

/* Characters of text in the element, without white space and without what is dropped. */
gsize bl_page_text_length (const xmlNode *node);

/* All text below the node, white space as it stands. Owned. */
char *bl_page_text (const xmlNode *node);

/* An attribute, or NULL. Owned. */
char *bl_page_attribute (const xmlNode *node, const char *name);

/* Deeper markup than this is not looked at; libxml2 stops at 256 itself. */
#define BL_HTML_DEPTH 512
