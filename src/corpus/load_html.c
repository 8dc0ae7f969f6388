#include "corpus/loader.h"

BlRecord *
bl_load_html (const BlLoader *loader, const BlInput *input, char *bytes, gsize length)
{
  return bl_load_text (loader, input, bytes, length);
}
