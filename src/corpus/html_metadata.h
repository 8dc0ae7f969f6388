/* What a page says about its article: JSON-LD first, then OpenGraph and the other <meta>, then the page itself. */
#pragma once

#include <libxml/HTMLparser.h>

#include "corpus/loader.h"

/* FALSE for a page that belie itself wrote: a report is no article. A date that was said and cannot be read goes to *bad_date (owned),
 * unless another one can. */
gboolean bl_page_metadata_read (xmlDoc *document, BlMetadata *metadata, char **bad_date);
