/* One file of the report. Private to the room. */
#pragma once

#include "html/card.h"

/* The file that has the overview when there are several. */
#define BL_HTML_INDEX "index.html"

typedef struct
{
  const BlHtmlCards *cards; /* what is shown in this file */
  const char *part;         /* what it is a part of: a source; NULL: the whole report, or its index */
  gboolean as_lines;        /* the index of several: cards are in the parts */
} BlHtmlPage;

void bl_html_page (const BlHtmlPage *page, GString *out);
