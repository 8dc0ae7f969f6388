#include <string.h>

#include "corpus/loader.h"

BlRecord *
bl_load_text (const BlLoader *loader, const BlInput *input, char *bytes, gsize length)
{
  /* A byte order mark is no text: what follows it is, and the map says from where. */
  static const char mark[] = "\xEF\xBB\xBF";
  const gsize skipped = sizeof mark - 1;
  char *text = NULL;
  gsize text_length = 0;
  BlSourceMap *map = NULL;
  if (length >= skipped && memcmp (bytes, mark, skipped) == 0)
    {
      text_length = length - skipped;
      text = g_strndup (bytes + skipped, text_length);
      map = bl_source_map_new ();
      bl_source_map_add (map, 0, text_length, skipped, text_length);
    }

  BlRecord *record = bl_record_new (input);
  record->document = bl_document_new (loader->lexicon, bytes, length, text, text_length, map, NULL, 0);
  return record;
}
