/* The one place where markup is written: every text from outside passes through bl_html_text or bl_html_attribute.
 *
 * Element and attribute names are literals of the program. Characters that a reader cannot see but that change what he reads
 * (controls, bidirectional overrides, U+2028) are written out as "⟨U+202E⟩"; broken UTF-8 becomes U+FFFD. */
#pragma once

#include "base/base.h"

/* Deeper than any page of ours. */
#define BL_HTML_DEPTH 32

typedef struct
{
  GString *out;
  const char *open[BL_HTML_DEPTH]; /* names of the open elements */
  guint depth;
  gboolean in_tag; /* "<p" stands there, its ">" does not yet */
  gboolean dense;  /* no line ends between elements: in a large page each is a node that a browser has to keep */
} BlHtmlWriter;

static inline BlHtmlWriter
bl_html_writer (GString *out)
{
  return (BlHtmlWriter){ .out = out };
}

void bl_html_doctype (BlHtmlWriter *writer);

/* Void elements (meta, br, rect …) are begun and ended too, and take no text. Block elements start on a line of their own. */
void bl_html_begin (BlHtmlWriter *writer, const char *name);
void bl_html_end (BlHtmlWriter *writer, const char *name);

/* Directly after the begin. A NULL value writes nothing, "" a bare name. Style and event handler attributes are refused: the
 * page's Content-Security-Policy would not let them act. */
void bl_html_attribute (BlHtmlWriter *writer, const char *name, const char *value);
void bl_html_attributef (BlHtmlWriter *writer, const char *name, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* length -1: up to the NUL. Inside style and script, which know no escaping, only our own assets may stand: they are written
 * as they are, and refused when they hold "</" or "<!--". NULL writes nothing. */
void bl_html_text_len (BlHtmlWriter *writer, const char *text, gssize length);
void bl_html_text (BlHtmlWriter *writer, const char *text);
void bl_html_textf (BlHtmlWriter *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* begin, class (may be NULL), text, end. */
void bl_html_element (BlHtmlWriter *writer, const char *name, const char *css_class, const char *text);
