/* What one element of a page is called and says. Names and words are compared without case. */
#pragma once

#include <glib.h>
#include <libxml/HTMLparser.h>

/* The element's name is name, or one of names (NULL-terminated). FALSE for NULL and for what is no element. */
gboolean bl_page_is (const xmlNode *node, const char *name);
gboolean bl_page_is_any (const xmlNode *node, const char *const *names);

/* An attribute, or NULL. Owned. */
char *bl_page_attribute (const xmlNode *node, const char *name);

/* TRUE when one of the names of the element's class or its id is among names (NULL-terminated). */
gboolean bl_page_has_name (const xmlNode *node, const char *const *names);

/* The same for the words that the names are made of: "article-meta" has two. */
gboolean bl_page_has_word (const xmlNode *node, const char *const *names);

/* TRUE when attributes say that no reader sees the element, or that it is a part of the page's frame. */
gboolean bl_page_is_hidden (const xmlNode *node);

/* All text below the node, white space as it stands. Owned. */
char *bl_page_text (const xmlNode *node);
