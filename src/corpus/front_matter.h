/* The lines between "---" and "---" at the top of a Markdown file: the part of YAML that front matter is written in.
 *
 *   key: plain text        key: "quoted"  'quoted'        key: [a, b]        key:        # a comment
 *                                                                              - a
 *                                                                              - b
 *
 * Known keys: title, date or published, source, author or authors, language or lang, url, origin, id. What other tools keep there
 * (tags, description …) passes; any other key is noted, with the nearest known one. */
#pragma once

#include "corpus/loader.h"

typedef struct
{
  gsize end;             /* bytes that the front matter takes, 0 when there is none */
  BlSpan title;          /* bytes of the title's text without its marks; empty when there is none */
  gboolean title_quoted; /* with "": backslashes in it are escapes */
} BlFrontMatter;

/* Reads what stands at the start of bytes into metadata. */
BlFrontMatter bl_front_matter_read (const BlLoader *loader, const BlInput *input, const char *bytes, gsize length,
                                    BlMetadata *metadata);

/* The escape at text, a backslash and what follows it of length bytes: \", \n, \u00e9. Returns the bytes that it takes. */
gsize bl_front_matter_escape (const char *text, gsize length, gunichar *c);
