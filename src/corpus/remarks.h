/* Comments in articles that speak to belie. */
#pragma once

#include "corpus/corpus.h"
#include "corpus/input.h"

/* The "<!-- belie: … -->" of Markdown or HTML, in order, as BlRemark; NULL when there are none or the format has no comments. bytes
 * are valid UTF-8. Owned by the caller. */
GPtrArray *bl_remarks_find (BlFormat format, const char *bytes, gsize length);
