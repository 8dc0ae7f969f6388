/* What a file says about its own article: front matter, JSON-LD, OpenGraph, JSON Lines fields. All strings are owned. */
#pragma once

#include "base/base.h"

typedef struct
{
  char *id;  /* JSON Lines: the record's own id, or its line */
  char *key; /* an id that the file itself gives the article */
  char *title;
  char *source; /* id, name or host, as the file says it */
  char *url;
  char *author;
  char *language;
  char *origin;
  BlDate published;

  /* Where source stands in the file, for a complaint about it; 0 when unknown. */
  guint source_line;
  guint source_column;
} BlMetadata;

void bl_metadata_clear (BlMetadata *metadata);

/* Sets *field to the text without surrounding white space and with inner white space joined, unless it is set already or
 * the text is NULL or blank: the first who says something wins. */
void bl_metadata_set (char **field, const char *text);

/* A date as it stands in files: what bl_date_parse reads, and "2022-04-01 10:00", "2022/04/01", "20220401", "1 April 2022",
 * "April 1, 2022", "Fri, 01 Apr 2022 10:00:00 GMT". Not "04/01/2022", which means two days. FALSE leaves *date unknown. */
gboolean bl_metadata_read_date (const char *text, BlDate *date);

/* "https://www.herald.example/a?b" → "herald.example"; also takes a bare host. NULL when there is none. Owned. */
char *bl_metadata_host (const char *url);
