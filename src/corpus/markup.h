/* The smallest parts of markup as they stand in a file: tags and comments to step over, references to open. Only what is needed
 * to walk beside a real parser; no tree is made here. All functions look at [at, end) of text and never past end. */
#pragma once

#include <glib.h>

/* One past the tag, comment, declaration or processing instruction at text[at], with the content of <script> and <style>; at when
 * there is none, and '<' is a character of its own. attributes (may be NULL) gets the number of attributes of a tag. */
gsize bl_markup_skip_tag (const char *text, gsize at, gsize end, guint *attributes);

/* A character reference, "&amp;" "&#8217;" "&#x2019;". */
typedef struct
{
  gsize length;      /* bytes of it; 0 when there is none */
  gunichar c;        /* what it means; 0 when the name is not known here or the number is no character */
  gboolean finished; /* it ends with ';' */
} BlReference;

BlReference bl_markup_reference (const char *text, gsize at, gsize end);
